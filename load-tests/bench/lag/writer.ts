/** Ours, first half: a document with its event in one write, published by the relay. */
import { ensureTopics, openBus } from '@social/messaging/bus';
import { envelope } from '@social/messaging/envelope';
import { OUTBOX_INDEX, startRelay, type WithOutbox } from '@social/messaging/outbox';
import { newId } from '@social/runtime/ids';
import { createLogger } from '@social/runtime/log';
import { openMongo } from '@social/runtime/mongo';
import { ProbeWritten } from './event.ts';
import { probeWhenAsked, ready, settings } from './probe.ts';

const { mongoUrl, kafkaBrokers, namespace } = settings();
const log = createLogger('bench-writer', 'warn');
const { db } = await openMongo(mongoUrl, namespace, 'bench_writer');
const probes = db.collection<WithOutbox>('probes');
await probes.createIndexes([{ ...OUTBOX_INDEX }]);
const bus = await openBus({ brokers: kafkaBrokers, namespace, service: 'bench-writer', log });
await ensureTopics(bus, [ProbeWritten.topic]);
const relay = startRelay(probes, bus);

probeWhenAsked(async (startedUs) => {
  const probeId = newId('prb');
  const outbox = [envelope(ProbeWritten, probeId, { probeId, startedUs }, new Date())];
  await probes.insertOne({ _id: probeId, outbox });
  relay.nudge(probeId, outbox);
});
ready();
