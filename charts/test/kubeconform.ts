/** The same schemas by kubeconform, where it is installed: a second reader of them. `make charts` runs it after the tests. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROFILES, profile, renderText } from './helm.ts';
import { bundle } from './schema-check.ts';

/** As kubeconform names the schema of a kind: `deployment-apps-v1.json`. */
function fileOf(kind: string): string {
  const [name = '', version = '', group = ''] = kind.split('/').reverse();
  return `${[name, group.split('.')[0], version].filter(Boolean).join('-')}.json`.toLowerCase();
}

function check(folder: string, title: (typeof PROFILES)[number]): boolean {
  const location = join(folder, '{{.ResourceKind}}{{.KindSuffix}}.json');
  const args = ['-strict', '-summary', '-schema-location', location];
  const { status, stdout, stderr } = spawnSync('kubeconform', args, {
    input: renderText({ values: [profile(title)] }),
    encoding: 'utf8',
  });
  process.stdout.write(`${title}: ${stdout}${stderr}`);
  return status === 0;
}

if (spawnSync('kubeconform', ['-v']).error) {
  process.stdout.write('kubeconform is not installed: ajv alone has held the renderings against their schemas.\n');
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'schemas-'));
try {
  for (const [kind, definition] of Object.entries(bundle.kinds)) {
    const schema = { $ref: `#/definitions/${definition}`, definitions: bundle.definitions };
    writeFileSync(join(folder, fileOf(kind)), JSON.stringify(schema));
  }
  process.exitCode = PROFILES.every((title) => check(folder, title)) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
