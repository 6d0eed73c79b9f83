import { DomainError } from '@social/contracts/errors';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import type { Handlers } from '@social/rpc/server';
import { sealAddress } from './address.ts';
import { changeAddress } from './adjustments.ts';
import { unlessArchived } from './archive/refusal.ts';
import type { Carriers } from './carriers/carrier.ts';
import { act, carryOut, type DeedDeps } from './deeds.ts';
import type { Addresses } from './delivery.ts';
import type { Freights } from './freight-store.ts';
import { ship } from './parcels.ts';
import type { Tracking } from './tracking.ts';
import { actorOn, toMessage } from './view.ts';

export type SendingDeps = DeedDeps & {
  carriers: Carriers;
  tracking: Tracking;
  addresses: Addresses;
  freights: Freights;
};

type Names = 'ShipOrder' | 'HandleCarrierCallback' | 'ChangeAddress';

/** Where an order goes, and how it gets there. */
export function sending(deps: SendingDeps): Pick<Handlers<OrdersServiceDefinition>, Names> {
  const { store, cipher, clock, timing, tracking, addresses, freights } = deps;
  const known = new Set(deps.carriers.keys());
  return {
    ShipOrder: async ({ orderId, request, ...wish }, { caller }) => {
      const order = await carryOut(deps, caller, {
        orderId,
        request,
        allowed: ['merchant-staff'],
        rule: (current, actor) => ship(current, actor, wish, known, clock.now(), timing),
      });
      tracking.nudge(order);
      return toMessage(order, caller, cipher);
    },
    HandleCarrierCallback: async ({ carrier, headers, body }) => {
      await tracking.hear(carrier, headers, body);
      return {};
    },
    ChangeAddress: async ({ orderId, request, addressId }, { caller }) => {
      const order = await unlessArchived(store, orderId, caller, () => store.get(orderId));
      actorOn(order, caller, ['buyer']);
      const [address, freight] = await Promise.all([
        addresses({ buyerId: caller.userId, addressId }),
        freights.get(order.merchant_id),
      ]);
      if (!address) throw new DomainError('address-not-found');
      const sealed = sealAddress(cipher, orderId, address);
      return act(deps, caller, {
        orderId,
        request,
        allowed: ['buyer'],
        rule: (current, actor) => changeAddress(current, actor, sealed, freight, clock.now()),
      });
    },
  };
}
