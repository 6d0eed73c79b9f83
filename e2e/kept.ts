/** What a running platform keeps, against the tables of deploy/README.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KeptRow, keptTables } from '@social/local/kept-table';
import { databaseOf, SERVICE_NAMES } from '@social/local/system';
import kafkajs, { Kafka, logLevel } from 'kafkajs';
import { MongoClient } from 'mongodb';
import type { Platform } from './platform.ts';

const DAY_MS = 24 * 3_600_000;

const tables = keptTables(readFileSync(join(import.meta.dirname, '../deploy/README.md'), 'utf8'));

const DEAD_LETTERS = '<group>.<topic>.dlq';

/** Something that is there, and what is wrong with how it is told of. */
export type Untold = { name: string; wrong: string };

const wrongOf = (row: KeptRow | undefined, hasTtl: boolean): string | undefined => {
  if (!row) return 'is not in the table';
  if (hasTtl === (row.removedBy === 'TTL')) return undefined;
  return hasTtl ? 'has a TTL index that the table does not tell of' : 'has no TTL index';
};

/** Collections that are not told of, or of which it is told wrongly whether MongoDB removes them. */
export async function untoldCollections({
  namespace,
  mongoUrl,
}: Platform): Promise<{ seen: number; untold: Untold[] }> {
  const client = await MongoClient.connect(mongoUrl);
  const untold: Untold[] = [];
  let seen = 0;
  for (const database of SERVICE_NAMES.map(databaseOf)) {
    const db = client.db(`${namespace}${database}`);
    for (const { name: collection } of await db.listCollections().toArray()) {
      const names = [`${database}.${collection}`, `each.${collection}`];
      const row = tables.collections.find(({ name }) => names.includes(name));
      const indexes = await db.collection(collection).indexes();
      const wrong = wrongOf(
        row,
        indexes.some(({ expireAfterSeconds }) => expireAfterSeconds !== undefined),
      );
      seen += 1;
      if (wrong) untold.push({ name: `${database}.${collection}`, wrong });
    }
  }
  await client.close();
  return { seen, untold };
}

/** Topics that are not told of, or that keep their messages for another time than is told. */
export async function untoldTopics({ namespace, kafkaBrokers }: Platform): Promise<{ seen: number; untold: Untold[] }> {
  const admin = new Kafka({ brokers: [kafkaBrokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(namespace));
  const { resources } = await admin.describeConfigs({
    resources: topics.map((name) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name, configNames: ['retention.ms'] })),
    includeSynonyms: false,
  });
  await admin.disconnect();
  const untold = resources.flatMap(({ resourceName, configEntries }): Untold[] => {
    const topic = resourceName.slice(namespace.length);
    const row = tables.topics.find(({ name }) => name === (topic.endsWith('.dlq') ? DEAD_LETTERS : topic));
    if (!row) return [{ name: topic, wrong: 'is not in the table' }];

    const days = /^(\d+) days/.exec(row.howLong)?.[1];
    const told = days ? Number(days) * DAY_MS : -1;
    const kept = Number(configEntries[0]?.configValue);
    return kept === told ? [] : [{ name: topic, wrong: `keeps ${kept} ms, and ${told} are told` }];
  });
  return { seen: topics.length, untold };
}
