/** Questions that tell whether a server answers, not only whether its port is open. */
import { createConnection } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient, MongoServerError } from 'mongodb';

const PROBE_TIMEOUT_MS = 1_000;

/** Sends bytes to a local port and gives back the first bytes it answers, or undefined. */
function ask(port: number, question: Buffer): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    const end = (answer?: Buffer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(PROBE_TIMEOUT_MS, () => end());
    socket.on('error', () => end());
    socket.on('close', () => end());
    socket.on('connect', () => socket.write(question));
    socket.on('data', (answer) => end(answer));
  });
}

/** Redis answers PING once it serves. */
export async function redisAnswers(port: number): Promise<boolean> {
  const answer = await ask(port, Buffer.from('PING\r\n'));
  return answer?.toString().startsWith('+PONG') ?? false;
}

/** Kafka answers ApiVersions (request 18, version 0) once the broker has joined its controller and takes requests. */
export async function kafkaAnswers(port: number): Promise<boolean> {
  const correlationId = 7;
  const request = Buffer.alloc(14);
  request.writeInt32BE(10, 0);
  request.writeInt16BE(18, 4);
  request.writeInt16BE(0, 6);
  request.writeInt32BE(correlationId, 8);
  request.writeInt16BE(-1, 12);

  const answer = await ask(port, request);
  return answer !== undefined && answer.length >= 10 && answer.readInt32BE(4) === correlationId;
}

/** MongoDB is ready once its one-node replica set has a primary; founds the set on the first call. */
export async function mongoIsPrimary(port: number): Promise<boolean> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: PROBE_TIMEOUT_MS,
  });
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    if (hello.isWritablePrimary === true) return true;
    if (hello.setName === undefined) await foundReplicaSet(client, port);
    return false;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}

async function foundReplicaSet(client: MongoClient, port: number): Promise<void> {
  try {
    const members = [{ _id: 0, host: `127.0.0.1:${port}` }];
    await client.db('admin').command({ replSetInitiate: { _id: 'rs0', members } });
  } catch (error) {
    if (!(error instanceof MongoServerError && error.codeName === 'AlreadyInitialized')) throw error;
  }
}

/** True when an HTTP address answers 2xx. */
export async function httpAnswers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Asks again until the answer is yes; false when `withinMs` went by or `alive` says the process has ended. */
export async function waitUntil(
  question: () => Promise<boolean>,
  withinMs: number,
  alive: () => boolean,
): Promise<boolean> {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    if (await question()) return true;
    if (!alive()) return false;
    await pause(50);
  }
  return false;
}
