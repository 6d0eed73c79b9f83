import { setTimeout as pause } from 'node:timers/promises';
import { ANSWER_TIMEOUT_MS } from '@social/sandbox/callbacks';
import { isSigned } from '@social/sandbox/signing';
import { eventually } from '@social/testkit/eventually';
import { type Received, startReceiver } from '@social/testkit/receiver';
import { aNamespace, dropNamespace } from '@social/testkit/servers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SECRET, startCarrier } from './carrier.ts';

const STEP_MS = 600;
const JOURNEY = ['booked', 'picked-up', 'in-transit', 'out-for-delivery', 'delivered'];

type Scan = { seq: number; state: string; at: string; place: string };
type Answer = { trackingNumber: string; state: string; scans: Scan[] };

const namespace = aNamespace();
let carrier: Awaited<ReturnType<typeof startCarrier>>;
let shop: Awaited<ReturnType<typeof startReceiver>>;
let number = 0;

beforeAll(async () => {
  carrier = await startCarrier(namespace);
});
afterAll(async () => {
  await carrier.stop();
  await dropNamespace(namespace);
});
beforeEach(async () => {
  shop = await startReceiver();
});
afterEach(() => shop.close());

const aParcel = (changes: object = {}) => ({
  outParcelNo: `par_${++number}`,
  to: { province: '浙江省', city: '杭州市', district: '西湖区' },
  pieces: 2,
  grams: 800,
  notifyUrl: shop.url,
  ...changes,
});

const booked = async (changes: object = {}) => {
  const parcel = aParcel(changes);
  const { status, body } = await carrier.call('POST', '/v1/parcels', parcel);
  expect(status).toBe(200);
  return { ...parcel, trackingNumber: String(body.trackingNumber) };
};

const query = async (outParcelNo: string): Promise<Answer> =>
  (await carrier.call('GET', `/v1/parcels/by-out-parcel-no/${outParcelNo}`)).body as Answer;

const misbehave = async (trackingNumber: string, how: object) => {
  const { status } = await carrier.call('POST', `/v1/parcels/${trackingNumber}/misbehave`, how);
  expect(status).toBe(200);
};

const told = (received: Received[]): Scan[] => received.map(({ body }) => JSON.parse(body).scan);
const seqs = (received: Received[]) => told(received).map(({ seq }) => seq);

describe('the merchant API', () => {
  it('hears only signed calls', async () => {
    const answer = await fetch(`${carrier.url}/v1/parcels`, { method: 'POST', body: JSON.stringify(aParcel()) });
    expect(answer.status).toBe(401);
    const misbehave = await fetch(`${carrier.url}/v1/parcels/SBX000000000000/misbehave`, {
      method: 'POST',
      body: '{}',
    });
    expect(misbehave.status).toBe(401);
  });

  it('books one parcel a number, ten at once, and repeats its first answer for ever', async () => {
    const parcel = aParcel();
    const answers = await Promise.all(Array.from({ length: 10 }, () => carrier.call('POST', '/v1/parcels', parcel)));
    expect(answers[0]).toMatchObject({
      status: 200,
      body: { outParcelNo: parcel.outParcelNo, state: 'booked', scans: [{ seq: 1, state: 'booked' }] },
    });
    expect(answers[0]?.body.trackingNumber).toMatch(/^SBX\d{12}$/);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);

    await eventually(async () => expect((await query(parcel.outParcelNo)).state).toBe('delivered'));
    expect(await carrier.call('POST', '/v1/parcels', parcel)).toEqual(answers[0]);
  });

  it('refuses another parcel under a number that is taken', async () => {
    const { trackingNumber: _, ...parcel } = await booked();
    for (const other of [{ pieces: 3 }, { grams: 1 }, { to: { ...parcel.to, district: '余杭区' } }]) {
      const answer = await carrier.call('POST', '/v1/parcels', { ...parcel, ...other });
      expect(answer).toMatchObject({ status: 409, body: { code: 'parcel-no-reused' } });
    }
  });

  it('refuses what it does not understand, and what it does not know', async () => {
    const wrongs = [{ pieces: 0 }, { grams: -1 }, { pieces: 1.5 }, { notifyUrl: 'javascript:alert(1)' }, { extra: 1 }];
    for (const wrong of [...wrongs, { outParcelNo: '' }, { to: { city: '杭州市' } }]) {
      expect((await carrier.call('POST', '/v1/parcels', aParcel(wrong))).status, JSON.stringify(wrong)).toBe(400);
    }
    const unknown = { status: 404, body: { code: 'parcel-not-found' } };
    expect(await carrier.call('GET', '/v1/parcels/by-out-parcel-no/nobody')).toMatchObject(unknown);
    expect(await carrier.call('POST', '/v1/parcels/SBX1/misbehave', {})).toMatchObject(unknown);
    expect((await carrier.call('POST', '/v1/parcels/SBX1/misbehave', { lost: 'yes' })).status).toBe(400);
  });

  it('fails on demand: before the effect, after it, or without an answer', async () => {
    const outcomes = [];
    for (const kind of ['error-before', 'error-after', 'answer-lost']) {
      const parcel = aParcel();
      await carrier.call('POST', '/v1/faults', { operation: 'book', kind });
      const answer = await carrier.call('POST', '/v1/parcels', parcel).catch(() => ({ status: 'none' }));
      const known = await carrier.call('GET', `/v1/parcels/by-out-parcel-no/${parcel.outParcelNo}`);
      outcomes.push([answer.status, known.status]);
    }
    expect(outcomes).toEqual([
      [500, 404],
      [500, 200],
      ['none', 200],
    ]);
    await carrier.call('POST', '/v1/faults', { operation: 'query', kind: 'error-before', times: 9 });
    await carrier.call('DELETE', '/v1/faults');
    expect((await carrier.call('GET', '/v1/parcels/by-out-parcel-no/nobody')).status).toBe(404);
  });
});

