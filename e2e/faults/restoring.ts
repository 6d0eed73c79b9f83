/** A restore as a process of its own, to be killed: `node e2e/faults/restoring.ts FILE`, the place as JSON in PLACE. */
import { backupAt } from '@social/backup/directory-store';
import type { Place } from '@social/backup/place';
import { restoreBackup } from '@social/backup/restore';

const place: Place = JSON.parse(process.env.PLACE ?? '{}');
const teller = { say: console.error, progress: () => {}, agree: async () => {} };
const options = { kafka: 'replace', now: new Date() } as const;
const { strays } = await restoreBackup(place, backupAt(process.argv[2] ?? ''), teller, options);
console.log(JSON.stringify({ strays }));
