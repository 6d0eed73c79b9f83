import { DomainError, isErrorCode } from '@social/contracts/errors';
import type { CatalogServiceDefinition } from '@social/contracts/generated/social/catalog/v1/CatalogService';
import type { GroupBuyServiceDefinition } from '@social/contracts/generated/social/groupbuy/v1/GroupBuyService';
import type { Seat__Output } from '@social/contracts/generated/social/groupbuy/v1/Seat';
import type { SeatWish } from '@social/contracts/generated/social/groupbuy/v1/SeatWish';
import type { IdentityServiceDefinition } from '@social/contracts/generated/social/identity/v1/IdentityService';
import type { MediaServiceDefinition } from '@social/contracts/generated/social/media/v1/MediaService';
import type { CartServiceDefinition } from '@social/contracts/generated/social/orders/v1/CartService';
import type { OrdersServiceDefinition } from '@social/contracts/generated/social/orders/v1/OrdersService';
import type { PaymentsServiceDefinition } from '@social/contracts/generated/social/payments/v1/PaymentsService';
import { createRpcClient, type RpcClient } from '@social/rpc/client';
import { services } from '@social/rpc/proto';
import type { RpcSecurity } from '@social/rpc/security';
import { groupCommit } from '@social/runtime/batcher';
import { serviceCaller } from '@social/runtime/caller';
import type { Clock } from '@social/runtime/clock';
import type { KeyRing } from '@social/runtime/key-ring';
import { showQueue } from '@social/runtime/metrics';
import { traceparent } from '@social/runtime/telemetry';
import type { GatewayConfig } from './config.ts';
import type { Tickets } from './tickets.ts';
import type { WaitingRooms } from './waiting-room/entrance.ts';

export type Clients = {
  identity: RpcClient<IdentityServiceDefinition>;
  catalog: RpcClient<CatalogServiceDefinition>;
  orders: RpcClient<OrdersServiceDefinition>;
  carts: RpcClient<CartServiceDefinition>;
  payments: RpcClient<PaymentsServiceDefinition>;
  groupBuy: RpcClient<GroupBuyServiceDefinition>;
  media: RpcClient<MediaServiceDefinition>;
};

/** What handlers reach: the services behind, and what the gateway itself keeps. */
export type Platform = Clients & {
  /** Holds a seat; what many people ask at once goes in one call. */
  holdSeat: (wish: SeatWish) => Promise<Seat__Output>;
  /** Errors: those of `holdSeat` that are known to come. */
  foresee: (wish: SeatWish) => void;
  /** The refusal of `holdSeat` that is known before anybody is known, because too many come. */
  shed: (subject: Subject) => DomainError | undefined;
  waitingRooms: WaitingRooms;
  tickets: Tickets;
  tokenKey: KeyRing;
  clock: Clock;
  /** Origins whose pages may send the refresh cookie. */
  origins: ReadonlySet<string>;
  /** Whether the public reaches us by https. */
  cookies: 'secure' | 'plain';
};

/** What a wish for a seat is about: a group, or the activity in which one is to be opened. */
export type Subject = { activityId?: string; groupId?: string };

/** Holds seats, and tells when it would refuse whoever comes. */
export type SeatHolder = Pick<Platform, 'holdSeat' | 'shed'>;

/** How many wishes wait at most, how many go in one call, and how many calls at once. */
export type HoldLimits = { maxQueue: number; maxBatch: number; flights: number };

/** Coalesces the wishes for seats. Errors: those of OpenGroup and JoinGroup, each for the wish it refuses. */
export function seatHolder(groupBuy: Clients['groupBuy'], limits: HoldLimits): SeatHolder {
  const caller = serviceCaller('gateway');
  const commits = groupCommit<SeatWish, Seat__Output>(async (wishes) => {
    const { results } = await groupBuy.HoldSeats({ wishes }, { caller, timeoutMs: 8000 });
    return results.map(({ seat, errorCode, errorMessage, retryAfterMs }) => {
      if (seat) return seat;
      return new DomainError(
        isErrorCode(errorCode) ? errorCode : 'internal',
        errorMessage,
        retryAfterMs > 0 ? { retryAfterMs } : {},
      );
    });
  }, limits);
  showQueue('joins', commits.waiting);
  return {
    holdSeat: (wish) => commits.add({ ...wish, traceparent: traceparent() }),
    shed: () => commits.refusal(),
  };
}

/** Opens a client of every service behind; none of them needs to be up yet. */
export function openClients(config: GatewayConfig, security: RpcSecurity): Clients {
  return {
    identity: createRpcClient(services.identity(), config.IDENTITY_ADDR, security),
    catalog: createRpcClient(services.catalog(), config.CATALOG_ADDR, security),
    orders: createRpcClient(services.orders(), config.ORDERS_ADDR, security),
    carts: createRpcClient(services.cart(), config.ORDERS_ADDR, security),
    payments: createRpcClient(services.payments(), config.PAYMENTS_ADDR, security),
    groupBuy: createRpcClient(services.groupBuy(), config.GROUP_BUY_ADDR, security),
    media: createRpcClient(services.media(), config.MEDIA_ADDR, security),
  };
}
