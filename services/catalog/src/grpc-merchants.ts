import { requireRole } from '@social/runtime/caller';
import type { CatalogHandlers, Deps } from './grpc.ts';
import { markOf } from './requests.ts';
import { categoryToProto, merchantToProto, templateFromProto } from './to-proto.ts';

type Names =
  | 'CreateMerchant'
  | 'SetMerchantTrusted'
  | 'ListMerchants'
  | 'GetMerchant'
  | 'CreateCategory'
  | 'SetCategoryAttributes'
  | 'ListCategories';

/** Merchants and the category tree. */
export const merchantHandlers = ({ merchants, categories }: Deps): Pick<CatalogHandlers, Names> => ({
  CreateMerchant: async ({ request, ...merchant }, { caller }) => {
    requireRole(caller, 'operator');

    return merchantToProto(await merchants.create(merchant, markOf(request)));
  },
  SetMerchantTrusted: async ({ merchant, trusted }, { caller }) => {
    requireRole(caller, 'operator');

    return merchantToProto(await merchants.setTrusted(merchant, trusted));
  },
  ListMerchants: async () => ({ merchants: (await merchants.list()).map(merchantToProto) }),
  GetMerchant: async ({ merchant }) => merchantToProto(await merchants.get(merchant)),
  CreateCategory: async ({ slug, name, parentId, request }, { caller }) => {
    requireRole(caller, 'operator');

    return categoryToProto(await categories.create({ slug, name, parent_id: parentId }, markOf(request)));
  },
  SetCategoryAttributes: async ({ categoryId, attributes }, { caller }) => {
    requireRole(caller, 'operator');

    return categoryToProto(await categories.setAttributes(categoryId, attributes.map(templateFromProto)));
  },
  ListCategories: async () => ({ categories: (await categories.list()).map(categoryToProto) }),
});
