import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PARTITIONS } from '@social/messaging/bus';
import { Kafka, logLevel } from 'kafkajs';
import type { Bench } from './bench.ts';
import type { LagSettings } from './lag/probe.ts';
import { withCpuOf } from './processes.ts';
import { interleaved, ROUNDS } from './rounds.ts';
import type { Rounds, Sample } from './row.ts';
import type { Stage } from './stage.ts';
import { percentile } from './statistics.ts';

type Pace = { count: number; everyMs: number };

/** Fifty events a second, each alone on its way; and two hundred, at which the relay's batches begin to carry. */
const LONE: Pace = { count: 300, everyMs: 20 };
const BUSY: Pace = { count: 1000, everyMs: 5 };
const BARE_TOPIC = 'bare';
const unit = 'ms';
const MS = 1000;

/** From before the write in one service until after the effect's write in another, against kafkajs alone. */
const eventLag = (name: string, pace: Pace): Bench => ({
  claims: [
    { name: `${name}-p50`, unit, bar: 2, holds: 'at-most' },
    { name: `${name}-p99`, unit, bar: 4, holds: 'at-most' },
  ],
  measure: async (stage) => {
    const settings = await openTopic(stage);
    const pair = (names: string[]) => Promise.all(names.map((name) => startHalf(name, settings)));
    const ours = await pair(['writer', 'effect']);
    const bare = await pair(['bare-producer', 'bare-consumer']);
    try {
      const lags: { ours: number[][]; limit: number[][] } = { ours: [], limit: [] };
      const sides = {
        ours: () => round(pace, ours, lags.ours),
        limit: () => round(pace, bare, lags.limit),
      };
      const p50 = await interleaved(sides, ROUNDS, stage.steps.say);
      return [p50, atShare(0.99, lags, p50)];
    } finally {
      for (const child of [...ours, ...bare]) child.kill();
    }
  },
});

export const eventLags: Bench[] = [eventLag('event-lag', LONE), eventLag('event-lag-busy', BUSY)];

/** The bare topic, with as many partitions as ours have. */
async function openTopic({ urls }: Stage): Promise<LagSettings> {
  const namespace = `lag${process.hrtime.bigint()}_`;
  const topic = `${namespace}${BARE_TOPIC}`;
  const admin = new Kafka({ brokers: urls.kafkaBrokers.split(','), logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic, numPartitions: PARTITIONS }], waitForLeaders: true });
  await admin.disconnect();
  return { mongoUrl: urls.mongoUrl, kafkaBrokers: urls.kafkaBrokers, namespace, topic };
}

async function startHalf(name: string, settings: LagSettings): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'lag', `${name}.ts`), [JSON.stringify(settings)]);
  const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${name} ended with ${code}`)));
  await Promise.race([once(child, 'message'), failed]);
  failed.catch(() => {});
  return child;
}

/** Orders one round, and waits until the effect of each of its events was told. */
async function round(pace: Pace, pair: ChildProcess[], lags: number[][]): Promise<Sample> {
  const [sender, hearer] = pair;
  const heard: number[] = [];
  const done = new Promise<void>((resolve) => {
    const hear = (lagUs: unknown) => {
      heard.push(Number(lagUs) / MS);
      if (heard.length < pace.count) return;
      hearer?.off('message', hear);
      resolve();
    };
    hearer?.on('message', hear);
  });
  const pids = pair.map(({ pid = 0 }) => pid);
  sender?.send(pace);
  const [, cpuUs] = await withCpuOf(pids, () => done);
  lags.push(heard);
  return { value: percentile(heard, 0.5), cpuUs: cpuUs / pace.count };
}

/** The same rounds read at another share; the first of each side was the one that counts for nothing. */
function atShare(share: number, lags: { ours: number[][]; limit: number[][] }, { ours, limit }: Rounds): Rounds {
  const read = (rounds: number[][], samples: Sample[]) =>
    rounds.slice(1).map((values, index) => ({ value: percentile(values, share), cpuUs: samples[index]?.cpuUs }));
  return { ours: read(lags.ours, ours), limit: read(lags.limit, limit) };
}
