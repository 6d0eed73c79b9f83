import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import type { KeyRing } from '@social/runtime/key-ring';
import type { Logger } from '@social/runtime/log';
import type { Redis } from '@social/runtime/redis';
import type { Key } from './request-key.ts';

/** Longer than any RPC of a request may take. */
const IN_PROGRESS_SECONDS = 10;
const KEPT_SECONDS = 24 * 3600;

export type Answer = { status: number; body: unknown };

export type Idempotency = {
  /**
   * Runs `work` unless the same request is being worked on or was answered; a refusal is not kept, so it may be tried
   * again. Without Redis everything runs: then the owner of the effect decides alone.
   * Errors: request-in-progress, idempotency-key-reused.
   */
  once: (key: Key, keep: 'answer-kept' | 'owner-decides', work: () => Promise<Answer>) => Promise<Answer>;
};

/** Answers hold addresses, so they lie in Redis encrypted (AES-256-GCM, bound to their key). */
function cipherOf(secret: KeyObject) {
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', 'gateway kept answers', 32)));
  return {
    seal: (answer: Answer, id: string): string => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
      const sealed = Buffer.concat([cipher.update(JSON.stringify(answer)), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open: (text: string, id: string): Answer => {
      const bytes = Buffer.from(text, 'base64url');
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
        .setAAD(Buffer.from(id))
        .setAuthTag(bytes.subarray(12, 28));
      return JSON.parse(Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString()) as Answer;
    },
  };
}

/** Seals with the first key, opens with whichever sealed. */
function answerCipher([first, ...older]: KeyRing) {
  const current = cipherOf(first);
  const ciphers = [current, ...older.map(cipherOf)];
  const openWith = ([cipher = current, ...others]: typeof ciphers, text: string, id: string): Answer => {
    try {
      return cipher.open(text, id);
    } catch (error) {
      if (others.length === 0) throw error;
      return openWith(others, text, id);
    }
  };
  return { seal: current.seal, open: (text: string, id: string) => openWith(ciphers, text, id) };
}

type Options = { redis: Redis; namespace: string; secret: KeyRing; log: Logger };

/** Remembers answers in Redis: `<hash>` while a request is worked on, `<hash>.<sealed answer>` when it is done. */
export function createIdempotency({ redis, namespace, secret, log }: Options): Idempotency {
  const cipher = answerCipher(secret);
  const place = (key: Key) => `${namespace}gateway:{${key.id}}:idem`;

  const tolerant = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      log.warn({ err: error }, 'no idempotency in redis, the services decide');
      return undefined;
    }
  };
  /** The value that was there before us, or null when the place is now ours. */
  const claim = async (key: Key): Promise<string | null> => {
    const set = await redis.set(place(key), key.bodyHash, {
      condition: 'NX',
      expiration: { type: 'EX', value: IN_PROGRESS_SECONDS },
    });
    return set === null ? await redis.get(place(key)) : null;
  };
  const earlier = (found: string, key: Key): Answer => {
    const [bodyHash, sealed] = found.split('.');
    if (bodyHash !== key.bodyHash) throw new DomainError('idempotency-key-reused');
    if (!sealed) throw new DomainError('request-in-progress', undefined, { retryAfterMs: 1000 });
    return cipher.open(sealed, key.id);
  };
  const keepAnswer = (key: Key, answer: Answer) =>
    redis.set(place(key), `${key.bodyHash}.${cipher.seal(answer, key.id)}`, {
      expiration: { type: 'EX', value: KEPT_SECONDS },
    });

  return {
    once: async (key, keep, work) => {
      const found = await tolerant(() => claim(key));
      if (found) return earlier(found, key);

      let answer: Answer;
      try {
        answer = await work();
      } catch (error) {
        await tolerant(() => redis.del(place(key)));
        throw error;
      }
      await tolerant<unknown>(() => (keep === 'answer-kept' ? keepAnswer(key, answer) : redis.del(place(key))));
      return answer;
    },
  };
}
