import { DomainError } from '@social/contracts/errors';
import type { IdentityServiceDefinition } from '@social/contracts/generated/social/identity/v1/IdentityService';
import type { RpcClient } from '@social/rpc/client';
import { groupCommit } from '@social/runtime/batcher';
import { serviceCaller } from '@social/runtime/caller';
import type { FieldCipher } from '@social/runtime/field-cipher';
import type { KeyRing } from '@social/runtime/key-ring';
import { isOwnedBy } from '@social/runtime/owned-id';
import { type Address, sealAddress } from './address.ts';
import type { Order, SealedAddress, Step } from './domain.ts';
import type { Store } from './store.ts';

/*
 * Where a seat's parcel goes. In a rush an order notes only which of its buyer's addresses it is: the address itself is
 * fetched, sealed and kept when the payment begins. So nothing is opened or sealed while thousands hold seats, and no
 * order is ever paid without its address.
 */

export type DeliveryDeps = { addresses: Addresses; cipher: FieldCipher };

type Chosen = { buyerId: string; addressId: string };

/** Somebody's address; undefined when they do not have it. Errors: those of identity, service-unavailable. */
export type Addresses = (chosen: Chosen) => Promise<Address | undefined>;

const SERVICE = serviceCaller('orders');

/** Asks identity for addresses, many in one call. */
export function addressesOf(identity: Pick<RpcClient<IdentityServiceDefinition>, 'GetAddresses'>): Addresses {
  const asked = groupCommit<Chosen, Address | undefined>(
    async (chosen) => {
      const of = chosen.map(({ buyerId, addressId }) => ({ userId: buyerId, addressId }));
      const { addresses } = await identity.GetAddresses({ of }, { caller: SERVICE });
      return addresses.map((address) => (address.addressId ? address : undefined));
    },
    { maxBatch: 100, maxQueue: 10_000 },
  );
  return asked.add;
}

/**
 * Whether each address is its buyer's. Most ids tell that by themselves; the others are asked for.
 * That it is still there shows when it is fetched.
 */
export async function areBuyersOwn(addresses: Addresses, tokenKey: KeyRing, chosen: Chosen[]): Promise<boolean[]> {
  const own = chosen.map(({ buyerId, addressId }) => isOwnedBy(addressId, buyerId, tokenKey));
  const unsure = chosen.filter((_, index) => !own[index]);
  const found = await Promise.all(unsure.map(addresses));
  const known = new Set(unsure.filter((_, index) => found[index]));
  return chosen.map((one, index) => own[index] === true || known.has(one));
}

const toFetch = (orders: Order[]) =>
  orders.flatMap((order) =>
    !order.address && order.address_id ? [{ order, buyerId: order.buyer_id, addressId: order.address_id }] : [],
  );

async function sealedFor({ addresses, cipher }: DeliveryDeps, orders: Order[]): Promise<Map<string, SealedAddress>> {
  const chosen = toFetch(orders);
  const found = await Promise.all(chosen.map(addresses));
  return new Map(
    chosen.flatMap(({ order }, index): [string, SealedAddress][] => {
      const address = found[index];
      return address ? [[order._id, sealAddress(cipher, order._id, address)]] : [];
    }),
  );
}

/** Orders as they are shown: with the address that is chosen, while identity can be asked. */
export async function withAddresses(deps: DeliveryDeps, orders: Order[]): Promise<Order[]> {
  const sealed = await sealedFor(deps, orders).catch(() => new Map<string, SealedAddress>());
  return orders.map((order) => ({ ...order, address: order.address ?? sealed.get(order._id) }));
}

/** An order keeps its address; one that has it already stays as it is. */
export function keepAddress(order: Order, address: SealedAddress): Step {
  if (order.address) return { order, facts: [] };

  return { order: { ...order, address, version: order.version + 1 }, facts: [] };
}

/** Before these orders are paid: each keeps the address that it chose. Errors: address-not-found. */
export async function keepAddresses(deps: DeliveryDeps & { store: Store }, orders: Order[]): Promise<void> {
  const sealed = await sealedFor(deps, orders);
  const keep = async ({ order }: { order: Order }) => {
    const address = sealed.get(order._id);
    if (!address) throw new DomainError('address-not-found', 'the address of this order is no longer there');
    await deps.store.update(order._id, (current) => keepAddress(current, address));
  };
  await Promise.all(toFetch(orders).map(keep));
}
