import { parse } from 'node:querystring';

/** The query of a URL; a name that comes twice is a list. */
export function queryOf(url: string): Record<string, string | string[] | undefined> {
  const at = url.indexOf('?');
  return at < 0 ? {} : { ...parse(url.slice(at + 1)) };
}
