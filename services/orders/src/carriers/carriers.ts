import type { Clock } from '@social/runtime/clock';
import type { loadConfig } from '../config.ts';
import type { Carriers } from './carrier.ts';
import { sandboxCarrier } from './sandbox.ts';

/** The carriers that this installation knows, by the names that merchants use. */
export function carriersOf(config: ReturnType<typeof loadConfig>, clock: Clock): Carriers {
  const { SANDBOX_CARRIER_URL: baseUrl, SANDBOX_CARRIER_SECRET: secret, PUBLIC_URL: gateway } = config;
  if (!baseUrl || !secret || !gateway) return new Map();

  const notifyUrl = `${gateway.replace(/\/$/, '')}/v1/carriers/sandbox/callbacks`;
  const sandbox = sandboxCarrier({ baseUrl, secret, notifyUrl, timeoutMs: config.CARRIER_TIMEOUT_MS, clock });
  return new Map([[sandbox.name, sandbox]]);
}
