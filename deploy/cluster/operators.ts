/**
 * The kinds of operators that people run beside the platform. On simulated nodes no operator would do anything, but the
 * server can be told their kinds, so that it looks at every object of a profile.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './commands.ts';
import { OWN_LABEL } from './namespace.ts';
import { ROOT } from './root.ts';

/** As the operators publish them; `make charts` holds every render against them. */
const SCHEMAS = join(ROOT, 'charts/test/schemas');

/** Of those the charts render objects. */
const GROUPS = [
  'cert-manager.io',
  'external-secrets.io',
  'gateway.networking.k8s.io',
  'keda.sh',
  'monitoring.coreos.com',
];

type Schema = { [key: string]: unknown };

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A JSON schema as the server takes it for a custom resource: what is not listed is refused there without being said, and
 * is allowed only where nothing is listed.
 */
export function structural(schema: Schema): Schema {
  if (Array.isArray(schema.type)) return { 'x-kubernetes-int-or-string': true };
  if (Object.keys(schema).length === 0) return { 'x-kubernetes-preserve-unknown-fields': true };

  const { additionalProperties: more, ...rest } = schema;
  const made = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, structuralPart(key, value)]));
  if (isSchema(more)) return { ...made, additionalProperties: structural(more) };
  const open = schema.type === 'object' && !isSchema(schema.properties);
  return open ? { ...made, 'x-kubernetes-preserve-unknown-fields': true } : made;
}

function structuralPart(key: string, value: unknown): unknown {
  if (key === 'properties' && isSchema(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, isSchema(part) ? structural(part) : part]),
    );
  if (Array.isArray(value)) return value.map((part) => (isSchema(part) ? structural(part) : part));
  return isSchema(value) ? structural(value) : value;
}

/** Every object's metadata is the server's own affair. */
const withoutMetadata = (schema: Schema): Schema => ({
  ...schema,
  properties: { ...(isSchema(schema.properties) ? schema.properties : {}), metadata: { type: 'object' } },
});

/** `kinds`: `group/version/Kind` → its definition. */
export type Bundle = { kinds: Record<string, string>; definitions: Record<string, Schema> };

/** The definitions that tell the server of a bundle's kinds. */
export function definitionsOf({ kinds, definitions }: Bundle): object[] {
  return Object.entries(kinds).map(([path, name]) => {
    const [group = '', version = '', kind = ''] = path.split('/');
    const plural = `${kind.toLowerCase()}s`;
    const schema = { openAPIV3Schema: withoutMetadata(structural(definitions[name] ?? {})) };
    return {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: {
        name: `${plural}.${group}`,
        labels: { [OWN_LABEL]: 'yes' },
        annotations: { 'api-approved.kubernetes.io': 'unapproved, a copy for a trial' },
      },
      spec: {
        group,
        scope: 'Namespaced',
        names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
        versions: [{ name: version, served: true, storage: true, schema }],
      },
    };
  });
}

/** What the pods of a profile may ask for. */
const priorityClass = (name: string) => ({
  apiVersion: 'scheduling.k8s.io/v1',
  kind: 'PriorityClass',
  metadata: { name, labels: { [OWN_LABEL]: 'yes' } },
  value: 1000,
});

function bundles(): Bundle[] {
  const files = readdirSync(SCHEMAS).filter((file) => GROUPS.some((group) => file.startsWith(`${group}-`)));
  return files.map((file) => JSON.parse(readFileSync(join(SCHEMAS, file), 'utf8')));
}

/** Tells the server of the operators' kinds that it does not know, and of priorities. */
export async function bringOperators(kubectl: Command, served: ReadonlySet<string>, priorities: readonly string[]) {
  const unknown = bundles().filter(({ kinds }) =>
    Object.keys(kinds).every((path) => !served.has(path.slice(0, path.lastIndexOf('/')))),
  );
  const items = [...unknown.flatMap(definitionsOf), ...priorities.map(priorityClass)];
  if (items.length === 0) return;
  await kubectl(['apply', '--server-side', '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
  const own = ['-l', `${OWN_LABEL}=yes`];
  await kubectl(['wait', '--for=condition=Established', 'customresourcedefinitions', ...own, '--timeout=60s']);
}

/** Takes away again what was brought, and nothing that was there. */
export async function dropOperators(kubectl: Command): Promise<void> {
  await kubectl(['delete', 'customresourcedefinitions,priorityclasses', '-l', `${OWN_LABEL}=yes`, '--wait']);
}
