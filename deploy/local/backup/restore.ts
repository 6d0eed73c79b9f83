/** Puts a backup in the place of what is there. No service may run meanwhile; none starts before all is back. */
import type { Bus } from '@social/messaging/bus';
import { groupsAtWork, groupsOf, replaceTopics, setGroupOffsets, topicsOf } from '@social/messaging/history';
import { crashPoint } from '@social/runtime/crash-point';
import { BSON, type Db, type MongoClient } from 'mongodb';
import { Refusal } from '../steps.ts';
import { databaseOf, OUTSIDE, SERVICE_NAMES } from '../system.ts';
import { visitArchive } from './archive.ts';
import { forgetDerived } from './derived.ts';
import { asMessage, readFact, trackPositions } from './facts.ts';
import { putPieces } from './files.ts';
import type { CollectionPart, Header, Part } from './header.ts';
import { missingKeys } from './keys.ts';
import { hasMarker, MARKS, mark, unmark } from './marker.ts';
import { type Place, type Servers, type Teller, withServers } from './place.ts';
import { type Stray, strayPayments } from './strays.ts';

/** What the file says of itself, and what it was found to hold. */
export interface Checked {
  header: Header;
  documents: number;
  facts: number;
}

/** What was put back. */
export interface Restored extends Checked {
  /** Databases that were left as they are, because they are not ours to turn back. */
  left: string[];
  /** What the payment provider took since for payments that are no more. */
  strays: Stray[];
}

/**
 * Reads the whole file and compares its keys with ours; touches nothing. Errors: Refusal, when it is damaged, of another
 * format, or has fields that these keys do not open.
 */
export async function checkBackup(path: string, keys: Place['keys']): Promise<Checked> {
  const counts = { collection: 0, facts: 0, files: 0 };
  const header = await visitArchive(path, {
    end: async ({ kind }, documents) => {
      counts[kind] += documents;
    },
  });
  const missing = missingKeys(header.keys, keys);
  if (missing.length > 0) {
    throw new Refusal(
      `The backup was made with keys that are not here: ${missing.join(', ')}. Its phones and addresses could never be ` +
        'read. Put them into the secrets: where keys have been rotated since, behind those of now (rotate again after ' +
        'the restore); from another place, in their stead (.local/secrets.env). Then run the command again.',
    );
  }
  return { header, documents: counts.collection, facts: counts.facts };
}

/** `agree` is asked once the file is known to be whole, and ends what runs; if it throws, nothing was touched. */
export interface RestoreTeller extends Teller {
  agree: (checked: Checked) => Promise<void>;
}

/**
 * Replaces databases, topics and consumers' offsets by a backup's, and empties what Redis derived. The file is checked
 * before anything is touched. A restore that was cut off leaves its mark in every database, so that no service starts,
 * and is simply run again. Errors: Refusal, when the file is not fit or a service still runs.
 */
export async function restoreBackup(place: Place, path: string, teller: RestoreTeller, now: Date): Promise<Restored> {
  const checked = await checkBackup(path, place.keys);
  await teller.agree(checked);
  return withServers(place, async (servers) => {
    const old = await atRest(servers.bus);
    const { ours, left } = await divide(servers.client, place.namespace, checked.header);
    // Nobody fills it again before they start; emptied in vain, it costs them a count of seats.
    await forgetDerived(place);
    for (const db of ours.values()) await mark(db, path, now);

    for (const db of ours.values()) await empty(db);
    await replaceTopics(servers.bus, old, checked.header.topics);
    await fill({ ...servers, directories: place.directories, ours, teller, checked }, path);
    crashPoint('restored');
    for (const db of ours.values()) await unmark(db);
    return { ...checked, left, strays: await strayPayments(servers.client, place.namespace) };
  });
}

