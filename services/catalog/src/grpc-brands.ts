import { requireRole } from '@social/runtime/caller';
import type { CatalogHandlers, Deps } from './grpc.ts';
import { markOf } from './requests.ts';
import { brandToProto } from './to-proto.ts';

type Names = 'CreateBrand' | 'UpdateBrand' | 'ListBrands' | 'GetBrand';

/** Brands: operators keep them, everybody sees them. */
export const brandHandlers = ({ brands }: Deps): Pick<CatalogHandlers, Names> => ({
  CreateBrand: async ({ request, ...brand }, { caller }) => {
    requireRole(caller, 'operator');

    return brandToProto(await brands.create(brand, markOf(request)));
  },
  UpdateBrand: async ({ brandId, ...brand }, { caller }) => {
    requireRole(caller, 'operator');

    return brandToProto(await brands.update(brandId, brand));
  },
  ListBrands: async () => ({ brands: (await brands.list()).map(brandToProto) }),
  GetBrand: async ({ brand }) => brandToProto(await brands.get(brand)),
});
