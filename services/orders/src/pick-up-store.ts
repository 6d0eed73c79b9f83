import type { Db } from 'mongodb';
import { checkPoints, type PickUpPoint } from './pick-up.ts';

/** A merchant's points; its id is the merchant's. */
type PointsDoc = { _id: string; points: PickUpPoint[]; updated_at: Date };

export type PickUpPoints = {
  /** Where a merchant's goods can be picked up; none while it has said nothing. */
  of: (merchantId: string) => Promise<PickUpPoint[]>;
  /** Holds for what is ordered from now on. Errors: pick-up-invalid. */
  set: (merchantId: string, points: PickUpPoint[], now: Date) => Promise<void>;
};

/** Where merchants' goods can be picked up. */
export function pickUpPointsIn(db: Db): PickUpPoints {
  const collection = db.collection<PointsDoc>('pick_up_points');
  return {
    of: async (merchantId) => (await collection.findOne({ _id: merchantId }))?.points ?? [],
    set: async (merchantId, points, now) => {
      checkPoints(points);
      await collection.replaceOne({ _id: merchantId }, { points, updated_at: now }, { upsert: true });
    },
  };
}
