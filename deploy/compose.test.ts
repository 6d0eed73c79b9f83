import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CONFIG_READERS } from './config-readers.ts';
import { imageEnv } from './image/layers.ts';
import { generateSecrets } from './local/secrets.ts';
import { SERVER_PORTS, SERVICE_NAMES, SERVICE_PORTS, type ServiceName, secretEnv, serviceEnv } from './local/system.ts';

interface ComposeService {
  image?: string;
  build?: { context: string; dockerfile: string; args: Record<string, string> };
  environment?: Record<string, string | number>;
  command?: string[];
}

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8');
const compose = parse(read('compose.yaml'), { merge: true }) as { services: Record<string, ComposeService> };
const schema = JSON.parse(read('schemas/compose-spec.json'));
const secrets = generateSecrets();

/** Servers and what prepares them; everything else is a service of ours. */
const AROUND = ['mongo', 'kafka', 'redis', 'secrets'];

function serviceNamed(name: ServiceName): ComposeService {
  const service = compose.services[name];
  if (!service) throw new Error(`compose.yaml has no ${name}`);
  return service;
}

/** What a process of the service finds in its environment: from its image, the file, and the file of its secrets. */
function environmentOf(name: ServiceName): Record<string, string> {
  const { environment = {}, build } = serviceNamed(name);
  const given = Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, `${value}`]));
  const { NODE_OPTIONS = imageEnv('tools').NODE_OPTIONS ?? '' } = build?.args ?? {};
  return { NODE_ENV: 'production', NODE_OPTIONS, ...given, ...secretEnv(name, secrets) };
}

/** What `make up` tells services and Docker does not: made for load tests, or for a demo on one machine. */
const ONLY_ON_ONE_MACHINE = ['DEV_ENDPOINTS', 'TRUST_TRACEPARENT', 'AUTH_ADDRESS_PER_MINUTE', 'CARRIER_STEP_MS'];

const own = process.env;
afterEach(() => {
  process.env = own;
});

describe('compose.yaml', () => {
  it('is a Compose file by the specification', () => {
    const validate = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    expect(validate(compose) || validate.errors).toBe(true);
    expect(validate({ services: { orders: { imagee: 'x' } } })).toBe(false);
  });

  it('has the services of the map, each built as its image', () => {
    expect(Object.keys(compose.services).filter((name) => !AROUND.includes(name))).toEqual([...SERVICE_NAMES]);
    for (const name of SERVICE_NAMES) {
      expect(serviceNamed(name).build, name).toMatchObject({
        context: '..',
        dockerfile: 'deploy/Dockerfile',
        args: { SERVICE: name },
      });
    }
  });

  it('names every image by a version, Node by that of the images', () => {
    const images = Object.values(compose.services).flatMap(({ image }) => image ?? []);
    for (const image of images) expect(image).toMatch(/:\d/);
    expect(read('Dockerfile')).toContain(`ARG NODE_IMAGE=${compose.services.secrets?.image}\n`);
  });

  it.each(SERVICE_NAMES)('gives %s all that it requires', (name) => {
    process.env = environmentOf(name);
    expect(CONFIG_READERS[name]()).toMatchObject({ HTTP_PORT: 7200, HOST: '0.0.0.0' });
  });

  it.each(SERVICE_NAMES)('tells %s what make up tells it', (name) => {
    const { mongo, kafka, redis } = SERVER_PORTS;
    const local = serviceEnv(name, {
      ...{
        mongoUrl: `mongodb://127.0.0.1:${mongo}`,
        kafkaBrokers: `127.0.0.1:${kafka}`,
        redisUrl: `redis://127.0.0.1:${redis}`,
      },
      ...{ ports: SERVICE_PORTS, secrets, namespace: '' },
    });
    const given = environmentOf(name);
    const onlyMedia = name === 'media' ? [] : ['MEDIA_DIR'];
    const missing = Object.keys(local).filter((key) => !(key in given));
    expect(missing.filter((key) => ![...ONLY_ON_ONE_MACHINE, ...onlyMedia].includes(key))).toEqual([]);
    expect(given.NODE_OPTIONS).toBe(local.NODE_OPTIONS);
    expect(given.NODE_OPTIONS).toBe(imageEnv(name).NODE_OPTIONS);
  });
});
