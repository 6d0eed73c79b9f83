import { randomBytes } from 'node:crypto';
import { fieldCipher } from '@social/runtime/field-cipher';
import { type Address, sealAddress } from './address.ts';
import { type NewOrder, place, placeSeat, prepare } from './checkout.ts';
import { type Actor, type Order, plus, type Timing } from './domain.ts';
import { ship } from './parcels.ts';
import { type Captured, capture, completeGroup } from './payment.ts';

export const NOON = new Date('2026-06-01T12:00:00Z');
export const MINUTE = 60_000;
export const TIMING: Timing = {
  payWindowMs: 15 * MINUTE,
  callbackGraceMs: 30_000,
  autoReceiveMs: 10 * 24 * 60 * MINUTE,
  receiptExtensionMs: 5 * 24 * 60 * MINUTE,
  placingMs: MINUTE,
};
export const ANN: Actor = { role: 'buyer', id: 'usr_ann' };
export const STAFF: Actor = { role: 'merchant-staff', id: 'usr_staff' };
export const PARCEL = { carrier: 'SF Express', trackingNumber: 'SF1', lines: [] };
/** Carriers that give numbers. */
export const KNOWN: ReadonlySet<string> = new Set(['sandbox']);
export const cipher = fieldCipher(`k1:${randomBytes(32).toString('base64')}`);
export const HOME: Address = {
  province: '浙江省',
  city: '杭州市',
  district: '西湖区',
  districtCode: '330106',
  recipient: '安小雨',
  phone: '13812345678',
  detail: '文三路 1 号',
};

const id = (last: number): string => `ord_01980000-0000-7000-8000-${String(last).padStart(12, '0')}`;

/** Two units at 19.90 of one SKU. */
export const newOrder = (number = 1): NewOrder => ({
  _id: id(number),
  checkout_id: 'chk_1',
  buyer_id: ANN.id,
  merchant_id: 'mer_1',
  currency: 'CNY',
  address: sealAddress(cipher, id(number), HOME),
  lines: [
    {
      sku_id: 'sku_1',
      product_id: 'prd_1',
      title: '龙井',
      option_values: ['250g'],
      picture: '',
      quantity: 2,
      unit_amount: 1990,
    },
  ],
});

export const TOTAL = 3980;
export const aPayment = (change: Partial<Captured> = {}): Captured => ({
  paymentId: 'pay_1',
  amount: TOTAL,
  currency: 'CNY',
  paidAt: plus(NOON, MINUTE),
  ...change,
});

export const aPlacing = (): Order => prepare(newOrder(), ANN, NOON, TIMING);
export const anOrder = (): Order => place(aPlacing(), ANN, NOON, TIMING).order;
export const aSeat = (): Order =>
  placeSeat(
    { ...newOrder(), group: { activity_id: 'act_1', group_id: 'grp_1', quantity: 2 } },
    ANN,
    undefined,
    NOON,
    TIMING,
  ).order;
export const aPaidOrder = (): Order => capture(anOrder(), aPayment(), NOON).order;
export const aPaidSeat = (): Order => capture(aSeat(), aPayment(), NOON).order;
export const aFullSeat = (): Order => completeGroup(aPaidSeat(), 'grp_1', NOON).order;
export const aShipped = (): Order => ship(aPaidOrder(), STAFF, PARCEL, KNOWN, NOON, TIMING).order;
