import { createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';

/** Somebody who is not known by name, and the token that shows it is them: whoever has it is that guest. */
export type Guest = { id: string; token: string };

/** Bytes of an id that nobody can guess. */
const ID_BYTES = 24;

const mac = (id: string, key: KeyObject): string => createHmac('sha256', key).update(`guest|${id}`).digest('base64url');

/** A new guest. The signature keeps whoever reads a database with ids in it from being one of them. */
export function newGuest(key: KeyObject): Guest {
  const id = `gst_${randomBytes(ID_BYTES).toString('base64url')}`;
  return { id, token: `${id}.${mac(id, key)}` };
}

/** The guest whom a token of ours shows; undefined for any other text. */
export function guestOf(token: string, key: KeyObject): Guest | undefined {
  const [id = '', signature = '', ...more] = token.split('.');
  const expected = Buffer.from(mac(id, key));
  const given = Buffer.from(signature);
  const isOurs = more.length === 0 && given.length === expected.length && timingSafeEqual(given, expected);
  return isOurs ? { id, token } : undefined;
}
