import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { z } from 'zod';
import { mongoConfig } from './config.ts';
import { type Lease, openLease } from './lease.ts';
import { openMongo } from './mongo.ts';

/** What work beside a service reads from its environment; each job extends it. */
export const jobConfig = z.object({
  /** Prefix of databases and topics; empty in production. */
  NAMESPACE: z.string().default(''),
  ...mongoConfig,
  /** How long another run waits for one that is not heard of any more, in milliseconds. */
  JOB_LEASE_MS: z.coerce.number().int().min(100).default(10_000),
});

/** What the jobs read that remove what is kept no longer. */
export const retainJobConfig = jobConfig.extend({
  /** Most documents that are looked at in a second, so that people are not kept waiting meanwhile. */
  RETAIN_PER_SECOND: z.coerce.number().positive().default(500),
  /** `true`: says what would be done, and does nothing. */
  DRY_RUN: z.stringbool().default(false),
});

export type JobConfig = z.output<typeof jobConfig>;

/** What a job works with. It ends soon when `stop` says so; what it says is for people and goes to stdout. */
export type Job = { db: Db; stop: AbortSignal; say: (line: string) => void };

/** `stopped`: something is left to do, and the next run goes on. */
export type JobEnd = 'done' | 'stopped';

/** How often a run that waits for another looks again. */
const ASK_AGAIN_MS = 500;

/** Does the work when no other run of the same job does. */
async function alone(lease: Lease, name: string, { stop, say }: Job, work: () => Promise<JobEnd>): Promise<JobEnd> {
  try {
    for (let asked = 0; !stop.aborted; asked++) {
      const end = await lease.under(work);
      if (end !== undefined) return end;
      if (asked === 0) say(`another ${name} is at work; this one waits for its end`);
      await pause(ASK_AGAIN_MS, undefined, { signal: stop }).catch(() => {});
    }
    return 'stopped';
  } finally {
    await lease.release();
  }
}

/** SIGTERM and SIGINT stop the work at its next step; a second one ends the process. */
function stopSignal(): AbortSignal {
  const stopping = new AbortController();
  const stop = () => {
    if (stopping.signal.aborted) process.exit(1);
    stopping.abort();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  return stopping.signal;
}

/**
 * Runs a job of a service to its end, one at a time by a lease in the service's database, and sets the exit code: 0 when
 * all is done, 1 when it was stopped or could not go on, with one line that says why. Either way it may be run again.
 * @param name of the job, e.g. `migrate`
 * @param database of the service, without the namespace
 */
export async function runJob(
  name: string,
  database: string,
  { MONGO_URL, NAMESPACE, JOB_LEASE_MS }: JobConfig,
  work: (job: Job) => Promise<JobEnd>,
): Promise<void> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const stop = stopSignal();
  try {
    const { client, db } = await openMongo(MONGO_URL, NAMESPACE, database);
    try {
      const job = { db, stop, say };
      const end = await alone(openLease(db, name, JOB_LEASE_MS), name, job, () => work(job));
      if (end === 'stopped') say(`${name} was stopped; the next run goes on from here`);
      process.exitCode = end === 'done' ? 0 : 1;
    } finally {
      await client.close();
    }
  } catch (error) {
    process.stderr.write(`${name} ended early: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
