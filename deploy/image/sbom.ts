/**
 * The list of an image's packages in CycloneDX, as npm makes it of what it has just installed, without what would differ
 * from build to build: `node sbom.ts SERVICE --workspace=FOLDER…`, in the folder of the installation; VERSION is read from
 * the environment.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Bom {
  serialNumber: string;
  metadata: { timestamp: string; component: Record<string, unknown> };
  components: { 'bom-ref': string; externalReferences?: unknown }[];
}

/**
 * npm names a package by its version, which ours, never published, lack; and it wants to find every workspace, so the root is
 * left with those that were installed.
 */
function adjustManifests(version: string): void {
  const workspaces = globSync('node_modules/@social/*').map((link) => readlinkSync(link).replace(/^(\.\.\/)+/, ''));
  for (const folder of ['.', ...workspaces]) {
    const path = join(folder, 'package.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, version, ...(folder === '.' ? { workspaces } : {}) }));
  }
}

function listOf(workspaces: string[]): Bom {
  const args = ['sbom', '--sbom-format=cyclonedx', '--omit=dev', ...workspaces, '--loglevel=error'];
  return JSON.parse(execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 2 ** 26 }));
}

/** A UUID (version 8) that is the same for the same text. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

const [service = '', ...workspaces] = process.argv.slice(2);
const version = process.env.VERSION || '0.0.0';
adjustManifests(version);
const { serialNumber: _random, metadata, ...bom } = listOf(workspaces);
const { timestamp: _now, ...made } = metadata;

const node = process.version.slice(1);
const runtime = {
  'bom-ref': `node@${node}`,
  type: 'platform',
  name: 'node',
  version: node,
  purl: `pkg:generic/node@${node}`,
};
const component = { ...made.component, type: 'application', name: `social-commerce/${service}`, version };
// Where a package came from is the mirror's business; its hash says what it is.
const components = [runtime, ...bom.components.map(({ externalReferences: _source, ...one }) => one)];
const serialNumber = `urn:uuid:${uuidOf(JSON.stringify({ component, components }))}`;
const list = { ...bom, serialNumber, metadata: { ...made, component }, components };
process.stdout.write(`${JSON.stringify(list, null, 2)}\n`);
