import { createPublicKey, type KeyObject, verify as verifySignature } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import type { Clock } from '@social/runtime/clock';
import type { Logger } from '@social/runtime/log';
import { createRecent } from '@social/runtime/recent';
import { z } from 'zod';
import type { Session } from './route.ts';
import { createSecondSight } from './second-sight.ts';

const Jwks = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.literal('RSA'), n: z.string(), e: z.string() })),
});
/** Strict: a header that asks for more (`crit`, another algorithm, a key of its own) is not one of ours. */
const Header = z.strictObject({ alg: z.literal('RS256'), kid: z.string(), typ: z.literal('JWT').optional() });
const Claims = z.object({
  iss: z.literal('social'),
  aud: z.literal('social'),
  sub: z.string().min(1),
  exp: z.number(),
  roles: z.array(z.string()),
  mid: z.string().optional(),
});

/** An unknown key id makes us ask for the keys again, at most this often; sooner where we got no answer. */
const REFETCH_MS = 5000;
const RETRY_MS = 200;
/** Sessions remembered by their token, of about 700 bytes each. */
const MOST_SESSIONS = 5000;

export type AccessTokens = {
  /** Who the Authorization header says is asking. Errors: unauthenticated; service-unavailable while nobody can tell. */
  verify: (authorization: string | undefined) => Session | Promise<Session>;
  /** Fetches the keys; for the start and for readiness. */
  load: () => Promise<void>;
  loaded: () => boolean;
};

type Options = { fetchJwks: () => Promise<string>; clock: Clock; log: Logger };

/**
 * Verifies access tokens against identity's public keys, which are fetched again when a key id is new. By hand and not
 * by a JWT library, because in a rush every token is new: with the key parsed once and one algorithm, a token costs the
 * signature check and little else, half of what the library took.
 */
export function createAccessTokens({ fetchJwks, clock, log }: Options): AccessTokens {
  let keys = new Map<string, KeyObject>();
  /** All tokens of one key start with the same header, so it is read once. */
  const byHeader = new Map<string, KeyObject>();
  const sessions = createRecent<Session>(MOST_SESSIONS);
  const sight = createSecondSight();
  let nextFetchAt = Number.NEGATIVE_INFINITY;
  let isFetched = false;
  let fetching: Promise<void> | undefined;

  const fetchKeys = async () => {
    nextFetchAt = clock.now().getTime() + RETRY_MS;
    isFetched = false;
    const jwks = Jwks.parse(JSON.parse(await fetchJwks()));
    keys = new Map(
      jwks.keys.map(({ kid, kty, n, e }) => [kid, createPublicKey({ key: { kty, n, e }, format: 'jwk' })]),
    );
    byHeader.clear();
    // A key that was withdrawn takes its tokens with it.
    sessions.clear();
    nextFetchAt = clock.now().getTime() + REFETCH_MS;
    isFetched = true;
    log.info({ keys: [...keys.keys()] }, 'access token keys');
  };
  const load = () => {
    fetching ??= fetchKeys().finally(() => {
      fetching = undefined;
    });
    return fetching;
  };
  const find = (header: string): KeyObject | undefined => {
    const kid = headerOf(header)?.kid;
    const key = kid === undefined ? undefined : keys.get(kid);
    // Bounded: one header can be spelled in many ways.
    if (key && byHeader.size < 100) byHeader.set(header, key);
    return key;
  };
  const findAgain = async (header: string): Promise<KeyObject> => {
    const kid = headerOf(header)?.kid;
    if (kid === undefined) throw unknownKey('no known key');

    const due = clock.now().getTime() >= nextFetchAt;
    if (due || fetching) await load().catch((error) => log.warn({ err: error }, 'no keys'));
    const key = find(header);
    if (key) return key;
    // Nobody is sent to log in anew because identity could not be asked about a key.
    if (!isFetched) throw new DomainError('service-unavailable', undefined, { retryAfterMs: 1000 });
    // As people may be told of it; what strangers write is not repeated at length.
    throw unknownKey(`key ${kid.slice(0, 40)}`);
  };
  const open = (token: string, key: KeyObject): Session => {
    const session = sessionOf(token, key, clock.now());
    if (sight.has(token)) sessions.set(token, session);
    else sight.note(token);
    return session;
  };

  return {
    load,
    loaded: () => keys.size > 0,
    verify: (authorization) => {
      const token = bearerOf(authorization);
      // To look a token up is to hash all of it, which is for nothing where each comes once.
      const known = sight.has(token) ? sessions.get(token) : undefined;
      if (known) return unexpired(known, clock.now());

      const header = token.slice(0, token.indexOf('.'));
      const key = byHeader.get(header) ?? find(header);
      return key ? open(token, key) : findAgain(header).then((found) => open(token, found));
    },
  };
}

const SCHEME = 'bearer ';

function bearerOf(authorization = ''): string {
  const token = authorization.slice(SCHEME.length);
  const bearer = authorization.slice(0, SCHEME.length).toLowerCase() === SCHEME;
  if (!bearer || token === '' || token.includes(' ') || token.length > 4096) throw new DomainError('unauthenticated');
  return token;
}

const fromBase64 = (segment: string): unknown => {
  try {
    return JSON.parse(Buffer.from(segment, 'base64url').toString());
  } catch {
    return undefined;
  }
};

const headerOf = (segment: string) => Header.safeParse(fromBase64(segment)).data;

const unknownKey = (what: string) =>
  new DomainError('unauthenticated', `the access token is signed with ${what}, which is none of ours`);

function unexpired(session: Session, now: Date): Session {
  if (session.expiresAt > now) return session;

  throw new DomainError('unauthenticated', 'the access token has expired');
}

/** What a token says, once its signature holds. Errors: unauthenticated. */
function sessionOf(token: string, key: KeyObject, now: Date): Session {
  const signed = token.lastIndexOf('.');
  const signature = Buffer.from(token.slice(signed + 1), 'base64url');
  if (!verifySignature('RSA-SHA256', Buffer.from(token.slice(0, signed)), key, signature)) {
    throw new DomainError('unauthenticated', 'the access token is not ours');
  }

  const claims = Claims.safeParse(fromBase64(token.slice(token.indexOf('.') + 1, signed)));
  if (!claims.success) throw new DomainError('unauthenticated', 'the access token is not for us');
  const { sub, roles, mid, exp } = claims.data;
  return unexpired({ caller: { userId: sub, roles, merchantId: mid }, expiresAt: new Date(exp * 1000) }, now);
}
