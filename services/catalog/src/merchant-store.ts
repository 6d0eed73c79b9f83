import { DomainError } from '@social/contracts/errors';
import type { Clock } from '@social/runtime/clock';
import { newId } from '@social/runtime/ids';
import type { Collections, MerchantDoc, RequestMark, StoredMerchant } from './documents.ts';
import { marked, once } from './requests.ts';

export type NewMerchant = Pick<MerchantDoc, 'slug' | 'name' | 'description' | 'city' | 'trusted'>;

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
  /** From now on its goods are reviewed or not; what waits for a review goes on waiting. Errors: merchant-not-found. */
  setTrusted: (idOrSlug: string, trusted: MerchantDoc['trusted']) => Promise<MerchantDoc>;
};

const fromStored = (merchant: StoredMerchant): MerchantDoc => ({ trusted: true, ...merchant });

const named = (idOrSlug: string) => (idOrSlug.startsWith('mer_') ? { _id: idOrSlug } : { slug: idOrSlug });

/** Merchants: the shops that sell. */
export function merchantStore({ merchants }: Collections, clock: Clock): MerchantStore {
  return {
    create: async (input, request) => {
      checkNamed(input);
      const made = await once<StoredMerchant>(request, {
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
      return fromStored(made);
    },
    list: () => merchants.find().sort({ slug: 1 }).map(fromStored).toArray(),
    get: async (idOrSlug) => {
      const merchant = await merchants.findOne(named(idOrSlug));
      if (!merchant) throw new DomainError('merchant-not-found');
      return fromStored(merchant);
    },
    setTrusted: async (idOrSlug, trusted) => {
      const change = { $set: { trusted } };
      const merchant = await merchants.findOneAndUpdate(named(idOrSlug), change, { returnDocument: 'after' });
      if (!merchant) throw new DomainError('merchant-not-found');
      return fromStored(merchant);
    },
  };
}
