/**
 * Sends prepared requests over a fixed number of connections, one at a time on each, as fast as the answers come. In a
 * process of its own: reads an order as JSON from stdin, prints what came of it as JSON. It does next to nothing for
 * each request, so that the machine is left to those who answer.
 */
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

export type CrowdOrder = {
  port: number;
  /** A file of whole requests as they go over the wire, each with its length in a line before it. */
  file: string;
  connections: number;
};

export type CrowdResult = {
  seconds: number;
  /** Answers by status. */
  statuses: Record<string, number>;
  /** Milliseconds, one an answer. */
  latencies: { p50: number; p99: number };
};

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

async function send({ port, file, connections }: CrowdOrder): Promise<CrowdResult> {
  const requests = requestsIn(file);
  const statuses: Record<string, number> = {};
  const latencies: number[] = [];
  let next = 0;
  const person = async (socket: Socket) => {
    let received = '';
    let sentAt = 0;
    const ask = () => {
      const request = requests[next++];
      if (!request) return socket.end();
      sentAt = performance.now();
      socket.write(request);
    };
    socket.on('data', (bytes: Buffer) => {
      received += bytes.toString('latin1');
      const length = answerLength(received);
      if (length === undefined) return;
      const status = received.slice(9, 12);
      statuses[status] = (statuses[status] ?? 0) + 1;
      latencies.push(performance.now() - sentAt);
      received = received.slice(length);
      ask();
    });
    ask();
    await new Promise<void>((resolve, reject) => socket.once('close', () => resolve()).once('error', reject));
  };
  const sockets = await Promise.all(Array.from({ length: connections }, () => connected(port)));
  const started = performance.now();
  await Promise.all(sockets.map(person));
  const seconds = (performance.now() - started) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return { seconds, statuses, latencies: { p50: at(0.5), p99: at(0.99) } };
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
