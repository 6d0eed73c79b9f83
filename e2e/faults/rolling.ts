import { setTimeout as pause } from 'node:timers/promises';
import { type ReplicaName, replicaName, type ServiceName } from '@social/local/system';
import type { Forwarder } from '@social/testkit/forwarder';
import { expect } from 'vitest';
import type { Platform } from '../platform.ts';

/** How much later than the process itself its endpoints hear that it stops. */
const ENDPOINTS_LATE_MS = 300;

/** One process that was replaced; epoch milliseconds, and how long its successor took to be ready and it to drain. */
export type Replaced = { service: ServiceName; from: number; until: number; readyMs: number; drainMs: number };

/**
 * Replaces the two processes of a service as Kubernetes does: starts one more, waits until it is ready, tells one of the
 * old to stop, and so on.
 * @param endpoints in front of its HTTP side, where others reach it by one address
 */
export async function roll(platform: Platform, service: ServiceName, endpoints?: Forwarder): Promise<Replaced[]> {
  const [first, second, third] = [1, 2, 3].map((number) => replicaName({ service, number })) as [
    ReplicaName,
    ReplicaName,
    ReplicaName,
  ];
  return [
    await replace(platform, { service, leaves: first, comes: third, stays: second }, endpoints),
    await replace(platform, { service, leaves: second, comes: first, stays: third }, endpoints),
  ];
}

type Turn = { service: ServiceName; leaves: ReplicaName; comes: ReplicaName; stays: ReplicaName };

async function replace(platform: Platform, turn: Turn, endpoints?: Forwarder): Promise<Replaced> {
  const { service, leaves, comes, stays } = turn;
  const from = Date.now();
  await platform.start(comes);
  const readyMs = Date.now() - from;
  endpoints?.to([leaves, comes, stays].map(platform.httpPort));

  const told = Date.now();
  const stopped = platform.stopOne(leaves);
  await pause(ENDPOINTS_LATE_MS);
  endpoints?.to([comes, stays].map(platform.httpPort));
  expect(await stopped, `${leaves} ends in order`).toBe(0);
  const until = Date.now();
  return { service, from, until, readyMs, drainMs: until - told };
}
