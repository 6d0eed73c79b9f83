/**
 * Facts that count no more: after a restore of older documents, topics that were kept tell of what came after the backup.
 * Nobody takes them out of a topic; which they are is written beside them, and consumers pass over them.
 */
import type { Admin } from 'kafkajs';
import { z } from 'zod';
import { type Bus, ensureTopics } from './bus.ts';
import { readHistory } from './history.ts';

/** The messages of a partition from one offset up to, not including, another; `topic` without the namespace. */
export const voidRange = z.object({
  topic: z.string(),
  partition: z.number().int(),
  from: z.number().int(),
  to: z.number().int(),
});
export type VoidRange = z.output<typeof voidRange>;

/** Its last message is the list of all that is void now. */
export const VOIDS_TOPIC = 'restores.v1';

const voidList = z.object({ voids: z.array(voidRange) });

/** A message by its place, in a topic without the namespace. */
export type MessagePlace = { topic: string; partition: number; offset: number };

/** Tells of a message whether it is void. */
export function voidsIn(ranges: readonly VoidRange[]): (place: MessagePlace) => boolean {
  const byPartition = Map.groupBy(ranges, ({ topic, partition }) => `${topic}/${partition}`);
  return ({ topic, partition, offset }) =>
    (byPartition.get(`${topic}/${partition}`) ?? []).some(({ from, to }) => offset >= from && offset < to);
}

/** The same ranges with none beside or within another, in order. */
export function mergeVoids(ranges: readonly VoidRange[]): VoidRange[] {
  const merged: VoidRange[] = [];
  const inOrder = ranges
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.topic.localeCompare(b.topic) || a.partition - b.partition || a.from - b.from);
  for (const range of inOrder) {
    const last = merged.at(-1);
    const meets = last?.topic === range.topic && last.partition === range.partition && range.from <= last.to;
    if (meets) last.to = Math.max(last.to, range.to);
    else merged.push({ ...range });
  }
  return merged;
}

/** What is void now; nothing where no restore has kept the topics. Errors: those of Kafka. */
export async function readVoids(bus: Bus): Promise<VoidRange[]> {
  const ends = await endsOfVoids(bus);
  if (!ends || ends.low === ends.high) return [];

  let latest = '{"voids":[]}';
  const state = { name: VOIDS_TOPIC, partitions: [{ partition: 0, ...ends }] };
  await readHistory(bus, [state], async ({ value }) => {
    latest = value?.toString() ?? latest;
  });
  return voidList.parse(JSON.parse(latest)).voids;
}

/** Says what is void from now on, in the place of what was said before. */
export async function writeVoids(bus: Bus, voids: VoidRange[]): Promise<void> {
  if (voids.length === 0 && !(await endsOfVoids(bus))) return;

  await ensureTopics(bus, [VOIDS_TOPIC], 1);
  await bus.send([{ topic: VOIDS_TOPIC, message: { key: 'voids', value: JSON.stringify({ voids }) } }]);
}

/** Undefined when there is no such topic. */
async function endsOfVoids(bus: Bus): Promise<{ low: number; high: number } | undefined> {
  const admin: Admin = bus.kafka.admin();
  const topic = `${bus.namespace}${VOIDS_TOPIC}`;
  try {
    await admin.connect();
    if (!(await admin.listTopics()).includes(topic)) return undefined;
    const [ends] = await admin.fetchTopicOffsets(topic);
    return ends && { low: Number(ends.low), high: Number(ends.high) };
  } finally {
    await admin.disconnect();
  }
}
