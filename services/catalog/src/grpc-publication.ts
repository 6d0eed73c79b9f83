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

/** The way of products to their shoppers: staff submit, operators decide. */
export function publicationHandlers(deps: Deps): Pick<CatalogHandlers, Names> {
  const { products, clock } = deps;
  const { own, ready, shown } = owners(deps);
  const change = async (productId: string, caller: Caller, work: (before: Product) => Product) =>
    shown(await products.update(productId, caller.userId, (before) => untouched(work(before))));
  return {
    SubmitProduct: async ({ productId }, { caller }) => {
      const { product, by } = await own(caller, productId);
      const fit = await ready(product);

      return shown(
        await products.update(productId, caller.userId, (before) =>
          fit(before, advance(before, before.publication === 'draft' ? seeking(by) : 'submit', by, clock.now())),
        ),
      );
    },
    WithdrawProduct: async ({ productId }, { caller }) => {
      const { by } = await own(caller, productId);

      return change(productId, caller, (before) => advance(before, 'withdraw', by, clock.now()));
    },
    ApproveProduct: async ({ productId, version }, { caller }) => {
      requireRole(caller, 'operator');

      return change(productId, caller, (before) => {
        requireVersion(before, version, 'published');
        return advance(before, 'approve', 'operator', clock.now());
      });
    },
    RejectProduct: async ({ productId, version, reason }, { caller }) => {
      requireRole(caller, 'operator');
      const rejection = reasonIn(reason);

      return change(productId, caller, (before) => {
        requireVersion(before, version, 'rejected');
        return advance(before, 'reject', 'operator', clock.now(), rejection);
      });
    },
    TakeDownProduct: async ({ productId, reason }, { caller }) => {
      requireRole(caller, 'operator');
      const rejection = reasonIn(reason);

      return change(productId, caller, (before) => advance(before, 'take-down', 'operator', clock.now(), rejection));
    },
  };
}
