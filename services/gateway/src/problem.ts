import { DomainError, ERRORS, type ErrorCode } from '@social/contracts/errors';
import { z } from 'zod';
import { type Exchange, send } from './exchange.ts';

/** An error as RFC 9457 wants it, with our stable code. */
export const Problem = z
  .strictObject({
    type: z.string().meta({ example: '/problems/group-full' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().meta({ description: 'The path that was asked for.' }),
    code: z.string().meta({ description: 'Stable; what a program decides on.' }),
    requestId: z.string(),
    errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.output<typeof Problem>;

/** What of an error the caller is told: a refusal as it is, a fault of ours as nothing but that. */
export const refusalOf = (error: unknown): DomainError =>
  error instanceof DomainError ? error : new DomainError('internal');

/** The problem document of an error. */
export function problemOf(error: DomainError, instance: string, requestId: string): Problem {
  const [status, title] = ERRORS[error.code];
  const { errors } = error.details;
  return {
    type: `/problems/${error.code}`,
    title,
    status,
    detail: error.message,
    instance,
    code: error.code,
    requestId,
    ...(errors ? { errors } : {}),
  };
}

export const pathOf = (url: string): string => {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
};

/** Answers with a problem; Retry-After in whole seconds where the refusal says when to come back. */
export function sendProblem(exchange: Exchange, error: unknown): ErrorCode {
  const refusal = refusalOf(error);
  const problem = problemOf(refusal, pathOf(exchange.request.url ?? '/'), exchange.requestId);
  const { retryAfterMs } = refusal.details;
  if (retryAfterMs !== undefined) {
    exchange.headers.push('retry-after', String(Math.max(1, Math.ceil(retryAfterMs / 1000))));
  }
  exchange.headers.push('cache-control', 'no-store');
  send(exchange, problem.status, 'application/problem+json', JSON.stringify(problem));
  return refusal.code;
}

/** A body, query or path that does not fit its schema, field by field. */
export const invalidRequest = (error: z.ZodError, where: string): DomainError =>
  new DomainError('request-invalid', `the ${where} does not fit`, {
    errors: error.issues.flatMap((issue) => {
      const path = issue.path.map(String);
      if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message: issue.message }];

      return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'unknown field' }));
    }),
  });
