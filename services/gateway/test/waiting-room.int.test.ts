import { hash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { eventually } from '@social/testkit/eventually';
import { startRedis } from '@social/testkit/servers';
import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Running } from './processes.ts';
import { ask, aWorld, type World } from './world.ts';

const BITS = 8;
let redis: Awaited<ReturnType<typeof startRedis>>;
let world: World;
let other: Running;
let staff: string;
let merchant: { slug: string; skuId: string };

beforeAll(async () => {
  redis = await startRedis();
  const env = { REDIS_URL: redis.url, CHALLENGE_BITS: String(BITS) };
  world = await aWorld(['identity', 'catalog', 'orders', 'group-buy'], env);
  other = await world.startGateway();
  merchant = await aMerchant();
});
afterAll(async () => {
  await other?.kill();
  await world?.stop();
  await redis?.kill();
});

async function aMerchant() {
  const operator = world.someone(['operator']).token;
  const slug = `m-${randomUUID().slice(0, 8)}`;
  const { merchantId } = (await world.ask('/v1/merchants', { token: operator, body: { slug, name: slug } })).body;
  const category = { slug: `c-${slug}`, name: '茶' };
  const { categoryId } = (await world.ask('/v1/categories', { token: operator, body: category })).body;
  const product = { handle: 'tea', title: '龙井', categoryId, skus: [{ priceAmount: 9900, stock: 1000 }] };
  const made = await world.ask(`/v1/merchants/${slug}/products`, { token: operator, body: product });
  staff = world.someone(['merchant-staff'], String(merchantId)).token;
  return { slug, skuId: (made.body.skus as { skuId: string }[])[0]?.skuId ?? '' };
}

/** A group-buy that begins `inMs` from now. */
async function anActivity(waitingRoom: object | undefined, inMs = -1000): Promise<string> {
  const body = {
    ...{ skuId: merchant.skuId, groupAmount: 4900, groupSize: 10, fillSeconds: 600, stock: 30, waitingRoom },
    startsAt: new Date(Date.now() + inMs).toISOString(),
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
  };
  const { status, body: made } = await world.ask(`/v1/merchants/${merchant.slug}/activities`, { token: staff, body });
  expect(status, JSON.stringify(made)).toBe(201);
  expect(made.waitingRoom).toEqual(waitingRoom);
  return String(made.activityId);
}

type Ticket = { ticket: string; position: number; ahead: number; admitted: boolean; admittedAt: string };
type Person = { token: string; at?: string };

const gatewayOf = ({ at }: Person) => at ?? world.gateway.http;
const roomOf = (activityId: string) => `/v1/activities/${activityId}/waiting-room`;

/** Solves the proof of work as a client would; by the binary digits of the digest. */
async function anAnswer(person: Person, activityId: string): Promise<string> {
  const path = `${roomOf(activityId)}/challenge`;
  const { body } = await ask(gatewayOf(person), path, { method: 'POST', token: person.token, key: null });
  expect(body).toMatchObject({ kind: 'proof-of-work', bits: BITS });
  for (let nonce = 0; ; nonce++) {
    const answer = `${body.challenge}.${nonce}`;
    if (hash('sha256', answer).startsWith('00')) return answer;
  }
}
const askForTicket = (person: Person, activityId: string, answer?: string, ticket?: string) =>
  ask(gatewayOf(person), `${roomOf(activityId)}/tickets`, {
    ...{ token: person.token, key: null, body: answer === undefined ? {} : { answer } },
    headers: ticket === undefined ? {} : { 'x-waiting-room-ticket': ticket },
  });
async function enter(person: Person, activityId: string): Promise<Ticket> {
  const { status, body } = await askForTicket(person, activityId, await anAnswer(person, activityId));
  expect(status, JSON.stringify(body)).toBe(201);
  return body as unknown as Ticket;
}
const open = (token: string, activityId: string, ticket?: string) =>
  world.ask(`/v1/activities/${activityId}/groups`, {
    ...{ token, body: { addressId: 'adr_none' } },
    headers: ticket === undefined ? {} : { 'x-waiting-room-ticket': ticket },
  });
const refusal = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

const flush = async () => {
  const client = createClient({ url: redis.url });
  await client.connect();
  await client.flushAll();
  await client.close();
};

