/**
 * Prints fresh keys for an installation as Secrets: `node deploy/kubernetes/make-secrets.ts RELEASE | kubectl create -n NAMESPACE -f -`.
 * Those of the brokers and of the buckets are yours to make.
 */
import { generateSecrets } from '../local/secrets.ts';
import { madeSecrets, secretManifests } from './secrets.ts';

const [release] = process.argv.slice(2);
if (!release) {
  process.stderr.write('Say for which Helm release: node deploy/kubernetes/make-secrets.ts RELEASE\n');
  process.exit(1);
}
process.stdout.write(`${JSON.stringify(secretManifests(release, madeSecrets(generateSecrets())), null, 2)}\n`);
