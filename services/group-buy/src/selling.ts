import { DomainError } from '@social/contracts/errors';
import type { CatalogServiceDefinition } from '@social/contracts/generated/social/catalog/v1/CatalogService';
import type { Relay } from '@social/messaging/outbox';
import type { RpcClient } from '@social/rpc/client';
import { type Caller, requireMerchant, serviceCaller } from '@social/runtime/caller';
import type { Clock } from '@social/runtime/clock';
import { crashPoint } from '@social/runtime/crash-point';
import { newId } from '@social/runtime/ids';
import { isDuplicateKey } from '@social/runtime/mongo';
import type { Filter } from 'mongodb';
import { type Activity, requireSound, settlesAt, stateOf } from './activity.ts';
import {
  type ActivityDoc,
  activityCreated,
  activityEnded,
  type Collections,
  fromActivity,
  toActivity,
} from './store.ts';

export type SellingDeps = {
  collections: Collections;
  catalog: RpcClient<CatalogServiceDefinition>;
  activityRelay: Relay;
  clock: Clock;
  graceMs: number;
};

/** What a merchant offers; the rest of an activity comes from the catalog. */
export type Offer = Pick<
  Activity,
  | 'skuId'
  | 'groupAmount'
  | 'groupSize'
  | 'fillSeconds'
  | 'stock'
  | 'limitPerPerson'
  | 'limitPerOrder'
  | 'paySeconds'
  | 'startsAt'
  | 'endsAt'
  | 'title'
  | 'waitingRoom'
>;

/** How long the creation of an activity may take before the sweep undoes it. */
const PLACING_MS = 60_000;

/** Setting activities up and ending them. */
export function openSelling({ collections, catalog, activityRelay, clock, graceMs }: SellingDeps) {
  const { activities } = collections;

  /** The offer with what the catalog knows of its SKU. Errors: sku-not-found, forbidden, activity-invalid. */
  const draft = async (caller: Caller, offer: Offer): Promise<Activity> => {
    const { skus } = await catalog.GetSkus({ skuIds: [offer.skuId] }, { caller: serviceCaller('group-buy') });
    const sku = skus[0];
    if (!sku?.price) throw new DomainError('sku-not-found');
    requireMerchant(caller, sku.merchantId);
    const facts = {
      ...offer,
      merchantId: sku.merchantId,
      productId: sku.productId,
      title: offer.title || sku.title,
      picture: sku.picture,
      optionValues: sku.optionValues,
      currency: sku.price.currency,
      listAmount: sku.price.amount,
    };
    requireSound(facts, clock.now());
    return { ...facts, id: newId('act'), version: 0 };
  };

  const earlier = async (key: { id: string; bodyHash: string }): Promise<ActivityDoc | null> => {
    if (key.id === '') return null;
    const doc = await activities.findOne({ 'request.id': key.id });
    if (doc && doc.request?.body_hash !== key.bodyHash) throw new DomainError('idempotency-key-reused');
    return doc;
  };

  /** Written first, then the stock is set aside, then it can be seen: a crash in between leaves nothing behind. */
  const create = async (caller: Caller, offer: Offer, key: { id: string; bodyHash: string }): Promise<Activity> => {
    const before = await earlier(key);
    if (before) return finish(toActivity(before));

    const activity = await draft(caller, offer);
    const dueAt = new Date(clock.now().getTime() + PLACING_MS);
    const request = key.id === '' ? undefined : { id: key.id, body_hash: key.bodyHash };
    try {
      await activities.insertOne({ ...fromActivity(activity), placing: true, due_at: dueAt, request });
    } catch (error) {
      if (isDuplicateKey(error)) throw new DomainError('request-in-progress');
      throw error;
    }
    crashPoint('activity-placing');
    return finish(activity);
  };

  const finish = async (activity: Activity): Promise<Activity> => {
    const take = { holderId: activity.id, lines: [{ skuId: activity.skuId, quantity: activity.stock }] };
    try {
      await catalog.TakeStock({ takes: [take] }, { caller: serviceCaller('group-buy') });
    } catch (error) {
      if (error instanceof DomainError && ['out-of-stock', 'sku-not-found'].includes(error.code)) {
        await activities.deleteOne({ _id: activity.id, placing: true });
      }
      throw error;
    }
    const created = activityCreated(activity, clock.now());
    const { modifiedCount } = await activities.updateOne(
      { _id: activity.id, placing: true },
      { $unset: { placing: '' }, $set: { due_at: settlesAt(activity, graceMs) }, $push: { outbox: created } },
    );
    if (modifiedCount > 0) activityRelay.nudge(activity.id, [created]);
    return activity;
  };

  /** Ends an activity now; the sweep refunds its open groups. Ending it again changes nothing. */
  const end = async (activity: Activity): Promise<Activity> => {
    const now = clock.now();
    if (stateOf(activity, now) === 'ended') return activity;

    const ended = { ...activity, endedAt: now, version: activity.version + 1 };
    const fact = activityEnded(ended, 'ended-early', now);
    const { modifiedCount } = await activities.updateOne(
      { _id: activity.id, ended_at: { $exists: false } },
      { $set: { ended_at: now, due_at: now, version: ended.version }, $push: { outbox: fact } },
    );
    if (modifiedCount > 0) activityRelay.nudge(activity.id, [fact]);
    return ended;
  };

  return { create, end };
}

export type Selling = ReturnType<typeof openSelling>;

/** A page of activities, newest first; ids are made in the order of time. Errors: cursor-invalid. */
export async function newestFirst(
  { activities }: Collections,
  page: { merchantId: string; limit: number; cursor: string },
): Promise<{ items: Activity[]; nextCursor: string }> {
  if (page.cursor !== '' && !/^act_[0-9a-f-]{36}$/.test(page.cursor)) throw new DomainError('cursor-invalid');
  const limit = Math.min(Math.max(page.limit || 20, 1), 100);
  const filter: Filter<ActivityDoc> = {
    placing: { $exists: false },
    ...(page.merchantId ? { merchant_id: page.merchantId } : {}),
    ...(page.cursor ? { _id: { $lt: page.cursor } } : {}),
  };
  const docs = await activities.find(filter).sort({ _id: -1 }).limit(limit).toArray();
  const last = docs.length === limit ? docs.at(-1)?._id : undefined;
  return { items: docs.map(toActivity), nextCursor: last ?? '' };
}
