/** Facts as documents of a backup, and back. */
import type { Outgoing } from '@social/messaging/bus';
import type { GroupState, PartitionOffset, Recorded } from '@social/messaging/history';
import { Binary, BSON } from 'mongodb';

type Stored = Omit<Recorded, 'key' | 'value' | 'headers'> & {
  key: Binary | null;
  value: Binary | null;
  headers: Record<string, Binary[]>;
};

const binary = (bytes: Buffer | string): Binary => new Binary(Buffer.from(bytes));
const bytesOf = (value: Binary | null): Buffer | null => value && Buffer.from(value.buffer.subarray(0, value.position));

/** The id of a fact, or of the fact that a dead letter is of. */
export const factId = ({ headers }: Recorded): string => headers.ce_id?.toString() ?? '';

export function storedFact({ key, value, headers, ...place }: Recorded): Uint8Array {
  const listed = Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat().map(binary)]);
  return BSON.serialize({
    ...place,
    key: key && binary(key),
    value: value && binary(value),
    headers: Object.fromEntries(listed),
  });
}

export function readFact(document: Buffer): Recorded {
  const { key, value, headers, ...place } = BSON.deserialize(document) as Stored;
  const listed = Object.entries(headers).map(([name, values]) => {
    const all = values.map((each) => bytesOf(each) ?? Buffer.alloc(0));
    return [name, all.length === 1 ? all[0] : all];
  });
  return { ...place, key: bytesOf(key), value: bytesOf(value), headers: Object.fromEntries(listed) };
}

/** The message as it goes back, to the partition that it was in. */
export const asMessage = ({ topic, partition, key, value, headers, timestamp }: Recorded): Outgoing => ({
  topic,
  message: { key, value, headers, timestamp, partition },
});

/**
 * Where groups stand in topics that were filled anew: offsets there begin at 0, so a group's next message is as far in
 * as there are messages before it. Tell it of each message with `note`, in the order in which they go back.
 */
export function trackPositions(groups: readonly GroupState[]) {
  const before = new Map<PartitionOffset, number>();
  const places = Map.groupBy(
    groups.flatMap(({ offsets }) => offsets),
    ({ topic, partition }) => `${topic}/${partition}`,
  );
  return {
    note: ({ topic, partition, offset }: Recorded) => {
      for (const place of places.get(`${topic}/${partition}`) ?? []) {
        if (offset < place.offset) before.set(place, (before.get(place) ?? 0) + 1);
      }
    },
    groups: (): GroupState[] =>
      groups.map(({ name, offsets }) => ({
        name,
        offsets: offsets.map((place) => ({ ...place, offset: before.get(place) ?? 0 })),
      })),
  };
}
