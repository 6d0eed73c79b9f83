import { createHmac, type KeyObject } from 'node:crypto';
import { DomainError } from '@social/contracts/errors';
import { isMadeBy, type KeyRing } from './key-ring.ts';

/** Who a request inside the platform is for: a person as the gateway knew them, or a service on its own account. */
export type Caller = {
  userId: string;
  /** `shopper`, `merchant-staff`, `operator`; a service has `service`. */
  roles: readonly string[];
  /** The merchant that a staff member works for. */
  merchantId?: string;
};

export const ANONYMOUS: Caller = { userId: '', roles: [] };

/** A service speaking for itself, e.g. `service:orders`. */
export const serviceCaller = (service: string): Caller => ({ userId: `service:${service}`, roles: ['service'] });

const mac = (payload: string, key: KeyObject) => createHmac('sha256', key).update(payload).digest('base64url');

/** Signs a caller for the next hop; valid for `ttlMs` from `now`. HMAC-SHA256, as both ends are ours. */
export function signCaller(caller: Caller, [key]: KeyRing, now: number, ttlMs = 60_000): string {
  const claims = { u: caller.userId, r: caller.roles, m: caller.merchantId, e: now + ttlMs };
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${payload}.${mac(payload, key)}`;
}

/** The caller that a token names. Errors: unauthenticated (forged, torn or expired). */
export function verifyCaller(token: string, keys: KeyRing, now: number): Caller {
  const [payload = '', signature = '', ...more] = token.split('.');
  const signed = isMadeBy(keys, Buffer.from(signature), (key) => Buffer.from(mac(payload, key)));
  if (!signed || more.length > 0) {
    throw new DomainError('unauthenticated', 'the identity token is not signed with a key of INTERNAL_TOKEN_KEY');
  }

  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  if (claims.e < now) throw new DomainError('unauthenticated', 'the identity token has expired');
  return { userId: claims.u, roles: claims.r, merchantId: claims.m };
}

export const hasRole = (caller: Caller, role: string): boolean => caller.roles.includes(role);

/** Errors: forbidden, unless the caller has the role. */
export function requireRole(caller: Caller, role: string): void {
  if (!hasRole(caller, role)) throw new DomainError('forbidden');
}

/** Errors: unauthenticated, unless a person or service is known. */
export function requireCaller(caller: Caller): void {
  if (caller.userId === '') throw new DomainError('unauthenticated');
}

/** Errors: forbidden, unless the caller is an operator or works for the merchant. */
export function requireMerchant(caller: Caller, merchantId: string): void {
  if (!worksFor(caller, merchantId)) throw new DomainError('forbidden');
}

/** Whether the caller is an operator or works for the merchant. */
export const worksFor = (caller: Caller, merchantId: string): boolean =>
  hasRole(caller, 'operator') || (hasRole(caller, 'merchant-staff') && caller.merchantId === merchantId);
