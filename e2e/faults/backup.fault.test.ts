import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBackup } from '@social/backup/check';
import { backupAt } from '@social/backup/directory-store';
import type { Place } from '@social/backup/place';
import { restoreBackup } from '@social/backup/restore';
import type { Stray } from '@social/backup/strays';
import { type Taken, takeBackup } from '@social/backup/take';
import { generateSecrets } from '@social/local/secrets';
import { Refusal } from '@social/local/steps';
import { databaseOf, OUTSIDE, SERVICE_NAMES } from '@social/local/system';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPicture } from '../../services/media/test/samples.ts';
import { type Books, openBooks } from '../books.ts';
import { type Platform, startPlatform } from '../platform.ts';
import { recount } from '../recount.ts';
import { type Order, openShop, type Payment, type Person, type Seat, type Shop } from '../shop.ts';

const silent = { progress: () => {}, say: () => {} };
const agree = async () => {};
const replacing = () => ({ kafka: 'replace' as const, now: new Date() });

let folder: string;
let file: string;
let platform: Platform;
let place: Place;
let shop: Shop;
let books: Books;
let merchant: Awaited<ReturnType<Shop['aMerchant']>>;
let skuId: string;
let activityId: string;
let taken: Taken;

type Upload = { uploadId: string; method: string; url: string; headers: Record<string, string> };
type Picture = { sizes: { url: string }[] };
type Placed = { orderId: string; person: Person };

async function placeOrder(person: Person): Promise<Placed> {
  const body = { lines: [{ skuId, quantity: 1 }], addressId: person.addressId };
  const { orders } = await shop.must<{ orders: Order[] }>('POST', '/v1/orders', { token: person.token, body });
  return { orderId: orders[0]?.orderId ?? '', person };
}

async function buy(person: Person): Promise<Placed> {
  const placed = await placeOrder(person);
  await shop.pay(person, placed.orderId);
  return placed;
}

/** Buyers who come one after the other until they are told to stop. */
function buyers(count: number) {
  const bought: { placed: Placed; at: number }[] = [];
  let going = true;
  const buyOn = async (name: string) => {
    const person = await shop.aPerson(name);
    while (going) bought.push({ placed: await buy(person), at: Date.now() });
  };
  const all = Promise.all(Array.from({ length: count }, (_, index) => buyOn(`buyer ${index}`)));
  return {
    bought,
    stop: () => {
      going = false;
      return all;
    },
  };
}

/** Uploads a picture; where one size of it is seen. */
async function upload(): Promise<string> {
  const { token } = merchant;
  const file = await aPicture('png', 300, 200);
  const body = { purpose: 'product_picture', contentType: 'image/png', bytes: file.length };
  const link = await shop.must<Upload>('POST', '/v1/uploads', { token, body });
  await fetch(link.url, { method: link.method, headers: link.headers, body: new Uint8Array(file) });
  const { sizes } = await shop.must<Picture>('POST', `/v1/uploads/${link.uploadId}/complete`, { token });
  return `${platform.url}${sizes[0]?.url}`;
}

async function see(picture: string): Promise<Buffer> {
  const answer = await fetch(picture);
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
}

const stateOf = async ({ orderId, person }: Placed): Promise<string> => (await shop.order(person, orderId)).state;
const becomes = (placed: Placed, states: string[]) =>
  eventually(async () => expect(states).toContain(await stateOf(placed)), 45_000);

/** MongoDB's own digest of everything in the databases, without what every process renews: leases, and the keys in use. */
async function digests(): Promise<Record<string, unknown>> {
  const names = SERVICE_NAMES.map(databaseOf);
  const found = await Promise.all(
    names.map((name) => books.client.db(`${place.namespace}${name}`).command({ dbHash: 1 })),
  );
  return Object.fromEntries(
    found.map(({ collections: { leases: _, key_notes: __, ...rest } }, at) => [names[at], rest]),
  );
}

async function stopServices(): Promise<void> {
  await Promise.all(SERVICE_NAMES.map((name) => platform.stopOne(name)));
}

