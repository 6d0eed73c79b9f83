import type { Clock } from '@social/runtime/clock';
import type { Config } from './config.ts';
import type { Providers } from './opening.ts';
import { sandboxProvider } from './sandbox.ts';

/** The payment providers that this installation knows, by the names that payers use; without any nothing can be paid. */
export function providersOf(config: Config, clock: Clock): Providers {
  const { SANDBOX_PAY_URL: baseUrl, SANDBOX_PAY_SECRET: secret, PUBLIC_URL: gateway } = config;
  if (!baseUrl || !secret) return new Map();

  const notifyUrl = `${gateway.replace(/\/$/, '')}/v1/payments/callbacks/sandbox`;
  const sandbox = sandboxProvider({ baseUrl, secret, notifyUrl, timeoutMs: config.PROVIDER_TIMEOUT_MS, clock });
  return new Map([[sandbox.name, sandbox]]);
}
