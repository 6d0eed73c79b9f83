/**
 * Sends prepared requests over a fixed number of connections, one at a time on each: as fast as the answers come, or at
 * a rate that does not wait for them. In a process of its own: reads an order as JSON from stdin, prints what came of it
 * as JSON. It does next to nothing for each request, so that the machine is left to those who answer.
 */
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

export type CrowdOrder = {
  port: number;
  /** A file of whole requests as they go over the wire, each with its length in a line before it. */
  file: string;
  connections: number;
  /** Requests a second, whether those before are answered or not; absent: each connection waits for its answer. */
  rate?: number;
};

export type CrowdResult = {
  seconds: number;
  /** Answers by status. */
  statuses: Record<string, number>;
  /** Milliseconds, one an answer; at a rate they count from when the request was due. */
  latencies: { p50: number; p99: number };
  /** The same by status. */
  p99: Record<string, number>;
  /** Requests for which no connection was free in time: they were never sent. */
  unsent: number;
  /** Answers of 429 and 503 that did not say when to come again. */
  silent: number;
};

/** How long after its time a request may still leave. */
const IN_TIME_MS = 500;
/** Connections that are opened at a time: more would overflow the server's backlog. */
const CONNECTS_AT_ONCE = 200;

function requestsIn(file: string): Buffer[] {
  const bytes = readFileSync(file);
  const requests: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lineEnd = bytes.indexOf(10, at);
    const length = Number(bytes.toString('latin1', at, lineEnd));
    requests.push(bytes.subarray(lineEnd + 1, lineEnd + 1 + length));
    at = lineEnd + 1 + length;
  }
  return requests;
}

/** The length of the first whole answer in the text, or undefined while a part of it is missing. */
export function answerLength(received: string): number | undefined {
  const headEnd = received.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;

  const length = /\r\ncontent-length: (\d+)/i.exec(received.slice(0, headEnd))?.[1];
  if (length === undefined) throw new Error(`an answer without its length: ${received.slice(0, headEnd)}`);
  const end = headEnd + 4 + Number(length);
  return received.length >= end ? end : undefined;
}

/** Whether a refusal for now says when to come again. */
export const saysWhen = (answer: string): boolean => /\r\nretry-after: \d+\r\n/i.test(answer);

/** What was answered, and how fast. */
function openTally() {
  const times = new Map<string, number[]>();
  let silent = 0;
  const at = (sorted: number[], share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return {
    add: (answer: string, ms: number) => {
      const status = answer.slice(9, 12);
      const known = times.get(status) ?? [];
      known.push(ms);
      times.set(status, known);
      if ((status === '429' || status === '503') && !saysWhen(answer)) silent++;
    },
    result: () => {
      const sorted = [...times].map(([status, all]) => [status, all.toSorted((a, b) => a - b)] as const);
      const all = [...times.values()].flat().sort((a, b) => a - b);
      return {
        statuses: Object.fromEntries(sorted.map(([status, { length }]) => [status, length])),
        latencies: { p50: at(all, 0.5) ?? 0, p99: at(all, 0.99) ?? 0 },
        p99: Object.fromEntries(sorted.map(([status, list]) => [status, at(list, 0.99) ?? 0])),
        silent,
      };
    },
  };
}

type Tally = ReturnType<typeof openTally>;

/** A connection on which one request at a time waits for its answer. */
type Line = {
  ask: (request: Buffer, since: number) => void;
  end: () => void;
  closed: Promise<void>;
};

function lineOn(socket: Socket, tally: Tally, onFree: (line: Line) => void): Line {
  let received = '';
  let since = 0;
  let waiting = false;
  socket.on('data', (bytes: Buffer) => {
    received += bytes.toString('latin1');
    const length = answerLength(received);
    if (length === undefined) return;
    waiting = false;
    tally.add(received.slice(0, length), performance.now() - since);
    received = received.slice(length);
    onFree(line);
  });
  const line: Line = {
    ask: (request, dueAt) => {
      since = dueAt;
      waiting = true;
      socket.write(request);
    },
    end: () => void socket.end(),
    closed: new Promise((resolve, reject) => {
      socket.once('close', () => (waiting ? reject(new Error('a connection was closed unanswered')) : resolve()));
      socket.once('error', reject);
    }),
  };
  return line;
}

/** Each connection asks again as soon as it has its answer. */
async function inTurn(sockets: Socket[], requests: Buffer[], tally: Tally): Promise<number> {
  let next = 0;
  const askNext = (line: Line) => {
    const request = requests[next++];
    if (request) line.ask(request, performance.now());
    else line.end();
  };
  const lines = sockets.map((socket) => lineOn(socket, tally, askNext));
  lines.forEach(askNext);
  await Promise.all(lines.map(({ closed }) => closed));
  return 0;
}

/** Each request leaves at its time; answers how many found no connection. */
async function atRate(sockets: Socket[], requests: Buffer[], tally: Tally, rate: number): Promise<number> {
  const free: Line[] = [];
  let next = 0;
  let unsent = 0;
  const lines = sockets.map((socket) =>
    lineOn(socket, tally, (line) => (next < requests.length ? free.push(line) : line.end())),
  );
  free.push(...lines);
  const started = performance.now();
  const dueAt = (index: number) => started + (index * 1000) / rate;
  while (next < requests.length) {
    const now = performance.now();
    for (; next < requests.length && dueAt(next) <= now; next++) {
      const isLate = now - dueAt(next) > IN_TIME_MS;
      const line = isLate ? undefined : free.shift();
      if (!line && !isLate) break;
      line?.ask(requests[next] ?? Buffer.alloc(0), dueAt(next));
      if (!line) unsent++;
    }
    await pause(1);
  }
  for (const line of free) line.end();
  await Promise.all(lines.map(({ closed }) => closed));
  return unsent;
}

/** Sends a crowd and waits until the last of it is answered. */
export async function send({ port, file, connections, rate }: CrowdOrder): Promise<CrowdResult> {
  const requests = requestsIn(file);
  const tally = openTally();
  const sockets: Socket[] = [];
  while (sockets.length < connections) {
    const length = Math.min(CONNECTS_AT_ONCE, connections - sockets.length);
    sockets.push(...(await Promise.all(Array.from({ length }, () => connected(port)))));
  }
  const started = performance.now();
  const unsent = await (rate === undefined ? inTurn(sockets, requests, tally) : atRate(sockets, requests, tally, rate));
  const seconds = (performance.now() - started) / 1000;
  return { seconds, unsent, ...tally.result() };
}

const connected = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1', () => resolve(socket.setNoDelay(true)));
    socket.once('error', reject);
  });

if (import.meta.main) {
  const order: CrowdOrder = JSON.parse(await text(process.stdin));
  process.stdout.write(JSON.stringify(await send(order)));
}
