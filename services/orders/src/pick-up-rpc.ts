import { DomainError } from '@social/contracts/errors';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import type { PickUpPoint as PointMessage } from '@social/contracts/generated/social/orders/v1/PickUpPoint';
import type { Handlers } from '@social/rpc/server';
import { requireMerchant } from '@social/runtime/caller';
import { act, carryOut, type DeedDeps } from './deeds.ts';
import { codeOf, handOver, type PickUpPoint, renewCode, sealCode } from './pick-up.ts';
import type { PickUpPoints } from './pick-up-store.ts';
import { toMessage } from './view.ts';

export type PickUpDeps = DeedDeps & { pickUpPoints: PickUpPoints };

type Names = 'SetPickUpPoints' | 'GetPickUpPoints' | 'HandOver' | 'RenewPickUpCode';

export const pointMessage = ({ id, ...point }: PickUpPoint): PointMessage => ({ pointId: id, ...point });

/** Goods that are fetched instead of sent. */
export function pickingUp(deps: PickUpDeps): Pick<Handlers<OrdersServiceDefinition>, Names> {
  const { cipher, clock, pickUpPoints } = deps;
  return {
    SetPickUpPoints: async ({ points: given }, { caller }) => {
      const { merchantId = '', points = [] } = given ?? {};
      requireMerchant(caller, merchantId);
      const kept = points.map(({ pointId, name, address, phone, hours }) => ({
        ...{ id: pointId, name, address, phone, hours },
      }));
      await pickUpPoints.set(merchantId, kept, clock.now());
      return { merchantId, points: kept.map(pointMessage) };
    },
    GetPickUpPoints: async ({ merchantId }) => {
      const points = await pickUpPoints.of(merchantId);
      return { merchantId, points: points.map(pointMessage) };
    },
    HandOver: async ({ orderId, request, code }, { caller }) => {
      const order = await carryOut(deps, caller, {
        orderId,
        request,
        allowed: ['merchant-staff'],
        rule: (current, actor) => handOver(current, actor, code, codeOf(cipher, current), clock.now()),
      });
      if (order.state !== 'completed') throw new DomainError('pick-up-code-wrong');
      return toMessage(order, caller, cipher);
    },
    RenewPickUpCode: ({ orderId, request }, { caller }) =>
      act(deps, caller, {
        orderId,
        request,
        allowed: ['buyer'],
        rule: (current, actor) => renewCode(current, actor, sealCode(cipher, orderId), clock.now()),
      }),
  };
}
