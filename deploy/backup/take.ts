/** Takes a backup of a running platform: every service's documents and all facts, of one moment. */
import type { Bus } from '@social/messaging/bus';
import { readHistory, type TopicState } from '@social/messaging/history';
import { voidsIn } from '@social/messaging/voids';
import type { MongoClient } from 'mongodb';
import { databaseOf, SERVICE_NAMES } from '../local/system.ts';
import { type Archive, createArchive } from './archive.ts';
import { type Cut, takeCut } from './cut.ts';
import { factId, storedFact } from './facts.ts';
import { filePieces } from './files.ts';
import type { CollectionPart, Header } from './header.ts';
import { fingerprints } from './keys.ts';
import { type Place, type Teller, withServers } from './place.ts';
import { documentsAt, withLongHistory } from './snapshot.ts';
import type { BackupAt } from './store.ts';

/** What was kept. */
export interface Taken {
  header: Header;
  documents: number;
  facts: number;
}

/**
 * Writes a backup, which is there only when it is whole. Errors: Refusal, when there is one of that name, a server does
 * not answer, there is no room for it, or MongoDB no longer keeps the moment.
 */
export async function takeBackup(place: Place, backup: BackupAt, teller: Teller, now: Date): Promise<Taken> {
  const extent = { namespace: place.namespace, databases: SERVICE_NAMES.map(databaseOf), services: SERVICE_NAMES };
  return withServers(place, ({ client, bus }) =>
    withLongHistory(client, teller.say, async () => {
      const cut = await takeCut(client, bus, extent);
      return write({ client, bus, place, cut, teller }, backup, headerOf(cut, place, now));
    }),
  );
}

function headerOf(cut: Cut, { keys, directories }: Place, now: Date): Header {
  return {
    takenAt: now,
    clusterTime: cut.clusterTime,
    keys: fingerprints(keys),
    topics: cut.topics.map((topic) => ({
      name: topic.name,
      partitions: topic.partitions.length,
      cut: cutOf(cut, topic),
    })),
    later: [...cut.later],
    voids: cut.voids,
    groups: cut.groups,
    parts: [
      ...cut.collections,
      { kind: 'facts' },
      ...Object.keys(directories).map((directory) => ({ kind: 'files' as const, directory })),
    ],
  };
}

/** Where facts of the moment end: not before the end that was seen before it, not after that which was seen after it. */
function cutOf({ before }: Cut, { name, partitions }: TopicState) {
  const seen = before.find((topic) => topic.name === name)?.partitions ?? [];
  const from = new Map(seen.map(({ partition, high }) => [partition, high]));
  return partitions.map(({ partition, low, high }) => ({ partition, from: from.get(partition) ?? low, to: high }));
}

type Work = { client: MongoClient; bus: Bus; place: Place; cut: Cut; teller: Teller };

async function write(work: Work, backup: BackupAt, header: Header): Promise<Taken> {
  const { cut, teller } = work;
  const ranges = cut.topics.flatMap(({ partitions }) => partitions);
  const inTopics = ranges.reduce((sum, { low, high }) => sum + high - low, 0);
  const documents = cut.collections.reduce((sum, part) => sum + part.documents, 0);
  const isVoid = voidsIn(cut.voids);
  let done = 0;
  const archive = await createArchive(backup, header);
  const add = async (document: Uint8Array) => {
    await archive.add(document);
    done += 1;
    if (done % 1000 === 0) teller.progress(done, documents + inTopics);
  };
  try {
    for (const part of cut.collections) await writeCollection(work, { ...archive, add }, part);
    await readHistory(work.bus, cut.topics, async (fact) => {
      if (!cut.later.has(factId(fact)) && !isVoid(fact)) await add(storedFact(fact));
    });
    const facts = await archive.endPart();
    // After the documents: what these tell of is there by now.
    for (const directory of Object.values(work.place.directories)) {
      for await (const piece of filePieces(directory)) await archive.add(piece);
      await archive.endPart();
    }
    await archive.keep();
    return { header, documents, facts };
  } catch (error) {
    await archive.discard();
    throw error;
  }
}

async function writeCollection({ client, place, cut }: Work, archive: Archive, part: CollectionPart): Promise<void> {
  const { namespace } = place;
  for await (const document of documentsAt(client, { namespace, part, clusterTime: cut.clusterTime })) {
    await archive.add(document);
  }
  const written = await archive.endPart();
  if (written === part.documents) return;
  throw new Error(`${part.database}.${part.name}: ${written} documents were read, ${part.documents} were counted`);
}
