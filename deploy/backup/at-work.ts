/** Who still has MongoDB open: a service that reads no facts writes documents all the same. */
import { setTimeout as pause } from 'node:timers/promises';
import { type MongoClient, MongoServerError } from 'mongodb';
import { databaseOf, SERVICE_NAMES } from '../local/system.ts';

/** A process that was killed has its connections closed by then. */
const LEFT_WITHIN_MS = 10_000;

/** Names of the services that have a connection after all had time to leave. */
export async function servicesAtWork(client: MongoClient, namespace: string): Promise<string[]> {
  const byApp = new Map<string, string>(SERVICE_NAMES.map((name) => [`${namespace}${databaseOf(name)}`, name]));
  const deadline = Date.now() + LEFT_WITHIN_MS;
  for (;;) {
    const apps = await connectedApps(client);
    const names = new Set(apps.flatMap((app) => byApp.get(app) ?? []));
    if (names.size === 0 || Date.now() > deadline) return [...names].sort();
    await pause(250);
  }
}

/** What the connected call themselves: all of them, or those of our own user where others may not be seen. */
async function connectedApps(client: MongoClient): Promise<string[]> {
  const ask = async (allUsers: boolean): Promise<string[]> => {
    const pipeline = [
      { $currentOp: { allUsers, idleConnections: true } },
      { $match: { appName: { $type: 'string' } } },
      { $group: { _id: '$appName' } },
    ];
    const found = await client.db('admin').aggregate<{ _id: string }>(pipeline, { readConcern: 'local' }).toArray();
    return found.map(({ _id }) => _id);
  };
  try {
    return await ask(true);
  } catch (error) {
    if (error instanceof MongoServerError && error.codeName === 'Unauthorized') return ask(false);
    throw error;
  }
}
