/** Which ports are free, and who holds the others. */
import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';

/** A listening socket as `ss -ltnp` tells it; who holds it is known only for one's own processes, or to root. */
export interface Listener {
  port: number;
  holder: string | undefined;
}

/** Reads the output of `ss -ltnpH`. */
export function parseListeners(ss: string): Listener[] {
  return ss.split('\n').flatMap((line) => {
    const local = line.trim().split(/\s+/)[3];
    const port = Number(local?.slice(local.lastIndexOf(':') + 1));
    if (!Number.isInteger(port) || port < 1) return [];

    const holder = /users:\(\("([^"]+)",pid=(\d+)/.exec(line);
    return [{ port, holder: holder ? `${holder[1]} (pid ${holder[2]})` : undefined }];
  });
}

/** The sentence for a port that something else holds. */
export function busyPortSentence(what: string, port: number, holder: string | undefined): string {
  const who = holder ? `is held by ${holder}` : 'is held by another process';
  return `Port ${port}, which ${what} needs, ${who}. End that process, then run the command again.`;
}

/** Who listens on a port: undefined when `ss` is missing or does not say. */
export async function holderOf(port: number): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)('ss', ['-ltnpH']);
    return parseListeners(stdout).find((listener) => listener.port === port)?.holder;
  } catch {
    return undefined;
  }
}

/** True when a process could listen on the port of the loopback address. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Linux takes its ports for outgoing connections from here on. */
export const OUTGOING_PORTS_FROM = 32_768;

/**
 * Ports are given out below the range that the kernel takes for outgoing connections: above it, a client that tries
 * again and again to reach a server that was killed can come to hold the server's own port.
 */
const [LOWEST, BLOCKS, BLOCK] = [18_000, 700, 20];
let given = 0;

/** Ports that are free now, all different. Each process starts in another place, so that two rarely try the same. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = [];
  for (let tries = 0; ports.length < count; tries++) {
    if (tries > BLOCKS * BLOCK) throw new Error(`no ${count} ports are free from ${LOWEST} on`);
    const place = (process.pid * BLOCK + given++) % (BLOCKS * BLOCK);
    if (await isFree(LOWEST + place)) ports.push(LOWEST + place);
  }
  return ports;
}

/** The first of two free ports in a row: Kafka's controller listens on the port after Kafka's. */
export async function freePortPair(): Promise<number> {
  for (;;) {
    const [port = 0, next] = await freePorts(2);
    if (next === port + 1) return port;
  }
}
