import { DomainError, ERRORS, type ErrorCode } from '@social/contracts/errors';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { invalidRequest, Problem, problemOf, refusalOf } from './problem.ts';

const codes = Object.keys(ERRORS) as ErrorCode[];

describe('a problem document', () => {
  it.each(codes)('of %s has its status, its title and the code that programs decide on', (code) => {
    const problem = problemOf(new DomainError(code), '/v1/orders', 'req-12345');
    expect(Problem.parse(problem)).toEqual(problem);
    expect(problem).toMatchObject({ code, type: `/problems/${code}`, status: ERRORS[code][0], title: ERRORS[code][1] });
  });

  it('says nothing of the inside of a fault', () => {
    const refusal = refusalOf(new TypeError("cannot read 'secret' of undefined"));
    expect(JSON.stringify(problemOf(refusal, '/v1/orders', 'req-12345'))).not.toContain('secret');
  });

  it('names every field that does not fit, and those that nobody knows', () => {
    const schema = z.strictObject({ lines: z.array(z.strictObject({ quantity: z.int().min(1) })) });
    const parsed = schema.safeParse({ lines: [{ quantity: -1, price: 1 }], coupon: 'x' });
    if (parsed.success) throw new Error('it fits');
    const paths = invalidRequest(parsed.error, 'body').details.errors?.map(({ path }) => path);
    expect(paths?.sort()).toEqual(['coupon', 'lines.0.price', 'lines.0.quantity']);
  });
});
