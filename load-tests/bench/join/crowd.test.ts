import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerLength, saysWhen, send } from './crowd.ts';

const HEAD = 'HTTP/1.1 201 Created\r\ncontent-type: application/json\r\nContent-Length: 5\r\n\r\n';

describe('an answer of which a crowd receives a part at a time', () => {
  it('is whole when all of its body is there, whatever follows', () => {
    expect(answerLength(`${HEAD}hello`)).toBe(HEAD.length + 5);
    expect(answerLength(`${HEAD}helloHTTP/1.1 201`)).toBe(HEAD.length + 5);
  });

  it('is waited for while its head or body is torn', () => {
    expect(answerLength(HEAD.slice(0, -2))).toBeUndefined();
    expect(answerLength(`${HEAD}hell`)).toBeUndefined();
  });

  it('must tell its length', () => {
    expect(() => answerLength('HTTP/1.1 200 OK\r\n\r\n')).toThrow('without its length');
  });
});

describe('a refusal for now', () => {
  it('says when to come again, or does not', () => {
    expect(saysWhen('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 2\r\nContent-Length: 0\r\n\r\n')).toBe(true);
    expect(saysWhen('HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n')).toBe(false);
  });
});

describe('a crowd that comes at a rate', () => {
  let folder: string;
  let server: Server | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'crowd-'));
  });
  afterEach(() => {
    server?.close();
    rmSync(folder, { recursive: true });
  });

  /** So many requests to a server of the test's own. */
  async function aCrowd(count: number, answer: RequestListener) {
    const { promise: listening, resolve } = Promise.withResolvers<void>();
    server = createServer(answer).listen(0, '127.0.0.1', resolve);
    await listening;
    const address = server.address();
    const request = 'GET / HTTP/1.1\r\nhost: a\r\n\r\n';
    const file = join(folder, 'crowd.http');
    writeFileSync(file, `${request.length}\n${request}`.repeat(count));
    return { port: typeof address === 'object' ? (address?.port ?? 0) : 0, file };
  }

  it('does not wait for answers, and takes its time', async () => {
    const order = await aCrowd(40, (_request, response) => {
      setTimeout(() => response.writeHead(200, { 'content-length': 0 }).end(), 200);
    });
    const { statuses, unsent, seconds } = await send({ ...order, connections: 40, rate: 200 });
    expect(statuses).toEqual({ 200: 40 });
    expect(unsent).toBe(0);
    // One by one they would take eight seconds.
    expect(seconds).toBeGreaterThan(0.35);
    expect(seconds).toBeLessThan(2);
  });

  it('counts whom it could not send in time, and refusals that do not say when to come again', async () => {
    const order = await aCrowd(20, (_request, response) => {
      setTimeout(() => response.writeHead(503, { 'content-length': 0 }).end(), 800);
    });
    const { statuses, unsent, silent } = await send({ ...order, connections: 1, rate: 100 });
    expect(unsent).toBeGreaterThan(15);
    expect((statuses[503] ?? 0) + unsent).toBe(20);
    expect(silent).toBe(statuses[503]);
  });
});
