import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { withCpuOf } from './processes.ts';

/** What the driver is to do: for some seconds, or for an amount of requests. */
export type DriveOrder = {
  url: string;
  connections: number;
  seconds?: number;
  amount?: number;
  headers?: Record<string, string>;
  /** A file with an access token a line; each request takes the next one. */
  tokens?: { file: string; from: number };
};

/** What came of it. */
export type Driven = { answered: number; seconds: number; refused: number };

export type Load = {
  requestsPerSecond: number;
  /** CPU time of the serving process a request, in microseconds. */
  cpuUs: number;
};

const DRIVER = join(import.meta.dirname, 'driver.ts');

async function runDriver(order: DriveOrder): Promise<Driven> {
  const child = spawn(process.execPath, [DRIVER], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(order));
  return JSON.parse(await text(child.stdout));
}

/** Drives an address and weighs the process that serves it. Errors: when anything but 2xx was answered. */
export async function drive(pid: number, order: DriveOrder): Promise<Load> {
  const [{ answered, seconds, refused }, cpuUs] = await withCpuOf([pid], () => runDriver(order));
  if (refused > 0 || answered === 0) throw new Error(`${order.url}: ${answered} answered, ${refused} refused`);

  return { requestsPerSecond: answered / seconds, cpuUs: cpuUs / answered };
}
