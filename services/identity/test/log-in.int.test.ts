import { createPublicKey } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { UserRegistered } from '@social/contracts/events/identity';
import { consume, on } from '@social/messaging/consumer';
import { eventually } from '@social/testkit/eventually';
import { createVerifier } from 'fast-jwt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPhone, aShopper, codeFor, type Identity, otherThan, PASSWORD, refusal, startIdentity } from './harness.ts';

let identity: Identity;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.stop());

describe('registering', () => {
  it('makes an account of a phone that a code proves, and tells the platform once', async () => {
    const heard: unknown[] = [];
    const stop = await consume({ ...identity.bus, service: 'listener' }, [
      on(UserRegistered, async (data) => void heard.push(data)),
    ]);
    const { session, userId, phone } = await aShopper(identity);

    expect(session.user).toMatchObject({ name: '林小满', roles: ['shopper'], merchantId: '' });
    expect(session.user?.phoneMasked).toBe(`${phone.slice(0, 3)}****${phone.slice(7)}`);
    const mine = () => heard.filter((data) => (data as { userId: string }).userId === userId);
    await eventually(() => expect(mine()).toHaveLength(1));
    expect(mine()[0]).toMatchObject({ roles: ['shopper'], version: 1 });
    const left = () => identity.db.collection('users').countDocuments({ outbox: { $exists: true } });
    await eventually(async () => expect(await left()).toBe(0));
    await stop();
  });

  it('keeps phone and name unreadable at rest', async () => {
    const { userId, phone } = await aShopper(identity);
    const raw = JSON.stringify(await identity.db.collection<{ _id: string }>('users').findOne({ _id: userId }));
    expect(raw).not.toContain(phone);
    expect(raw).not.toContain('林小满');
    expect(raw).toContain('"phone":"k1.');
  });

  it('refuses a phone that has an account, a weak password, a foreign phone and a wrong code', async () => {
    const { phone } = await aShopper(identity);
    identity.clock.turn(61_000);
    const code = await codeFor(identity, phone, 'REGISTER');
    const { client } = identity;
    const again = { phone, code, password: PASSWORD, name: '林小满' };

    await expect(client.Register({ ...again, code: otherThan(code) })).rejects.toMatchObject(refusal('code-wrong'));
    await expect(client.Register({ ...again, password: '12345678' })).rejects.toMatchObject(refusal('password-weak'));
    await expect(client.Register({ ...again, phone: '+1 5551234567' })).rejects.toMatchObject(refusal('phone-invalid'));
    await expect(client.Register(again)).rejects.toMatchObject(refusal('phone-taken'));
  });

  it('logs in again for the same request, and refuses its key with another body', async () => {
    const phone = aPhone();
    const code = await codeFor(identity, phone, 'REGISTER');
    const request = { id: `reg:${phone}`, bodyHash: 'one' };
    const form = { phone, code, password: PASSWORD, name: '许愿', request };
    const first = await identity.client.Register(form);
    const second = await identity.client.Register(form);

    expect(second.user).toEqual(first.user);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    const other = { ...form, request: { ...request, bodyHash: 'two' } };
    await expect(identity.client.Register(other)).rejects.toMatchObject(refusal('idempotency-key-reused'));
  });

  it('makes one account of ten registrations at once with one code', async () => {
    const phone = aPhone();
    const code = await codeFor(identity, phone, 'REGISTER');
    const tries = Array.from({ length: 10 }, () =>
      identity.client.Register({ phone, code, password: PASSWORD, name: '许愿' }),
    );
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('opens no session for a repeated registration once the password was reset', async () => {
    const phone = aPhone();
    const code = await codeFor(identity, phone, 'REGISTER');
    const form = { phone, code, password: PASSWORD, name: '许愿', request: { id: `reg:${phone}`, bodyHash: 'one' } };
    await identity.client.Register(form);
    const reset = await codeFor(identity, phone, 'RESET_PASSWORD');
    await identity.client.ResetPassword({ phone, code: reset, newPassword: '另一张旧车票-2001' });

    await expect(identity.client.Register(form)).rejects.toMatchObject(refusal('phone-taken'));
  });
});

describe('logging in', () => {
  it('gives an access token of 15 minutes that the published keys verify', async () => {
    const { phone, userId } = await aShopper(identity);
    const { accessToken, accessExpiresAt } = await identity.client.LogInWithPassword({ phone, password: PASSWORD });
    const { keys } = JSON.parse((await identity.client.GetJwks({})).jwksJson);

    expect(keys.map(({ kid }: { kid: string }) => kid)).toEqual(['now', 'before']);
    const key = createPublicKey({ key: keys[0], format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString();
    const now = identity.clock.now().getTime();
    const verify = (clockTimestamp: number) =>
      createVerifier({ key, algorithms: ['RS256'], allowedAud: 'social', allowedIss: 'social', clockTimestamp })(
        accessToken,
      );
    expect(verify(now)).toMatchObject({ sub: userId, roles: ['shopper'], jti: expect.any(String) });
    expect(() => verify(now + 15 * 60_000 + 1000)).toThrow('expired');
    expect(Number(accessExpiresAt?.seconds) * 1000).toBeLessThanOrEqual(now + 15 * 60_000);
  });

  it('says the same to a wrong password and to an unknown phone', async () => {
    const { phone } = await aShopper(identity);
    const wrong = identity.client.LogInWithPassword({ phone, password: 'not the right one' });
    await expect(wrong).rejects.toMatchObject(refusal('credentials-wrong'));
    const unknown = identity.client.LogInWithPassword({ phone: aPhone(), password: 'not the right one' });
    await expect(unknown).rejects.toMatchObject(refusal('credentials-wrong'));
  });

  it.each(['an account', 'no account'])(
    'stops trying passwords after ten in 15 minutes for a phone with %s',
    async (has) => {
      const { phone } = has === 'an account' ? await aShopper(identity) : { phone: aPhone() };
      const tryOnce = (password: string) => identity.client.LogInWithPassword({ phone, password }).catch((e) => e);
      for (let i = 0; i < 10; i++) expect((await tryOnce('not the right one')).details).toEqual({});

      const eleventh = await tryOnce(PASSWORD);
      expect(eleventh).toMatchObject(refusal('credentials-wrong'));
      expect(eleventh.details.retryAfterMs).toBeGreaterThan(0);
      identity.clock.turn(15 * 60_000);
      const later = await tryOnce(PASSWORD);
      if (has === 'an account') expect(later.user.phoneMasked).toContain('****');
      else expect(later.details).toEqual({});
    },
  );

  it('counts passwords that are tried at once like those one after the other', async () => {
    const phone = aPhone();
    const tryOnce = () => identity.client.LogInWithPassword({ phone, password: PASSWORD }).catch((e) => e);
    const refusals = await Promise.all(Array.from({ length: 25 }, tryOnce));
    expect(refusals.filter(({ code }) => code === 'credentials-wrong')).toHaveLength(25);
    expect(refusals.filter(({ details }) => details.retryAfterMs > 0)).toHaveLength(15);
  });

  it('turns people away at once when too many are being checked, without counting it against them', async () => {
    const phones = Array.from({ length: 60 + availableParallelism() }, aPhone);
    const tryOnce = (phone: string) => identity.client.LogInWithPassword({ phone, password: PASSWORD }).catch((e) => e);
    const refusals = await Promise.all(phones.map(tryOnce));
    const isBusy = ({ code }: { code: string }) => code === 'log-in-busy';

    expect(refusals.filter(isBusy).length).toBeGreaterThan(0);
    expect(refusals.filter(isBusy)[0].details.retryAfterMs).toBeGreaterThan(0);
    const turnedAway = phones.filter((_, index) => isBusy(refusals[index])).map(identity.deps.index.first);
    const counts = await identity.db
      .collection<{ _id: string; count: number }>('log_in_attempts')
      .find({ _id: { $in: turnedAway } })
      .toArray();
    expect(new Set(counts.map(({ count }) => count))).toEqual(new Set([0]));
  });

  it('works by a code, once', async () => {
    const { phone, userId } = await aShopper(identity);
    const code = await codeFor(identity, phone, 'LOG_IN');
    expect((await identity.client.LogInWithCode({ phone, code })).user?.userId).toBe(userId);
    await expect(identity.client.LogInWithCode({ phone, code })).rejects.toMatchObject(refusal('code-wrong'));
  });

  it('works once by a code that comes five times at once', async () => {
    const { phone } = await aShopper(identity);
    const code = await codeFor(identity, phone, 'LOG_IN');
    const tries = Array.from({ length: 5 }, () => identity.client.LogInWithCode({ phone, code }));
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('one-time codes', () => {
  it('come at most once a minute for a phone and purpose, and say when the next may come', async () => {
    const phone = aPhone();
    await codeFor(identity, phone, 'LOG_IN');
    await codeFor(identity, phone, 'REGISTER');
    identity.clock.turn(20_000);
    const soon = identity.client.SendCode({ phone, purpose: 'CODE_PURPOSE_LOG_IN' });
    await expect(soon).rejects.toMatchObject({ ...refusal('code-too-often'), details: { retryAfterMs: 40_000 } });
    identity.clock.turn(40_000);
    await codeFor(identity, phone, 'LOG_IN');
  });

  it('come at most twenty times a day for a phone and purpose', async () => {
    const phone = aPhone();
    for (let i = 0; i < 20; i++) {
      await codeFor(identity, phone, 'LOG_IN');
      identity.clock.turn(60_000);
    }
    const more = identity.client.SendCode({ phone, purpose: 'CODE_PURPOSE_LOG_IN' });
    await expect(more).rejects.toMatchObject(refusal('code-too-often'));
    identity.clock.turn(24 * 3_600_000);
    await codeFor(identity, phone, 'LOG_IN');
  });

  it('expire after five minutes', async () => {
    const { phone } = await aShopper(identity);
    const code = await codeFor(identity, phone, 'LOG_IN');
    identity.clock.turn(5 * 60_000);
    await expect(identity.client.LogInWithCode({ phone, code })).rejects.toMatchObject(refusal('code-wrong'));
  });

  it('are dead after five wrong tries, even when they come at once', async () => {
    const { phone } = await aShopper(identity);
    const code = await codeFor(identity, phone, 'LOG_IN');
    const wrong = () => identity.client.LogInWithCode({ phone, code: otherThan(code) });
    await Promise.allSettled(Array.from({ length: 5 }, wrong));
    await expect(identity.client.LogInWithCode({ phone, code })).rejects.toMatchObject(refusal('code-wrong'));
  });

  it('open nothing but what they were sent for', async () => {
    const { phone } = await aShopper(identity);
    const code = await codeFor(identity, phone, 'RESET_PASSWORD');
    await expect(identity.client.LogInWithCode({ phone, code })).rejects.toMatchObject(refusal('code-wrong'));
  });

  it('stand in the database neither in clear nor with the phone', async () => {
    const phone = aPhone();
    const code = await codeFor(identity, phone, 'LOG_IN');
    const raw = JSON.stringify(await identity.db.collection('one_time_codes').find().toArray());
    expect(raw).not.toContain(phone);
    expect(raw).not.toContain(`"${code}"`);
  });
});
