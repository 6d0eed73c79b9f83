/** Whether a backup is whole, and whether it can be read here. */
import { Refusal } from '../local/steps.ts';
import { visitArchive } from './archive.ts';
import type { Header, Part } from './header.ts';
import { type DataKeys, missingKeys } from './keys.ts';
import type { Teller } from './place.ts';
import type { BackupAt } from './store.ts';

/** What a backup says of itself, and what it was found to hold. */
export interface Checked {
  header: Header;
  documents: number;
  facts: number;
}

const documentsIn = ({ parts }: Header): number =>
  parts.reduce((sum, part) => sum + (part.kind === 'collection' ? part.documents : 0), 0);

/**
 * Reads all of a backup and compares its keys with ours; touches nothing. Errors: Refusal, when it is damaged, of another
 * format, or has fields that these keys do not open.
 * @param visit sees its documents as they are read
 */
export async function checkBackup(
  backup: BackupAt,
  keys: DataKeys,
  { progress }: Pick<Teller, 'progress'>,
  visit: (part: Part, documents: Buffer[]) => void = () => {},
): Promise<Checked> {
  const counts = { collection: 0, facts: 0, files: 0 };
  let total = 0;
  let done = 0;
  const header = await visitArchive(backup, {
    header: (found) => {
      total = documentsIn(found);
    },
    documents: async (part, documents) => {
      visit(part, documents);
      done += documents.length;
      progress(done, Math.max(total, done));
    },
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
