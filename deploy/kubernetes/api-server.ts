/** The API server as a pod's ServiceAccount reaches it. */
import { readFileSync } from 'node:fs';
import { request } from 'node:https';

/** Where Kubernetes puts a pod's token and the server's certificate. */
const POD_FILES = process.env.SERVICE_ACCOUNT_DIR ?? '/var/run/secrets/kubernetes.io/serviceaccount';

/** A variable that the pod is told. Ends the process with a sentence when it is missing. */
export function told(name: string): string {
  const value = process.env[name];
  if (value) return value;

  process.stderr.write(`set ${name}\n`);
  process.exit(1);
}

/** One call; a body is merged into what is there. Errors: Error with the status and the server's answer. */
export function call<T>(method: 'GET' | 'PATCH', path: string, body?: object): Promise<T> {
  const options = {
    method,
    host: told('KUBERNETES_SERVICE_HOST'),
    port: told('KUBERNETES_SERVICE_PORT'),
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
