import { DomainError } from '@social/contracts/errors';
import type { Clock } from '@social/runtime/clock';
import { newId } from '@social/runtime/ids';
import type { Collections, MerchantDoc, RequestMark } from './documents.ts';
import { marked, once } from './requests.ts';

export type NewMerchant = Pick<MerchantDoc, 'slug' | 'name' | 'description' | 'city'>;

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Errors: request-invalid, when a slug or name cannot be one. */
export function checkNamed({ slug, name }: { slug: string; name: string }): void {
  const errors = [];
  if (!SLUG.test(slug) || slug.length > 64) errors.push({ path: 'slug', message: 'is a-z, 0-9 and -, at most 64' });
  if (name.trim() === '' || name.length > 100) errors.push({ path: 'name', message: 'is from 1 to 100 characters' });
  if (errors.length > 0) throw new DomainError('request-invalid', undefined, { errors });
}

export type MerchantStore = {
  /** Errors: merchant-slug-taken, request-invalid, idempotency-key-reused. */
  create: (input: NewMerchant, request?: RequestMark) => Promise<MerchantDoc>;
  list: () => Promise<MerchantDoc[]>;
  /** By id or slug. Errors: merchant-not-found. */
  get: (idOrSlug: string) => Promise<MerchantDoc>;
};

/** Merchants: the shops that sell. */
export function merchantStore({ merchants }: Collections, clock: Clock): MerchantStore {
  return {
    create: async (input, request) => {
      checkNamed(input);
      return once(request, {
        find: (id) => merchants.findOne({ 'request.id': id }),
        make: async () => {
          const merchant: MerchantDoc = {
            _id: newId('mer'),
            ...input,
            created_at: clock.now(),
            ...marked(request),
          };
          await merchants.insertOne(merchant);
          return merchant;
        },
        taken: 'merchant-slug-taken',
      });
    },
    list: () => merchants.find().sort({ slug: 1 }).toArray(),
    get: async (idOrSlug) => {
      const byId = idOrSlug.startsWith('mer_');
      const merchant = await merchants.findOne(byId ? { _id: idOrSlug } : { slug: idOrSlug });
      if (!merchant) throw new DomainError('merchant-not-found');
      return merchant;
    },
  };
}
