import { batchedFind, batchedInsert } from '@social/runtime/batched';
import { newId } from '@social/runtime/ids';
import { CALLBACKS_DUE_INDEX, openLedger } from '@social/sandbox/ledger';
import { SandboxError } from '@social/sandbox/sandbox-error';
import type { Db } from 'mongodb';
import type { Charge, ChargeRefund } from './domain.ts';

export type NewCharge = Pick<
  Charge,
  'out_trade_no' | 'amount' | 'currency' | 'description' | 'notify_url' | 'return_url' | 'traceparent' | 'expires_at'
>;

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
    CALLBACKS_DUE_INDEX,
  ]);
}

export type Charges = ReturnType<typeof chargesIn>;

/** The provider's books: a change is decided on the newest state of a charge, many at a time. */
export function chargesIn(db: Db) {
  const charges = db.collection<Charge>('charges');
  const ledger = openLedger(charges, notFound);
  const insert = batchedInsert(charges);
  const byTradeNo = batchedFind(charges, 'out_trade_no', ({ out_trade_no }) => [out_trade_no]);

  /** One charge a trade number: a repeat answers the first one, other money is refused. */
  const create = async (request: NewCharge, now: Date): Promise<Charge> => {
    const charge: Charge = {
      ...request,
      _id: newId('chg'),
      created_at: now,
      state: 'open',
      refunded: 0,
      refunds: [],
      callbacks: [],
      version: 1,
    };
    if (await insert(charge)) return charge;

    const first = await byTradeNo(request.out_trade_no);
    if (first?.amount !== request.amount || first.currency !== request.currency) {
      throw new SandboxError(409, 'trade-no-reused', 'this outTradeNo was used for another amount');
    }
    return first;
  };

  return {
    ...ledger,
    create,
    getByTradeNo: async (outTradeNo: string): Promise<Charge> => {
      const charge = await byTradeNo(outTradeNo);
      if (!charge) throw notFound();
      return charge;
    },
    getRefund: async (outRefundNo: string): Promise<ChargeRefund> => {
      const charge = await charges.findOne({ 'refunds.out_refund_no': outRefundNo });
      const refund = charge?.refunds.find(({ out_refund_no }) => out_refund_no === outRefundNo);
      if (!refund) throw new SandboxError(404, 'refund-not-found', 'there is no such refund');
      return refund;
    },
  };
}
