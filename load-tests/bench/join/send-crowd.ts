import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { CrowdOrder, CrowdResult } from './crowd.ts';

/** Sends a crowd in a process of its own and waits until the last of them is answered. */
export async function sendCrowd(order: CrowdOrder): Promise<CrowdResult> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'crowd.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(order));
  return JSON.parse(await text(child.stdout));
}
