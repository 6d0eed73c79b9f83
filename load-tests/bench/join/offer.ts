import type { CrowdOrder, CrowdResult } from './crowd.ts';
import { sendCrowd } from './send-crowd.ts';

/** Who may not be sent in time before a crowd counts as smaller than it was meant to be. */
const MOST_UNSENT = 0.1;
/** So many that those who wait in the gateway's queue do not keep the others from coming. */
const CONNECTIONS = 4000;

export type Offered = { acceptedPerSecond: number; acceptedP99Ms: number; result: CrowdResult };

/**
 * Sends a crowd at a rate, whoever has been answered yet. Errors: when too few could be sent in time, when anybody heard
 * something else than a seat or "not now", and when a "not now" did not say when to come again.
 */
export async function offer(order: Omit<CrowdOrder, 'connections'> & { rate: number }): Promise<Offered> {
  const result = await sendCrowd({ ...order, connections: CONNECTIONS });
  const { statuses, unsent, silent, seconds, p99 } = result;
  const accepted = statuses['201'] ?? 0;
  const answered = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  const odd = Object.keys(statuses).filter((status) => !['201', '429', '503'].includes(status));
  if (unsent > MOST_UNSENT * (answered + unsent)) throw new Error(`${unsent} of ${answered + unsent} came too late`);
  if (odd.length > 0 || accepted === 0) throw new Error(`the crowd heard ${JSON.stringify(statuses)}`);
  if (silent > 0) throw new Error(`${silent} were turned away and not told when to come again`);

  return { acceptedPerSecond: accepted / seconds, acceptedP99Ms: p99['201'] ?? 0, result };
}

/** What became of a crowd, in one line. */
export const told = ({ acceptedPerSecond, acceptedP99Ms, result: { statuses, unsent } }: Offered): string =>
  `${acceptedPerSecond.toFixed(0)}/s accepted, p99 ${acceptedP99Ms.toFixed(0)} ms, ${JSON.stringify(statuses)}, ${unsent} unsent`;
