/**
 * `make image-rootfs`, `make image-rootfs s=orders`: makes the layers of the images as folders, twice, by the steps of the
 * Dockerfile, and runs each service from its files alone against MongoDB, Kafka and Redis.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dropNamespace } from '@social/testkit/servers';
import { freePorts } from '../local/ports.ts';
import { generateSecrets } from '../local/secrets.ts';
import { serverUrls } from '../local/servers.ts';
import { HOME, ROOT } from '../local/stack.ts';
import { createSteps, Refusal, runCommand } from '../local/steps.ts';
import { assignPorts, PORTS_NEEDED, type SystemInput } from '../local/system.ts';
import { table } from '../local/table.ts';
import { endThrowAwayServers, startThrowAwayServers } from '../local/throw-away-servers.ts';
import { copyContext } from './context.ts';
import {
  type Build,
  buildLayers,
  countPackages,
  type ImageName,
  imageNames,
  LAYERS,
  type Layer,
  makeManifests,
  mergeLayers,
} from './layers.ts';
import { chooseIsolation, type Isolation } from './room.ts';
import { type Trial, tryImage } from './trial.ts';

const IMAGES = join(HOME, 'image');
const steps = createSteps(process.stdout, Date.now);

function chosen(asked: string): ImageName[] {
  const all = imageNames(ROOT);
  const found = asked === '' ? all : all.filter((name) => name === asked);
  if (found.length === 0) throw new Refusal(`There is no image '${asked}'. Say one of: ${all.join(', ')}.`);
  return found;
}

const git = (...args: string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();

function prepareBuild(): Build {
  const build = {
    source: join(IMAGES, 'context'),
    manifests: join(IMAGES, 'manifests'),
    version: process.env.VERSION || '0.0.0',
    revision: git('rev-parse', 'HEAD'),
    sourceDateEpoch: git('log', '-1', '--format=%ct'),
  };
  for (const folder of [build.source, build.manifests]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(IMAGES, { recursive: true });
  copyContext(ROOT, build.source);
  return build;
}

interface Built {
  name: ImageName;
  layers: Layer[];
  packages: number;
}

/** Built twice, in two folders: the same bytes, or the image cannot be told from another. */
async function buildTwice(build: Build, name: ImageName): Promise<Built> {
  const home = join(IMAGES, name);
  const again = join(home, 'layers-again');
  const [layers, others] = await Promise.all([
    buildLayers(build, name, join(home, 'layers')),
    buildLayers(build, name, again),
  ]);
  const differing = layers.filter(({ digest }, index) => digest !== others[index]?.digest);
  if (differing.length > 0) {
    const names = differing.map((layer) => layer.name).join(', ');
    throw new Refusal(`Two builds of ${name} differ: ${names}. Compare ${join(home, 'layers')} with ${again}.`);
  }
  rmSync(again, { recursive: true, force: true });
  await mergeLayers(layers, join(home, 'rootfs'));
  return { name, layers, packages: countPackages(join(home, 'layers')) };
}

/** Where the images find servers: those of `make test`, else a set started for this run. */
async function withServers<T>(work: (system: SystemInput) => Promise<T>): Promise<T> {
  const { TEST_MONGO_URL, TEST_KAFKA_BROKERS, TEST_REDIS_URL } = process.env;
  const ports = assignPorts(await freePorts(PORTS_NEEDED));
  const system = { ports, secrets: generateSecrets(), namespace: `image${process.pid}_` };
  if (TEST_MONGO_URL && TEST_KAFKA_BROKERS && TEST_REDIS_URL) {
    const given = { mongoUrl: TEST_MONGO_URL, kafkaBrokers: TEST_KAFKA_BROKERS, redisUrl: TEST_REDIS_URL };
    try {
      return await work({ ...system, ...given });
    } finally {
      await dropNamespace(system.namespace);
    }
  }

  const title = 'MongoDB, Kafka, Redis for this run';
  const set = await steps.step(title, () => startThrowAwayServers(ROOT, join(IMAGES, 'runs')));
  try {
    return await work({ ...system, ...serverUrls(set.ports) });
  } finally {
    await endThrowAwayServers(set);
  }
}

async function tryOne(isolation: Isolation, name: ImageName, system: SystemInput): Promise<Trial> {
  const home = join(IMAGES, name);
  const place = join(home, 'room');
  mkdirSync(place, { recursive: true });
  return tryImage({ isolation, rootfs: join(home, 'rootfs'), place }, name, system);
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const milliseconds = (ms: number | undefined): string => (ms === undefined ? '-' : `${Math.round(ms)} ms`);

function rowOf({ name, layers, packages }: Built, trial: Trial): string[] {
  const files = layers.reduce((sum, layer) => sum + layer.files, 0);
  const sizes = layers.map(({ bytes }) => megabytes(bytes));
  const jobs = trial.jobs.join(', ') || '-';
  return [name, ...sizes, `${files}`, `${packages}`, jobs, milliseconds(trial.readyMs), milliseconds(trial.stoppedMs)];
}

/** One for the whole image: of its layers' digests. */
function digestOf(layers: readonly Layer[]): string {
  return `sha256:${createHash('sha256')
    .update(layers.map(({ digest }) => digest).join('\n'))
    .digest('hex')}`;
}

const LAYER_COLUMNS = LAYERS.map((layer) => `/${layer}`);
const HEADER = ['image', ...LAYER_COLUMNS, 'files', 'packages', 'jobs', 'ready in', 'stopped in'];

await runCommand(async () => {
  const names = chosen(process.argv[2] ?? '');
  const isolation = await chooseIsolation();
  const build = prepareBuild();
  await makeManifests(build);
  const built: Built[] = [];
  for (const name of names) built.push(await steps.step(`${name} built twice, equal`, () => buildTwice(build, name)));
  const rows = await withServers(async (system) => {
    const tried: string[][] = [];
    for (const image of built) {
      const trial = await steps.step(`${image.name} tried`, () => tryOne(isolation, image.name, system));
      tried.push(rowOf(image, trial));
    }
    return tried;
  });
  steps.say('');
  for (const line of table(HEADER, rows)) steps.say(`  ${line}`);
  steps.say('');
  for (const { name, layers } of built) steps.say(`  ${name.padEnd(16)} ${digestOf(layers)}`);
});
