import type { ServiceError } from '@grpc/grpc-js';
import type { ExportOrdersRequest } from '@social/contracts/generated/social/orders/v1/ExportOrdersRequest';
import { callMetadata } from '@social/rpc/client';
import { fromServiceError } from '@social/rpc/errors';
import { services } from '@social/rpc/proto';
import { toTimestamp } from '@social/rpc/time';
import type { Caller } from '@social/runtime/caller';
import { newId } from '@social/runtime/ids';
import { eventually } from '@social/testkit/eventually';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InProcess, ordersInProcess } from './in-process.ts';
import { aKey, captured } from './requests.ts';
import { aWorld, OPERATOR, staffOf, type World } from './world.ts';

let world: World;
let orders: InProcess;
beforeAll(async () => {
  world = await aWorld();
  orders = await ordersInProcess(world);
});
afterAll(async () => {
  await orders?.stop();
  await world?.stop();
});

type Row = Record<string, string>;

/** A merchant's orders as a spreadsheet reads them. Errors: the refusal that ended it. */
async function exported(request: ExportOrdersRequest, caller: Caller): Promise<Row[]> {
  const { path, requestSerialize, responseDeserialize } = services.orders().ExportOrders;
  const metadata = callMetadata({ caller }, world.tokenKey);
  const call = orders.rpc.raw.makeServerStreamRequest(path, requestSerialize, responseDeserialize, request, metadata);
  const chunks: Buffer[] = [];
  try {
    for await (const { chunk } of call) chunks.push(chunk);
  } catch (error) {
    throw fromServiceError(error as ServiceError);
  }
  return parse(Buffer.concat(chunks), { bom: true, columns: true });
}

/** An order of two lines at 19.90 and 5.00. */
async function anOrderOf(merchantId: string) {
  const [tea, cup] = [await world.aSku(merchantId, 1990, 10), await world.aSku(merchantId, 500, 10)];
  const ann = await world.aShopper();
  const lines = [tea, cup].map((skuId) => ({ skuId, quantity: 1 }));
  const placed = await orders.rpc.PlaceOrders({ lines, addressId: ann.addressId, request: aKey() }, ann);
  return { orderId: placed.orders[0]?.orderId ?? '', tea, cup, ann };
}

async function pay(orderId: string): Promise<void> {
  await orders.publish([captured(orderId, 2490, orders.clock.now())]);
  await eventually(async () => expect((await orders.store.get(orderId)).state).toBe('pending_shipment'));
}

describe("a merchant's orders as a file", () => {
  it('are a row a line, newest first; an unpaid order tells its district alone', async () => {
    const merchantId = await world.aMerchant();
    const [first, second] = [await anOrderOf(merchantId), await anOrderOf(merchantId)];
    await pay(first.orderId);

    const rows = await exported({ merchantId }, staffOf(merchantId));

    expect(rows.map((row) => [row.Order, row.SKU].join())).toEqual(
      [second, first].flatMap(({ orderId, tea, cup }) => [`${orderId},${tea}`, `${orderId},${cup}`]),
    );
    const [unpaid, , paid] = rows;
    expect(unpaid).toMatchObject({ State: 'pending_payment', 'Order total': '24.90', Currency: 'CNY' });
    expect(unpaid).toMatchObject({ District: '西湖区', Phone: '138****5678', Address: '****' });
    expect(unpaid?.Recipient).not.toBe('安小雨');
    expect(paid).toMatchObject({ State: 'pending_shipment', Recipient: '安小雨', Phone: '13812345678' });
    expect(paid).toMatchObject({ Address: '文三路 1 号', 'Paid at': orders.clock.now().toISOString() });
  });

  it('never tell an operator where somebody lives', async () => {
    const merchantId = await world.aMerchant();
    const { orderId } = await anOrderOf(merchantId);
    await pay(orderId);

    const [row] = await exported({ merchantId }, OPERATOR);
    expect(row).toMatchObject({ Order: orderId, District: '西湖区', Phone: '138****5678', Address: '****' });
  });

  it('can be those of one state, and those placed at some time', async () => {
    const merchantId = await world.aMerchant();
    const [paid, unpaid] = [await anOrderOf(merchantId), await anOrderOf(merchantId)];
    await pay(paid.orderId);
    const ids = async (request: ExportOrdersRequest) => [
      ...new Set((await exported({ merchantId, ...request }, OPERATOR)).map((row) => row.Order)),
    ];
    const placed = toTimestamp(orders.clock.now());
    const later = toTimestamp(new Date(orders.clock.now().getTime() + 1));

    expect(await ids({ state: 'ORDER_STATE_PENDING_PAYMENT' })).toEqual([unpaid.orderId]);
    expect(await ids({ state: 'ORDER_STATE_SHIPPED' })).toEqual([]);
    expect(await ids({ from: placed })).toEqual([unpaid.orderId, paid.orderId]);
    expect(await ids({ from: later })).toEqual([]);
    expect(await ids({ to: placed })).toEqual([]);
  });

  it('go over many pages, each order once', async () => {
    const merchantId = await world.aMerchant();
    const { orderId } = await anOrderOf(merchantId);
    const { outbox: _waiting, request: _key, ...order } = await orders.store.get(orderId);
    // Seats keep their address when their payment begins; an order without one has none to open.
    const { address: _sealed, ...bare } = order;
    const copies = Array.from({ length: 450 }, () => ({ ...bare, _id: newId('ord') }));
    await orders.store.orders.insertMany(copies);

    const rows = await exported({ merchantId }, OPERATOR);
    expect(rows.filter((_, index) => index % 2 === 0).map((row) => row.Order)).toEqual(
      [orderId, ...copies.map(({ _id }) => _id)].reverse(),
    );
  });

  it('are nothing to anybody else', async () => {
    const [mine, other] = [await world.aMerchant(), await world.aMerchant()];
    const ann = await world.aShopper();
    const forbidden = expect.objectContaining({ code: 'forbidden' });

    await expect(exported({ merchantId: mine }, staffOf(other))).rejects.toThrow(forbidden);
    await expect(exported({ merchantId: mine }, ann.caller)).rejects.toThrow(forbidden);
    expect(await exported({ merchantId: mine }, staffOf(mine))).toEqual([]);
  });
});
