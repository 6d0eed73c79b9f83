/**
 * Makes `schemas/` anew, strict and small, of the kinds that are rendered:
 *   node charts/test/build-schemas.ts OPENAPI_DIR CRD_DIR
 * OPENAPI_DIR has Kubernetes' OpenAPI v3 documents (`api/openapi-spec/v3` of its sources, or `kubectl get --raw
 * /openapi/v3/…` of a server), CRD_DIR the custom resource definitions of the operators as they publish them.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { type Bundle, bundleOfCustomResource, bundleOfOpenApi, mergeBundles } from './schema-bundle.ts';

/** Kubernetes' own kinds that the charts render. */
const KINDS = [
  'v1/ConfigMap',
  'v1/PersistentVolumeClaim',
  'v1/Pod',
  'v1/Secret',
  'v1/Service',
  'v1/ServiceAccount',
  'apps/v1/Deployment',
  'apps/v1/StatefulSet',
  'autoscaling/v2/HorizontalPodAutoscaler',
  'batch/v1/CronJob',
  'batch/v1/Job',
  'networking.k8s.io/v1/Ingress',
  'networking.k8s.io/v1/NetworkPolicy',
  'policy/v1/PodDisruptionBudget',
  'rbac.authorization.k8s.io/v1/Role',
  'rbac.authorization.k8s.io/v1/RoleBinding',
];

const [openApiDir, crdDir] = process.argv.slice(2);
if (!openApiDir || !crdDir) {
  process.stderr.write('usage: node charts/test/build-schemas.ts OPENAPI_DIR CRD_DIR\n');
  process.exit(2);
}

const out = join(import.meta.dirname, 'schemas');
mkdirSync(out, { recursive: true });
const write = (name: string, bundle: Bundle) => writeFileSync(join(out, name), `${JSON.stringify(bundle)}\n`);

const documents = readdirSync(openApiDir).map((file) => JSON.parse(readFileSync(join(openApiDir, file), 'utf8')));
write('kubernetes.json', mergeBundles(documents.map((document) => bundleOfOpenApi(document, KINDS))));

for (const file of readdirSync(crdDir)) {
  const resources = parseAllDocuments(readFileSync(join(crdDir, file), 'utf8')).map((document) => document.toJS());
  const bundle = mergeBundles(resources.filter(Boolean).map(bundleOfCustomResource));
  const [kind = file] = Object.keys(bundle.kinds);
  write(`${kind.replaceAll('/', '-').toLowerCase()}.json`, bundle);
}
