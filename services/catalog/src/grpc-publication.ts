import { DomainError } from '@social/contracts/errors';
import { type Caller, requireRole } from '@social/runtime/caller';
import type { CatalogHandlers, Deps } from './grpc.ts';
import { owners, untouched } from './grpc-owner.ts';
import type { Product } from './product.ts';
import { advance, seeking } from './publication.ts';

type Names = 'SubmitProduct' | 'WithdrawProduct' | 'ApproveProduct' | 'RejectProduct' | 'TakeDownProduct';

const MAX_REASON = 500;

/** Errors: request-invalid, when a merchant would not learn why. */
function reasonIn(text: string): string {
  const reason = text.trim();
  if (reason === '' || reason.length > MAX_REASON) {
    const errors = [{ path: 'reason', message: `is from 1 to ${MAX_REASON} characters` }];
    throw new DomainError('request-invalid', undefined, { errors });
  }

  return reason;
}

/** What was looked at is what is decided on; what is decided already stays so. Errors: version-conflict. */
function requireVersion(before: Product, version: number, decided: Product['publication']): void {
  if (before.version !== version && before.publication !== decided) throw new DomainError('version-conflict');
}

type Deciding = 'ApproveProduct' | 'RejectProduct' | 'TakeDownProduct';

/** What operators decide. */
function deciding(deps: Deps): Pick<CatalogHandlers, Deciding> {
  const { products, clock } = deps;
  const { shown } = owners(deps);
  const decide = async (caller: Caller, productId: string, work: (before: Product) => Product) => {
    requireRole(caller, 'operator');
    return shown(await products.update(productId, caller.userId, (before) => untouched(work(before))));
  };
  return {
    ApproveProduct: ({ productId, version }, { caller }) =>
      decide(caller, productId, (before) => {
        requireVersion(before, version, 'published');
        return advance(before, 'approve', 'operator', clock.now());
      }),
    RejectProduct: ({ productId, version, reason }, { caller }) =>
      decide(caller, productId, (before) => {
        const rejection = reasonIn(reason);
        requireVersion(before, version, 'rejected');
        return advance(before, 'reject', 'operator', clock.now(), rejection);
      }),
    TakeDownProduct: ({ productId, reason }, { caller }) =>
      decide(caller, productId, (before) => advance(before, 'take-down', 'operator', clock.now(), reasonIn(reason))),
  };
}

/** The way of products to their shoppers: staff submit, operators decide. */
export function publicationHandlers(deps: Deps): Pick<CatalogHandlers, Names> {
  const { products, clock } = deps;
  const { own, ready, shown } = owners(deps);
  return {
    ...deciding(deps),
    SubmitProduct: async ({ productId }, { caller }) => {
      const { product, by } = await own(caller, productId);
      const fit = await ready(product);
      const submitted = (before: Product) =>
        advance(before, before.publication === 'draft' ? seeking(by) : 'submit', by, clock.now());

      return shown(await products.update(productId, caller.userId, (before) => fit(before, submitted(before))));
    },
    WithdrawProduct: async ({ productId }, { caller }) => {
      const { by } = await own(caller, productId);
      const withdrawn = (before: Product) => advance(before, 'withdraw', by, clock.now());

      return shown(await products.update(productId, caller.userId, (before) => untouched(withdrawn(before))));
    },
  };
}
