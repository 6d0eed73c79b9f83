/**
 * Fills the empty Secrets of a trial installation, as a Job in the cluster: makes keys, and leaves those that are there.
 * Env: SECRET_NAMES (JSON, name in `global.secrets` → Secret), POD_NAMESPACE, MONGO_URL, REDIS_URL; the API server's
 * address, certificate and token as every pod has them. Errors: what the API server refuses, with its words; exit code 1.
 */
import { generateSecrets } from '../local/secrets.ts';
import { call, told } from './api-server.ts';
import { madeSecrets, missingKeys } from './secrets.ts';

const names: Record<string, string> = JSON.parse(told('SECRET_NAMES'));
const wanted = {
  ...madeSecrets(generateSecrets()),
  mongo: { MONGO_URL: told('MONGO_URL') },
  redis: { REDIS_URL: told('REDIS_URL') },
};

for (const [name, values] of Object.entries(wanted)) {
  const path = `/api/v1/namespaces/${told('POD_NAMESPACE')}/secrets/${names[name]}`;
  const missing = missingKeys((await call<{ data?: Record<string, string> }>('GET', path)).data ?? {}, values);
  if (Object.keys(missing).length > 0) await call('PATCH', path, { stringData: missing });
  process.stdout.write(`${names[name]}: ${Object.keys(missing).join(', ') || 'nothing to add'}\n`);
}
