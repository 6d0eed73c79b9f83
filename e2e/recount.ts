/** The recount of stock, as an operator asks for it. */
import { expect } from 'vitest';
import type { Platform } from './platform.ts';
import type { Shop } from './shop.ts';

type Difference = { kind: string; skuId?: string; holder?: string; sides: { name: string; says: string }[] };
type Line = { skus: number; holders: number; differences: Difference[]; done: boolean; problem?: unknown };

/** Asks for a recount, and sees that it comes to its end. Answers what differs. */
export async function recount(platform: Platform, shop: Shop): Promise<Difference[]> {
  const headers = { authorization: `Bearer ${shop.operator}` };
  const response = await fetch(`${platform.url}/v1/stock/recount`, { headers });
  expect(response.status).toBe(200);
  const lines = (await response.text())
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line));
  expect(lines.at(-1)).toMatchObject({ done: true });
  expect(lines.at(-1)?.problem).toBeUndefined();
  return lines.flatMap(({ differences }) => differences);
}
