/** The layers of an image as folders, made by the script that the Dockerfile runs. */
import { execFile } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../local/steps.ts';
import { runtimeOptions, SERVICE_NAMES, type ServiceName } from '../local/system.ts';

const run = promisify(execFile);

/** The image of work over all databases: backup, restore. */
export const TOOLS = 'tools';

export type ImageName = ServiceName | typeof TOOLS;

/** The folders of work over all databases: the workspaces below deploy/, but the local stack's. */
export function toolFolders(root: string): string[] {
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { workspaces: string[] };
  return workspaces.filter((path) => path.startsWith('deploy/') && path !== 'deploy/local');
}

/** Every image that can be built. */
export function imageNames(root: string): ImageName[] {
  return [...SERVICE_NAMES, ...(toolFolders(root).length > 0 ? [TOOLS] : [])] as ImageName[];
}

/** In the order in which the Dockerfile copies them. */
export const LAYERS = ['packages', 'code', 'about'] as const;

export type LayerName = (typeof LAYERS)[number];

/** Where an image's command is run. */
export const workdirOf = (name: ImageName): string => (name === TOOLS ? '/app' : `/app/services/${name}`);

/** What an image tells every process in it; the Dockerfile and docker-build.sh say the same. */
export function imageEnv(name: ImageName): Record<string, string> {
  return { NODE_ENV: 'production', NODE_OPTIONS: runtimeOptions(name === TOOLS ? 'gateway' : name) };
}

/** Where a build reads from and writes to. Paths are absolute; `version` and the rest are told to the layers' script. */
export interface Build {
  source: string;
  manifests: string;
  version: string;
  revision: string;
  sourceDateEpoch: string;
}

/** A layer as it was built. `bytes` are those of its files, uncompressed. */
export interface Layer {
  name: LayerName;
  folder: string;
  files: number;
  bytes: number;
  digest: string;
}

async function script(build: Build, ...args: string[]): Promise<string> {
  const { version, revision, sourceDateEpoch } = build;
  const env = { ...process.env, VERSION: version, REVISION: revision, SOURCE_DATE_EPOCH: sourceDateEpoch };
  const path = join(build.source, 'deploy/image/layers.sh');
  try {
    const { stdout } = await run('bash', [path, ...args], { env, maxBuffer: 2 ** 26 });
    return stdout.trim();
  } catch (error) {
    const stderr = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new Refusal(`layers.sh ${args.slice(0, 3).join(' ')} failed:\n${stderr}`);
  }
}

export async function makeManifests(build: Build): Promise<void> {
  await script(build, 'manifests', build.source, build.manifests);
}

/** The steps of the Dockerfile. What was in the folder before is deleted. */
export async function buildLayers(build: Build, name: ImageName, out: string): Promise<Layer[]> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await script(build, 'packages', build.manifests, name, out);
  await script(build, 'code', build.source, join(out, 'packages'), name, join(out, 'code'));
  await script(build, 'about', build.source, join(out, 'sbom.cdx.json'), name, join(out, 'about'));
  const layers: Layer[] = [];
  for (const layer of LAYERS) {
    const folder = join(out, layer);
    layers.push({ name: layer, folder, ...measure(folder), digest: await script(build, 'digest', folder) });
  }
  return layers;
}

function measure(folder: string): { files: number; bytes: number } {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const sizes = files.map(({ parentPath, name }) => lstatSync(join(parentPath, name)).size);
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Lays the layers over each other, as `COPY` does; names that two layers have are the upper one's. */
export async function mergeLayers(layers: readonly Layer[], rootfs: string): Promise<void> {
  const aside = `${rootfs}.new`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  for (const { folder } of layers) await run('cp', ['-a', '--link', `${folder}/.`, aside]);
  rmSync(rootfs, { recursive: true, force: true });
  renameSync(aside, rootfs);
}

/** How many packages of others an image has, by its own list. */
export function countPackages(out: string): number {
  const { components } = JSON.parse(readFileSync(join(out, 'sbom.cdx.json'), 'utf8')) as { components: Component[] };
  return components.filter(({ purl = '' }) => purl.startsWith('pkg:npm/') && !purl.startsWith('pkg:npm/%40social/'))
    .length;
}

interface Component {
  purl?: string;
}
