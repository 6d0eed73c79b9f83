import { z } from 'zod';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { jobConfig, runJob } from './job.ts';
import { type AnyMigration, type Outcome, runMigrations } from './migrations.ts';
import { tellProgress } from './progress.ts';

const migrateConfig = jobConfig.extend({
  /** Most documents that are brought into their new form in a second. */
  MIGRATE_PER_SECOND: z.coerce.number().positive().default(2000),
});

const WORDS: Record<Outcome['state'], (changed: number) => string> = {
  before: () => 'was done before',
  done: (changed) => `done, ${changed} documents changed`,
  stopped: (changed) => `stopped after ${changed} changed documents`,
};

/** What `migrate.ts` of a service does: brings its documents into the form of today, resumable, one run at a time. */
export async function migrateCommand(database: string, migrations: readonly AnyMigration[]): Promise<void> {
  const config = readConfig(migrateConfig);
  await runJob('migrate', database, config, ({ db, stop, say }) => {
    const runOf = (id: string) => ({
      ...{ perSecond: config.MIGRATE_PER_SECOND, stop, now: systemClock.now },
      tell: tellProgress(`${database} ${id}`, say),
    });
    const ended = (id: string, { state, changed }: Outcome) => say(`${database} ${id}: ${WORDS[state](changed)}`);
    return runMigrations(db, migrations, runOf, ended);
  });
}
