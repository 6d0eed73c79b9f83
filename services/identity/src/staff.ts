import { DomainError } from '@social/contracts/errors';
import { newId } from '@social/runtime/ids';
import { type AccountDeps, answerOf } from './accounts.ts';
import {
  newShopper,
  normalisePhone,
  type Post,
  personName,
  reassign,
  type User,
  type UserView,
  viewOf,
  withRequest,
} from './domain.ts';
import { requireStrongPassword } from './password-rules.ts';
import { type RequestKey, recordOf, repeatOf } from './requests.ts';

export type StaffForm = { phone: string; password: string; name: string; post: Post };

/**
 * Makes a staff account, or gives an existing one this post, name and password and ends its sessions.
 * Errors: phone-taken (a shopper has the phone), password-weak.
 */
export async function createStaff(deps: AccountDeps, form: StaffForm, key?: RequestKey): Promise<UserView> {
  const earlier = key && (await deps.users.byRequest(key.id));
  if (earlier) return answerOf(earlier, key);
  const phone = normalisePhone(form.phone);
  const name = personName(form.name);
  requireStrongPassword(form.password, phone);

  const passwordHash = await deps.passwords.hash(form.password);
  const known = await deps.users.byPhone(phone);
  if (known) return changeStaff(deps, known, { ...form, name, passwordHash }, key);

  const now = deps.clock.now();
  const staff: User = { ...newShopper({ userId: newId('usr'), phone, name, passwordHash }, now), ...form.post };
  await deps.users.insert(withRequest(staff, recordOf(key, viewOf(staff), now)));
  return createdOrRepeated(deps, phone, key);
}

async function changeStaff(
  { users, sessions, clock }: AccountDeps,
  known: User,
  { post, name, passwordHash }: StaffForm & { passwordHash: string },
  key: RequestKey | undefined,
): Promise<UserView> {
  const changed = await users.update(known.userId, (user) => {
    if (repeatOf(user.requests, key)) return user;
    const next = reassign(user, post, name, passwordHash);
    return withRequest(next, recordOf(key, viewOf(next), clock.now()));
  });
  await sessions.forgetBefore(changed.userId, changed.sessionEpoch);
  return answerOf(changed, key);
}

async function createdOrRepeated({ users }: AccountDeps, phone: string, key: RequestKey | undefined) {
  const user = key ? await users.byRequest(key.id) : await users.byPhone(phone);
  if (!user) throw new DomainError('version-conflict');

  return answerOf(user, key);
}

/** Makes sure that there is a first operator, who makes all other staff; an existing account is left as it is. */
export async function ensureOperator(deps: AccountDeps, phone: string, password: string): Promise<'made' | 'there'> {
  const normal = normalisePhone(phone);
  if (await deps.users.byPhone(normal)) return 'there';

  // The key lets two processes that start at once make one account.
  const key = { id: `bootstrap:${deps.index.first(normal)}`, bodyHash: '' };
  await createStaff(deps, { phone: normal, password, name: '平台运营', post: { role: 'operator' } }, key);
  return 'made';
}
