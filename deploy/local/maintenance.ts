/** `make maintenance m='back at 21:00'`: changes are refused with that notice; `m=off` ends it, without m it is told. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { MAINTENANCE_FILE, RUN_DIR } from './stack.ts';
import { Refusal, runCommand } from './steps.ts';

const say = (line: string) => void process.stdout.write(`  ${line}\n`);

function tell(): void {
  const notice = existsSync(MAINTENANCE_FILE) ? readFileSync(MAINTENANCE_FILE, 'utf8').trim() : '';
  say(notice ? `Maintenance: ${notice}` : 'There is no maintenance.');
  say("make maintenance m='back at 21:00' begins one, make maintenance m=off ends it.");
}

function begin(notice: string): void {
  if (notice.length > 500) throw new Refusal('A notice has at most 500 characters.');
  mkdirSync(RUN_DIR, { recursive: true });
  writeFileSync(MAINTENANCE_FILE, `${notice}\n`);
  say(`Within a second changes are refused with: ${notice}`);
}

await runCommand(async () => {
  const notice = (process.argv[2] ?? '').trim();
  if (notice === '') return tell();
  if (notice !== 'off') return begin(notice);

  rmSync(MAINTENANCE_FILE, { force: true });
  say('Within a second changes are taken again.');
});
