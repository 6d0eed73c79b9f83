/** A restore as a process of its own, to be killed: `node e2e/faults/restoring.ts FILE`, the place as JSON in PLACE. */
import type { Place } from '@social/local/backup/place';
import { restoreBackup } from '@social/local/backup/restore';

const place: Place = JSON.parse(process.env.PLACE ?? '{}');
const teller = { say: console.error, progress: () => {}, agree: async () => {} };
const { strays } = await restoreBackup(place, process.argv[2] ?? '', teller, new Date());
console.log(JSON.stringify({ strays }));
