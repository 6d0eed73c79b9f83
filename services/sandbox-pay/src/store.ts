import { newId } from '@social/runtime/ids';
import { isDuplicateKey } from '@social/runtime/mongo';
import type { Collection, Db } from 'mongodb';
import { type Callback, type Charge, type ChargeRefund, SandboxError } from './domain.ts';

export type NewCharge = Pick<
  Charge,
  'out_trade_no' | 'amount' | 'currency' | 'description' | 'notify_url' | 'return_url' | 'traceparent' | 'expires_at'
>;

export type Payment = { paidAt: Date; callbacks: Callback[]; now: Date; afterExpiry: 'refuse' | 'allow' };

const notFound = () => new SandboxError(404, 'charge-not-found', 'there is no such charge');

/** The indexes of the collection; safe to repeat. */
export async function ensureIndexes(db: Db): Promise<void> {
  await db.collection<Charge>('charges').createIndexes([
    { key: { out_trade_no: 1 }, name: 'out_trade_no', unique: true },
    {
      key: { 'refunds.out_refund_no': 1 },
      name: 'out_refund_no',
      unique: true,
      partialFilterExpression: { 'refunds.out_refund_no': { $exists: true } },
    },
    {
      key: { 'callbacks.due_at': 1 },
      name: 'callbacks_due',
      partialFilterExpression: { 'callbacks.due_at': { $exists: true } },
    },
  ]);
}

export type Charges = ReturnType<typeof chargesIn>;

/** The provider's books. */
export function chargesIn(db: Db) {
  const charges = db.collection<Charge>('charges');
  return {
    create: (request: NewCharge, now: Date) => create(charges, request, now),
    get: async (id: string): Promise<Charge> => {
      const charge = await charges.findOne({ _id: id });
      if (!charge) throw notFound();
      return charge;
    },
    getByTradeNo: async (outTradeNo: string): Promise<Charge> => {
      const charge = await charges.findOne({ out_trade_no: outTradeNo });
      if (!charge) throw notFound();
      return charge;
    },
    pay: (id: string, payment: Payment) => pay(charges, id, payment),
    /** Notes a try of the payer that did not pay; the charge stays open. */
    noteAttempt: async (id: string, outcome: 'declined' | 'cancelled'): Promise<void> => {
      await charges.updateOne({ _id: id, state: 'open' }, { $set: { last_attempt: outcome } });
    },
    refund: (outTradeNo: string, refund: ChargeRefund) => refundOnce(charges, outTradeNo, refund),
    getRefund: async (outRefundNo: string): Promise<ChargeRefund> => {
      const charge = await charges.findOne({ 'refunds.out_refund_no': outRefundNo });
      const refund = charge?.refunds.find(({ out_refund_no }) => out_refund_no === outRefundNo);
      if (!refund) throw new SandboxError(404, 'refund-not-found', 'there is no such refund');
      return refund;
    },
    withDueCallbacks: (now: Date): Promise<Charge[]> =>
      charges
        .find({ 'callbacks.due_at': { $lte: now } })
        .sort({ 'callbacks.due_at': 1 })
        .limit(50)
        .toArray(),
    /** Takes a due callback for one attempt; `until` is when it is due again if this process dies. */
    claim: async (id: string, callbackId: string, now: Date, until: Date): Promise<boolean> => {
      const { modifiedCount } = await charges.updateOne(
        { _id: id, callbacks: { $elemMatch: { id: callbackId, due_at: { $lte: now } } } },
        { $set: { 'callbacks.$.due_at': until }, $inc: { 'callbacks.$.attempts': 1 } },
      );
      return modifiedCount === 1;
    },
    settle: async (id: string, callbackId: string, outcome: 'delivered' | 'given-up'): Promise<void> => {
      await charges.updateOne(
        { _id: id, 'callbacks.id': callbackId },
        { $set: { 'callbacks.$.outcome': outcome }, $unset: { 'callbacks.$.due_at': '' } },
      );
    },
    reschedule: async (id: string, callbackId: string, dueAt: Date): Promise<void> => {
      await charges.updateOne({ _id: id, 'callbacks.id': callbackId }, { $set: { 'callbacks.$.due_at': dueAt } });
    },
  };
}

/** One charge a trade number: a repeat answers the first one, other money is refused. */
async function create(charges: Collection<Charge>, request: NewCharge, now: Date): Promise<Charge> {
  const charge: Charge = {
    ...request,
    _id: newId('chg'),
    created_at: now,
    state: 'open',
    refunded: 0,
    refunds: [],
    callbacks: [],
  };
  try {
    await charges.insertOne(charge);
    return charge;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  const first = await charges.findOne({ out_trade_no: request.out_trade_no });
  if (first?.amount !== request.amount || first.currency !== request.currency) {
    throw new SandboxError(409, 'trade-no-reused', 'this outTradeNo was used for another amount');
  }
  return first;
}

/** Takes the payer's money once; the callbacks are owed from the same write on. A repeat answers the first payment. */
async function pay(charges: Collection<Charge>, id: string, payment: Payment): Promise<Charge> {
  const inTime = payment.afterExpiry === 'refuse' ? { expires_at: { $gt: payment.now } } : {};
  const captured = await charges.findOneAndUpdate(
    { _id: id, state: 'open', ...inTime },
    {
      $set: {
        state: 'captured',
        transaction_id: newId('sbx'),
        paid_at: payment.paidAt,
        callbacks: payment.callbacks,
      },
      $unset: { last_attempt: '' },
    },
    { returnDocument: 'after' },
  );
  if (captured) return captured;

  const charge = await charges.findOne({ _id: id });
  if (!charge) throw notFound();
  if (charge.state === 'open') throw new SandboxError(409, 'charge-expired', 'the time to pay is over');
  return charge;
}

/** Gives money back once a refund number, never more than was taken. */
async function refundOnce(
  charges: Collection<Charge>,
  outTradeNo: string,
  refund: ChargeRefund,
): Promise<ChargeRefund> {
  const number = refund.out_refund_no;
  const refunded = await charges.findOneAndUpdate(
    {
      out_trade_no: outTradeNo,
      state: 'captured',
      'refunds.out_refund_no': { $ne: number },
      $expr: { $lte: [{ $add: ['$refunded', refund.amount] }, '$amount'] },
    },
    { $push: { refunds: refund }, $inc: { refunded: refund.amount } },
  );
  if (refunded) return refund;

  const charge = await charges.findOne({ out_trade_no: outTradeNo });
  if (!charge) throw notFound();
  const first = charge.refunds.find(({ out_refund_no }) => out_refund_no === number);
  if (first && first.amount !== refund.amount) {
    throw new SandboxError(409, 'refund-no-reused', 'this outRefundNo was used for another amount');
  }
  if (first) return first;
  if (charge.state !== 'captured') throw new SandboxError(409, 'charge-not-captured', 'nothing was paid yet');
  throw new SandboxError(409, 'refund-exceeds-charge', 'more would be refunded than was paid');
}
