import { batchedFind } from '@social/runtime/batched';
import type { Db } from 'mongodb';
import { checkTemplate, type FreightTemplate } from './freight.ts';

/** A merchant's template; its id is the merchant's. */
type FreightDoc = FreightTemplate & { _id: string; updated_at: Date };

export type Freights = {
  /** What a merchant takes for sending; undefined while it has said nothing. */
  get: (merchantId: string) => Promise<FreightTemplate | undefined>;
  /** The same of several merchants; those that have said nothing are left out. */
  of: (merchantIds: string[]) => Promise<Map<string, FreightTemplate>>;
  /** Holds for what is ordered from now on. Errors: freight-invalid. */
  set: (merchantId: string, template: FreightTemplate, now: Date) => Promise<void>;
};

/** What merchants take for sending. */
export function freightsIn(db: Db): Freights {
  const templates = db.collection<FreightDoc>('freight_templates');
  const find = batchedFind(templates, '_id', ({ _id }) => [_id]);
  const of = async (merchantIds: string[]) => {
    const found = await Promise.all(merchantIds.map(find));
    return new Map(found.flatMap((template) => (template ? [[template._id, template]] : [])));
  };
  return {
    of,
    get: find,
    set: async (merchantId, template, now) => {
      checkTemplate(template);
      await templates.replaceOne({ _id: merchantId }, { ...template, updated_at: now }, { upsert: true });
    },
  };
}
