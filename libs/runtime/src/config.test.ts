import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { baseConfig, grpcAddress, grpcConfig, kafkaConfig, mongoConfig, readConfig, redisUrl } from './config.ts';

const schema = baseConfig.extend({ ...grpcConfig, ...mongoConfig, ...kafkaConfig });
const ENV = {
  HTTP_PORT: '7203',
  GRPC_PORT: '7103',
  INTERNAL_TOKEN_KEY: Buffer.alloc(32, 1).toString('base64'),
  MONGO_URL: 'mongodb://127.0.0.1',
  KAFKA_BROKERS: '127.0.0.1:9092',
};

describe('the configuration', () => {
  it('reads ports as numbers and has defaults for what is no secret', () => {
    expect(readConfig(schema, ENV)).toEqual({
      ...ENV,
      INTERNAL_TOKEN_KEY: [expect.anything()],
      HTTP_PORT: 7203,
      DEAD_LETTERS_KEPT_DAYS: 90,
      GRPC_PORT: 7103,
      NAMESPACE: '',
      HOST: '0.0.0.0',
      LOG_LEVEL: 'info',
      DRAIN_MS: 0,
      TLS_RELOAD_MS: 10_000,
      KAFKA_TLS: false,
      KAFKA_SASL_MECHANISM: 'scram-sha-512',
      KAFKA_PARTITIONS: 6,
    });
  });

  it('ends the process with exit code 2 and a line a wrong variable, without their values', async () => {
    const module = new URL('./config.ts', import.meta.url).href;
    const script = `const c = await import(${JSON.stringify(module)});
      c.readConfig(c.baseConfig.extend({ ...c.grpcConfig, ...c.mongoConfig }), ${JSON.stringify({
        HTTP_PORT: 'eighty',
        INTERNAL_TOKEN_KEY: 'not base64!',
      })});`;
    const ended = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]).catch((e) => e);

    expect(ended.code).toBe(2);
    const lines = ended.stderr.trim().split('\n');
    expect(lines.map((line: string) => /set (\w+)/.exec(line)?.[1]).sort()).toEqual([
      'GRPC_PORT',
      'HTTP_PORT',
      'INTERNAL_TOKEN_KEY',
      'MONGO_URL',
    ]);
    expect(ended.stderr).toContain('set MONGO_URL (it is missing: mongodb://host:port');
    expect(ended.stderr).toContain('set INTERNAL_TOKEN_KEY (it is wrong: a key is under 32 bytes in base64)');
    expect(ended.stderr).not.toContain('not base64!');
  });

  it.each([
    [mongoConfig.MONGO_URL, ['mongodb://db:27017', 'mongodb://u:p@a:1,b:2/?replicaSet=rs0', 'mongodb+srv://db.test/x']],
    [kafkaConfig.KAFKA_BROKERS, ['kafka:9092', 'a.test:1,b.test:2', '[::1]:9092']],
    [redisUrl, ['redis://redis:6379', 'rediss://:hush@r:6380/0', 'redis://a:1,redis://b:1']],
    [grpcAddress, ['orders:7100', 'dns:///orders.shop.svc:7100', 'ipv4:127.0.0.1:1,127.0.0.1:2', '[::1]:7100']],
  ])('takes what has the form (%#)', (form, texts) => {
    for (const text of texts) expect(form.safeParse(text).success, text).toBe(true);
  });

  it.each([
    [mongoConfig.MONGO_URL, ['', 'db:27017', 'postgres://db', 'mongodb://', 'mongodb:///x']],
    [kafkaConfig.KAFKA_BROKERS, ['', 'kafka', 'http://kafka:9092', 'a:1,', 'a:1 b:2']],
    [redisUrl, ['', 'redis:6379', 'http://redis:6379', 'redis://']],
    [grpcAddress, ['', 'orders', 'http://orders:7100', 'orders:seven', 'dns:///orders']],
  ])('refuses what has not (%#)', (form, texts) => {
    for (const text of texts) expect(form.safeParse(text).success, text).toBe(false);
  });
});
