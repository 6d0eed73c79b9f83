import { DomainError } from '@social/contracts/errors';
import type { Clock } from '@social/runtime/clock';
import { crashPoint } from '@social/runtime/crash-point';
import { newId } from '@social/runtime/ids';
import { chargeOpened, type Intent, openIntent, type Payable, type RequestKey } from './domain.ts';
import type { Provider } from './provider.ts';
import type { Intents } from './store.ts';

export type Providers = ReadonlyMap<string, Provider>;

export type OpeningDeps = { intents: Intents; providers: Providers; clock: Clock; queryAfterMs: number };

export type Opening = {
  payerId: string;
  provider: string;
  returnUrl: string;
  payables: Payable[];
  request: RequestKey | undefined;
};

/** Errors: provider-unknown. */
export function providerOf(providers: Providers, name: string): Provider {
  const provider = providers.get(name);
  if (!provider) throw new DomainError('provider-unknown');
  return provider;
}

/**
 * The payment that this request opened before, if it did; its address is asked for again where that failed.
 * Errors: idempotency-key-reused, provider-unavailable.
 */
export async function openedBefore(deps: OpeningDeps, request: RequestKey | undefined): Promise<Intent | undefined> {
  if (!request) return undefined;
  const intent = await deps.intents.findByRequest(request.id);
  const before = intent?.requests?.find(({ id }) => id === request.id);
  if (!intent || !before) return undefined;
  if (before.body_hash !== request.body_hash) throw new DomainError('idempotency-key-reused');

  return withCashier(deps, intent);
}

/**
 * Opens a payment of orders, or answers the open one of the same payer and orders.
 * Errors: provider-unknown, provider-unavailable (safe to repeat), order-not-payable, currency-mixed.
 */
export async function openPayment(deps: OpeningDeps, opening: Opening): Promise<Intent> {
  providerOf(deps.providers, opening.provider);
  const wish = { ...opening, paymentId: newId('pay') };
  const intent = await deps.intents.open(openIntent(wish, deps.queryAfterMs, deps.clock.now()), opening.request);
  return withCashier(deps, intent);
}

/** Asks the provider where to pay, unless that is known; the payment's id makes a repeat safe. */
async function withCashier({ intents, providers }: OpeningDeps, intent: Intent): Promise<Intent> {
  if (intent.cashier_url) return intent;

  crashPoint('intent-written');
  const { cashierUrl } = await providerOf(providers, intent.provider).createCharge({
    paymentId: intent._id,
    amount: intent.total,
    currency: intent.currency,
    description: intent.description,
    returnUrl: intent.return_url,
    payBy: intent.pay_by,
  });
  crashPoint('charge-opened');
  return (await intents.update(intent._id, (current) => chargeOpened(current, cashierUrl))).intent;
}
