import type { IncomingMessage } from 'node:http';
import { DomainError } from '@social/contracts/errors';
import { type Guest, guestOf, newGuest } from '@social/runtime/guest-token';
import type { KeyRing } from '@social/runtime/key-ring';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Exchange } from './exchange.ts';

/*
 * Somebody who is not logged in has a cart by a token that we give out. Pages get it as a cookie that no script reads and
 * no other site sends or sets; apps get it in the header X-Guest. Whoever has the token is that guest, so it is in no URL,
 * no log and no answer but the one that hands it over.
 */

/** What is looked at of a request, and what is touched of its exchange. */
type Asking = Pick<IncomingMessage, 'method' | 'headers'>;
type Answering = { request: Asking; headers: Exchange['headers'] };

/** A guest, and the way their token comes and goes. */
export type Visitor = Guest & { by: 'cookie' | 'header' };

export type Guests = {
  /** The guest whom a request shows. Errors: guest-token-invalid, csrf-refused. */
  shown: (request: Asking) => Visitor | undefined;
  /** The guest whom a request shows, or a new one; hands a token over that is new or newly signed. Errors: those of `shown`. */
  welcome: (exchange: Answering) => Visitor;
  /** Takes the cookie away of whoever has logged in: what was theirs as a guest has moved. */
  dismiss: (exchange: Answering, visitor: Visitor) => void;
};

export type GuestOptions = {
  tokenKey: KeyRing;
  /** Origins whose pages may send the cookie. */
  origins: ReadonlySet<string>;
  /** Whether the public reaches us by https. */
  cookies: 'secure' | 'plain';
};

const MAX_AGE_SECONDS = 30 * 24 * 3600;

/** The prefix keeps sites beside ours from planting a cookie of theirs; browsers grant it over https alone. */
const NAMES = { secure: '__Host-guest', plain: 'guest' };

export function createGuests({ tokenKey, origins, cookies }: GuestOptions): Guests {
  const name = NAMES[cookies];
  const cookie = (value: string, maxAge: number): string =>
    stringifySetCookie({
      ...{ name, value, maxAge, path: '/', httpOnly: true, sameSite: 'strict' },
      secure: cookies === 'secure',
    });
  const isPage = (request: Asking) => isFromPage(request, origins);

  const shown = (request: Asking): Visitor | undefined => {
    const header = request.headers['x-guest'];
    if (header !== undefined) {
      const guest = guestOf(String(header), tokenKey);
      if (!guest) throw new DomainError('guest-token-invalid');
      return { ...guest, by: 'header' };
    }
    const guest = guestOf(parseCookie(request.headers.cookie ?? '')[name] ?? '', tokenKey);
    if (!guest) return undefined;
    // An access token is sent by scripts alone, and by none of another site.
    if (!isPage(request) && request.headers.authorization === undefined) throw new DomainError('csrf-refused');
    return { ...guest, by: 'cookie' };
  };

  return {
    shown,
    welcome: (exchange) => {
      const by = isPage(exchange.request) ? 'cookie' : 'header';
      const known = shown(exchange.request);
      const visitor = known ?? { ...newGuest(tokenKey), by };
      if (visitor.by === 'cookie') exchange.headers.push('set-cookie', cookie(visitor.token, MAX_AGE_SECONDS));
      else if (visitor.token !== exchange.request.headers['x-guest']) exchange.headers.push('x-guest', visitor.token);
      return visitor;
    },
    dismiss: (exchange, { by }) => {
      if (by === 'cookie') exchange.headers.push('set-cookie', cookie('', 0));
    },
  };
}

/**
 * Whether a page of ours asks: with a header that no form can set, and from an allowed Origin, which browsers name in all
 * that changes something.
 */
function isFromPage({ method, headers }: Asking, origins: ReadonlySet<string>): boolean {
  if (headers['x-csrf'] !== '1') return false;

  const { origin } = headers;
  return origin === undefined ? method === 'GET' || method === 'HEAD' : origins.has(origin);
}