describe('a parcel', () => {
  it('moves by the clock to its destination, and each scan is told once, signed', async () => {
    const { outParcelNo, trackingNumber } = await booked();
    await eventually(() => expect(shop.received).toHaveLength(5));
    const { state, scans } = await query(outParcelNo);
    expect([state, scans.map((scan) => scan.state)]).toEqual(['delivered', JOURNEY]);
    const times = scans.map(({ at }) => Date.parse(at));
    expect(times.slice(1).map((time, at) => time - (times[at] ?? 0))).toEqual(Array(4).fill(STEP_MS));
    expect(told(shop.received).toSorted((a, b) => a.seq - b.seq)).toEqual(scans);
    for (const { headers, body } of shop.received) {
      expect(isSigned([], headers, body, SECRET, new Date())).toBe(true);
      expect(JSON.parse(body)).toMatchObject({ event: 'parcel.scanned', outParcelNo, trackingNumber });
    }
  });

  it('makes up the steps of a downtime with their proper times', async () => {
    const { outParcelNo } = await booked();
    await eventually(async () => expect((await query(outParcelNo)).scans.length).toBeGreaterThan(1));
    await carrier.stop('SIGKILL');
    await pause(5 * STEP_MS);
    carrier = await startCarrier(namespace, {}, carrier.port);
    await eventually(() => expect(new Set(seqs(shop.received))).toEqual(new Set([1, 2, 3, 4, 5])));
    const { scans } = await query(outParcelNo);
    const start = Date.parse(scans[0]?.at ?? '');
    expect(scans.map(({ at }) => Date.parse(at) - start)).toEqual([0, 1, 2, 3, 4].map((step) => step * STEP_MS));
  });

  it('is as of now at a carrier that looks at its parcels only seldom', async () => {
    const parcels = aNamespace();
    const slow = await startCarrier(parcels, { STEP_SWEEP_MS: '600000' });
    const parcel = aParcel();
    await slow.call('POST', '/v1/parcels', parcel);
    await pause(2 * STEP_MS);
    const { body } = await slow.call('GET', `/v1/parcels/by-out-parcel-no/${parcel.outParcelNo}`);
    expect(body.scans).toHaveLength(3);
    await eventually(() => expect(seqs(shop.received).toSorted()).toEqual([1, 2, 3]));
    await slow.stop();
    await dropNamespace(parcels);
  });

  it('is moved by either of two carriers, and told by one of them', async () => {
    const second = await startCarrier(namespace);
    const parcels = await Promise.all(Array.from({ length: 20 }, () => booked()));
    await eventually(() => expect(shop.received.length).toBeGreaterThanOrEqual(100), 15_000);
    await pause(200);
    expect(shop.received).toHaveLength(100);
    for (const { outParcelNo } of parcels) expect((await query(outParcelNo)).scans).toHaveLength(5);
    await second.stop();
  });
});

