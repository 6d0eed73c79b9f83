import { Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { DomainError, ERRORS, type ErrorDetails, isErrorCode } from '@social/contracts/errors';

const CODE_KEY = 'x-error-code';
const DETAILS_KEY = 'x-error-details-bin';

const BY_HTTP: Record<number, status> = {
  400: status.INVALID_ARGUMENT,
  401: status.UNAUTHENTICATED,
  403: status.PERMISSION_DENIED,
  404: status.NOT_FOUND,
  409: status.FAILED_PRECONDITION,
  410: status.NOT_FOUND,
  422: status.INVALID_ARGUMENT,
  429: status.RESOURCE_EXHAUSTED,
  503: status.UNAVAILABLE,
};

/** A refusal as a gRPC status: its code and details travel in the trailers. Faults say nothing of their inside. */
export function toServiceError(error: unknown): Partial<ServiceError> {
  const metadata = new Metadata();
  if (!(error instanceof DomainError)) return { code: status.INTERNAL, details: 'internal', metadata };

  metadata.set(CODE_KEY, error.code);
  metadata.set(DETAILS_KEY, Buffer.from(JSON.stringify(error.details)));
  return { code: BY_HTTP[ERRORS[error.code][0]] ?? status.UNKNOWN, details: error.message, metadata };
}

/**
 * What grpc-js says of a call whose stream ended without an outcome, e.g. because its callee's process was killed and a
 * write failed; it calls that INTERNAL, as a callee calls its own faults.
 */
const BROKEN_OFF = /^Received RST_STREAM with code [02]\b/;

/** Our callers cancel nothing: a callee that had to stop has cut a cancelled call off. */
const isAway = ({ code, details }: ServiceError): boolean =>
  code === status.UNAVAILABLE || code === status.CANCELLED || (code === status.INTERNAL && BROKEN_OFF.test(details));

/** What a failed call means here: the callee's refusal as it was, or that the callee is away, slow or broken. */
export function fromServiceError(error: ServiceError): DomainError {
  const code = error.metadata?.get(CODE_KEY)[0];
  if (typeof code === 'string' && isErrorCode(code)) {
    const details = error.metadata.get(DETAILS_KEY)[0];
    return new DomainError(code, error.details, details ? (JSON.parse(details.toString()) as ErrorDetails) : {});
  }
  if (error.code === status.DEADLINE_EXCEEDED) return new DomainError('deadline-exceeded');
  if (isAway(error)) return new DomainError('service-unavailable', undefined, { retryAfterMs: 1000 });

  return new DomainError('internal');
}
