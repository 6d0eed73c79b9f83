/** Ours, second half: another service hears the event and writes its effect, once. */
import { openBus } from '@social/messaging/bus';
import { consume, on } from '@social/messaging/consumer';
import { createLogger } from '@social/runtime/log';
import { isDuplicateKey, openMongo } from '@social/runtime/mongo';
import { ProbeWritten } from './event.ts';
import { nowUs, ready, settings, tell } from './probe.ts';

const { mongoUrl, kafkaBrokers, namespace } = settings();
const log = createLogger('bench-effect', 'warn');
const { db } = await openMongo(mongoUrl, namespace, 'bench_effect');
const effects = db.collection<{ _id: string }>('effects');
const bus = await openBus({ brokers: kafkaBrokers, namespace, service: 'bench-effect', log });

await consume(bus, [
  on(ProbeWritten, async ({ probeId, startedUs }) => {
    try {
      await effects.insertOne({ _id: probeId });
    } catch (error) {
      if (isDuplicateKey(error)) return;
      throw error;
    }
    tell(nowUs() - startedUs);
  }),
]);
ready();
