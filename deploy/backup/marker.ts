/** The mark that a database carries while it is being restored: services do not start on it (libs/runtime). */
import { RESTORING } from '@social/runtime/mongo';
import type { Db, MongoClient } from 'mongodb';

export const MARKS = RESTORING;

/** What a mark tells of the restore that made it. */
export interface Mark {
  _id: string;
  file: string;
  since: Date;
}

const marksIn = (db: Db) => db.collection<Mark>(MARKS);

export async function hasMarker(db: Db): Promise<boolean> {
  return (await marksIn(db).findOne()) !== null;
}

/** Marks a database, on a majority, before anything in it is touched. */
export async function mark(db: Db, file: string, now: Date): Promise<void> {
  const by = { $set: { file, since: now } };
  await marksIn(db).updateOne({ _id: 'restore' }, by, { upsert: true, writeConcern: { w: 'majority' } });
}

/** Takes the mark off: with it, everything that was written before is on a majority. */
export async function unmark(db: Db): Promise<void> {
  await marksIn(db).drop({ writeConcern: { w: 'majority' } });
}

/** The mark of any of these databases; undefined when all are whole. */
export async function findMark(client: MongoClient, databases: readonly string[]): Promise<Mark | undefined> {
  for (const database of databases) {
    const found = await marksIn(client.db(database)).findOne();
    if (found) return found;
  }
  return undefined;
}
