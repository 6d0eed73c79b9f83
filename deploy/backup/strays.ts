/**
 * Money that the provider took since the backup for payments that are no more. Payments asks the provider about every
 * payment that it knows; of these it knows nothing, so people are told of them.
 */
import type { MongoClient } from 'mongodb';
import { databaseOf } from '../local/system.ts';

/** One payment at the provider; `amount` in minor units, without what was given back already. */
export interface Stray {
  paymentId: string;
  amount: number;
  currency: string;
}

interface Charge {
  out_trade_no: string;
  amount: number;
  refunded: number;
  currency: string;
}

const AT_ONCE = 1000;

/** What the simulated provider's books hold and the restored ones do not. A real provider's statement tells the same. */
export async function strayPayments(client: MongoClient, namespace: string): Promise<Stray[]> {
  const charges = client.db(`${namespace}${databaseOf('sandbox-pay')}`).collection<Charge>('charges');
  const intents = client.db(`${namespace}${databaseOf('payments')}`).collection<{ _id: string }>('intents');
  const strays: Stray[] = [];
  let batch: Charge[] = [];
  const settle = async () => {
    const ids = batch.map(({ out_trade_no }) => out_trade_no);
    const known = new Set(await intents.distinct('_id', { _id: { $in: ids } }));
    for (const { out_trade_no: paymentId, amount, refunded, currency } of batch) {
      if (!known.has(paymentId)) strays.push({ paymentId, amount: amount - refunded, currency });
    }
    batch = [];
  };
  const taken = { state: 'captured', $expr: { $lt: ['$refunded', '$amount'] } };
  for await (const charge of charges.find(taken)) {
    batch.push(charge);
    if (batch.length === AT_ONCE) await settle();
  }
  await settle();
  return strays;
}
