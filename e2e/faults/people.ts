import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { codeIn } from '@social/local/one-time-codes';
import { eventually } from '@social/testkit/eventually';
import type { Platform } from '../platform.ts';
import { type Answer, type Body, openShop } from '../shop.ts';

/** Until a request is given up that finds a replica away. */
const PATIENCE_MS = 20_000;
const PASSWORD = '一张旧车票-1987';
const HOME = { recipient: '林小满', phone: '13812345678', districtCode: '330106', detail: '古墩路 88 号' };
/** A token is not used in its last second. */
const MARGIN_MS = 1000;

let registrations = randomInt(10 ** 8);
/** By its last four digits a log tells of a phone: no two people have the same. */
const nextPhone = (): string => `138${String(registrations++ % 10 ** 8).padStart(8, '0')}`;

type Asking = { token?: string; body?: unknown; key?: string; headers?: Record<string, string> };
type Session = { accessToken: string; accessExpiresAt: string; user: { userId: string } };
type SeenOrder = { orderId: string; address?: { recipient: string } };

/** What people did, by kind, and what went wrong for them. */
export type Tally = { done: Record<string, number>; retried: number; failures: string[] };

/** What says of itself that it may be asked again. */
const isPassing = ({ status, body }: Answer<{ code?: unknown }>): boolean =>
  status === 503 || status === 504 || body.code === 'request-in-progress';

/** Asks the gateways in turns, as a load balancer does; what is away for a moment is asked again as the same request. */
function gatewaysOf(platform: Platform, tally: Tally) {
  const shops = platform.urls.map((url) => openShop({ ...platform, url }));
  let turn = 0;
  return async <T extends object = Body>(method: string, path: string, asking: Asking = {}): Promise<Answer<T>> => {
    const same = { ...asking, key: asking.key ?? randomUUID() };
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await shops[turn++ % shops.length]
        ?.send<T & { code?: unknown }>(method, path, same)
        .catch(() => undefined);
      if (answer && (!isPassing(answer) || Date.now() > until)) return answer;
      if (Date.now() > until) throw new Error(`${method} ${path}: no gateway answers`);
      tally.retried += 1;
      await pause(50);
    }
  };
}

/**
 * People who log in, register, read what is sealed, buy, carry a cart about as guests and repeat requests, all the time
 * until they are told to stop. `skuId` is plenty.
 */
export async function startPeople(platform: Platform, skuId: string) {
  const tally: Tally = { done: {}, retried: 0, failures: [] };
  const ask = gatewaysOf(platform, tally);
  let going = true;

  const must = async <T extends object = Body>(
    wanted: number,
    method: string,
    path: string,
    asking: Asking = {},
  ): Promise<Answer<T>> => {
    const answer = await ask<T>(method, path, asking);
    if (answer.status !== wanted) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  };
  /** Does something again and again; what fails once is a failure, and is not hidden by what succeeds after it. */
  const again = async (kind: string, act: () => Promise<void>, pauseMs = 80) => {
    while (going) {
      await act().then(
        () => {
          tally.done[kind] = (tally.done[kind] ?? 0) + 1;
        },
        (error) => tally.failures.push(`${kind}: ${error instanceof Error ? error.message : error}`),
      );
      await pause(pauseMs);
    }
  };

  const codeFor = async (phone: string, purpose: string): Promise<string> => {
    const logs = () => `${platform.logs('identity')}\n${platform.logs('identity-2')}`;
    const { status, body } = await ask('POST', '/v1/auth/codes', { body: { phone, purpose } });
    // Asked again after a lost answer it says that the code is on its way.
    if (status !== 202 && body.code !== 'code-too-often') throw new Error(`no code: ${JSON.stringify(body)}`);
    return eventually(() => {
      const code = logs()
        .split('\n')
        .map((line) => codeIn(line, phone))
        .findLast((found) => found !== undefined);
      if (!code) throw new Error(`no code for ${phone}`);
      return code;
    });
  };
  const register = async (): Promise<{ phone: string; session: Session }> => {
    const phone = nextPhone();
    const body = { phone, code: await codeFor(phone, 'register'), password: PASSWORD, name: '林小满' };
    const { body: session } = await must<Session>(201, 'POST', '/v1/auth/register', { body });
    return { phone, session };
  };
  const logIn = async (phone: string): Promise<Session> => {
    return (await must<Session>(200, 'POST', '/v1/auth/log-in', { body: { phone, password: PASSWORD } })).body;
  };

  /** A token is used as long as it is good, so that those of an older key are used as well. */
  const reading = async (phone: string, act: (token: string, userId: string) => Promise<void>) => {
    let session = await logIn(phone);
    const doIt = () => act(session.accessToken, session.user.userId);
    return async () => {
      if (Date.parse(session.accessExpiresAt) - Date.now() < MARGIN_MS) session = await logIn(phone);
      await doIt().catch(async (error) => {
        // What had to be asked again and again may outlive its token.
        if (!String(error).includes('the access token has expired')) throw error;
        session = await logIn(phone);
        await doIt();
      });
    };
  };

  const ann = await register();
  const annToken = ann.session.accessToken;
  const savedAs = randomUUID();
  const saveAddress = (token: string) => must(201, 'POST', '/v1/me/addresses', { token, body: HOME, key: savedAs });
  const addressId = String((await saveAddress(annToken)).body.addressId);
  const order = { lines: [{ skuId, quantity: 1 }], addressId };
  const bought = await must<{ orders: SeenOrder[] }>(201, 'POST', '/v1/orders', { token: annToken, body: order });
  const [first] = bought.body.orders;
  const firstCart = await must(200, 'POST', '/v1/cart/lines', { body: { skuId, quantity: 1 } });
  let guest = firstCart.headers.get('x-guest') ?? '';
  const phones = [ann.phone];

  const loops = [
    again('logged in', async () => void (await logIn(ann.phone)), 100),
    again(
      'read themselves',
      await reading(ann.phone, async (token) => {
        const { body } = await must(200, 'GET', '/v1/me', { token });
        if (body.name !== '林小满') throw new Error(`the name is ${body.name}`);
      }),
    ),
    again(
      'read an order',
      await reading(ann.phone, async (token) => {
        const { body } = await must<SeenOrder>(200, 'GET', `/v1/orders/${first?.orderId}`, { token });
        const recipient = body.address?.recipient;
        if (recipient !== HOME.recipient) throw new Error(`the recipient is ${recipient}`);
      }),
    ),
    again(
      'bought',
      await reading(ann.phone, async (token) => void (await must(201, 'POST', '/v1/orders', { token, body: order }))),
      150,
    ),
    again(
      'repeated a request',
      await reading(ann.phone, async (token) => {
        const { body } = await saveAddress(token);
        if (body.addressId !== addressId) throw new Error(`another address was made: ${body.addressId}`);
      }),
      150,
    ),
    again('looked into a cart', async () => {
      const { body, headers } = await must(200, 'GET', '/v1/cart', { headers: { 'x-guest': guest } });
      guest = headers.get('x-guest') ?? guest;
      if (body.lines !== 1) throw new Error(`the cart has ${body.lines} lines`);
    }),
    again('registered', async () => void phones.push((await register()).phone), 400),
  ];
  return {
    /** Everybody who has registered. */
    phones,
    logIn,
    /** What has been done so far. */
    tally,
    stop: async (): Promise<Tally> => {
      going = false;
      await Promise.all(loops);
      return tally;
    },
  };
}

export type People = Awaited<ReturnType<typeof startPeople>>;
