import { DomainError } from '@social/contracts/errors';
import { maskPhone } from '@social/runtime/field-cipher';
import { type RequestRecord, remember } from './requests.ts';

/** `shopper` buys; `merchant-staff` runs one merchant's shop; `operator` runs the platform. An account has one role. */
export const ROLES = ['shopper', 'merchant-staff', 'operator'] as const;
export type Role = (typeof ROLES)[number];

/** A person with an account. */
export type User = {
  userId: string;
  /** Eleven digits, mainland China; what a person logs in with, unique. */
  phone: string;
  name: string;
  passwordHash: string;
  role: Role;
  /** Whom a staff member works for; absent for everyone else. */
  merchantId?: string;
  createdAt: Date;
  /** Counts changes of the credentials: a session begun under an older one is over. */
  sessionEpoch: number;
  requests: RequestRecord[];
};

/** What leaves the service of a user: the phone only masked. */
export type UserView = {
  userId: string;
  name: string;
  phoneMasked: string;
  roles: Role[];
  merchantId: string;
  /** ISO 8601. */
  createdAt: string;
};

export const viewOf = (user: User): UserView => ({
  userId: user.userId,
  name: user.name,
  phoneMasked: maskPhone(user.phone),
  roles: [user.role],
  merchantId: user.merchantId ?? '',
  createdAt: user.createdAt.toISOString(),
});

const MAINLAND_MOBILE = /^1[3-9]\d{9}$/;

/** A phone as it is stored: eleven digits, without country code, spaces or dashes. Errors: phone-invalid. */
export function normalisePhone(given: string): string {
  const phone = given.replace(/[\s-]/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
  if (!MAINLAND_MOBILE.test(phone)) throw new DomainError('phone-invalid');

  return phone;
}

/** A trimmed text of 1 to `longest` characters on one line. Errors: request-invalid, naming the field. */
export function line(field: string, given: string, longest: number): string {
  const text = given.normalize('NFC').trim();
  const fits = text !== '' && [...text].length <= longest && !/\p{Cc}/u.test(text);
  if (!fits) {
    const message = `must be one line of 1 to ${longest} characters`;
    throw new DomainError('request-invalid', undefined, { errors: [{ path: field, message }] });
  }

  return text;
}

const LONGEST_NAME = 40;

/** The name people see. Errors: request-invalid. */
export const personName = (given: string): string => line('name', given, LONGEST_NAME);

export type NewUser = { userId: string; phone: string; name: string; passwordHash: string };

/** An account as it begins: a shopper's. */
export const newShopper = (given: NewUser, now: Date): User => ({
  ...given,
  role: 'shopper',
  createdAt: now,
  sessionEpoch: 0,
  requests: [],
});

/** What an operator decides about a staff account. */
export type Post = { role: Role; merchantId?: string };

/** The post that a request names. Errors: request-invalid (unknown role, or staff of no merchant). */
export function postOf(role: string, merchantId: string): Post {
  if (role === 'operator') return { role };
  if (role === 'merchant-staff' && merchantId !== '') return { role, merchantId };

  const path = role === 'merchant-staff' ? 'merchantId' : 'role';
  const message = path === 'role' ? 'must be operator or merchant-staff' : 'is required for merchant-staff';
  throw new DomainError('request-invalid', undefined, { errors: [{ path, message }] });
}

/**
 * Gives a staff account another post, name and password, which ends its sessions.
 * A shopper's account is never taken over. Errors: phone-taken.
 */
export function reassign(user: User, post: Post, name: string, passwordHash: string): User {
  if (user.role === 'shopper') throw new DomainError('phone-taken');

  const { merchantId: _left, ...rest } = user;
  return { ...withPassword(rest, passwordHash), ...post, name };
}

/** A new password ends every session of the account. */
export const withPassword = (user: User, passwordHash: string): User => ({
  ...user,
  passwordHash,
  sessionEpoch: user.sessionEpoch + 1,
});

export const withRequest = (user: User, record: RequestRecord | undefined): User => ({
  ...user,
  requests: remember(user.requests, record),
});

/** How long after registering the same request may still be answered with a session. */
const REGISTER_REPEAT_MS = 24 * 60 * 60 * 1000;

/** Whether a repeated registration may open a session: soon after, and while its password still stands. */
export const registrationMayRepeat = (user: User, now: Date): boolean =>
  user.sessionEpoch === 0 && now.getTime() - user.createdAt.getTime() < REGISTER_REPEAT_MS;
