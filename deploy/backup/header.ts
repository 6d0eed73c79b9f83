/** What a backup says of itself: what is in it, of which moment, and which keys open its sealed fields. */
import { voidRange } from '@social/messaging/voids';
import { BSON, type Timestamp } from 'mongodb';
import { z } from 'zod';
import { Damage } from './frames.ts';

const clusterTime = z.custom<Timestamp>(
  (value) => typeof value === 'object' && value !== null && '_bsontype' in value && value._bsontype === 'Timestamp',
);

const collection = z.object({
  kind: z.literal('collection'),
  /** Without the namespace, as everywhere in a backup. */
  database: z.string(),
  name: z.string(),
  options: z.record(z.string(), z.unknown()),
  indexes: z.array(z.record(z.string(), z.unknown())),
  documents: z.number().int(),
});
const facts = z.object({ kind: z.literal('facts') });
const files = z.object({ kind: z.literal('files'), directory: z.string() });
const part = z.discriminatedUnion('kind', [collection, facts, files]);

const header = z.object({
  takenAt: z.date(),
  /** MongoDB's time of which the documents are. */
  clusterTime,
  keys: z.array(z.object({ secret: z.string(), id: z.string(), fingerprint: z.string() })),
  /**
   * `cut`: between which offsets of each partition facts of the moment end and later ones begin. Absent in backups that
   * were taken before it was kept.
   */
  topics: z.array(
    z.object({
      name: z.string(),
      partitions: z.number().int(),
      cut: z.array(z.object({ partition: z.number().int(), from: z.number().int(), to: z.number().int() })).optional(),
    }),
  ),
  /** Ids of the facts between them that are later ones. */
  later: z.array(z.string()).default([]),
  /** What of the topics was void already, and so is not in the backup. */
  voids: z.array(voidRange).default([]),
  /** How far each group of consumers had come: the next offset of each partition. */
  groups: z.array(
    z.object({
      name: z.string(),
      offsets: z.array(z.object({ topic: z.string(), partition: z.number().int(), offset: z.number().int() })),
    }),
  ),
  /** In the order of the file. */
  parts: z.array(part),
});

const partEnd = z.object({ documents: z.number().int(), sha256: z.instanceof(Uint8Array) });

export type Header = z.output<typeof header>;
export type Part = z.output<typeof part>;
export type CollectionPart = z.output<typeof collection>;
export type GroupOffsets = Header['groups'][number];
export type TopicShape = Header['topics'][number];

export const writeHeader = (value: Header): Uint8Array => BSON.serialize(value);

/** Errors: Damage, when it is none. */
export function readHeader(content: Buffer): Header {
  return readAs(header, content, 'its header cannot be read');
}

/** How a part ends: its documents, and the checksum of their bytes. Errors: Damage, when it is none. */
export function readPartEnd(content: Buffer, name: string): z.output<typeof partEnd> {
  return readAs(partEnd, content, `the end of ${name} cannot be read`);
}

function readAs<T extends z.ZodType>(schema: T, content: Buffer, otherwise: string): z.output<T> {
  try {
    return schema.parse(BSON.deserialize(content, { promoteBuffers: true }));
  } catch {
    throw new Damage(otherwise);
  }
}

/** What a part is called in what is said to people. */
export function partName(part: Part): string {
  if (part.kind === 'collection') return `${part.database}.${part.name}`;
  return part.kind === 'facts' ? 'facts in Kafka' : `files of ${part.directory}`;
}
