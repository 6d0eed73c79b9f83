import type { Clock } from '@social/runtime/clock';
import express, { type Request, Router } from 'express';
import { z } from 'zod';
import type { Faults } from './faults.ts';
import { SandboxError } from './sandbox-error.ts';
import { isSigned } from './signing.ts';

export type SignedApiDeps<Operation extends string> = { clock: Clock; faults: Faults<Operation>; secret: string };

const rawBody = (request: Request): string => (Buffer.isBuffer(request.body) ? request.body.toString() : '');

/** The body as the schema wants it. Errors: 400 request-invalid. */
export function parseBody<T extends z.ZodType>(schema: T, request: Request): z.output<T> {
  let body: unknown;
  try {
    body = JSON.parse(rawBody(request));
  } catch {
    throw new SandboxError(400, 'request-invalid', 'the body is not JSON');
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new SandboxError(400, 'request-invalid', z.prettifyError(parsed.error));
  return parsed.data;
}

/** A router whose calls are each signed with the shared secret, and by which faults are planned. */
export function signedApi<Operation extends string>({ clock, faults, secret }: SignedApiDeps<Operation>): Router {
  const api = Router();
  api.use(express.raw({ type: () => true, limit: '32kb' }));
  api.use((request, _response, next) => {
    const first = [request.method, request.originalUrl];
    if (!isSigned(first, request.headers, rawBody(request), secret, clock.now())) {
      throw new SandboxError(401, 'signature-wrong', 'the call is not signed with the shared secret');
    }
    next();
  });
  api.post('/faults', (request, response) => {
    faults.plan(parseBody(faults.request, request));
    response.status(204).end();
  });
  api.delete('/faults', (_request, response) => {
    faults.clear();
    response.status(204).end();
  });
  return api;
}
