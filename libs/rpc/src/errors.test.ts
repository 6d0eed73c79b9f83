import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { DomainError, ERRORS, type ErrorCode } from '@social/contracts/errors';
import { describe, expect, it } from 'vitest';
import { fromServiceError, toServiceError } from './errors.ts';

/** The error as the caller's side gets it. */
const received = (error: unknown): ServiceError => ({
  ...new Error(),
  name: 'Error',
  message: '',
  code: status.UNKNOWN,
  details: '',
  metadata: new Metadata(),
  ...toServiceError(error),
});

const failing = (code: status): ServiceError => ({
  name: 'Error',
  message: 'secret inside',
  code,
  details: 'secret inside',
  metadata: new Metadata(),
});

describe('a refusal between services', () => {
  it.each(Object.keys(ERRORS) as ErrorCode[])('%s arrives as it was', (code) => {
    const sent = new DomainError(code, 'in its own words', { retryAfterMs: 1500 });
    const heard = fromServiceError(received(sent));

    expect(heard).toBeInstanceOf(DomainError);
    expect(heard).toMatchObject({ code, message: 'in its own words', details: { retryAfterMs: 1500 } });
  });

  it('keeps the fields that are wrong, in any script', () => {
    const details = { errors: [{ path: 'address.district', message: '没有这个区' }] };
    expect(fromServiceError(received(new DomainError('request-invalid', '地址不对', details)))).toMatchObject({
      message: '地址不对',
      details,
    });
  });

  it('has the gRPC status of its HTTP one, never OK', () => {
    for (const code of Object.keys(ERRORS) as ErrorCode[]) {
      expect(toServiceError(new DomainError(code)).code).not.toBe(status.OK);
    }
    expect(toServiceError(new DomainError('order-not-found')).code).toBe(status.NOT_FOUND);
    expect(toServiceError(new DomainError('rate-limited')).code).toBe(status.RESOURCE_EXHAUSTED);
  });

  it('tells nothing of what broke inside', () => {
    const sent = toServiceError(new Error('connect to mongodb://secret'));
    expect(sent).toMatchObject({ code: status.INTERNAL, details: 'internal' });
    expect(fromServiceError(failing(status.INTERNAL))).toMatchObject({ code: 'internal', message: ERRORS.internal[1] });
  });

  it('tells a callee that is away from one that is slow', () => {
    expect(fromServiceError(failing(status.UNAVAILABLE))).toMatchObject({
      code: 'service-unavailable',
      details: { retryAfterMs: 1000 },
    });
    expect(fromServiceError(failing(status.DEADLINE_EXCEEDED)).code).toBe('deadline-exceeded');
  });

  it('takes no code that is not of the table', () => {
    const error = failing(status.ABORTED);
    error.metadata.set('x-error-code', 'toString');
    expect(fromServiceError(error).code).toBe('internal');
  });
});
