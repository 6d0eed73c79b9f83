/**
 * Fills the empty Secrets of a trial installation, as a Job in the cluster: makes keys, and leaves those that are there.
 * Env: SECRET_NAMES (JSON, name in `global.secrets` → Secret), POD_NAMESPACE, MONGO_URL, REDIS_URL; the API server's
 * address, certificate and token as every pod has them. Errors: what the API server refuses, with its words; exit code 1.
 */
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { generateSecrets } from '../local/secrets.ts';
import { madeSecrets, missingKeys } from './secrets.ts';

const POD_FILES = process.env.SERVICE_ACCOUNT_DIR ?? '/var/run/secrets/kubernetes.io/serviceaccount';

const env = (name: string): string => {
  const value = process.env[name];
  if (value) return value;

  process.stderr.write(`fill-secrets: set ${name}\n`);
  process.exit(1);
};

/** One call of the API server. Errors: Error with the status and the server's answer. */
function call(method: 'GET' | 'PATCH', path: string, body?: object): Promise<{ data?: Record<string, string> }> {
  const options = {
    method,
    host: env('KUBERNETES_SERVICE_HOST'),
    port: env('KUBERNETES_SERVICE_PORT'),
    path,
    ca: readFileSync(`${POD_FILES}/ca.crt`),
    headers: {
      authorization: `Bearer ${readFileSync(`${POD_FILES}/token`, 'utf8')}`,
      'content-type': 'application/merge-patch+json',
    },
    timeout: 10_000,
  };
  return new Promise((resolve, reject) => {
    const sent = request(options, async (answer) => {
      let text = '';
      for await (const part of answer) text += part;
      if (answer.statusCode === 200) return resolve(JSON.parse(text));

      reject(new Error(`${method} ${path}: ${answer.statusCode} ${text.trim()}`));
    });
    sent.once('timeout', () => sent.destroy(new Error(`${method} ${path}: no answer within 10 s`)));
    sent.once('error', reject);
    sent.end(body && JSON.stringify(body));
  });
}

const names: Record<string, string> = JSON.parse(env('SECRET_NAMES'));
const wanted = {
  ...madeSecrets(generateSecrets()),
  mongo: { MONGO_URL: env('MONGO_URL') },
  redis: { REDIS_URL: env('REDIS_URL') },
};

for (const [name, values] of Object.entries(wanted)) {
  const path = `/api/v1/namespaces/${env('POD_NAMESPACE')}/secrets/${names[name]}`;
  const missing = missingKeys((await call('GET', path)).data ?? {}, values);
  if (Object.keys(missing).length > 0) await call('PATCH', path, { stringData: missing });
  process.stdout.write(`${names[name]}: ${Object.keys(missing).join(', ') || 'nothing to add'}\n`);
}
