import { GroupFailed, GroupSucceeded, MemberJoined, PlacementRejected } from '@social/contracts/events/group-buy';
import { PaymentCaptured, RefundSucceeded } from '@social/contracts/events/payments';
import { envelope } from '@social/messaging/envelope';
import { newId } from '@social/runtime/ids';
import type { Shopper } from './world.ts';

export const aKey = () => ({ id: newId('req'), bodyHash: 'h' });

/** What group-buy asks for when it holds a seat: one unit at 9.90. */
export const aSeatRequest = (shopper: Shopper, change: { groupId?: string; quantity?: number } = {}) => ({
  orderId: newId('ord'),
  buyerId: shopper.caller.userId,
  groupId: 'grp_1',
  addressId: shopper.addressId,
  quantity: 1,
  request: aKey(),
  ...change,
});
export type SeatRequest = ReturnType<typeof aSeatRequest>;

/** A call of group-buy for seats of one activity. */
export const aSeatCall = (orders: SeatRequest[], activityId = 'act_1') => ({
  offers: [
    {
      activityId,
      merchantId: 'mer_group',
      currency: 'CNY',
      line: { skuId: 'sku_1', productId: 'prd_1', title: '龙井', unitAmount: 990 },
    },
  ],
  orders,
});

/** What payments tells when the provider took the money. */
export function captured(orderId: string, amount: number, paidAt: Date, paymentId = newId('pay')) {
  const data = {
    paymentId,
    payerId: 'usr_x',
    provider: 'sandbox',
    providerTransactionId: 't',
    total: amount,
    currency: 'CNY',
    paidAt: paidAt.toISOString(),
    orders: [{ orderId, amount }],
    version: 2,
  };
  return envelope(PaymentCaptured, paymentId, data, paidAt);
}

/** What payments tells when the provider gave the money back. */
export function moneyBack(orderId: string, refundId: string, amount: number, at: Date) {
  const data = {
    paymentId: 'pay_x',
    refundId,
    orderId,
    amount,
    currency: 'CNY',
    refundedAt: at.toISOString(),
    version: 3,
  };
  return envelope(RefundSucceeded, data.paymentId, data, at);
}

const groupHead = (groupId: string) => ({ groupId, activityId: 'act_1', version: 1 });

export const succeeded = (groupId: string, orderIds: string[], at: Date) =>
  envelope(GroupSucceeded, groupId, { ...groupHead(groupId), orderIds, at: at.toISOString() }, at);

export const failed = (groupId: string, orderIds: string[], at: Date) =>
  envelope(GroupFailed, groupId, { ...groupHead(groupId), orderIds, reason: 'not-filled', at: at.toISOString() }, at);

export function joined(groupId: string, orderId: string, at: Date) {
  const member = { userId: 'usr_x', orderId, quantity: 1, members: 1, size: 2, at: at.toISOString() };
  return envelope(MemberJoined, groupId, { ...groupHead(groupId), ...member }, at);
}

export function rejected(orderId: string, at: Date) {
  const data = { orderId, activityId: 'act_1', groupId: 'grp_1', reason: 'no-place', at: at.toISOString() };
  return envelope(PlacementRejected, orderId, data, at);
}
