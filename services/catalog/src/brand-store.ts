import { DomainError } from '@social/contracts/errors';
import type { Clock } from '@social/runtime/clock';
import { newId } from '@social/runtime/ids';
import { isDuplicateKey } from '@social/runtime/mongo';
import { notePictures } from './attached-pictures.ts';
import type { BrandDoc, Collections, RequestMark } from './documents.ts';
import { checkNamed } from './merchant-store.ts';
import { isPicture } from './picture-address.ts';
import { marked, once } from './requests.ts';

export type NewBrand = Pick<BrandDoc, 'slug' | 'name' | 'logo' | 'description'>;

export type BrandStore = {
  /** Errors: brand-slug-taken, request-invalid, idempotency-key-reused. */
  create: (input: NewBrand, request?: RequestMark) => Promise<BrandDoc>;
  /** Replaces what is said of a brand. Errors: brand-not-found, brand-slug-taken, request-invalid. */
  update: (id: string, input: NewBrand) => Promise<BrandDoc>;
  list: () => Promise<BrandDoc[]>;
  /** By id or slug. Errors: brand-not-found. */
  get: (idOrSlug: string) => Promise<BrandDoc>;
  /** Those of some ids, by id; an empty id names none. */
  named: (ids: string[]) => Promise<Map<string, BrandDoc>>;
};

function checkBrand(input: NewBrand): void {
  checkNamed(input);
  if (input.logo === '' || isPicture(input.logo)) return;

  const errors = [{ path: 'logo', message: 'is no address of a picture' }];
  throw new DomainError('request-invalid', undefined, { errors });
}

/** Brands, which the platform keeps: many merchants sell one. */
export function brandStore({ brands, attachedPictures }: Collections, clock: Clock): BrandStore {
  const notePicture = ({ logo, description }: NewBrand) =>
    notePictures({ attachedPictures }, [logo, description], clock.now());
  return {
    create: async (input, request) => {
      checkBrand(input);
      return once<BrandDoc>(request, {
        find: (id) => brands.findOne({ 'request.id': id }),
        make: async () => {
          await notePicture(input);
          const brand = { _id: newId('brd'), ...input, created_at: clock.now(), ...marked(request) };
          await brands.insertOne(brand);
          return brand;
        },
        taken: 'brand-slug-taken',
      });
    },
    update: async (id, input) => {
      checkBrand(input);
      await notePicture(input);
      const brand = await brands
        .findOneAndUpdate({ _id: id }, { $set: input }, { returnDocument: 'after' })
        .catch((error) => {
          throw isDuplicateKey(error) ? new DomainError('brand-slug-taken') : error;
        });
      if (!brand) throw new DomainError('brand-not-found');
      return brand;
    },
    list: () => brands.find().sort({ slug: 1 }).toArray(),
    get: async (idOrSlug) => {
      const brand = await brands.findOne(idOrSlug.startsWith('brd_') ? { _id: idOrSlug } : { slug: idOrSlug });
      if (!brand) throw new DomainError('brand-not-found');
      return brand;
    },
    named: async (ids) => {
      const wanted = [...new Set(ids)].filter((id) => id !== '');
      const known = wanted.length === 0 ? [] : await brands.find({ _id: { $in: wanted } }).toArray();
      return new Map(known.map((brand) => [brand._id, brand]));
    },
  };
}
