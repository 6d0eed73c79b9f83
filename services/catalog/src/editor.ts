import { type Caller, hasRole } from '@social/runtime/caller';
import type { MerchantDoc } from './documents.ts';
import type { Editor } from './publication.ts';

/** As whom a caller changes a merchant's products, once it is known that they may. */
export function editorOf(caller: Caller, { trusted }: Pick<MerchantDoc, 'trusted'>): Editor {
  if (hasRole(caller, 'operator')) return 'operator';

  return trusted ? 'trusted-staff' : 'staff';
}
