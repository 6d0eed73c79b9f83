/** Simulated nodes are lost when their heartbeats come late, for want of CPU below the control plane. */
import { list } from './objects.ts';
import { Disproved, type Trial } from './trial.ts';

interface Event {
  reason?: string;
  lastTimestamp?: string | null;
}

/** How many pods were told since then that their node is gone. The server's times are whole seconds. */
export function lostSince(events: readonly Event[], since: Date): number {
  const from = Math.floor(since.getTime() / 1000) * 1000;
  return events.filter(({ reason, lastTimestamp }) => {
    return reason === 'NodeNotReady' && new Date(lastTimestamp ?? 0).getTime() >= from;
  }).length;
}

/**
 * What was seen since then, by `judge`. Where simulated nodes were lost meanwhile it says nothing of the charts, and that is
 * told in its place. Errors: those of `judge`, when no node was lost.
 */
export async function judged(trial: Trial, since: Date, judge: () => string): Promise<string> {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof Disproved) || !trial.simulated) throw error;
    const lost = lostSince(await list<Event>(trial, 'events'), since);
    if (lost === 0) throw error;
    return `not judged: ${lost} pods lost their simulated node meanwhile, this machine is too busy`;
  }
}