/** Restores as a process of its own: how it ended, and what it says of money that belongs to nothing any more. */
async function restoreInProcess(crashAt = ''): Promise<{ end: string; strays: Stray[] }> {
  const env = { PATH: process.env.PATH, PLACE: JSON.stringify(place), CRASH_AT: crashAt };
  const child = spawn(process.execPath, ['e2e/faults/restoring.ts', file], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const [code, signal] = await once(child, 'close');
  return { end: signal ?? `${code}`, strays: said === '' ? [] : JSON.parse(said).strays };
}

let picture: string;
let pixels: Buffer;
let early: Placed;
let shown: Placed;
let unpaid: Placed;
let unpaidCashier: Payment;
let seat: Seat;
let onItsWay: Placed;
let before: Placed[];
let during: Placed[];
let later: Placed;
let laterPayment: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  file = join(folder, 'all.backup');
  platform = await startPlatform({ env: { payments: { PROVIDER_QUERY_AFTER_MS: '2000' } } });
  const { namespace, mongoUrl, kafkaBrokers, redisUrl, mediaDir, secrets } = platform;
  place = { namespace, mongoUrl, kafkaBrokers, redisUrl, directories: { media: mediaDir }, keys: secrets };
  shop = openShop(platform);
  books = await openBooks(platform);
  merchant = await shop.aMerchant();
  ({ skuId } = await shop.aSku(merchant, 10_000));
  ({ activityId } = await shop.anActivity(merchant, skuId, { groupSize: 2, stock: 10 }));
});
afterAll(async () => {
  await books?.close();
  await platform?.stop();
  await rm(folder, { recursive: true });
});

describe('a backup', () => {
  it('is taken while people buy, in one file that its owner alone reads', async () => {
    const [ann, bob, cat, dan] = await Promise.all(['ann', 'bob', 'cat', 'dan'].map(shop.aPerson));
    if (!ann || !bob || !cat || !dan) throw new Error('people are missing');
    picture = await upload();
    pixels = await see(picture);
    early = await buy(ann);
    shown = await buy(bob);
    await becomes(shown, ['pending_shipment']);
    await shop.ship(merchant, shown.orderId);
    unpaid = await placeOrder(cat);
    unpaidCashier = await shop.intent(cat, unpaid.orderId);
    seat = await shop.open(dan, activityId);
    // The news that the seat is paid is on its way at the time of the backup.
    await platform.stopOne('group-buy');
    onItsWay = { orderId: seat.orderId, person: dan };
    await shop.pay(dan, seat.orderId);
    await becomes(onItsWay, ['awaiting_group']);

    const load = buyers(4);
    await eventually(() => expect(load.bought.length).toBeGreaterThan(12));
    const began = Date.now();
    taken = await takeBackup(place, backupAt(file), silent, new Date());
    const ended = Date.now();
    await eventually(() => expect(load.bought.filter(({ at }) => at > ended).length).toBeGreaterThan(8));
    await load.stop();
    before = load.bought.filter(({ at }) => at < began).map(({ placed }) => placed);
    during = load.bought.filter(({ at }) => at >= began).map(({ placed }) => placed);

    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(taken.documents).toBeGreaterThan(50);
    expect(taken.facts).toBeGreaterThan(50);
    expect(await checkBackup(backupAt(file), place.keys, silent)).toMatchObject({
      documents: taken.documents,
      facts: taken.facts,
    });
    await expect(takeBackup(place, backupAt(file), silent, new Date())).rejects.toThrow('is there already');
  });

  it('knows nothing of what comes after it', async () => {
    await platform.start('group-buy');
    await shop.payAt(unpaidCashier);
    later = await placeOrder(await shop.aPerson('eve'));
    ({ paymentId: laterPayment } = await shop.pay(later.person, later.orderId));
    for (const placed of [unpaid, later, ...during]) await becomes(placed, ['pending_shipment']);
    await eventually(async () => expect((await shop.group(seat.groupId)).members).toHaveLength(1));
    await books.balanced();
  });

  it('is refused with any byte of it changed, cut short or added, and nothing is touched', async () => {
    const bytes = await readFile(file);
    const digest = await digests();
    const damaged = join(folder, 'damaged.backup');
    const refused = async (changed: Buffer) => {
      await writeFile(damaged, changed);
      await expect(restoreBackup(place, backupAt(damaged), { ...silent, agree }, replacing())).rejects.toThrow(Refusal);
    };
    for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8((changed.readUInt8(at) ^ 0x10) & 0xff, at);
      await refused(changed);
    }
    await refused(bytes.subarray(0, bytes.length - 1));
    await refused(Buffer.concat([bytes, Buffer.from('x')]));
    expect(await digests()).toEqual(digest);
  });

  it('is refused where other keys are, and while services run', async () => {
    const digest = await digests();
    const elsewhere = { ...place, keys: generateSecrets() };
    await expect(restoreBackup(elsewhere, backupAt(file), { ...silent, agree }, replacing())).rejects.toThrow(
      /keys that are not here: .*ordersEncryptionKeys k1/,
    );
    await expect(restoreBackup(place, backupAt(file), { ...silent, agree }, replacing())).rejects.toThrow(
      'Still running',
    );
    expect(await digests()).toEqual(digest);
  });
});

