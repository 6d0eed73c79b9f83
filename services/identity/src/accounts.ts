import { DomainError } from '@social/contracts/errors';
import type { BlindIndex } from '@social/runtime/blind-index';
import type { Clock } from '@social/runtime/clock';
import { newId } from '@social/runtime/ids';
import type { Attempts } from './attempts.ts';
import type { Codes, Proof, Purpose } from './codes.ts';
import {
  newShopper,
  normalisePhone,
  personName,
  registrationMayRepeat,
  type User,
  type UserView,
  viewOf,
  withPassword,
  withRequest,
} from './domain.ts';
import { requireStrongPassword } from './password-rules.ts';
import type { Passwords } from './passwords.ts';
import { type RequestKey, recordOf, repeatOf } from './requests.ts';
import type { RefreshToken, Sessions } from './sessions.ts';
import type { AccessTokens } from './tokens.ts';
import type { Users } from './user-store.ts';

export type AccountDeps = {
  users: Users;
  codes: Codes;
  attempts: Attempts;
  sessions: Sessions;
  passwords: Passwords;
  tokens: AccessTokens;
  clock: Clock;
  /** By which phones are found. */
  index: BlindIndex;
};

/** What a log-in gives: an access token, the token that renews it, and who logged in. */
export type OpenSession = {
  access: { token: string; expiresAt: Date };
  refresh: RefreshToken;
  user: UserView;
};

export type Registration = { phone: string; code: string; password: string; name: string };

/** Most characters of a password that is looked at; longer ones cannot be anybody's. */
const LONGEST_PASSWORD = 512;

async function openSession({ sessions, tokens, clock }: AccountDeps, user: User): Promise<OpenSession> {
  const refresh = await sessions.start(user.userId, user.sessionEpoch);
  return { access: tokens.sign(user, clock.now()), refresh, user: viewOf(user) };
}

/** Sends a one-time code; the answer is the same whether or not the phone has an account. */
export async function sendCode({ codes }: AccountDeps, phone: string, purpose: Purpose): Promise<{ expiresAt: Date }> {
  return codes.send(normalisePhone(phone), purpose);
}

/** Makes a shopper's account of a phone that the code proves, and logs in. A repeated request logs in again. */
export async function register(deps: AccountDeps, given: Registration, key?: RequestKey): Promise<OpenSession> {
  const repeated = key && (await repeatedRegistration(deps, key));
  if (repeated) return openSession(deps, repeated);
  const phone = normalisePhone(given.phone);
  requireStrongPassword(given.password, phone);
  const userId = newId('usr');
  const name = personName(given.name || `用户${userId.slice(-6)}`);
  const usedBy = key?.id ?? userId;

  const proof = await deps.codes.prove(phone, 'register', given.code, usedBy);
  const passwordHash = await deps.passwords.hash(given.password);
  await deps.codes.use(proof, usedBy);
  return insertShopper(deps, newShopper({ userId, phone, name, passwordHash }, deps.clock.now()), key);
}

async function insertShopper(deps: AccountDeps, shopper: User, key: RequestKey | undefined): Promise<OpenSession> {
  const user = withRequest(shopper, recordOf(key, 'registered', shopper.createdAt));
  if ((await deps.users.insert(user)) === 'inserted') return openSession(deps, user);

  const earlier = key && (await repeatedRegistration(deps, key));
  if (!earlier) throw new DomainError('phone-taken');
  return openSession(deps, earlier);
}

/** The account that this very request made. Errors: idempotency-key-reused, phone-taken (long ago). */
async function repeatedRegistration({ users, clock }: AccountDeps, key: RequestKey): Promise<User | undefined> {
  const user = await users.byRequest(key.id);
  if (!user) return undefined;
  repeatOf(user.requests, key);
  if (!registrationMayRepeat(user, clock.now())) throw new DomainError('phone-taken');

  return user;
}

/** Whether the password is the user's, counted against the tries of the phone. Errors: credentials-wrong, log-in-busy. */
async function checkPassword(deps: AccountDeps, phone: string, user: User | undefined, password: string) {
  const phoneIndex = deps.index.first(phone);
  await deps.attempts.begin(phoneIndex);
  const fits = await deps.passwords
    .fits(password.slice(0, LONGEST_PASSWORD), user?.passwordHash)
    .catch(async (error) => {
      await deps.attempts.undo(phoneIndex);
      throw error;
    });
  if (!fits || !user) throw new DomainError('credentials-wrong');

  await deps.attempts.clear(phoneIndex);
  return user;
}

