import { ERRORS, type ErrorCode } from '@social/contracts/errors';
import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { Problem } from './problem.ts';
import type { Route } from './route.ts';

const IdempotencyKey = z
  .string()
  .min(8)
  .max(128)
  .meta({ description: 'A key of your own; the same key and body get the same answer for 24 hours.' });

/** Refusals that any route may give, beside its own. */
function refusalsOf(route: Route): ErrorCode[] {
  const codes: ErrorCode[] = ['request-invalid', 'rate-limited', 'internal', 'service-unavailable', ...route.errors];
  if (route.access !== 'none') codes.push('unauthenticated');
  if (Array.isArray(route.access)) codes.push('forbidden');
  if (route.method !== 'get') codes.push('media-type-unsupported', 'request-too-large');
  if (route.method !== 'get' && !route.inMaintenance) codes.push('maintenance');
  if (route.effect) codes.push('idempotency-key-required', 'idempotency-key-reused', 'request-in-progress');
  return [...new Set(codes)].sort();
}

function responsesOf(route: Route): ZodOpenApiResponsesObject {
  const { status, schema, type = 'application/json' } = route.success;
  const byStatus = Map.groupBy(refusalsOf(route), (code) => ERRORS[code][0]);
  const refusals = [...byStatus].map(([refused, codes]) => [
    String(refused),
    {
      description: codes.map((code) => `\`${code}\`: ${ERRORS[code][1]}`).join('\n\n'),
      content: { 'application/problem+json': { schema: Problem } },
    },
  ]);
  const success = { description: 'Done.', ...(schema ? { content: { [type]: { schema } } } : {}) };
  const known = route.page ? { '304': { description: 'As the page that `If-None-Match` names.' } } : {};
  return { [String(status)]: success, ...known, ...Object.fromEntries(refusals) };
}

const isEmpty = (schema: z.ZodType): boolean => schema instanceof z.ZodObject && Object.keys(schema.shape).length === 0;

/** The body of a route: as its schema says, or as it comes. */
function requestBodyOf(route: Route): Pick<ZodOpenApiOperationObject, 'requestBody'> {
  if (route.bodyAs && route.method !== 'get') {
    const schema = { type: 'string' as const, format: 'binary' };
    return { requestBody: { required: true, content: { [route.bodyType ?? '*/*']: { schema } } } };
  }
  if (route.method === 'get' || isEmpty(route.body)) return {};

  return { requestBody: { required: true, content: { 'application/json': { schema: route.body } } } };
}

/** A route's parameters; the schemas are objects, of which OpenAPI lists the fields. */
function paramsOf(route: Route): Pick<ZodOpenApiOperationObject, 'requestParams'> {
  const header = z.object({ ...(route.effect ? { 'idempotency-key': IdempotencyKey } : {}), ...route.headers });
  const path = route.params as z.ZodObject;
  const query = route.query as z.ZodObject;
  return {
    requestParams: {
      ...(isEmpty(path) ? {} : { path }),
      ...(isEmpty(query) ? {} : { query }),
      ...(isEmpty(header) ? {} : { header }),
    },
  };
}

const securityOf = (route: Route): ZodOpenApiOperationObject['security'] => {
  if (route.access === 'none') return [];
  return route.access === 'optional' ? [{}, { accessToken: [] }] : [{ accessToken: [] }];
};

const operationOf = (route: Route): ZodOpenApiOperationObject => ({
  summary: route.summary,
  tags: [route.tag],
  ...(Array.isArray(route.access) ? { description: `For ${route.access.join(' and ')}.` } : {}),
  security: securityOf(route),
  ...paramsOf(route),
  ...requestBodyOf(route),
  responses: responsesOf(route),
});

/** The API as OpenAPI 3.1, from the very schemas that validate. */
export function openApi(routes: readonly Route[]): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Social commerce',
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'Money is an integer in minor units with a currency. Times are ISO 8601. Errors are problem+json with a stable `code`.',
    },
    components: { securitySchemes: { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths,
  });
}
