import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { ApiRefusal, apiAt } from '@social/catalog/api-client';
import { codesFrom } from '@social/local/one-time-codes';
import { Refusal } from '@social/local/steps';
import { z } from 'zod';

/** Someone who can come at once: logged in, with an address to send to. */
export type Shopper = { accessToken: string; addressId: string };

type Order = {
  url: string;
  count: number;
  /** Where the one-time codes of a development stack stand. */
  identityLog: string;
  /** Where accounts are remembered from run to run. */
  file: string;
  say: (line: string) => void;
};

const accountsSchema = z.array(z.object({ phone: z.string(), refreshToken: z.string(), addressId: z.string() }));
type Account = z.output<typeof accountsSchema>[number];

const session = z.object({ accessToken: z.string(), refreshToken: z.string() });
const addressMade = z.object({ addressId: z.string() });

/** Password hashes take a core each, so more at once would only wait. */
const AT_ONCE = 8;
const SAID_EVERY = 100;

/** Phones of nobody: the middle tells the run that first needed them, the end tells one from the other. */
const phoneOf = (series: string, index: number): string => `139${series}${`${index}`.padStart(4, '0')}`;

/** Logs the remembered accounts in again, and registers as many as are missing, through the API like anyone. */
export async function readyShoppers(order: Order): Promise<Shopper[]> {
  const remembered = existsSync(order.file) ? accountsSchema.parse(JSON.parse(readFileSync(order.file, 'utf8'))) : [];
  const renewed = await each(order, 'logged in', remembered.slice(0, order.count), (account) => renew(order, account));
  const known = renewed.filter((one) => one !== undefined);
  const series = `${1000 + (randomBytes(2).readUInt16BE() % 9000)}`;
  const missing = Array.from({ length: order.count - known.length }, (_, index) => phoneOf(series, index));
  const made = await each(order, 'registered', missing, (phone) => register(order, phone));

  const all = [...known, ...made];
  writeFileSync(order.file, JSON.stringify(all.map(({ account }) => account)), { mode: 0o600 });
  return all.map(({ account: { addressId }, accessToken }) => ({ accessToken, addressId }));
}

type Ready = { account: Account; accessToken: string };

/** Undefined when the platform no longer knows the account: its data was reset. */
async function renew({ url }: Order, account: Account): Promise<Ready | undefined> {
  try {
    const { refreshToken } = account;
    const renewed = await apiAt(url).post('/v1/auth/refresh', { refreshToken }, session);
    return { account: { ...account, refreshToken: renewed.refreshToken }, accessToken: renewed.accessToken };
  } catch (error) {
    if (error instanceof ApiRefusal && error.status === 401) return undefined;
    throw asRefusal(error);
  }
}

async function register({ url, identityLog }: Order, phone: string): Promise<Ready> {
  const api = apiAt(url);
  const password = randomBytes(12).toString('base64url');
  try {
    const code = codesFrom(identityLog, phone);
    await api.post('/v1/auth/codes', { phone, purpose: 'register' }, z.unknown());
    const person = { phone, code: await code(), password, name: '抢购者', client: 'app' };
    const { accessToken, refreshToken } = await api.post('/v1/auth/register', person, session);
    const address = { recipient: '抢购者', phone, districtCode: '330106', detail: '文三路 100 号', isDefault: true };
    const { addressId } = await apiAt(url, accessToken).post('/v1/me/addresses', address, addressMade);
    return { account: { phone, refreshToken, addressId }, accessToken };
  } catch (error) {
    throw asRefusal(error);
  }
}

const asRefusal = (error: unknown): unknown =>
  error instanceof ApiRefusal
    ? new Refusal(`The shoppers cannot be made ready: ${error.code}, ${error.message}`)
    : error;

/** Works through a list a few at a time, and says how far it is. */
async function each<In, Out>(
  { say }: Order,
  what: string,
  items: readonly In[],
  work: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = [];
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      results.push(await work(item));
      if (results.length % SAID_EVERY === 0) say(`  ${results.length} of ${items.length} shoppers ${what}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return results;
}
