/** JSON schemas of kinds, made strict: a field that the server does not know is an error. Pure. */

type Schema = { [key: string]: unknown };

/** `apps/v1/Deployment` → the name of its definition. */
export type Bundle = { kinds: Record<string, string>; definitions: Record<string, Schema> };

type OpenApi = { components?: { schemas?: Record<string, Schema> } };
type CustomResource = {
  spec: {
    group: string;
    names: { kind: string };
    versions: { name: string; served: boolean; storage: boolean; schema: { openAPIV3Schema: Schema } }[];
  };
};

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

const KEPT_FORMATS = ['int32', 'int64', 'double'];
const WORDS = ['default', 'description', 'example', 'externalDocs', 'nullable', 'title'];

/** Of Kubernetes' OpenAPI dialect what JSON Schema knows, and nothing else allowed where properties are listed. */
export function strict(schema: Schema): Schema {
  if (schema['x-kubernetes-int-or-string']) return { type: ['integer', 'string'] };

  const made: Schema = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key.startsWith('x-') || WORDS.includes(key)) continue;
    // Go's expressions know `(?i)`, JavaScript's do not.
    if (key === 'pattern' && `${value}`.includes('(?i)')) continue;
    if (key === 'format' && !KEPT_FORMATS.includes(`${value}`)) continue;
    if (key === '$ref') made.$ref = `${value}`.replace('#/components/schemas/', '#/definitions/');
    else made[key] = strictPart(key, value);
  }
  const open = schema['x-kubernetes-preserve-unknown-fields'] || made.additionalProperties !== undefined;
  return made.properties && !open ? { ...made, additionalProperties: false } : made;
}

function strictPart(key: string, value: unknown): unknown {
  if (key === 'properties' && isSchema(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, isSchema(part) ? strict(part) : part]),
    );
  }
  if (Array.isArray(value)) return value.map((part) => (isSchema(part) ? strict(part) : part));
  return isSchema(value) ? strict(value) : value;
}

/** The definitions that one refers to, itself among them. */
function reached(name: string, all: Record<string, Schema>, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;

  seen.add(name);
  for (const [, next = ''] of JSON.stringify(all[name]).matchAll(/"#\/definitions\/([^"]+)"/g))
    reached(next, all, seen);
  return seen;
}

type GroupVersionKind = { group: string; version: string; kind: string };

const kindsOf = (schema: Schema): string[] => {
  const kinds = (schema['x-kubernetes-group-version-kind'] ?? []) as GroupVersionKind[];
  return kinds.map(({ group, version, kind }) => [group, version, kind].filter(Boolean).join('/'));
};

/** What nobody writes into a manifest, and what would only make the bundle larger. */
function withoutStatus(schema: Schema): Schema {
  if (!isSchema(schema.properties)) return schema;

  const { status: _, ...properties } = schema.properties;
  return { ...schema, properties };
}

/** The wanted kinds of one OpenAPI v3 document of a server. */
export function bundleOfOpenApi({ components }: OpenApi, wanted: readonly string[]): Bundle {
  const schemas = components?.schemas ?? {};
  const all = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [
      name,
      strict(kindsOf(schema).length ? withoutStatus(schema) : schema),
    ]),
  );
  const found = Object.entries(schemas).flatMap(([name, schema]) =>
    kindsOf(schema)
      .filter((kind) => wanted.includes(kind))
      .map((kind): [string, string] => [kind, name]),
  );
  const names = new Set(found.flatMap(([, name]) => [...reached(name, all)]));
  const definitions = Object.fromEntries([...names].toSorted().map((name) => [name, all[name] ?? {}]));
  return { kinds: Object.fromEntries(found), definitions };
}

/** The stored version of a custom resource. */
export function bundleOfCustomResource({ spec }: CustomResource): Bundle {
  const version = spec.versions.find(({ served, storage }) => served && storage);
  if (!version) return { kinds: {}, definitions: {} };

  const name = `${spec.group}.${version.name}.${spec.names.kind}`;
  const schema = strict(withoutStatus(version.schema.openAPIV3Schema));
  return { kinds: { [`${spec.group}/${version.name}/${spec.names.kind}`]: name }, definitions: { [name]: schema } };
}

export function mergeBundles(bundles: readonly Bundle[]): Bundle {
  return {
    kinds: Object.assign({}, ...bundles.map(({ kinds }) => kinds)),
    definitions: Object.assign({}, ...bundles.map(({ definitions }) => definitions)),
  };
}
