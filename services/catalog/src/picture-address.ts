import { BlockList, isIP } from 'node:net';
import { createRecent } from '@social/runtime/recent';

/** Longest address that is kept. */
const MAX_LENGTH = 2000;

/** Ranges that no public server has (IANA's registries of special-purpose addresses). */
const NOT_PUBLIC_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24'],
  ...['203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];

/** What of IPv6 is routed at all; of it, what leads to an IPv4 address or nowhere. */
const ROUTED_V6 = '2000::/3';
const NOT_PUBLIC_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

/** Names that only one network or machine knows. */
const INNER_NAMES = new Set([
  ...['localhost', 'localdomain', 'local', 'internal', 'intranet', 'private', 'corp', 'home', 'lan'],
  ...['arpa', 'onion', 'invalid', 'alt'],
]);

function blockListOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [net = '', prefix = ''] = range.split('/');
    list.addSubnet(net, Number(prefix), family);
  }
  return list;
}

const innerV4 = blockListOf(NOT_PUBLIC_V4, 'ipv4');
const routedV6 = blockListOf([ROUTED_V6], 'ipv6');
const innerV6 = blockListOf(NOT_PUBLIC_V6, 'ipv6');

/** A name that the whole world can look up: two labels or more, none of them an inner one at the end. */
function isPublicName(name: string): boolean {
  const labels = name.replace(/\.$/, '').split('.');
  return labels.length > 1 && labels.every((label) => label !== '') && !INNER_NAMES.has(labels.at(-1) ?? '');
}

/** Of a host as the URL standard writes it: every notation of an IPv4 address has become four decimal numbers by then. */
function isPublicHost(hostname: string): boolean {
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(address) === 4) return !innerV4.check(address, 'ipv4');
  if (isIP(address) === 6) return routedV6.check(address, 'ipv6') && !innerV6.check(address, 'ipv6');

  return isPublicName(address);
}

/**
 * A path on the platform itself. Browsers read two slashes as another host, a backslash as a slash, and nothing at all for
 * a tab or the end of a line.
 */
const isOwnPath = (text: string): boolean => /^\/(?!\/)[^\\\p{Cc}]*$/u.test(text);

function isAddress(text: string): boolean {
  const url = /^https?:\/\/[^\s\\]+$/.test(text) ? URL.parse(text) : null;
  return url !== null && url.username === '' && url.password === '' && isPublicHost(url.hostname);
}

/** An import asks of each of its addresses two times or more. */
const known = createRecent<boolean>(500);

/**
 * Whether a text can be a picture's address: a path on the platform itself, or http(s) to a public host. One that leads
 * inside (to a private, loopback, link-local or metadata address, or a name of the inner network) or carries credentials
 * is not. Nothing is ever fetched by the platform; whoever shows the picture would be the one to ask.
 */
export function isPicture(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  if (text.startsWith('/')) return isOwnPath(text);

  const before = known.get(text);
  if (before !== undefined) return before;

  const answer = isAddress(text);
  known.set(text, answer);
  return answer;
}
