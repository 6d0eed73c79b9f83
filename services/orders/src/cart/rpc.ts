import { DomainError } from '@social/contracts/errors';
import type { Cart as CartMessage } from '@social/contracts/generated/social/orders/v1/Cart';
import type { CartServiceDefinition } from '@social/contracts/generated/social/orders/v1/CartService';
import type { LineSelection__Output } from '@social/contracts/generated/social/orders/v1/LineSelection';
import type { Handlers } from '@social/rpc/server';
import { type Caller, requireCaller } from '@social/runtime/caller';
import { guestOf } from '@social/runtime/guest-token';
import type { KeyRing } from '@social/runtime/key-ring';
import type { SkuOffer } from '../checkout.ts';
import { keyOf } from '../deeds.ts';
import { destinationOf } from '../placement.ts';
import { quote } from '../quote.ts';
import { quoteMessage, toMessage } from '../view.ts';
import { add, type Cart, change, clear, type Owner, once, remove, select } from './cart.ts';
import { type CheckoutDeps, checkOut, settle } from './checkout.ts';
import { selected } from './purchase.ts';
import type { Carts } from './store.ts';
import { buyable, cartMessage } from './view.ts';

type CartHandlers = Handlers<CartServiceDefinition>;

/** proto ↔ domain, and whose cart it is. */
export const cartHandlers = (deps: CheckoutDeps): CartHandlers => ({ ...keeping(deps), ...buying(deps) });

type Whose = { carts: Carts; tokenKey: KeyRing };

/**
 * Whose cart a call is about. A guest who has logged in brings their cart along: whatever they ask for first, it moves
 * before, and cannot be forgotten. Errors: unauthenticated, guest-token-invalid.
 */
async function ownerOf({ carts, tokenKey }: Whose, { userId }: Caller, guestToken: string): Promise<Owner> {
  const guest = guestToken === '' ? undefined : guestOf(guestToken, tokenKey);
  if (guestToken !== '' && !guest) throw new DomainError('guest-token-invalid');
  if (userId === '') return guestOwner(guest?.id);

  if (guest) await carts.moveIn(guest.id, userId);
  return { kind: 'user', id: userId };
}

function guestOwner(id: string | undefined): Owner {
  if (id === undefined) throw new DomainError('unauthenticated');
  return { kind: 'guest', id };
}

/** Undefined: as it is. */
const isSelected = (selection: LineSelection__Output): boolean | undefined =>
  selection === 'LINE_SELECTION_UNSPECIFIED' ? undefined : selection === 'LINE_SELECTION_SELECTED';

const skusOf = ({ lines }: Cart) => lines.map(({ sku_id }) => sku_id);

type Keeping = 'GetCart' | 'AddLine' | 'ChangeLine' | 'RemoveLine' | 'SelectLines' | 'ClearCart';

const keeping = (deps: CheckoutDeps): Pick<CartHandlers, Keeping> => {
  const { carts, offers, clock } = deps;
  const ask = async (skuIds: string[]): Promise<SkuOffer[]> => (skuIds.length === 0 ? [] : offers(skuIds));
  const answer = async (cart: Cart): Promise<CartMessage> => {
    const settled = await settle(deps, cart, 'may go on');
    return cartMessage(settled, await ask(skusOf(settled)), clock.now());
  };
  const changing = async (caller: Caller, guestToken: string, rule: (cart: Cart) => Cart) =>
    answer(await carts.update(await ownerOf(deps, caller, guestToken), rule));

  return {
    GetCart: async ({ guestToken }, { caller }) => answer(await carts.get(await ownerOf(deps, caller, guestToken))),
    AddLine: async ({ guestToken, skuId, quantity, request }, { caller }) => {
      const [offer] = await ask([skuId]);
      return changing(caller, guestToken, (cart) =>
        once(cart, keyOf(request), (fresh) => add(fresh, onSale(offer), quantity, clock.now())),
      );
    },
    ChangeLine: ({ guestToken, skuId, quantity, selection }, { caller }) => {
      const to = { quantity: quantity === 0 ? undefined : quantity, selected: isSelected(selection) };
      return changing(caller, guestToken, (cart) => change(cart, skuId, to));
    },
    RemoveLine: ({ guestToken, skuId }, { caller }) => changing(caller, guestToken, (cart) => remove(cart, skuId)),
    SelectLines: async ({ guestToken, selection, merchantId, request }, { caller }) => {
      const owner = await ownerOf(deps, caller, guestToken);
      const wanted = isSelected(selection) ? buyable(await ask(skusOf(await carts.get(owner)))) : new Set<string>();
      const rule = (cart: Cart) => select(cart, merchantId || undefined, wanted);
      return answer(await carts.update(owner, (cart) => once(cart, keyOf(request), rule)));
    },
    ClearCart: ({ guestToken }, { caller }) => changing(caller, guestToken, clear),
  };
};

/** Errors: sku-not-found. */
function onSale(offer: SkuOffer | undefined): SkuOffer {
  if (!offer) throw new DomainError('sku-not-found');
  return offer;
}

const buying = (deps: CheckoutDeps): Pick<CartHandlers, 'PreviewCart' | 'CheckOut'> => ({
  PreviewCart: async ({ guestToken, ...wished }, { caller }) => {
    requireCaller(caller);
    const cart = await deps.carts.get(await ownerOf(deps, caller, guestToken));
    const settled = await settle(deps, cart, 'may go on');
    return quoteMessage(await quote(deps, caller, selected(settled), destinationOf(wished)));
  },
  CheckOut: async ({ guestToken, request, expectedTotal, ...wished }, { caller }) => {
    requireCaller(caller);
    const key = keyOf(request);
    if (!key) throw new DomainError('request-invalid', 'a checkout needs a request key');

    await ownerOf(deps, caller, guestToken);
    const orders = await checkOut(deps, caller, { ...wished, request: key, shown: expectedTotal });
    const messages = orders.map((order) => toMessage(order, caller, deps.cipher));
    return { checkoutId: orders[0]?.checkout_id ?? '', orders: messages };
  },
});
