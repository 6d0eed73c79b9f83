import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureOperator } from '../src/staff.ts';
import {
  aPhone,
  aShopper,
  codeFor,
  type Identity,
  OPERATOR,
  otherThan,
  PASSWORD,
  refusal,
  shopper,
  startIdentity,
} from './harness.ts';

let identity: Identity;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.stop());

describe('a profile', () => {
  it('is shown to its owner with the phone masked, and to nobody without a name', async () => {
    const { caller, userId, phone } = await aShopper(identity);
    const profile = await identity.client.GetProfile({}, { caller });
    expect(profile).toMatchObject({ userId, name: '林小满', phoneMasked: `${phone.slice(0, 3)}****${phone.slice(7)}` });
    expect(JSON.stringify(profile)).not.toContain(phone);
    await expect(identity.client.GetProfile({})).rejects.toMatchObject(refusal('unauthenticated'));
    const gone = identity.client.GetProfile({}, { caller: shopper('usr_nobody') });
    await expect(gone).rejects.toMatchObject(refusal('user-not-found'));
  });

  it('changes its name, and answers a repeated request as the first time', async () => {
    const { caller, userId } = await aShopper(identity);
    const request = { id: `name:${userId}`, bodyHash: 'one' };
    const first = await identity.client.UpdateProfile({ name: ' 林大满 ', request }, { caller });
    await identity.client.UpdateProfile({ name: '林中满' }, { caller });
    const second = await identity.client.UpdateProfile({ name: ' 林大满 ', request }, { caller });

    expect(first.name).toBe('林大满');
    expect(second).toEqual(first);
    expect((await identity.client.GetProfile({}, { caller })).name).toBe('林中满');
    const reused = identity.client.UpdateProfile({ name: 'x', request: { ...request, bodyHash: 'two' } }, { caller });
    await expect(reused).rejects.toMatchObject(refusal('idempotency-key-reused'));
  });

  it.each(['', '   ', 'a\nb', '长'.repeat(41)])('refuses the name %j', async (name) => {
    const { caller } = await aShopper(identity);
    const change = identity.client.UpdateProfile({ name }, { caller });
    await expect(change).rejects.toMatchObject({ code: 'request-invalid', details: { errors: [{ path: 'name' }] } });
  });
});

describe('changing the phone', () => {
  it('needs the password and a code sent to the new phone; then the new phone logs in', async () => {
    const { caller, phone, userId } = await aShopper(identity);
    const newPhone = aPhone();
    const code = await codeFor(identity, newPhone, 'CHANGE_PHONE');
    const change = (given: object) =>
      identity.client.ChangePhone({ newPhone, code, password: PASSWORD, ...given }, { caller });

    await expect(change({ password: 'not the right one' })).rejects.toMatchObject(refusal('credentials-wrong'));
    await expect(change({ code: otherThan(code) })).rejects.toMatchObject(refusal('code-wrong'));
    expect((await change({})).phoneMasked).toBe(`${newPhone.slice(0, 3)}****${newPhone.slice(7)}`);
    const session = await identity.client.LogInWithPassword({ phone: newPhone, password: PASSWORD });
    expect(session.user?.userId).toBe(userId);
    const old = identity.client.LogInWithPassword({ phone, password: PASSWORD });
    await expect(old).rejects.toMatchObject(refusal('credentials-wrong'));
  });

  it('never takes a phone that another account has', async () => {
    const [one, other] = [await aShopper(identity), await aShopper(identity)];
    const code = await codeFor(identity, other.phone, 'CHANGE_PHONE');
    const taken = { newPhone: other.phone, code, password: PASSWORD };
    const change = identity.client.ChangePhone(taken, { caller: one.caller });
    await expect(change).rejects.toMatchObject(refusal('phone-taken'));
  });
});

describe('staff', () => {
  const form = () => ({
    phone: aPhone(),
    password: PASSWORD,
    name: '店小二',
    role: 'merchant-staff',
    merchantId: 'mer_1',
  });

  it('are made by operators alone, and work for their merchant', async () => {
    const given = form();
    const { caller } = await aShopper(identity);
    await expect(identity.client.CreateStaff(given, { caller })).rejects.toMatchObject(refusal('forbidden'));
    await identity.client.CreateStaff(given, { caller: OPERATOR });
    const { user, accessToken } = await identity.client.LogInWithPassword(given);

    expect(user).toMatchObject({ roles: ['merchant-staff'], merchantId: 'mer_1' });
    const claims = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ mid: 'mer_1', roles: ['merchant-staff'] });
  });

  it('who get another post have to log in again', async () => {
    const given = form();
    const made = await identity.client.CreateStaff(given, { caller: OPERATOR });
    const { refreshToken } = await identity.client.LogInWithPassword(given);
    const moved = await identity.client.CreateStaff(
      { ...given, role: 'operator', merchantId: '' },
      { caller: OPERATOR },
    );

    expect(moved).toMatchObject({ userId: made.userId, roles: ['operator'], merchantId: '' });
    await expect(identity.client.RefreshSession({ refreshToken })).rejects.toMatchObject(
      refusal('refresh-token-invalid'),
    );
    expect((await identity.client.LogInWithPassword(given)).user).toMatchObject({
      roles: ['operator'],
      merchantId: '',
    });
  });

  it("never take over a shopper's account", async () => {
    const { phone } = await aShopper(identity);
    const taken = identity.client.CreateStaff({ ...form(), phone }, { caller: OPERATOR });
    await expect(taken).rejects.toMatchObject(refusal('phone-taken'));
  });

  it('are made once for a request that comes five times at once', async () => {
    const given = { ...form(), request: { id: `staff:${aPhone()}`, bodyHash: 'one' } };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => identity.client.CreateStaff(given, { caller: OPERATOR })),
    );
    expect(new Set(answers.map(({ userId }) => userId)).size).toBe(1);
  });

  it.each([{ role: 'shopper' }, { role: 'root' }, { role: 'merchant-staff', merchantId: '' }])(
    'refuses the post %o',
    async (post) => {
      const made = identity.client.CreateStaff({ ...form(), ...post }, { caller: OPERATOR });
      await expect(made).rejects.toMatchObject(refusal('request-invalid'));
    },
  );

  it('begin with one operator, however many processes start at once', async () => {
    const phone = aPhone();
    await Promise.all(Array.from({ length: 3 }, () => ensureOperator(identity.deps, phone, PASSWORD)));
    expect(await ensureOperator(identity.deps, phone, '另一张旧车票-2001')).toBe('there');
    expect((await identity.client.LogInWithPassword({ phone, password: PASSWORD })).user?.roles).toEqual(['operator']);
  });
});
