/** What an API server would say of a manifest's fields, without one: `schemas/`, by ajv. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import type { KubeObject } from './helm.ts';
import { type Bundle, mergeBundles } from './schema-bundle.ts';

const FOLDER = join(import.meta.dirname, 'schemas');

export const bundle: Bundle = mergeBundles(
  readdirSync(FOLDER).map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))),
);

const ajv = new Ajv({ strict: false, allErrors: true, formats: { int32: true, int64: true, double: true } });
ajv.addSchema({ $id: 'kinds', definitions: bundle.definitions });
const validators = new Map<string, ValidateFunction>();

function validatorOf(definition: string): ValidateFunction {
  const known = validators.get(definition);
  if (known) return known;

  const made = ajv.compile({ $ref: `kinds#/definitions/${definition}` });
  validators.set(definition, made);
  return made;
}

/** What is wrong with the object's fields, one line each; an unknown kind is wrong too. */
export function schemaErrors(object: KubeObject): string[] {
  const kind = `${object.apiVersion}/${object.kind}`;
  const definition = bundle.kinds[kind];
  const name = `${object.kind}/${object.metadata.name}`;
  if (!definition) return [`${name}: there is no schema of ${kind}; see charts/test/build-schemas.ts`];

  const validate = validatorOf(definition);
  if (validate(object)) return [];

  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [`${name}${instancePath}: ${message}`, params.additionalProperty].filter(Boolean).join(' '),
  );
}
