import { DomainError } from '@social/contracts/errors';
import type { Freight } from '@social/contracts/generated/social/orders/v1/Freight';
import type { FreightMeasure } from '@social/contracts/generated/social/orders/v1/FreightMeasure';
import type { FreightRule__Output } from '@social/contracts/generated/social/orders/v1/FreightRule';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import type { Handlers } from '@social/rpc/server';
import { type Caller, hasRole } from '@social/runtime/caller';
import type { Clock } from '@social/runtime/clock';
import { type FreightRule, type FreightTemplate, MEASURES, type Measure } from './freight.ts';
import type { Freights } from './freight-store.ts';

const MEASURE_NAMES = {
  piece: 'FREIGHT_MEASURE_PIECE',
  gram: 'FREIGHT_MEASURE_GRAM',
  amount: 'FREIGHT_MEASURE_AMOUNT',
} as const satisfies Record<Measure, FreightMeasure>;

const ruleOf = ({ regions, tariff }: FreightRule__Output): FreightRule => ({
  regions,
  ...(tariff && {
    tariff: {
      first: tariff.first,
      first_amount: tariff.firstAmount,
      next: tariff.next,
      next_amount: tariff.nextAmount,
      ...(tariff.freeFromAmount > 0 ? { free_from: tariff.freeFromAmount } : {}),
    },
  }),
});

const ruleMessage = ({ regions, tariff }: FreightRule) => ({
  regions,
  tariff: tariff && {
    first: tariff.first,
    firstAmount: tariff.first_amount,
    next: tariff.next,
    nextAmount: tariff.next_amount,
    freeFromAmount: tariff.free_from ?? 0,
  },
});

const freightMessage = (merchantId: string, template: FreightTemplate | undefined): Freight =>
  template
    ? {
        merchantId,
        measure: MEASURE_NAMES[template.measure],
        currency: template.currency,
        rules: template.rules.map(ruleMessage),
      }
    : { merchantId, rules: [] };

/** Errors: forbidden, for all but the merchant's own staff and operators. */
function requireStaffOf(merchantId: string, caller: Caller): void {
  const isOwn = hasRole(caller, 'merchant-staff') && caller.merchantId === merchantId;
  if (!isOwn && !hasRole(caller, 'operator')) throw new DomainError('forbidden');
}

/** What merchants take for sending. */
export const freight = ({
  freights,
  clock,
}: {
  freights: Freights;
  clock: Clock;
}): Pick<Handlers<OrdersServiceDefinition>, 'SetFreight' | 'GetFreight'> => ({
  SetFreight: async ({ freight: given }, { caller }) => {
    const { merchantId = '', measure: name, currency = '', rules = [] } = given ?? {};
    requireStaffOf(merchantId, caller);
    const measure = MEASURES.find((one) => MEASURE_NAMES[one] === name);
    if (!measure) throw new DomainError('request-invalid', 'freight grows by pieces, grams or the amount');

    const template = { measure, currency, rules: rules.map(ruleOf) };
    await freights.set(merchantId, template, clock.now());
    return freightMessage(merchantId, template);
  },
  GetFreight: async ({ merchantId }) => freightMessage(merchantId, await freights.get(merchantId)),
});
