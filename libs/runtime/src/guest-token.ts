import { createHmac, type KeyObject, randomBytes } from 'node:crypto';
import { isMadeBy, type KeyRing } from './key-ring.ts';

/** Somebody who is not known by name, and the token that shows it is them: whoever has it is that guest. */
export type Guest = { id: string; token: string };

/** Bytes of an id that nobody can guess. */
const ID_BYTES = 24;

const mac = (id: string, key: KeyObject): string => createHmac('sha256', key).update(`guest|${id}`).digest('base64url');

const signed = (id: string, [key]: KeyRing): Guest => ({ id, token: `${id}.${mac(id, key)}` });

/** A new guest. The signature keeps whoever reads a database with ids in it from being one of them. */
export const newGuest = (keys: KeyRing): Guest => signed(`gst_${randomBytes(ID_BYTES).toString('base64url')}`, keys);

/** The guest whom a token of ours shows, with the token that the first key signs; undefined for any other text. */
export function guestOf(token: string, keys: KeyRing): Guest | undefined {
  const [id = '', signature = '', ...more] = token.split('.');
  const isOurs = isMadeBy(keys, Buffer.from(signature), (key) => Buffer.from(mac(id, key)));
  return isOurs && more.length === 0 ? signed(id, keys) : undefined;
}
