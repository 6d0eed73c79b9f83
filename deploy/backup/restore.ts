/** Puts a backup in the place of what is there. No service may run meanwhile; none starts before all is back. */
import type { Bus } from '@social/messaging/bus';
import {
  forgetGroups,
  type GroupState,
  groupsAtWork,
  groupsOf,
  replaceTopics,
  setGroupOffsets,
  topicsOf,
} from '@social/messaging/history';
import { REPLAY_GROUP } from '@social/messaging/replay';
import { writeVoids } from '@social/messaging/voids';
import { crashPoint } from '@social/runtime/crash-point';
import { BSON, type Db, type MongoClient } from 'mongodb';
import { Refusal } from '../local/steps.ts';
import { databaseOf, OUTSIDE, SERVICE_NAMES } from '../local/system.ts';
import { visitArchive } from './archive.ts';
import { servicesAtWork } from './at-work.ts';
import { type Checked, checkBackup } from './check.ts';
import { forgetDerived } from './derived.ts';
import { asMessage, readFact, trackPositions } from './facts.ts';
import { putPieces } from './files.ts';
import type { CollectionPart, Header, Part } from './header.ts';
import { type Later, settleLater } from './later.ts';
import { hasMarker, MARKS, mark, unmark } from './marker.ts';
import { type Place, type Servers, type Teller, withServers } from './place.ts';
import { type BackupAt, pathOf } from './store.ts';
import { type Stray, strayPayments } from './strays.ts';
import { noteLastFacts, surveyKept } from './survey.ts';

/** What was put back. */
export interface Restored extends Checked {
  /** Databases that were left as they are, because they are not ours to turn back. */
  left: string[];
  /** What topics that were kept tell of since; absent when they were replaced. */
  later: Later | undefined;
  /** What the payment provider took since for payments that are no more. */
  strays: Stray[];
}

/** `replace`: topics are emptied and filled from the backup. `keep`: they stay, and what came after it becomes void. */
export type KafkaChoice = 'replace' | 'keep';

/** `agree` is asked once the backup is known to be whole, and ends what runs; if it throws, nothing was touched. */
export interface RestoreTeller extends Teller {
  agree: (checked: Checked) => Promise<void>;
}

export interface RestoreOptions {
  kafka: KafkaChoice;
  now: Date;
}

/**
 * Replaces databases and consumers' offsets by a backup's, topics too unless they are kept, and empties what Redis
 * derived. The backup is checked before anything is touched. A restore that was cut off leaves its mark in every database,
 * so that no service starts, and is simply run again. Errors: Refusal, when the backup is not fit, a service still runs, or
 * the topics that are to be kept are not the backup's.
 */
export async function restoreBackup(
  place: Place,
  backup: BackupAt,
  teller: RestoreTeller,
  { kafka, now }: RestoreOptions,
): Promise<Restored> {
  const { last, note } = noteLastFacts();
  const checked = await checkBackup(backup, place.keys, teller, kafka === 'keep' ? note : undefined);
  const { header } = checked;
  await teller.agree(checked);
  return withServers(place, async (servers) => {
    const { bus, client } = servers;
    const old = await atRest(servers, place.namespace, kafka);
    const survey = kafka === 'keep' ? await surveyKept(bus, header, last) : undefined;
    const { ours, left } = await divide(client, place.namespace, header);
    // Nobody fills it again before they start; emptied in vain, it costs them a count of seats.
    await forgetDerived(place);
    for (const db of ours.values()) await mark(db, pathOf(backup), now);

    for (const db of ours.values()) await empty(db);
    await forgetGroups(bus, old.groups);
    if (!survey) await replaceTopics(bus, old.topics, header.topics);
    await writeVoids(bus, survey?.voids ?? []);
    const groups = await fill({ ...servers, directories: place.directories, ours, teller, checked, kafka }, backup);
    const later = survey && (await settleLater({ ...servers, namespace: place.namespace, survey, now }));
    await Promise.all(groups.map((group) => setGroupOffsets(bus, group)));
    crashPoint('restored');
    for (const db of ours.values()) await unmark(db);
    return { ...checked, left, later, strays: await strayPayments(client, place.namespace) };
  });
}

/** Groups whose offsets belong to our documents; others, of readers outside, go on where they are in topics that stay. */
const isOurs = (group: string): boolean => group === REPLAY_GROUP || SERVICE_NAMES.some((name) => name === group);

/** What there is in Kafka. Errors: Refusal, when a service still reads it or has MongoDB open. */
async function atRest({ bus, client }: Servers, namespace: string, kafka: KafkaChoice) {
  const topics = (await topicsOf(bus, SERVICE_NAMES)).map(({ name }) => name);
  const all = (await groupsOf(bus, topics)).map(({ name }) => name);
  const groups = kafka === 'keep' ? all.filter(isOurs) : all;
  const found = await Promise.all([groupsAtWork(bus, groups), servicesAtWork(client, namespace)]);
  const atWork = new Set(found.flat());
  if (atWork.size === 0) return { topics, groups };
  const names = [...atWork].sort().join(', ');
  throw new Refusal(`Still running: ${names}. End every service first; nothing was touched.`);
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

type Filling = Servers &
  Pick<Place, 'directories'> & { ours: Map<string, Db>; teller: Teller; checked: Checked; kafka: KafkaChoice };

/** Answers how far each group of consumers has come in the topics as they are then. */
async function fill(filling: Filling, backup: BackupAt): Promise<GroupState[]> {
  const { bus, ours, teller, checked, directories, kafka } = filling;
  const positions = trackPositions(checked.header.groups);
  const total = checked.documents + checked.facts;
  let done = 0;
  await visitArchive(backup, {
    begin: async (part) => {
      const db = databaseFor(part, ours);
      if (db && part.kind === 'collection') await db.createCollection(part.name, part.options);
    },
    documents: async (part, documents) => {
      if (part.kind === 'facts' && kafka === 'replace') await publish(bus, documents, positions);
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
      if (db && part.kind === 'collection') await complete(db, part, teller);
    },
  });
  return kafka === 'replace' ? positions.groups() : checked.header.groups.filter(({ name }) => isOurs(name));
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

/** Indexes of so many documents take a while. */
const MANY = 100_000;

/** Counts before there are indexes, for one may be about to delete what is out of date. */
async function complete(db: Db, { name, documents, indexes }: CollectionPart, { say }: Teller): Promise<void> {
  const count = await db.collection(name).countDocuments({}, { readConcern: 'local' });
  if (count !== documents) throw new Error(`${db.databaseName}.${name} has ${count} documents instead of ${documents}`);
  const built = indexes.filter((index) => index.name !== '_id_');
  if (documents > MANY) say(`  ${built.length} indexes of ${db.databaseName}.${name}`);
  if (built.length > 0) await db.command({ createIndexes: name, indexes: built });
}

async function publish(bus: Bus, documents: Buffer[], positions: ReturnType<typeof trackPositions>): Promise<void> {
  const facts = documents.map(readFact);
  for (const fact of facts) positions.note(fact);
  await bus.send(facts.map(asMessage));
}
