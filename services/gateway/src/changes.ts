import { ProductChanged } from '@social/contracts/events/catalog';
import {
  ActivityCreated,
  ActivityEnded,
  GroupFailed,
  GroupOpened,
  GroupSucceeded,
  HeadChanged,
  MemberJoined,
} from '@social/contracts/events/group-buy';
import { type Bus, openBus } from '@social/messaging/bus';
import { consume, type EventMeta, type Handler, on } from '@social/messaging/consumer';
import { groupCommit } from '@social/runtime/batcher';
import type { Clock } from '@social/runtime/clock';
import type { Logger } from '@social/runtime/log';
import { openRedis, type Redis } from '@social/runtime/redis';
import { z } from 'zod';
import type { GatewayConfig } from './config.ts';

const Change = z.object({ tags: z.array(z.string()), groupId: z.string().optional() });

/** What is no longer as it was: pages by tag, and a group that people may be watching. */
export type Change = z.output<typeof Change>;

const channel = (namespace: string) => `${namespace}gateway:changes`;

/** A page lives for seconds, so what happened longer ago (a replay of the topic) changes none. */
const STALE_MS = 60_000;

/** One gateway of the group hears a fact and tells all. */
export function changeHandlers(publish: (change: Change) => Promise<unknown>, clock: Clock): Handler[] {
  const tell = async (meta: EventMeta, change: Change) => {
    if (clock.now().getTime() - meta.at.getTime() < STALE_MS) await publish(change);
  };
  const group = (data: { groupId: string; activityId: string }, meta: EventMeta) =>
    tell(meta, {
      tags: ['activities', `activity:${data.activityId}`, `groups:${data.activityId}`, `group:${data.groupId}`],
      groupId: data.groupId,
    });
  const activity = (data: { activityId: string }, meta: EventMeta) =>
    tell(meta, { tags: ['activities', `activity:${data.activityId}`] });
  return [
    on(ProductChanged, ({ productId }, meta) => tell(meta, { tags: ['products', `product:${productId}`] })),
    on(ActivityCreated, activity),
    on(ActivityEnded, activity),
    on(GroupOpened, group),
    on(MemberJoined, group),
    on(HeadChanged, group),
    on(GroupSucceeded, group),
    on(GroupFailed, group),
  ];
}

/** Tells of changes; those that only drop pages go together while one is being told. */
export function togetherWith(publish: (change: Change) => Promise<unknown>): (change: Change) => Promise<unknown> {
  const pages = groupCommit<string[], undefined>(
    async (tags) => {
      await publish({ tags: [...new Set(tags.flat())] });
      return tags.map(() => undefined);
    },
    { maxBatch: 200, maxQueue: 10_000 },
  );
  return (change) => (change.groupId === undefined ? pages.add(change.tags) : publish(change));
}

export const publishChange = (redis: Redis, namespace: string, change: Change): Promise<number> =>
  redis.publish(channel(namespace), JSON.stringify(change));

/** Where group-buy's gate tells of seats and units that are free again, by the id of their group or activity. */
const freedChannel = (namespace: string) => `${namespace}groupbuy:freed`;

/** Where group-buy tells of activities that start within a minute, by their id. */
const startingChannel = (namespace: string) => `${namespace}groupbuy:starting`;

/** What is heard over Redis. */
export type Listener = {
  onChange: (change: Change) => void;
  onFreed: (id: string) => void;
  onStarting: (activityId: string) => void;
  /** The subscription was down for a while, so anything may have changed. */
  onGap: () => void;
};

type Subscriptions = { redisUrl: string; gateUrl?: string; namespace: string; log: Logger };

/**
 * Hears the changes that any gateway told of, and what group-buy's gate tells all gateways. A cluster passes on to all of
 * its servers what one of them is told, so one of them is listened to.
 */
export async function subscribeToChanges(
  { redisUrl, gateUrl, namespace, log }: Subscriptions,
  { onChange, onFreed, onStarting, onGap }: Listener,
): Promise<() => void> {
  const gateways = await openRedis(redisUrl, log);
  const gate = gateUrl ? await openGate(gateUrl, gateways, log) : gateways;
  await gateways.subscribe(channel(namespace), (message) => onChange(Change.parse(JSON.parse(message))));
  await gate.subscribe(freedChannel(namespace), onFreed);
  await gate.subscribe(startingChannel(namespace), onStarting);
  const subscribers = new Set([gateways, gate]);
  for (const subscriber of subscribers) subscriber.on('ready', onGap);
  return () => subscribers.forEach((subscriber) => void subscriber.destroy());
}

/** Errors: those of `openRedis`; nothing is left open then. */
async function openGate(gateUrl: string, gateways: Redis, log: Logger): Promise<Redis> {
  try {
    return await openRedis(gateUrl.split(',')[0] ?? gateUrl, log);
  } catch (error) {
    gateways.destroy();
    throw error;
  }
}

type Options = { config: GatewayConfig; redis: Redis; clock: Clock; log: Logger };

/** Follows the facts; tries until Kafka is there, while the gateway serves without: pages then live out their time. */
export function followFacts({ config, redis, clock, log }: Options): () => Promise<void> {
  let stopped = false;
  let bus: Bus | undefined;
  let stopConsuming: (() => Promise<void>) | undefined;

  const start = async () => {
    const { NAMESPACE: namespace } = config;
    bus = await openBus({ brokers: config, namespace, service: 'gateway', log });
    const publish = togetherWith((change) => publishChange(redis, namespace, change));
    stopConsuming = await consume(bus, changeHandlers(publish, clock));
    log.info('following facts');
  };
  const tryToStart = async () => {
    while (!stopped && !stopConsuming) {
      await start().catch((error) => log.warn({ err: error }, 'cannot follow facts yet'));
      if (!stopConsuming) await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  };
  const started = tryToStart();
  return async () => {
    stopped = true;
    await Promise.race([started, new Promise((resolve) => setTimeout(resolve, 2000).unref())]);
    await stopConsuming?.();
    await bus?.close();
  };
}
