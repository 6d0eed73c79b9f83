import { systemClock } from '@social/runtime/clock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadConfig } from './config.ts';
import { providersOf } from './providers.ts';

const NEEDED = {
  HTTP_PORT: '7200',
  GRPC_PORT: '7100',
  INTERNAL_TOKEN_KEY: Buffer.alloc(32, 1).toString('base64'),
  MONGO_URL: 'mongodb://127.0.0.1',
  KAFKA_BROKERS: '127.0.0.1:9092',
  PUBLIC_URL: 'https://shop.example.com',
  ORDERS_ADDR: '127.0.0.1:7103',
};
const SANDBOX = { SANDBOX_PAY_URL: 'http://127.0.0.1:7206', SANDBOX_PAY_SECRET: 'sixteen-letters!' };

const load = (env: Record<string, string>) => {
  for (const [name, value] of Object.entries({ ...NEEDED, ...env })) vi.stubEnv(name, value);
  return loadConfig();
};

describe('the payment providers', () => {
  beforeEach(() => {
    for (const name of Object.keys(SANDBOX)) vi.stubEnv(name, undefined);
  });

  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  it('are the simulated one, where its address and secret are given', () => {
    expect([...providersOf(load(SANDBOX), systemClock).keys()]).toEqual(['sandbox']);
  });

  it('are none, where neither is: a shop without a simulated cashier', () => {
    expect(providersOf(load({}), systemClock).size).toBe(0);
  });

  it('are refused with an address and no secret', () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const ended = vi.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Error(`exit ${code}`);
    });
    expect(() => load({ SANDBOX_PAY_URL: SANDBOX.SANDBOX_PAY_URL })).toThrow('exit 2');
    expect(ended).toHaveBeenCalledOnce();
    expect(said.mock.calls.join()).toContain(
      'SANDBOX_PAY_SECRET (it is missing: set it and SANDBOX_PAY_URL, or neither)',
    );
  });
});
