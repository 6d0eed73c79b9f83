/** A service that notes each event it handles in MongoDB; tests end it by CRASH_AT. */
import { OrderCompleted } from '@social/contracts/events/orders';
import { openMongo } from '@social/runtime/mongo';
import { SERVERS, silentLog } from '@social/testkit/servers';
import { openBus } from '../src/bus.ts';
import { consume, on } from '../src/consumer.ts';

const namespace = process.env.NAMESPACE ?? '';
const { db } = await openMongo(SERVERS.mongoUrl, namespace, 'effects');
const bus = await openBus({ brokers: SERVERS.kafkaBrokers, namespace, service: 'crasher', log: silentLog });
await consume(bus, [
  on(OrderCompleted, async ({ orderId }, { id }) => {
    await db.collection<{ _id: string }>('deliveries').insertOne({ _id: `${id}:${process.pid}` });
    await db
      .collection<{ _id: string }>('effects')
      .updateOne({ _id: orderId }, { $setOnInsert: { _id: orderId } }, { upsert: true });
  }),
]);
