import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { busyPortSentence, freePortPair, freePorts, isFree, parseListeners } from './ports.ts';

describe('ports', () => {
  it('reads who listens from ss', () => {
    const ss = [
      'LISTEN 0 511 127.0.0.1:7080 0.0.0.0:* users:(("node",pid=4321,fd=21))',
      'LISTEN 0 128 [::1]:7092 [::]:*',
      'LISTEN 0 128 *:22 *:*',
      '',
    ].join('\n');
    expect(parseListeners(ss)).toEqual([
      { port: 7080, holder: 'node (pid 4321)' },
      { port: 7092, holder: undefined },
      { port: 22, holder: undefined },
    ]);
  });

  it('says in one sentence which port is busy, who holds it and what to do', () => {
    expect(busyPortSentence('orders', 7103, 'node (pid 7)')).toBe(
      'Port 7103, which orders needs, is held by node (pid 7). End that process, then run the command again.',
    );
    expect(busyPortSentence('orders', 7103, undefined)).toContain('is held by another process');
  });

  it('tells a busy port from a free one', async () => {
    const [port = 0] = await freePorts(1);
    expect(await isFree(port)).toBe(true);
    const server = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    expect(await isFree(port)).toBe(false);
    await new Promise((resolve) => server.close(resolve));
  });

  it('finds as many different free ports as asked', async () => {
    expect(new Set(await freePorts(20)).size).toBe(20);
  });

  it('keeps out of the range of outgoing connections, also for a pair', async () => {
    const pair = await freePortPair();
    for (const port of [pair, pair + 1, ...(await freePorts(50))]) expect(port).toBeLessThan(32_768);
    expect(await isFree(pair + 1)).toBe(true);
  });
});
