import { readFileSync } from 'node:fs';
import { ConfigurationFault } from './config.ts';
import { REDIS } from './need.ts';

/** Where a Redis is, and how it is spoken to. */
export type RedisPlace = {
  /** Without what only we read in it. */
  url: string;
  username?: string;
  password?: string;
  /** Absent where the connection is not encrypted. */
  tls?: { tls: true; ca?: Buffer; cert?: Buffer; key?: Buffer };
};

/** By the names that MongoDB's URLs have for it. */
const FILES = { ca: 'tlsCAFile', cert: 'tlsCertificateFile', key: 'tlsCertificateKeyFile' } as const;

const WRONG =
  'a Redis URL is redis://host:6379 or rediss://user:password@host:6379 (in user and password escape : / ? # [ ] @ as %XX)';

function parse(text: string): URL {
  // The error of URL holds the text, and so the password; ours does not.
  if (!URL.canParse(text)) throw new ConfigurationFault(REDIS.variable, WRONG);
  const url = new URL(text);
  if (url.protocol !== 'redis:' && url.protocol !== 'rediss:') {
    throw new ConfigurationFault(REDIS.variable, WRONG);
  }
  return url;
}

/**
 * Reads `redis://host:6379` (plain) or `rediss://user:password@host:6379` (TLS); there `?tlsCAFile=/etc/redis/ca.crt` names
 * the CA that is no public one, `tlsCertificateFile` and `tlsCertificateKeyFile` our own certificate. The files are read
 * now. Errors: one that tells the form, never the value; ENOENT for a file.
 */
export function redisPlace(text: string): RedisPlace {
  const url = parse(text);
  const files = Object.entries(FILES).flatMap(([option, parameter]) => {
    const path = url.searchParams.get(parameter);
    return path ? [[option, readFileSync(path)]] : [];
  });
  if (files.length > 0 && url.protocol !== 'rediss:') {
    throw new ConfigurationFault(REDIS.variable, `${FILES.ca} is for rediss:// only`);
  }

  url.search = '';
  return {
    url: url.href,
    username: decodeURIComponent(url.username) || undefined,
    password: decodeURIComponent(url.password) || undefined,
    tls: url.protocol === 'rediss:' ? { tls: true, ...Object.fromEntries(files) } : undefined,
  };
}