describe('a restore', () => {
  it('that is killed half-way keeps the services from starting', async () => {
    await stopServices();
    await rm(place.directories.media ?? '', { recursive: true });
    expect(await restoreInProcess('half-restored')).toMatchObject({ end: 'SIGKILL' });

    const starting = platform.start('catalog').catch(() => {});
    await eventually(() => expect(platform.logs('catalog')).toContain('half restored'), 30_000);
    await platform.kill('catalog');
    await starting;
    await expect(takeBackup(place, backupAt(join(folder, 'half.backup')), silent, new Date())).rejects.toThrow(
      'half restored',
    );
  });

  it('is run again, and everything is as it was', async () => {
    const { end, strays } = await restoreInProcess();
    expect(end).toBe('0');
    const again = join(folder, 'again.backup');
    const { header, documents, facts } = await takeBackup(place, backupAt(again), silent, new Date());
    const outside = OUTSIDE.map(databaseOf);
    const ours = (all: Taken['header']['parts']) =>
      all.filter((part) => part.kind !== 'collection' || !outside.includes(part.database));
    expect(ours(header.parts)).toEqual(ours(taken.header.parts));
    const shapes = ({ topics }: Taken['header']) => topics.map(({ name, partitions }) => ({ name, partitions }));
    expect(shapes(header)).toEqual(shapes(taken.header));
    expect(facts).toBe(taken.facts);
    expect(documents).toBeGreaterThan(0);

    // Whoever has paid for an order that is no more is told of; nobody else is.
    const stray = strays.map(({ paymentId }) => paymentId);
    expect(stray).toContain(laterPayment);
    expect(stray).not.toContain(unpaidCashier.paymentId);
    expect(stray.length).toBeLessThanOrEqual(during.length + 1);
  });

  it('lets the platform go on from there: who had paid is served, news on its way arrives', async () => {
    await Promise.all(SERVICE_NAMES.map((name) => platform.start(name)));
    expect(await stateOf(shown)).toBe('shipped');
    expect((await see(picture)).equals(pixels)).toBe(true);
    for (const placed of [early, ...before]) await becomes(placed, ['pending_shipment']);
    await becomes(onItsWay, ['awaiting_group']);
    await eventually(async () => expect((await shop.group(seat.groupId)).members).toHaveLength(1));
    const { status } = await shop.send('GET', `/v1/orders/${later.orderId}`, { token: later.person.token });
    expect(status).toBe(404);
  });

  it('finds out what was paid at the provider since', async () => {
    await becomes(unpaid, ['pending_shipment']);
    await books.balanced();
  });

  it('leaves seats to be had', async () => {
    const fay = await shop.aPerson('fay');
    const joined = await eventually(() => shop.join(fay, seat.groupId), 20_000);
    await shop.pay(fay, joined.orderId);
    for (const placed of [onItsWay, { orderId: joined.orderId, person: fay }]) {
      await becomes(placed, ['pending_shipment']);
    }
    await books.balanced();
    expect(await recount(platform, shop)).toEqual([]);
  });
});