describe('a scan’s callback', () => {
  it('is repeated until the merchant says 2xx', async () => {
    const stubborn = await startReceiver(500, 404);
    const { trackingNumber } = await booked({ notifyUrl: stubborn.url });
    await misbehave(trackingNumber, { lost: true });
    await eventually(() => expect(stubborn.received).toHaveLength(3));
    expect(new Set(stubborn.received.map(({ body }) => body)).size).toBe(1);
    stubborn.close();
  });

  it('comes many times, after failures, or never, on demand', async () => {
    const { trackingNumber } = await booked();
    await misbehave(trackingNumber, { duplicates: 2, failFirst: 1 });
    await eventually(() => expect(shop.received).toHaveLength(1 + 4 * 3));

    const quiet = await startReceiver();
    const silent = await booked({ notifyUrl: quiet.url });
    await misbehave(silent.trackingNumber, { drop: true });
    await eventually(async () => expect((await query(silent.outParcelNo)).state).toBe('delivered'));
    await pause(200);
    expect(seqs(quiet.received)).toEqual([1]);
    quiet.close();
  });

  it('comes before those of earlier scans on demand', async () => {
    const { trackingNumber } = await booked();
    await misbehave(trackingNumber, { reverse: true });
    await eventually(() => expect(shop.received).toHaveLength(5), 15_000);
    expect(seqs(shop.received)).toEqual([1, 5, 4, 3, 2]);
  });

  it('that is owed survives a killed carrier', async () => {
    const { trackingNumber } = await booked();
    await misbehave(trackingNumber, { delaySeconds: 1, returned: true });
    await eventually(async () => expect(await trackingText(trackingNumber)).toContain('已退回'));
    await carrier.stop('SIGKILL');
    expect(seqs(shop.received)).toEqual([1]);
    carrier = await startCarrier(namespace, {}, carrier.port);
    await eventually(() => expect(seqs(shop.received)).toEqual([1, 2]));
  });

  it('is sent again when the carrier was killed before it was answered', async () => {
    const busy = await startReceiver('never');
    const { trackingNumber } = await booked({ notifyUrl: busy.url });
    await eventually(() => expect(busy.received).toHaveLength(1));
    await misbehave(trackingNumber, { lost: true });
    await carrier.stop('SIGKILL');
    carrier = await startCarrier(namespace, {}, carrier.port);
    await eventually(() => expect(seqs(busy.received)).toEqual([1, 1]), ANSWER_TIMEOUT_MS + 5000);
    busy.close();
  });
});

describe('a parcel that misbehaves', () => {
  it('is lost, or goes back', async () => {
    const [lost, returned] = [await booked(), await booked()];
    await misbehave(lost.trackingNumber, { lost: true });
    await misbehave(returned.trackingNumber, { returned: true });
    await eventually(async () => expect((await query(returned.outParcelNo)).state).toBe('returned'));
    await pause(2 * STEP_MS);
    expect((await query(returned.outParcelNo)).scans.map(({ state }) => state)).toEqual(['booked', 'returned']);
    expect((await query(lost.outParcelNo)).state).toBe('booked');
  });
});

const trackingText = async (trackingNumber: string) =>
  (await fetch(`${carrier.url}/track/${trackingNumber}?lang=zh`)).text();

describe('the tracking page', () => {
  it('shows everybody where a parcel is, under a strict content policy', async () => {
    const { trackingNumber } = await booked();
    const page = await fetch(`${carrier.url}/track/${trackingNumber}?lang=en`);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'nonce-[^']+';/);
    expect(page.headers.get('content-security-policy')).not.toContain('script-src');
    expect(await page.text()).toContain('Booked');
    await eventually(async () => expect(await trackingText(trackingNumber)).toContain('已签收'));
    expect((await fetch(`${carrier.url}/track/SBX1`)).status).toBe(404);
  });
});
