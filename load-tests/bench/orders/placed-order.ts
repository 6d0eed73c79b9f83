/** Orders as the rules of the orders service make them, in each of the states that people see. */
import { sealAddress } from '@social/orders/address';
import { place, prepare } from '@social/orders/checkout';
import { type Actor, cancel, confirm, type Order, type OrderState, type Timing } from '@social/orders/domain';
import { ship } from '@social/orders/parcels';
import { capture } from '@social/orders/payment';
import { fieldCipher } from '@social/runtime/field-cipher';
import { newId } from '@social/runtime/ids';

const DAY = 24 * 3_600_000;
/** Nothing falls due while pages are read. */
const TIMING: Timing = {
  payWindowMs: DAY,
  callbackGraceMs: 0,
  autoReceiveMs: 10 * DAY,
  receiptExtensionMs: DAY,
  placingMs: DAY,
};
const BUYER: Actor = { role: 'buyer', id: 'usr_template' };
const STAFF: Actor = { role: 'merchant-staff', id: 'usr_staff' };
const HOME = {
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  districtCode: '330106',
  recipient: '安小雨',
  phone: '13812345678',
  detail: '文三路 1 号',
};

const line = (sku: number, title: string) => ({
  ...{ sku_id: `sku_${sku}`, product_id: `prd_${sku}`, title, option_values: ['250g', '罐装'] },
  ...{ picture: `https://pictures.example/${sku}.jpg`, quantity: 2, unit_amount: 1990 },
});

/** An order of a state, to be copied. */
export type Template = Order & { state: OrderState };

function paid(order: Order, now: Date): Order {
  const payment = { paymentId: newId('pay'), amount: order.total, currency: order.currency, paidAt: now };
  return capture(order, payment, now).order;
}

/** An order in a state; undefined for states that people do not see, and those of groups and refunds. */
export function aTemplate(state: OrderState, now: Date): Template | undefined {
  const parts = { _id: newId('ord'), checkout_id: newId('chk'), buyer_id: BUYER.id, merchant_id: 'mer_template' };
  const lines = [line(1, '西湖龙井 明前头采'), line(2, '青瓷茶杯')];
  const placed = place(prepare({ ...parts, currency: 'CNY', lines }, BUYER, now, TIMING), BUYER, now, TIMING).order;
  const parcel = { carrier: '顺丰', trackingNumber: 'SF1234567890', lines: [] };
  const shipped = () => ship(paid(placed, now), STAFF, parcel, new Set(), now, TIMING).order;
  const made: Partial<Record<OrderState, () => Order>> = {
    pending_payment: () => placed,
    cancelled: () => cancel(placed, BUYER, 'by-buyer', now).order,
    pending_shipment: () => paid(placed, now),
    shipped,
    completed: () => confirm(shipped(), BUYER, now).order,
  };
  return made[state]?.();
}

/** The next order like a template, of a buyer and a merchant, with an address that is sealed for it. */
export function aPlacedOrder(
  template: Template | undefined,
  encryptionKeys: string,
  { buyerId, merchantId }: { buyerId: string; merchantId: string },
): Order {
  if (!template) throw new Error('there is no template');
  const { stock_to_return: _returned, parcels, ...order } = template;
  const _id = newId('ord');
  return {
    ...order,
    ...{ _id, checkout_id: newId('chk'), buyer_id: buyerId, merchant_id: merchantId },
    ...(parcels ? { parcels: parcels.map((parcel) => ({ ...parcel, parcel_id: `${_id}-1` })) } : {}),
    address: sealAddress(fieldCipher(encryptionKeys), _id, HOME),
    request: { id: newId('req'), body_hash: 'h'.repeat(43) },
  };
}
