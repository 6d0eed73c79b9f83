import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { adjustPrice } from './adjustments.ts';
import type { Order } from './domain.ts';
import { headerLine, orderRows } from './export-sheet.ts';
import { anOrder, HOME, MINUTE, NOON, STAFF, TOTAL } from './fixtures.ts';

const read = (order: Order, address = HOME): Record<string, string>[] =>
  parse(headerLine() + orderRows(order, address), { bom: true, columns: true });

const cup = { sku_id: 'sku_2', product_id: 'prd_2', title: '=HYPERLINK("x")', option_values: ['@大', '蓝'] };
const ofTwoLines = (): Order => {
  const order = anOrder();
  return {
    ...order,
    lines: [...order.lines, { ...cup, picture: '', quantity: 1, unit_amount: 1000 }],
    total: TOTAL + 1000,
  };
};

it('has a row for each line, and the sums of an order once', () => {
  const rows = read(ofTwoLines());
  expect(rows.map((row) => [row.SKU, row.Quantity, row['Unit price'], row['Line amount'], row['Order total']])).toEqual(
    [
      ['sku_1', '2', '19.90', '39.80', '49.80'],
      ['sku_2', '1', '10.00', '10.00', ''],
    ],
  );
  expect(new Set(rows.map(({ Order: id, State }) => `${id} ${State}`)).size).toBe(1);
});

it('says what each line was paid with, so that lines and freight add up to the total', () => {
  const { order } = adjustPrice(
    { ...ofTwoLines(), freight: 800, total: TOTAL + 1800 },
    STAFF,
    4001,
    new Date(NOON.getTime() + MINUTE),
  );
  const cents = (text = '') => Math.round(Number(text) * 100);
  const rows = read(order);
  const lines = rows.reduce((sum, row) => sum + cents(row['Line amount']), 0);
  expect(lines + cents(rows[0]?.Freight)).toBe(4001);
  expect(rows[0]?.['Order total']).toBe('40.01');
});

it('has no cell that a spreadsheet takes for a formula', () => {
  const shipped: Order = { ...ofTwoLines(), shipment: { carrier: '-SF', tracking_number: '+1', shipped_at: NOON } };
  const rows = read(
    { ...shipped, remark: '=1', note: '@2' },
    { ...HOME, recipient: '=1+1', phone: '+86 138', detail: '＝cmd' },
  );
  expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
  expect(rows[1]).toMatchObject({
    Title: `'=HYPERLINK("x")`,
    Options: "'@大 / 蓝",
    Carrier: "'-SF",
    Phone: "'+86 138",
  });
});

it('tells of each line in which parcels it went', () => {
  const order = { ...ofTwoLines(), paid_at: NOON };
  const parcel = (number: number, skuId: string) => ({
    ...{ parcel_id: `${order._id}-${number}`, carrier: 'SF', tracking_number: `SF${number}`, shipped_at: NOON },
    ...{ lines: [{ sku_id: skuId, quantity: 1 }], version: number, scans: [] },
  });
  const parcels = [parcel(1, 'sku_1'), parcel(2, 'sku_1')];
  expect(read({ ...order, parcels }).map((row) => [row['Tracking number'], row['Shipped at']])).toEqual([
    ['SF1 / SF2', NOON.toISOString()],
    ['', ''],
  ]);
});

it('tells as refunded what has come back, not what is on its way', () => {
  const refund = { refund_id: 'ref_1', payment_id: 'pay_1', amount: 3980, reason: '', requested_at: NOON };
  expect(read({ ...anOrder(), refunds: [refund] })[0]?.Refunded).toBe('0.00');
  expect(read({ ...anOrder(), refunds: [{ ...refund, refunded_at: NOON }] })[0]?.Refunded).toBe('39.80');
});

it('begins with a byte order mark, so that a spreadsheet reads Chinese rightly', () => {
  expect(headerLine()).toMatch(/^\ufeffOrder,State,/);
});