describe('the door of a waiting room', () => {
  it('gives a place for the answer to a challenge of one’s own, and for nothing less', async () => {
    const activityId = await anActivity({ admitPerSecond: 5 }, 60_000);
    const [ann, bob] = [world.someone(), world.someone()];
    expect(refusal(await askForTicket(ann, activityId))).toEqual([403, 'challenge-required']);
    const answers = [await anAnswer(bob, activityId), 'made.up.1', `${await anAnswer(ann, activityId)}x`.slice(1)];
    for (const answer of answers) {
      expect(refusal(await askForTicket(ann, activityId, answer))).toEqual([403, 'challenge-failed']);
    }
    const answer = await anAnswer(ann, activityId);
    const entered = await askForTicket(ann, activityId, answer);
    expect(entered).toMatchObject({ status: 201, body: { position: 1, ahead: 0, admitted: false } });
    expect((await askForTicket(ann, activityId, answer)).body.ticket).toBe(entered.body.ticket);
  });

  it('is where there is a room only', async () => {
    const activityId = await anActivity(undefined);
    const { token } = world.someone();
    expect(refusal(await askForTicket({ token }, activityId, 'a.b.c'))).toEqual([404, 'waiting-room-not-found']);
    expect(refusal(await askForTicket({ token }, 'act_none', 'a.b.c'))).toEqual([404, 'activity-not-found']);
    expect(refusal(await open(token, activityId))).toEqual([404, 'address-not-found']);
  });

  it('is closed when the activity has ended', async () => {
    const activityId = await anActivity({ admitPerSecond: 5 });
    const ann = world.someone();
    await enter(ann, activityId);
    await world.ask(`/v1/activities/${activityId}/end`, { method: 'POST', token: staff });
    expect(refusal(await askForTicket(ann, activityId))).toEqual([409, 'activity-ended']);
  });
});

describe('a place in line', () => {
  it('is the same however often, with whatever device and at whichever gateway it is asked for', async () => {
    const activityId = await anActivity({ admitPerSecond: 2 }, 60_000);
    const people = Array.from({ length: 12 }, () => world.someone());
    const entered = await Promise.all(
      people.flatMap(({ token }) => [enter({ token }, activityId), enter({ token, at: other.http }, activityId)]),
    );
    // How many are ahead and for how long is told as of the answer, and two answers may lie in two seconds.
    const places = entered.map(({ ticket, position, admittedAt }) => ({ ticket, position, admittedAt }));
    const firsts = places.filter((_, index) => index % 2 === 0);
    expect(places.filter((_, index) => index % 2 === 1)).toEqual(firsts);
    expect(firsts.map(({ position }) => position).sort((a, b) => a - b)).toEqual(people.map((_, index) => index + 1));

    for (const [index, { token }] of people.entries()) {
      expect((await askForTicket({ token, at: other.http }, activityId)).body.ticket).toBe(firsts[index]?.ticket);
    }
  });

  it('is behind those of earlier seconds, and its turn comes at the pace', async () => {
    const activityId = await anActivity({ admitPerSecond: 3 }, 60_000);
    const arrive = (count: number) =>
      Promise.all(Array.from({ length: count }, () => enter(world.someone(), activityId)));
    const waves = [await arrive(5), await arrive(4), await arrive(2)];
    const positions = waves.map((wave) => wave.map(({ position }) => position).sort((a, b) => a - b));
    expect(positions).toEqual([
      [1, 2, 3, 4, 5],
      [6, 7, 8, 9],
      [10, 11],
    ]);
    const inLine = waves.flat().sort((a, b) => a.position - b.position);
    const first = Date.parse(inLine[0]?.admittedAt ?? '');
    const seconds = inLine.map(({ admittedAt }) => (Date.parse(admittedAt) - first) / 1000);
    expect(seconds).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3]);
  });

  it('is had again for its ticket after Redis was flushed; who has none queues behind all tickets', async () => {
    const activityId = await anActivity({ admitPerSecond: 2 }, 60_000);
    const people = Array.from({ length: 8 }, () => world.someone());
    const tickets = await Promise.all(people.map((person) => enter(person, activityId)));
    const [ann, bob] = people as [(typeof people)[0], (typeof people)[0]];
    const turns = tickets.map(({ admittedAt }) => Date.parse(admittedAt));

    await flush();
    const shown = await askForTicket(ann, activityId, undefined, tickets[0]?.ticket);
    expect(shown).toMatchObject({ status: 201, body: { ticket: tickets[0]?.ticket, position: tickets[0]?.position } });
    const withoutTicket = await askForTicket({ ...ann, at: other.http }, activityId);
    expect(withoutTicket.body.ticket).toBe(tickets[0]?.ticket);

    expect(refusal(await askForTicket(bob, activityId))).toEqual([403, 'challenge-required']);
    const again = await enter({ ...bob, at: other.http }, activityId);
    expect(again.position).toBe(9);
    expect(Date.parse(again.admittedAt)).toBeGreaterThan(Math.max(...turns));
  });
});

