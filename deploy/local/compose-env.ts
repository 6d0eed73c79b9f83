/** The Docker stack's secrets: writes `<folder>/<service>.env` for each service, once: `node compose-env.ts FOLDER`. */
import { chownSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSecrets } from './secrets.ts';
import { SERVICE_NAMES, secretEnv } from './system.ts';

/** The user `node` of the official images, as which the services run. */
const NODE_USER = 1000;

const [folder = '.'] = process.argv.slice(2);
const secrets = generateSecrets();

if (!existsSync(join(folder, 'gateway.env'))) {
  for (const name of SERVICE_NAMES) {
    const path = join(folder, `${name}.env`);
    const lines = Object.entries(secretEnv(name, secrets)).map(([variable, value]) => `${variable}=${value}\n`);
    writeFileSync(path, lines.join(''), { mode: 0o600 });
    if (process.getuid?.() === 0) chownSync(path, NODE_USER, NODE_USER);
  }
}
