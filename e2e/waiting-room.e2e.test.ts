import { hash } from 'node:crypto';
import { eventually } from '@social/testkit/eventually';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Platform, startPlatform } from './platform.ts';
import { openShop, type Person, type Seat, type Shop } from './shop.ts';

const BITS = 8;
const PACE = 2;

let platform: Platform;
let shop: Shop;
let merchant: Awaited<ReturnType<Shop['aMerchant']>>;

beforeAll(async () => {
  platform = await startPlatform({ env: { gateway: { CHALLENGE_BITS: String(BITS) } } });
  shop = openShop(platform);
  merchant = await shop.aMerchant();
});
afterAll(() => platform?.stop());

type Ticket = { ticket: string; position: number; admittedAt: string; admitted: boolean };
type Puzzle = { challenge: string; bits: number };

/** An activity with a waiting room that starts `inMs` from now. */
const aSale = async (inMs: number) => {
  const { skuId } = await shop.aSku(merchant, 100);
  const startsAt = new Date(Date.now() + inMs).toISOString();
  const offer = { startsAt, groupSize: 10, waitingRoom: { admitPerSecond: PACE } };
  return { startsAt, ...(await shop.anActivity(merchant, skuId, offer)) };
};
const people = (count: number) => Promise.all(Array.from({ length: count }, (_, i) => shop.aPerson(`p${i}`)));

const solve = ({ challenge, bits }: Puzzle): string => {
  expect(bits).toBe(BITS);
  for (let nonce = 0; ; nonce++) {
    if (hash('sha256', `${challenge}.${nonce}`).startsWith('00')) return `${challenge}.${nonce}`;
  }
};
const enter = async ({ token }: Person, activityId: string): Promise<Ticket> => {
  const room = `/v1/activities/${activityId}/waiting-room`;
  const answer = solve(await shop.must<Puzzle>('POST', `${room}/challenge`, { token }));
  return shop.must<Ticket>('POST', `${room}/tickets`, { token, body: { answer } });
};
const reload = ({ token }: Person, activityId: string) =>
  shop.must<Ticket>('POST', `/v1/activities/${activityId}/waiting-room/tickets`, { token, body: {} });
const trySeat = ({ token, addressId }: Person, path: string, ticket?: string) =>
  shop.send<Seat & { code?: string }>('POST', path, {
    ...{ token, body: { addressId } },
    headers: ticket ? { 'x-waiting-room-ticket': ticket } : {},
  });

describe('a group-buy with a waiting room', () => {
  it('lets in those who waited, in the order drawn and at its pace, and nobody else', async () => {
    const { activityId, startsAt } = await aSale(15_000);
    const [stranger, ...crowd] = (await people(7)) as [Person, ...Person[]];
    const opening = `/v1/activities/${activityId}/groups`;
    expect(await trySeat(stranger, opening)).toMatchObject({
      status: 403,
      body: { code: 'waiting-room-ticket-required' },
    });

    const tickets = await Promise.all(crowd.map((person) => enter(person, activityId)));
    const line = crowd
      .map((person, index) => ({ person, ...(tickets[index] as Ticket) }))
      .sort((a, b) => a.position - b.position);
    expect(line.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
    for (const { person, ticket, position, admittedAt } of line.toReversed()) {
      expect(await reload(person, activityId)).toMatchObject({ ticket, position, admittedAt });
    }

    const [head, ...others] = line as [(typeof line)[0], ...typeof line];
    const early = await trySeat(head.person, opening, head.ticket);
    expect(early).toMatchObject({ status: 429, body: { code: 'not-your-turn' } });
    expect(Number(early.headers.get('retry-after'))).toBeGreaterThan(0);
    const stolen = await trySeat(stranger, opening, head.ticket);
    expect(stolen).toMatchObject({ status: 403, body: { code: 'waiting-room-ticket-invalid' } });

    /** Tries until let in; when that was. */
    const keepTrying = (person: Person, path: string, ticket: string) =>
      eventually(async () => {
        const { status, body } = await trySeat(person, path, ticket);
        expect(status, body.code).toBe(201);
        return { seat: body, at: Date.now() };
      }, 40_000);
    const opened = await keepTrying(head.person, opening, head.ticket);
    const joining = `/v1/groups/${opened.seat.groupId}/members`;
    expect(await trySeat(stranger, joining)).toMatchObject({
      status: 403,
      body: { code: 'waiting-room-ticket-required' },
    });
    const joined = await Promise.all(others.map(({ person, ticket }) => keepTrying(person, joining, ticket)));

    const letIn = [opened, ...joined];
    expect(letIn.map(({ seat }) => seat.groupId)).toEqual(line.map(() => opened.seat.groupId));
    const start = Math.ceil(Date.parse(startsAt) / 1000) * 1000;
    for (const [index, { at }] of letIn.entries()) {
      const turn = start + Math.floor(index / PACE) * 1000;
      expect(Date.parse(line[index]?.admittedAt ?? '')).toBe(turn);
      expect(at).toBeGreaterThanOrEqual(turn);
    }
  });

  it('lets who comes later in when their second is drawn, and lets nobody who never waited into a group', async () => {
    const { activityId } = await aSale(-60_000);
    const [ann, bob] = (await people(2)) as [Person, Person];
    const { ticket, admitted } = await enter(ann, activityId);
    expect(admitted).toBe(true);
    const opened = await trySeat(ann, `/v1/activities/${activityId}/groups`, ticket);
    expect(opened.status, JSON.stringify(opened.body)).toBe(201);
    const joining = `/v1/groups/${opened.body.groupId}/members`;
    expect((await trySeat(bob, joining)).body.code).toBe('waiting-room-ticket-required');
    expect((await trySeat(bob, joining, (await enter(bob, activityId)).ticket)).status).toBe(201);
  });
});