/** What there is in Kafka. Errors: Refusal, when somebody still reads it. */
async function atRest(bus: Bus): Promise<{ topics: string[]; groups: string[] }> {
  const topics = (await topicsOf(bus, SERVICE_NAMES)).map(({ name }) => name);
  const groups = (await groupsOf(bus, topics)).map(({ name }) => name);
  const atWork = await groupsAtWork(bus, groups);
  if (atWork.length === 0) return { topics, groups };
  throw new Refusal(`Still running: ${atWork.join(', ')}. End every service first; nothing was touched.`);
}

/**
 * The databases to replace, by their names in the backup. One of an outside party is filled where there is nothing at
 * all, as on a new machine, and else left alone: it tells what happened since.
 */
async function divide(client: MongoClient, namespace: string, header: Header) {
  const outside = new Set(OUTSIDE.map(databaseOf));
  const inBackup = header.parts.flatMap((part) => (part.kind === 'collection' ? [part.database] : []));
  const ours = new Map<string, Db>();
  const left: string[] = [];
  for (const name of new Set([...SERVICE_NAMES.map(databaseOf), ...inBackup])) {
    const db = client.db(`${namespace}${name}`);
    if (outside.has(name) && !(await hasMarker(db)) && (await holdsAnything(db))) left.push(name);
    else ours.set(name, db);
  }
  return { ours, left };
}

async function holdsAnything(db: Db): Promise<boolean> {
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    if (name !== 'leases' && (await db.collection(name).findOne())) return true;
  }
  return false;
}

async function empty(db: Db): Promise<void> {
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray()) {
    if (name !== MARKS) await db.dropCollection(name);
  }
}

type Filling = Servers & Pick<Place, 'directories'> & { ours: Map<string, Db>; teller: Teller; checked: Checked };

async function fill({ bus, ours, teller, checked, directories }: Filling, path: string): Promise<void> {
  const positions = trackPositions(checked.header.groups);
  const total = checked.documents + checked.facts;
  let done = 0;
  await visitArchive(path, {
    begin: async (part) => {
      const db = databaseFor(part, ours);
      if (db && part.kind === 'collection') await db.createCollection(part.name, part.options);
    },
    documents: async (part, documents) => {
      if (part.kind === 'facts') await publish(bus, documents, positions);
      const directory = part.kind === 'files' ? directories[part.directory] : undefined;
      if (directory) await putPieces(directory, documents);
      const db = databaseFor(part, ours);
      if (db && part.kind === 'collection') await insert(db, part, documents);
      done += documents.length;
      teller.progress(Math.min(done, total), total);
      if (done > total / 2) crashPoint('half-restored');
    },
    end: async (part) => {
      const db = databaseFor(part, ours);
      if (db && part.kind === 'collection') await complete(db, part);
    },
  });
  await Promise.all(positions.groups().map((group) => setGroupOffsets(bus, group)));
}

const databaseFor = (part: Part, ours: Map<string, Db>): Db | undefined =>
  part.kind === 'collection' ? ours.get(part.database) : undefined;

/** As it was stored, each number of the kind that it was of. */
const AS_STORED = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true };

async function insert(db: Db, { name }: CollectionPart, documents: Buffer[]): Promise<void> {
  const all = documents.map((document) => BSON.deserialize(document, AS_STORED));
  // Nothing waits for a majority here: taking the mark off does, after all of it.
  const options = { ordered: false, bypassDocumentValidation: true, writeConcern: { w: 1 } };
  await db.collection(name).insertMany(all, options);
}

/** Counts before there are indexes, for one may be about to delete what is out of date. */
async function complete(db: Db, { name, documents, indexes }: CollectionPart): Promise<void> {
  const count = await db.collection(name).countDocuments({}, { readConcern: 'local' });
  if (count !== documents) throw new Error(`${db.databaseName}.${name} has ${count} documents instead of ${documents}`);
  const built = indexes.filter((index) => index.name !== '_id_');
  if (built.length > 0) await db.command({ createIndexes: name, indexes: built });
}

async function publish(bus: Bus, documents: Buffer[], positions: ReturnType<typeof trackPositions>): Promise<void> {
  const facts = documents.map(readFact);
  for (const fact of facts) positions.note(fact);
  await bus.send(facts.map(asMessage));
}
