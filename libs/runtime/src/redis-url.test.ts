import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { redisPlace } from './redis-url.ts';

const caFile = join(mkdtempSync(join(tmpdir(), 'redis-url-')), 'ca.crt');
writeFileSync(caFile, 'a certificate');

const messageOf = (text: string): string => {
  try {
    redisPlace(text);
    return '';
  } catch (error) {
    return JSON.stringify(error, Object.getOwnPropertyNames(error));
  }
};

describe('the URL of a Redis', () => {
  it('is plain, or says with whom and with which CA it is encrypted', () => {
    expect(redisPlace('redis://127.0.0.1:6379')).toEqual({ url: 'redis://127.0.0.1:6379' });
    expect(redisPlace(`rediss://shop:p%40ss@redis:6380/2?tlsCAFile=${caFile}`)).toEqual({
      url: 'rediss://shop:p%40ss@redis:6380/2',
      username: 'shop',
      password: 'p@ss',
      tls: { tls: true, ca: Buffer.from('a certificate') },
    });
    expect(redisPlace('rediss://redis:6380').tls).toEqual({ tls: true });
  });

  it.each([
    'redis//shop:hunter2@redis',
    'http://shop:hunter2@redis',
    'redis://shop:hunter2@:port',
    `redis://shop:hunter2@redis?tlsCAFile=${caFile}`,
    'rediss://shop:hunter2@redis?tlsCAFile=/not/there.crt',
  ])('is refused as %s without telling the password', (text) => {
    const message = messageOf(text);
    expect(message).toMatch(/Redis URL|rediss|not\/there/);
    expect(message).not.toContain('hunter2');
  });
});
