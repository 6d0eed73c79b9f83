import type { CodePurpose } from '@social/contracts/generated/social/identity/v1/CodePurpose';
import type { Session__Output } from '@social/contracts/generated/social/identity/v1/Session';
import { fromTimestamp } from '@social/rpc/time';
import { z } from 'zod';
import type { Exchange } from '../exchange.ts';
import type { Platform } from '../platform.ts';
import { noRefreshCookie, refreshCookie, refreshTokenOf } from '../refresh-cookie.ts';
import { type Route, route } from '../route.ts';
import { SessionView, session } from '../views/identity.ts';
import { Instant, instant } from '../views/values.ts';

const tag = 'auth';

/** As written; identity knows which are real. */
export const Phone = z.string().min(5).max(20).meta({ example: '13812345678' });
export const Code = z.string().regex(/^\d{6}$/, 'six digits');
/** Identity decides what is weak; this only bounds the work. */
export const Password = z.string().min(1).max(200);
const Client = z.enum(['app', 'web']).default('app').meta({
  description: 'web: the refresh token comes as an httpOnly cookie; app: in the body.',
});
type Client = z.output<typeof Client>;

const Purpose = z.enum(['register', 'log_in', 'reset_password', 'change_phone']);
const PURPOSES: Record<z.output<typeof Purpose>, CodePurpose> = {
  register: 'CODE_PURPOSE_REGISTER',
  log_in: 'CODE_PURPOSE_LOG_IN',
  reset_password: 'CODE_PURPOSE_RESET_PASSWORD',
  change_phone: 'CODE_PURPOSE_CHANGE_PHONE',
};

const LogIn = z
  .strictObject({ phone: Phone, password: Password.optional(), code: Code.optional(), client: Client })
  .refine(({ password, code }) => (password === undefined) !== (code === undefined), 'give a password or a code')
  .meta({ id: 'LogIn', description: 'With a password or with a one-time code.' });

const RefreshBody = z.strictObject({ refreshToken: z.string().min(1).max(512).optional() });

function handOver(from: Session__Output, client: Client, exchange: Exchange, { cookies }: Platform) {
  const expires = fromTimestamp(from.refreshExpiresAt);
  if (client === 'web' && expires) {
    exchange.headers.push('set-cookie', refreshCookie(from.refreshToken, expires, cookies));
  }
  return session(from, client);
}

export const authRoutes: Route[] = [
  route({
    method: 'post',
    path: '/v1/auth/codes',
    summary: 'Send a one-time code to a phone',
    tag,
    inMaintenance: 'served',
    access: 'none',
    limit: 'auth',
    body: z.strictObject({ phone: Phone, purpose: Purpose }),
    success: { status: 202, schema: z.strictObject({ expiresAt: Instant }) },
    errors: ['phone-invalid', 'code-too-often'],
    handle: async ({ body, call }, { identity }) => {
      const { expiresAt } = await identity.SendCode({ phone: body.phone, purpose: PURPOSES[body.purpose] }, call);
      return { expiresAt: instant(expiresAt) };
    },
  }),
  route({
    method: 'post',
    path: '/v1/auth/register',
    summary: "Make a shopper's account",
    tag,
    access: 'none',
    limit: 'auth',
    effect: 'owner-decides',
    body: z.strictObject({
      phone: Phone,
      code: Code,
      password: Password,
      name: z.string().trim().min(1).max(50),
      client: Client,
    }),
    success: { status: 201, schema: SessionView },
    errors: ['phone-invalid', 'phone-taken', 'code-wrong', 'password-weak', 'log-in-busy'],
    handle: async ({ body, call, key, exchange }, platform) => {
      const { client, ...who } = body;
      return handOver(await platform.identity.Register({ ...who, request: key }, call), client, exchange, platform);
    },
  }),
  route({
    method: 'post',
    path: '/v1/auth/log-in',
    summary: 'Log in by password or one-time code',
    tag,
    inMaintenance: 'served',
    access: 'none',
    limit: 'auth',
    body: LogIn,
    success: { status: 200, schema: SessionView },
    errors: ['credentials-wrong', 'code-wrong', 'log-in-busy'],
    handle: async ({ body, call, exchange }, platform) => {
      const { phone, password, code, client } = body;
      const made =
        password === undefined
          ? await platform.identity.LogInWithCode({ phone, code }, call)
          : await platform.identity.LogInWithPassword({ phone, password }, call);
      return handOver(made, client, exchange, platform);
    },
  }),
  route({
    method: 'post',
    path: '/v1/auth/refresh',
    summary: 'Change a refresh token for a new session',
    tag,
    inMaintenance: 'served',
    access: 'none',
    limit: 'auth',
    body: RefreshBody,
    success: { status: 200, schema: SessionView },
    errors: ['refresh-token-invalid', 'refresh-token-reused', 'csrf-refused'],
    handle: async ({ body, call, exchange }, platform) => {
      const { token, by } = refreshTokenOf(exchange.request, body.refreshToken, platform.origins);
      const made = await platform.identity.RefreshSession({ refreshToken: token }, call);
      return handOver(made, by === 'cookie' ? 'web' : 'app', exchange, platform);
    },
  }),
  route({
    method: 'post',
    path: '/v1/auth/log-out',
    summary: 'End a session and all that came from it',
    tag,
    inMaintenance: 'served',
    access: 'none',
    limit: 'auth',
    body: RefreshBody,
    success: { status: 204 },
    errors: ['refresh-token-invalid', 'csrf-refused'],
    handle: async ({ body, call, exchange }, { identity, origins, cookies }) => {
      const { token, by } = refreshTokenOf(exchange.request, body.refreshToken, origins);
      await identity.LogOut({ refreshToken: token }, call);
      if (by === 'cookie') exchange.headers.push('set-cookie', noRefreshCookie(cookies));
      return undefined;
    },
  }),
  route({
    method: 'post',
    path: '/v1/auth/password-reset',
    summary: 'Set a new password; every session of the account ends',
    tag,
    access: 'none',
    limit: 'auth',
    effect: 'answer-kept',
    body: z.strictObject({ phone: Phone, code: Code, newPassword: Password }),
    success: { status: 204 },
    errors: ['code-wrong', 'password-weak', 'log-in-busy'],
    handle: async ({ body, call }, { identity }) => {
      await identity.ResetPassword(body, call);
      return undefined;
    },
  }),
];