/** Logs in by password; an unknown phone takes as long and hears the same as a wrong password. */
export async function logInWithPassword(deps: AccountDeps, phone: string, password: string): Promise<OpenSession> {
  const normal = normalisePhone(phone);
  const user = await checkPassword(deps, normal, await deps.users.byPhone(normal), password);
  return openSession(deps, user);
}

/** Logs in by a code sent to the phone. Errors: code-wrong, credentials-wrong (the phone has no account). */
export async function logInWithCode(deps: AccountDeps, phone: string, code: string): Promise<OpenSession> {
  const normal = normalisePhone(phone);
  await useCode(deps, normal, 'log-in', code);
  const user = await deps.users.byPhone(normal);
  if (!user) throw new DomainError('credentials-wrong');

  return openSession(deps, user);
}

async function useCode({ codes }: AccountDeps, phone: string, purpose: Purpose, code: string): Promise<void> {
  const usedBy = newId('use');
  await codes.use(await codes.prove(phone, purpose, code, usedBy), usedBy);
}

/** Renews both tokens. Errors: refresh-token-invalid (also after the password was reset), refresh-token-reused. */
export async function refreshSession(deps: AccountDeps, token: string): Promise<OpenSession> {
  const refreshed = await deps.sessions.rotate(token);
  const user = await deps.users.byId(refreshed.userId);
  if (!user || user.sessionEpoch !== refreshed.sessionEpoch) throw new DomainError('refresh-token-invalid');

  const refresh = { token: refreshed.token, expiresAt: refreshed.expiresAt };
  return { access: deps.tokens.sign(user, deps.clock.now()), refresh, user: viewOf(user) };
}

/** Sets a new password by a code and ends every session of the account. Errors: code-wrong, password-weak. */
export async function resetPassword(deps: AccountDeps, phone: string, code: string, password: string): Promise<void> {
  const normal = normalisePhone(phone);
  requireStrongPassword(password, normal);
  const usedBy = newId('use');
  const proof: Proof = await deps.codes.prove(normal, 'reset-password', code, usedBy);
  const passwordHash = await deps.passwords.hash(password);
  await deps.codes.use(proof, usedBy);
  const user = await deps.users.byPhone(normal);
  if (!user) throw new DomainError('code-wrong');

  const { sessionEpoch } = await deps.users.update(user.userId, (known) => withPassword(known, passwordHash));
  await deps.sessions.forgetBefore(user.userId, sessionEpoch);
  await deps.attempts.clear(deps.index.first(normal));
}

export type PhoneChange = { newPhone: string; code: string; password: string };

/** Moves an account to a phone that the code proves; the password proves the account. */
export async function changePhone(deps: AccountDeps, userId: string, given: PhoneChange): Promise<UserView> {
  const phone = normalisePhone(given.newPhone);
  const user = await deps.users.byId(userId);
  if (!user) throw new DomainError('user-not-found');
  await checkPassword(deps, user.phone, user, given.password);
  await useCode(deps, phone, 'change-phone', given.code);

  return viewOf(await deps.users.update(userId, (known) => ({ ...known, phone })));
}

/** Changes what people see of a user. A repeated request gets the first answer. */
export async function updateProfile(
  { users, clock }: AccountDeps,
  userId: string,
  given: { name: string },
  key?: RequestKey,
): Promise<UserView> {
  const name = personName(given.name);
  const user = await users.update(userId, (known) => {
    if (repeatOf(known.requests, key)) return known;
    const renamed = { ...known, name };
    return withRequest(renamed, recordOf(key, viewOf(renamed), clock.now()));
  });
  return answerOf(user, key);
}

/** What the request with this key was answered; without a key, the user as they are. */
export function answerOf(user: User, key: RequestKey | undefined): UserView {
  const record = repeatOf(user.requests, key);
  return record ? (JSON.parse(record.answer) as UserView) : viewOf(user);
}
