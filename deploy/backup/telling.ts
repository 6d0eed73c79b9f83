/** What commands say of a backup and of a restore. */
import { progressBar, type Steps } from '../local/steps.ts';
import { partName } from './header.ts';
import type { Teller } from './place.ts';
import type { Restored } from './restore.ts';
import type { BackupStore } from './store.ts';
import type { Stray } from './strays.ts';
import type { Taken } from './take.ts';

const PROGRESS_EVERY_MS = 2_000;

/** Names that are told one by one; of more, how many there are. */
const MOST_NAMED = 50;

/** Says every two seconds how far it is. */
export function teller(steps: Steps): Teller {
  let told = Date.now();
  return {
    say: steps.say,
    progress: (done, total) => {
      if (Date.now() - told < PROGRESS_EVERY_MS) return;
      told = Date.now();
      steps.say(`  ${progressBar(done, total, 24)}  ${done} of ${total}`);
    },
  };
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** What was kept, and how large it is. */
export async function tellTaken({ say }: Steps, taken: Taken, store: BackupStore, name: string): Promise<void> {
  const { documents, facts, header } = taken;
  const collections = header.parts.filter(({ kind }) => kind === 'collection').length;
  const files = header.parts.filter(({ kind }) => kind === 'files').map(partName);
  const all = [`${documents} documents of ${collections} collections`, `${facts} facts`, ...files].join(', ');
  say(`  ${all}: ${megabytes(await store.size(name))} in ${store.title}/${name}`);
}

/** What is as it was, and what is not. */
export function tellRestored(steps: Steps, { documents, facts, left, later, strays }: Restored): void {
  steps.say(`  ${documents} documents and ${later ? 'offsets' : `${facts} facts`} are as they were.`);
  for (const database of left) steps.say(`  ${database} is an outside party’s and was left as it is.`);
  if (later) {
    steps.say(`  ${later.facts} facts came after the backup; they stay in Kafka and count no more.`);
    steps.say(`  ${later.payments} payments among them are in the books again.`);
    steps.say(`  ${later.refunds} of their orders are no more: payments gives that money back as soon as it runs.`);
    tellSome(steps, 'orders were sent since, and wait to be sent again. Tell their merchants', later.sent);
  }
  tellStrays(steps, strays);
}

/** Nobody else will: the orders that this money was for are no more. */
function tellStrays(steps: Steps, strays: Stray[]): void {
  const lines = strays.map(({ paymentId, amount, currency }) => `${paymentId}  ${amount} ${currency}, in minor units`);
  tellSome(steps, 'payments were made since for orders that are no more. Give them back at the provider', lines);
}

function tellSome({ say }: Steps, sentence: string, names: string[]): void {
  if (names.length === 0) return;
  say(`  ${names.length} ${sentence}:`);
  for (const name of names.slice(0, MOST_NAMED)) say(`    ${name}`);
  if (names.length > MOST_NAMED) say(`    … and ${names.length - MOST_NAMED} more`);
}
