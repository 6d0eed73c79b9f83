import { createHash, randomBytes } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import type { Clock } from '@social/runtime/clock';
import { newId } from '@social/runtime/ids';
import type { Collection, Db } from 'mongodb';

/** A refresh token is good for 30 days; each rotation gives a new one its own 30 days. */
export const REFRESH_LIFE_MS = 30 * 24 * 60 * 60 * 1000;

/** One log-in and the chain of refresh tokens that came of it. Tokens are stored as SHA-256 only. */
type SessionDoc = {
  _id: string;
  user_id: string;
  session_epoch: number;
  family_hash: string;
  /** Of the only token that is good now. */
  secret_hash: string;
  created_at: Date;
  refreshed_at: Date;
  expires_at: Date;
};

export type RefreshToken = { token: string; expiresAt: Date };

/** Whose session was refreshed, and under which credentials it began. */
export type Refreshed = RefreshToken & { userId: string; sessionEpoch: number };

export type Sessions = {
  /** Begins a session: a new family with its first token. */
  start: (userId: string, sessionEpoch: number) => Promise<RefreshToken>;
  /**
   * Takes a token and gives the next one. Of two at once with the same token one wins; the other is a reuse.
   * Errors: refresh-token-invalid, refresh-token-reused (and the family is over).
   */
  rotate: (token: string) => Promise<Refreshed>;
  /** Ends the token's family, if it has one. */
  end: (token: string) => Promise<void>;
  /** Forgets the families of an account that began before this epoch: they are over anyway. */
  forgetBefore: (userId: string, sessionEpoch: number) => Promise<void>;
};

const HALF_BYTES = 16;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64url');

/**
 * 32 random bytes: the first half names the family and stays, the second is new each time. So an old token still
 * leads to its family, and reuse is seen without keeping a list of every token there was.
 */
function mint(family: Buffer): { token: string; secretHash: string } {
  const secret = randomBytes(HALF_BYTES);
  return { token: Buffer.concat([family, secret]).toString('base64url'), secretHash: sha256(secret) };
}

/** The halves of a token. Errors: refresh-token-invalid, when it is not of our making. */
function halves(token: string): { family: Buffer; familyHash: string; secretHash: string } {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 2 * HALF_BYTES) throw new DomainError('refresh-token-invalid');

  const family = bytes.subarray(0, HALF_BYTES);
  return { family, familyHash: sha256(family), secretHash: sha256(bytes.subarray(HALF_BYTES)) };
}

/** Sessions of people, one document a family, so that rotation is one conditional write. */
export async function openSessions(db: Db, clock: Clock): Promise<Sessions> {
  const collection: Collection<SessionDoc> = db.collection('sessions');
  await collection.createIndexes([
    { key: { family_hash: 1 }, name: 'family', unique: true },
    { key: { user_id: 1 }, name: 'user' },
    { key: { expires_at: 1 }, name: 'gone', expireAfterSeconds: 0 },
  ]);
  const lifeFrom = (now: Date) => new Date(now.getTime() + REFRESH_LIFE_MS);

  return {
    start: async (userId, sessionEpoch) => {
      const now = clock.now();
      const family = randomBytes(HALF_BYTES);
      const { token, secretHash } = mint(family);
      await collection.insertOne({
        _id: newId('ses'),
        user_id: userId,
        session_epoch: sessionEpoch,
        family_hash: sha256(family),
        secret_hash: secretHash,
        created_at: now,
        refreshed_at: now,
        expires_at: lifeFrom(now),
      });
      return { token, expiresAt: lifeFrom(now) };
    },
    rotate: async (token) => {
      const now = clock.now();
      const { family, familyHash, secretHash } = halves(token);
      const next = mint(family);
      const rotated = await collection.findOneAndUpdate(
        { family_hash: familyHash, secret_hash: secretHash, expires_at: { $gt: now } },
        { $set: { secret_hash: next.secretHash, refreshed_at: now, expires_at: lifeFrom(now) } },
      );
      if (rotated) {
        const { user_id: userId, session_epoch: sessionEpoch } = rotated;
        return { token: next.token, expiresAt: lifeFrom(now), userId, sessionEpoch };
      }

      const reused = await collection.findOneAndDelete({ family_hash: familyHash });
      const isReuse = reused !== null && reused.secret_hash !== secretHash;
      throw new DomainError(isReuse ? 'refresh-token-reused' : 'refresh-token-invalid');
    },
    end: async (token) => {
      const bytes = Buffer.from(token, 'base64url').subarray(0, HALF_BYTES);
      await collection.deleteOne({ family_hash: sha256(bytes) });
    },
    forgetBefore: async (userId, sessionEpoch) => {
      await collection.deleteMany({ user_id: userId, session_epoch: { $lt: sessionEpoch } });
    },
  };
}
