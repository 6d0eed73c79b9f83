import type { Db } from 'mongodb';
import { intentsCollection } from './store.ts';

export type BalanceQuestion = {
  /** Inclusive; absent: from the beginning. */
  from?: Date;
  /** Exclusive; absent: until now. */
  to?: Date;
  /** Empty: all. */
  orderIds: string[];
  currency: string;
};

/** Minor units of the asked currency. */
export type Balance = { captured: number; refunded: number; refundsPending: number };

const within = ({ from, to }: BalanceQuestion) => ({ ...(from ? { $gte: from } : {}), ...(to ? { $lt: to } : {}) });

/** Sums the parts of an embedded list that fall into the time and belong to the orders. */
const partsOf = (list: 'entries' | 'refunds', timeField: string, question: BalanceQuestion) => {
  const matching = {
    ...(question.from || question.to ? { [`${list}.${timeField}`]: within(question) } : {}),
    ...(question.orderIds.length > 0 ? { [`${list}.order_id`]: { $in: question.orderIds } } : {}),
  };
  return [{ $match: { currency: question.currency, ...matching } }, { $unwind: `$${list}` }, { $match: matching }];
};

/** What was captured and given back over a time, from the entries; what is promised but not given back yet. */
export async function balance(db: Db, question: BalanceQuestion): Promise<Balance> {
  const intents = intentsCollection(db);
  const byKind = await intents
    .aggregate<{ _id: string; sum: number }>([
      ...partsOf('entries', 'at', question),
      { $group: { _id: '$entries.kind', sum: { $sum: { $abs: { $first: '$entries.legs.amount' } } } } },
    ])
    .toArray();
  const [pending] = await intents
    .aggregate<{ sum: number }>([
      ...partsOf('refunds', 'requested_at', question),
      { $match: { 'refunds.state': 'requested' } },
      { $group: { _id: null, sum: { $sum: '$refunds.amount' } } },
    ])
    .toArray();
  const sumOf = (kind: string) => byKind.find(({ _id }) => _id === kind)?.sum ?? 0;
  return { captured: sumOf('capture'), refunded: sumOf('refund'), refundsPending: pending?.sum ?? 0 };
}
