import { isKey } from '@social/runtime/objects';
import { BSON } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { openAddress } from '../address.ts';
import { anOrder, aPaidSeat, aShipped, cipher, HOME } from '../fixtures.ts';
import { keyOfFile, packed, unpacked } from './file.ts';

const ORDERS = [anOrder(), aPaidSeat(), aShipped()];

describe('a file of the archive', () => {
  it('gives back the orders as they were, addresses sealed', async () => {
    const { bytes, ...content } = await packed(ORDERS);
    const back = await unpacked(bytes, content);

    expect(back.map((order) => BSON.EJSON.stringify(order))).toEqual(
      ORDERS.map((order) => BSON.EJSON.stringify(order)),
    );
    const [first] = back;
    expect(first?.created_at).toBeInstanceOf(Date);
    expect(bytes.toString('latin1')).not.toContain(HOME.phone);
    expect(first?.address?.phone).not.toContain(HOME.phone);
    expect(first?.address && openAddress(cipher, first._id, first.address)).toEqual(HOME);
  });

  it('is refused when it is gone, cut off, changed, or has another number of orders', async () => {
    const { bytes, ...content } = await packed(ORDERS);
    const other = await packed(ORDERS.slice(1));

    await expect(unpacked(undefined, content)).rejects.toThrow('it is not there');
    await expect(unpacked(bytes.subarray(0, bytes.length / 2), content)).rejects.toThrow();
    await expect(unpacked(other.bytes, content)).rejects.toThrow('another than was written');
    await expect(unpacked(bytes, { ...content, count: 2 })).rejects.toThrow('it holds 3 orders, not 2');
  });

  it('has a place that its content gives', async () => {
    const { sha256 } = await packed(ORDERS);
    const key = keyOfFile(ORDERS, sha256);

    expect(key).toMatch(/^orders\/2026\/ord_[0-9a-f-]+-[0-9a-f]{16}\.ndjson\.gz$/);
    expect(isKey(key)).toBe(true);
    expect(keyOfFile(ORDERS, (await packed(ORDERS)).sha256)).toBe(key);
  });
});
