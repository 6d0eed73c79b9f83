import type { IncomingMessage } from 'node:http';
import { DomainError } from '@social/contracts/errors';
import { parseCookie, stringifySetCookie } from 'cookie';

const NAME = 'refresh';

const cookie = (value: string, expires: Date, kind: 'secure' | 'plain'): string =>
  stringifySetCookie({
    name: NAME,
    value,
    expires,
    path: '/v1/auth',
    httpOnly: true,
    sameSite: 'strict',
    secure: kind === 'secure',
  });

/** Set-Cookie that hands a refresh token to a browser; no script can read it, and only /v1/auth gets it. */
export const refreshCookie = cookie;

/** Set-Cookie that takes it away. */
export const noRefreshCookie = (kind: 'secure' | 'plain'): string => cookie('', new Date(0), kind);

/** A refresh token as it came, and the way it came. */
export type RefreshToken = { token: string; by: 'body' | 'cookie' };

/**
 * The refresh token of an app's body or of a browser's cookie. A cookie comes along whoever made the browser ask, so it
 * counts only from a page of ours: an allowed Origin, and a header no form can set.
 * Errors: csrf-refused, refresh-token-invalid (none at all).
 */
export function refreshTokenOf(
  request: IncomingMessage,
  fromBody: string | undefined,
  origins: ReadonlySet<string>,
): RefreshToken {
  if (fromBody !== undefined) return { token: fromBody, by: 'body' };

  const token = parseCookie(request.headers.cookie ?? '')[NAME];
  if (!token) throw new DomainError('refresh-token-invalid', 'there is no refresh token');
  const { origin = '', 'x-csrf': csrf } = request.headers;
  if (!origins.has(origin) || csrf !== '1') throw new DomainError('csrf-refused');
  return { token, by: 'cookie' };
}
