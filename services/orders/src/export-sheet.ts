import { BYTE_ORDER_MARK, csvOf, withEscape } from '@social/runtime/csv';
import { decimalsOf, priceText } from '@social/runtime/money-text';
import type { Address } from './address.ts';
import { lineAmounts } from './adjustments.ts';
import type { Line, Order } from './domain.ts';
import { parcelsOf } from './parcels.ts';

/** Sums of an order stand in the first of its rows only, so that a column adds up. */
const COLUMNS = [
  ...(['Order', 'State', 'Created at', 'Paid at', 'Completed at', 'Checkout', 'Buyer', 'Group'] as const),
  ...(['Product', 'SKU', 'Title', 'Options', 'Quantity', 'Currency', 'Unit price', 'Line amount'] as const),
  ...(['Freight', 'Order total', 'Refunded'] as const),
  ...(['Recipient', 'Phone', 'Province', 'City', 'District', 'Address', 'Pick-up point'] as const),
  ...(['Shipped at', 'Carrier', 'Tracking number', 'Remark', 'Note'] as const),
];
type Column = (typeof COLUMNS)[number];
type Cells = Partial<Record<Column, string>>;

const timeText = (at: Date | undefined): string => at?.toISOString() ?? '';

const orderCells = (order: Order): Cells => ({
  Order: order._id,
  State: order.state,
  'Created at': timeText(order.created_at),
  'Paid at': timeText(order.paid_at),
  'Completed at': timeText(order.completed_at),
  Checkout: order.checkout_id,
  Buyer: order.buyer_id,
  Group: order.group?.group_id ?? '',
  Currency: order.currency,
});

const lineCells = (line: Line, amount: number, decimals: number): Cells => ({
  Product: line.product_id,
  SKU: line.sku_id,
  Title: line.title,
  Options: line.option_values.join(' / '),
  Quantity: String(line.quantity),
  'Unit price': priceText(line.unit_amount, decimals),
  'Line amount': priceText(amount, decimals),
});

function sumCells({ freight = 0, total, refunds }: Order, decimals: number): Cells {
  const refunded = refunds.filter(({ refunded_at }) => refunded_at).reduce((sum, { amount }) => sum + amount, 0);
  return {
    Freight: priceText(freight, decimals),
    'Order total': priceText(total, decimals),
    Refunded: priceText(refunded, decimals),
  };
}

const deliveryCells = ({ pick_up, remark, note }: Order, address: Address | undefined): Cells => ({
  Recipient: address?.recipient,
  Phone: address?.phone,
  Province: address?.province,
  City: address?.city,
  District: address?.district,
  Address: address?.detail,
  'Pick-up point': pick_up?.point.name,
  Remark: remark,
  Note: note,
});

/** The parcels that a line went in, oldest first. */
function parcelCells(order: Order, { sku_id }: Line): Cells {
  const parcels = parcelsOf(order).filter(({ lines }) => lines.some((sent) => sent.sku_id === sku_id));
  return {
    'Shipped at': timeText(parcels[0]?.shipped_at),
    Carrier: parcels.map(({ carrier }) => carrier).join(' / '),
    'Tracking number': parcels.map(({ tracking_number }) => tracking_number).join(' / '),
  };
}

/** The first line of a file, which names its columns. */
export const headerLine = (): string => BYTE_ORDER_MARK + csvOf([[...COLUMNS]]);

/** An order's rows, one a line of it. No cell is taken for a formula by a spreadsheet. */
export function orderRows(order: Order, address: Address | undefined): string {
  const decimals = decimalsOf(order.currency);
  const amounts = lineAmounts(order);
  const every = { ...orderCells(order), ...deliveryCells(order, address) };
  const rows = order.lines.map((line, index) => {
    const sums = index === 0 ? sumCells(order, decimals) : {};
    const amount = amounts[index] ?? 0;
    const cells: Cells = { ...every, ...lineCells(line, amount, decimals), ...parcelCells(order, line), ...sums };
    return COLUMNS.map((column) => withEscape(cells[column] ?? ''));
  });
  return csvOf(rows);
}