describe('a seat behind a waiting room', () => {
  it('takes an admitted ticket of one’s own', async () => {
    const activityId = await anActivity({ admitPerSecond: 5 });
    const later = await anActivity({ admitPerSecond: 5 }, 600_000);
    const [ann, bob] = [world.someone(), world.someone()];
    expect(refusal(await open(ann.token, activityId))).toEqual([403, 'waiting-room-ticket-required']);

    const { ticket, admitted } = await enter(ann, activityId);
    expect(admitted).toBe(true);
    const early = await enter(ann, later);
    const invalid = [403, 'waiting-room-ticket-invalid'];
    expect(refusal(await open(bob.token, activityId, ticket))).toEqual(invalid);
    expect(refusal(await open(ann.token, later, ticket))).toEqual(invalid);
    expect(refusal(await open(ann.token, activityId, ticket.replace(/^./, 'f')))).toEqual(invalid);

    const tooEarly = await open(ann.token, later, early.ticket);
    expect(refusal(tooEarly)).toEqual([429, 'not-your-turn']);
    expect(Number(tooEarly.headers.get('retry-after'))).toBeGreaterThan(60);
    expect(refusal(await open(ann.token, activityId, ticket))).toEqual([404, 'address-not-found']);
  });
});

describe('a web socket', () => {
  /** A socket of somebody, with the frames it has got and when. */
  const aSocket = async (token: string) => {
    const { body } = await world.ask('/v1/ws-tickets', { method: 'POST', token, key: null });
    const socket = new WebSocket(`${world.gateway.http.replace('http', 'ws')}/v1/ws?ticket=${body.ticket}`);
    const frames: Record<string, unknown>[] = [];
    socket.on('message', (data) => frames.push(JSON.parse(String(data))));
    await once(socket, 'open');
    return { socket, frames };
  };

  it('tells how one stands each second until the turn has come', async () => {
    const activityId = await anActivity({ admitPerSecond: 2 }, 8000);
    const people = Array.from({ length: 6 }, () => world.someone());
    const tickets = await Promise.all(people.map((person) => enter(person, activityId)));
    const last = tickets.findIndex(({ position }) => position === 6);
    const { socket, frames } = await aSocket(people[last]?.token ?? '');
    socket.send(JSON.stringify({ type: 'watch-waiting-room', activityId }));
    await eventually(() => expect(frames.at(-1)).toMatchObject({ admitted: true, ahead: 0, estimateSeconds: 0 }));

    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(tickets[last]?.admittedAt ?? ''));
    expect(frames[0]).toMatchObject({ type: 'waiting-room', activityId, position: 6, ahead: 5, admitted: false });
    const ahead = frames.map((frame) => Number(frame.ahead));
    expect(ahead).toEqual(ahead.toSorted((a, b) => b - a));
    const estimates = frames.map(({ estimateSeconds }) => Number(estimateSeconds));
    expect(estimates).toEqual([...new Set(estimates)].sort((a, b) => b - a));
    socket.close();
  });

  it('is told what it asked wrong', async () => {
    const activityId = await anActivity({ admitPerSecond: 2 });
    const { socket, frames } = await aSocket(world.someone().token);
    socket.send(JSON.stringify({ type: 'watch-waiting-room', activityId }));
    socket.send(JSON.stringify({ type: 'watch-waiting-room', activityId, ticket: 'made.up' }));
    socket.send(JSON.stringify({ type: 'watch-waiting-room', activityId: 'act_none' }));
    const codes = ['activity-not-found', 'waiting-room-ticket-invalid', 'waiting-room-ticket-required'];
    await eventually(() => expect(frames.map(({ code }) => code).sort()).toEqual(codes));
    socket.close();
  });
});

describe('while Redis is away', () => {
  it('a ticket lets in all the same, and is shown again; new places are to be had later', async () => {
    const activityId = await anActivity({ admitPerSecond: 5 });
    const [ann, bob] = [world.someone(), world.someone()];
    const { ticket } = await enter(ann, activityId);
    const answer = await anAnswer(bob, activityId);
    await redis.kill();

    expect(refusal(await open(ann.token, activityId, ticket))).toEqual([404, 'address-not-found']);
    expect((await askForTicket(ann, activityId, undefined, ticket)).body.ticket).toBe(ticket);
    const refused = await askForTicket(bob, activityId, answer);
    expect([...refusal(refused), refused.headers.get('retry-after')]).toEqual([503, 'service-unavailable', '1']);
  });
});
