import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPhone, aShopper, codeFor, type Identity, PASSWORD, refusal, startIdentity } from './harness.ts';

let identity: Identity;
beforeAll(async () => {
  identity = await startIdentity();
});
afterAll(() => identity.stop());

const refresh = (refreshToken: string) => identity.client.RefreshSession({ refreshToken });

describe('a refresh token', () => {
  it('gives the next one and a new access token', async () => {
    const { session, userId } = await aShopper(identity);
    const next = await refresh(session.refreshToken);
    expect(next.user?.userId).toBe(userId);
    expect(next.accessToken).not.toBe(session.accessToken);
    expect((await refresh(next.refreshToken)).refreshToken).not.toBe(next.refreshToken);
  });

  it('ends its whole family when it is used twice', async () => {
    const { session } = await aShopper(identity);
    const next = await refresh(session.refreshToken);
    const last = await refresh(next.refreshToken);
    await expect(refresh(session.refreshToken)).rejects.toMatchObject(refusal('refresh-token-reused'));
    await expect(refresh(last.refreshToken)).rejects.toMatchObject(refusal('refresh-token-invalid'));
  });

  it('never becomes two good tokens when it is used twenty times at once', async () => {
    const { session } = await aShopper(identity);
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => refresh(session.refreshToken)));
    const given = results.filter((result) => result.status === 'fulfilled').map(({ value }) => value.refreshToken);
    expect(given.length).toBeLessThanOrEqual(1);
    for (const token of given) await expect(refresh(token)).rejects.toMatchObject(refusal('refresh-token-invalid'));
  });

  it('is good for 30 days', async () => {
    const { session } = await aShopper(identity);
    const other = await aShopper(identity);
    identity.clock.turn(30 * 24 * 3_600_000 - 1000);
    const next = await refresh(session.refreshToken);
    identity.clock.turn(1000);
    await expect(refresh(other.session.refreshToken)).rejects.toMatchObject(refusal('refresh-token-invalid'));
    await refresh(next.refreshToken);
  });

  it.each(['', 'x', 'A'.repeat(43), '../../etc', 'A'.repeat(5000)])(
    'that was never given out (%#) is invalid',
    async (token) => {
      await expect(refresh(token)).rejects.toMatchObject(refusal('refresh-token-invalid'));
    },
  );

  it('is stored only as a hash', async () => {
    const { session } = await aShopper(identity);
    const raw = JSON.stringify(await identity.db.collection('sessions').find().toArray());
    expect(raw).not.toContain(session.refreshToken.slice(0, 20));
    expect(raw).not.toContain(session.refreshToken.slice(-20));
  });

  it('is over after logging out, and logging out twice is no error', async () => {
    const { session } = await aShopper(identity);
    await identity.client.LogOut({ refreshToken: session.refreshToken });
    await identity.client.LogOut({ refreshToken: session.refreshToken });
    await expect(refresh(session.refreshToken)).rejects.toMatchObject(refusal('refresh-token-invalid'));
  });
});

describe('resetting the password', () => {
  const NEW_PASSWORD = '另一张旧车票-2001';

  it('ends every session, and only the new password logs in', async () => {
    const { phone, session } = await aShopper(identity);
    const second = await identity.client.LogInWithPassword({ phone, password: PASSWORD });
    const code = await codeFor(identity, phone, 'RESET_PASSWORD');
    await identity.client.ResetPassword({ phone, code, newPassword: NEW_PASSWORD });

    for (const { refreshToken } of [session, second]) {
      await expect(refresh(refreshToken)).rejects.toMatchObject(refusal('refresh-token-invalid'));
    }
    const old = identity.client.LogInWithPassword({ phone, password: PASSWORD });
    await expect(old).rejects.toMatchObject(refusal('credentials-wrong'));
    await identity.client.LogInWithPassword({ phone, password: NEW_PASSWORD });
  });

  it('ends a session that began with the old password at the same moment', async () => {
    const { userId } = await aShopper(identity);
    const late = await identity.deps.sessions.start(userId, 0);
    await identity.deps.users.update(userId, (user) => ({ ...user, sessionEpoch: user.sessionEpoch + 1 }));
    await expect(refresh(late.token)).rejects.toMatchObject(refusal('refresh-token-invalid'));
  });

  it('tells a phone without an account nothing before its code is right', async () => {
    const phone = aPhone();
    const code = await codeFor(identity, phone, 'RESET_PASSWORD');
    const reset = identity.client.ResetPassword({ phone, code, newPassword: NEW_PASSWORD });
    await expect(reset).rejects.toMatchObject(refusal('code-wrong'));
  });
});
