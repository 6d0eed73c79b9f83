/** `make dlq`: the events that could not be handled: `node deploy/local/dlq.ts list | replay TOPIC`. */
import { type Bus, openBus } from '@social/messaging/bus';
import { DLQ_HEADER } from '@social/messaging/dead-letters';
import {
  deadLetterTopics,
  type Letter,
  letterHeader,
  lettersWaiting,
  replayLetters,
  waitingIn,
} from '@social/messaging/replay';
import { kafkaConfig, readConfig } from '@social/runtime/config';
import { createLogger } from '@social/runtime/log';
import { z } from 'zod';
import { createSteps, progressBar, Refusal, runCommand } from './steps.ts';
import { table } from './table.ts';

/** Replaying says how far it is as often as this. */
const PROGRESS_EVERY_MS = 2_000;

const steps = createSteps(process.stdout, Date.now);

/** As the services' environment says it: of any installation that Kafka can be reached of, TLS and log-in included. */
const configSchema = z.object({ NAMESPACE: z.string().default(''), ...kafkaConfig });

async function connect(): Promise<Bus> {
  const config = readConfig(configSchema);
  try {
    return await openBus({
      brokers: config,
      namespace: config.NAMESPACE,
      service: 'dlq',
      log: createLogger('dlq', 'silent'),
    });
  } catch {
    throw new Refusal(`Kafka does not answer at ${config.KAFKA_BROKERS}. make status tells whether it runs.`);
  }
}

const HEADINGS = ['put aside', 'group', 'from topic/partition/offset', 'type', 'key', 'reason'];

function row(letter: Letter): string[] {
  const header = (name: string) => letterHeader(letter, name);
  const place = [DLQ_HEADER.topic, DLQ_HEADER.partition, DLQ_HEADER.offset].map(header).join('/');
  const again = header(DLQ_HEADER.replayed) ? ' (was put back before)' : '';
  return [
    header(DLQ_HEADER.at),
    header(DLQ_HEADER.group),
    place,
    header('ce_type'),
    letter.message.key?.toString() ?? '',
    `${header(DLQ_HEADER.reason)}${again}`,
  ];
}

async function list(bus: Bus): Promise<void> {
  let total = 0;
  for (const topic of await deadLetterTopics(bus)) {
    const letters = await lettersWaiting(bus, topic);
    if (letters.length === 0) continue;
    total += letters.length;
    steps.say(`\n${topic}: ${letters.length}`);
    for (const line of table(HEADINGS, letters.map(row))) steps.say(`  ${line}`);
  }
  steps.say(total === 0 ? 'No dead letters are waiting.' : '\nPut a topic’s letters back with: make dlq replay=TOPIC');
}

async function replay(bus: Bus, topic: string): Promise<void> {
  const topics = await deadLetterTopics(bus);
  if (topics.length === 0) throw new Refusal('There is no dead-letter topic yet.');
  if (!topics.includes(topic)) {
    throw new Refusal(`There is no dead-letter topic ${topic || 'without a name'}. There are:\n${topics.join('\n')}`);
  }

  const total = (await waitingIn(bus, topic)).reduce((sum, { next, end }) => sum + end - next, 0);
  if (total === 0) return steps.say(`Nothing waits in ${topic}.`);

  let told = Date.now();
  const count = await replayLetters(bus, topic, (done) => {
    if (Date.now() - told < PROGRESS_EVERY_MS) return;
    told = Date.now();
    steps.say(`  ${progressBar(done, total, 24)}  ${done} of ${total}`);
  });
  steps.say(`${count} put back from ${topic}.`);
}

await runCommand(async () => {
  const [command, topic = ''] = process.argv.slice(2);
  if (command !== 'list' && command !== 'replay') throw new Refusal('Say what to do: list, or replay TOPIC.');

  const bus = await connect();
  try {
    await (command === 'list' ? list(bus) : replay(bus, topic));
  } finally {
    await bus.close();
  }
});
