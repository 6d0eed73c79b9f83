import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { baseConfig, grpcConfig, kafkaConfig, mongoConfig, readConfig } from './config.ts';

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
      GRPC_PORT: 7103,
      NAMESPACE: '',
      HOST: '0.0.0.0',
      LOG_LEVEL: 'info',
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
    expect(ended.stderr).not.toContain('not base64!');
  });
});
