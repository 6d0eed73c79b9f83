import { serviceCaller } from '@social/runtime/caller';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aShopper, type Identity, refusal, startIdentity } from './harness.ts';

let identity: Identity;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.stop());

const HOME = { recipient: '林小满', phone: '138 1234 5678', districtCode: '330106', detail: '古墩路 88 号 3 幢 502' };

describe('addresses', () => {
  it('come back with the names of their region, the first one as the default', async () => {
    const { caller } = await aShopper(identity);
    const saved = await identity.client.SaveAddress(HOME, { caller });

    const region = {
      province: '浙江省',
      city: '杭州市',
      district: '西湖区',
      provinceCode: '330000',
      cityCode: '330100',
    };
    expect(saved).toMatchObject({ ...HOME, ...region, phone: '13812345678', isDefault: true });
    expect(await identity.client.GetAddress({ addressId: saved.addressId }, { caller })).toEqual(saved);
    expect((await identity.client.ListAddresses({}, { caller })).addresses).toEqual([saved]);
  });

  it('stand in the database unreadable', async () => {
    const { caller, userId } = await aShopper(identity);
    const request = { id: `address:${userId}`, bodyHash: 'one' };
    await identity.client.SaveAddress({ ...HOME, request }, { caller });
    const book = await identity.db.collection<{ _id: string }>('address_books').findOne({ _id: userId });
    const raw = JSON.stringify(book);
    for (const secret of ['林小满', '13812345678', '古墩路']) expect(raw).not.toContain(secret);
  });

  it('of another person are not found, to read, change or delete', async () => {
    const [owner, other] = [await aShopper(identity), await aShopper(identity)];
    const { addressId } = await identity.client.SaveAddress(HOME, { caller: owner.caller });
    const { client } = identity;
    const { caller } = other;
    for (const call of [
      () => client.GetAddress({ addressId }, { caller }),
      () => client.SaveAddress({ ...HOME, addressId }, { caller }),
      () => client.DeleteAddress({ addressId }, { caller }),
    ]) {
      await expect(call()).rejects.toMatchObject(refusal('address-not-found'));
    }
    await expect(client.GetAddress({ addressId })).rejects.toMatchObject(refusal('unauthenticated'));
  });

  it('of many people are read at once by services, and never as another’s', async () => {
    const [owner, other] = [await aShopper(identity), await aShopper(identity)];
    const home = await identity.client.SaveAddress(HOME, { caller: owner.caller });
    const { addressId } = home;
    const of = [owner, other].map(({ userId }) => ({ userId, addressId }));
    const answer = await identity.client.GetAddresses({ of }, { caller: serviceCaller('orders') });
    expect(answer.addresses.map((address) => address.addressId)).toEqual([addressId, '']);
    expect(answer.addresses[0]).toEqual(home);
    const asked = identity.client.GetAddresses({ of }, { caller: owner.caller });
    await expect(asked).rejects.toMatchObject(refusal('forbidden'));
  });

  it('have one default, which passes on when it is deleted', async () => {
    const { caller } = await aShopper(identity);
    const save = (given: object) => identity.client.SaveAddress({ ...HOME, ...given }, { caller });
    const list = async () => (await identity.client.ListAddresses({}, { caller })).addresses;
    const [first, second] = [await save({}), await save({ isDefault: true })];
    expect((await list()).map(({ addressId, isDefault }) => [addressId, isDefault])).toEqual([
      [second.addressId, true],
      [first.addressId, false],
    ]);
    await identity.client.DeleteAddress({ addressId: second.addressId }, { caller });
    expect(await list()).toEqual([{ ...first, isDefault: true }]);
  });

  it('are at most twenty, even when thirty are saved at once', async () => {
    const { caller } = await aShopper(identity);
    let failures = 0;
    for (let i = 0; i < 10; i++) {
      const three = Array.from({ length: 3 }, () => identity.client.SaveAddress(HOME, { caller }));
      const results = await Promise.allSettled(three);
      failures += results.filter(({ status }) => status === 'rejected').length;
    }
    const { addresses } = await identity.client.ListAddresses({}, { caller });
    expect(addresses).toHaveLength(20);
    expect(addresses.filter(({ isDefault }) => isDefault)).toHaveLength(1);
    expect(failures).toBe(10);
    await expect(identity.client.SaveAddress(HOME, { caller })).rejects.toMatchObject(refusal('address-limit'));
  });

  it('are saved once for a repeated request, which gets the first answer even after a change', async () => {
    const { caller, userId } = await aShopper(identity);
    const given = { ...HOME, request: { id: `address:${userId}`, bodyHash: 'one' } };
    const saved = await identity.client.SaveAddress(given, { caller });
    await identity.client.SaveAddress({ ...HOME, addressId: saved.addressId, detail: '文三路 1 号' }, { caller });

    expect(await identity.client.SaveAddress(given, { caller })).toEqual(saved);
    expect((await identity.client.ListAddresses({}, { caller })).addresses).toHaveLength(1);
    const reused = identity.client.SaveAddress(
      { ...given, request: { ...given.request, bodyHash: 'two' } },
      { caller },
    );
    await expect(reused).rejects.toMatchObject(refusal('idempotency-key-reused'));
  });

  it.each([
    [{ districtCode: '330100' }, 'region-unknown'],
    [{ districtCode: '' }, 'region-unknown'],
    [{ districtCode: '__proto__' }, 'region-unknown'],
    [{ phone: '057188888888' }, 'phone-invalid'],
    [{ recipient: '' }, 'request-invalid'],
    [{ detail: '长'.repeat(201) }, 'request-invalid'],
    [{ addressId: 'adr_nowhere' }, 'address-not-found'],
  ])('refuse %o with %s', async (given, code) => {
    const { caller } = await aShopper(identity);
    const save = identity.client.SaveAddress({ ...HOME, ...given }, { caller });
    await expect(save).rejects.toMatchObject(refusal(code));
  });
});

describe('regions', () => {
  it('are listed from provinces down to districts', async () => {
    const children = async (parentCode: string) => (await identity.client.ListRegions({ parentCode })).regions;
    expect(await children('')).toHaveLength(34);
    expect(await children('330000')).toContainEqual({ code: '330100', name: '杭州市', hasChildren: true });
    expect(await children('330100')).toContainEqual({ code: '330106', name: '西湖区', hasChildren: false });
    expect(await children('330106')).toEqual([]);
    await expect(children('999999')).rejects.toMatchObject(refusal('region-unknown'));
  });
});
