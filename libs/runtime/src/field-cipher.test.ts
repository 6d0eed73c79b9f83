import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldCipher, maskName, maskPhone } from './field-cipher.ts';

const aKey = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
const PLACE = { collection: 'users', id: 'usr_1', field: 'phone' };

/** The text with one bit of its ciphertext turned. */
function tamper(sealed: string, at: number): string {
  const [keyId = '', nonce = '', body = ''] = sealed.split('.');
  const bytes = Buffer.from(body, 'base64url');
  const index = at % bytes.length;
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  return [keyId, nonce, bytes.toString('base64url')].join('.');
}

describe('a sealed field', () => {
  it('opens where it was sealed, whatever the text', () => {
    const cipher = fieldCipher(aKey('k1'));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (plain, id) => {
        const place = { ...PLACE, id };
        expect(cipher.open(cipher.seal(plain, place), place)).toBe(plain);
      }),
    );
  });

  it('does not open after any bit of it was changed', () => {
    const cipher = fieldCipher(aKey('k1'));
    fc.assert(
      fc.property(fc.string(), fc.nat(), (plain, at) => {
        expect(() => cipher.open(tamper(cipher.seal(plain, PLACE), at), PLACE)).toThrow();
      }),
    );
  });

  it.each([{ collection: 'addresses' }, { id: 'usr_2' }, { field: 'name' }])('does not open at %o', (elsewhere) => {
    const cipher = fieldCipher(aKey('k1'));
    const sealed = cipher.seal('13812345678', PLACE);
    expect(() => cipher.open(sealed, { ...PLACE, ...elsewhere })).toThrow();
  });

  it('never looks the same twice and names its key', () => {
    const cipher = fieldCipher(aKey('k1'));
    const [one, two] = [cipher.seal('same', PLACE), cipher.seal('same', PLACE)];
    expect(one).not.toBe(two);
    expect(one).toMatch(/^k1\.[\w-]{16}\.[\w-]+$/);
  });

  it('does not open with a shortened tag', () => {
    const cipher = fieldCipher(aKey('k1'));
    const [keyId, nonce, body = ''] = cipher.seal('', PLACE).split('.');
    const short = Buffer.from(body, 'base64url').subarray(0, 12).toString('base64url');
    expect(() => cipher.open([keyId, nonce, short].join('.'), PLACE)).toThrow('malformed');
  });
});

describe('rotating keys', () => {
  it('opens what an older key sealed and asks for it to be sealed anew', () => {
    const old = aKey('k1');
    const sealed = fieldCipher(old).seal('张三', PLACE);
    const rotated = fieldCipher(`${aKey('k2')},${old}`);
    expect(rotated.open(sealed, PLACE)).toBe('张三');
    expect(rotated.needsReseal(sealed)).toBe(true);
    expect(rotated.needsReseal(rotated.seal('张三', PLACE))).toBe(false);
  });

  it('does not open what a dropped key sealed', () => {
    const sealed = fieldCipher(aKey('k1')).seal('x', PLACE);
    expect(() => fieldCipher(aKey('k2')).open(sealed, PLACE)).toThrow('sealed with key k1, which is unknown here');
  });

  it.each(['', 'k1', 'k1:c2hvcnQ=', ':AAAA', 'k 1:AAAA'])('refuses the key list %j', (keys) => {
    expect(() => fieldCipher(keys)).toThrow();
  });

  it('refuses two keys of one id', () => {
    expect(() => fieldCipher(`${aKey('k1')},${aKey('k1')}`)).toThrow('given twice');
  });
});

describe('masks', () => {
  it('show of a phone what its owner recognises', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
    expect(maskPhone('1381')).toBe('****');
  });

  it.each([
    ['张三', '张*'],
    ['欧阳修', '欧**'],
    ['Alexandra', 'A***'],
    ['张', '*'],
    ['', ''],
  ])('show of the name %j only %j', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});
