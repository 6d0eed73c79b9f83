import { DomainError } from '@social/contracts/errors';

/** The driver's words for a server that cannot be reached, or not in time. */
const AWAY_NAMES: ReadonlySet<string> = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoPoolClearedError',
  'MongoPoolClearedOnNetworkError',
  'MongoServerSelectionError',
  'MongoTopologyClosedError',
  'MongoNotConnectedError',
  'MongoWaitQueueTimeoutError',
]);

/** Codes of a connection that broke, or of a server that is going, the primary no more, or could not have a write confirmed in time. */
const AWAY_CODES: ReadonlySet<unknown> = new Set([
  6, // HostUnreachable
  64, // WriteConcernFailed
  89, // NetworkTimeout
  91, // ShutdownInProgress
  134, // ReadConcernMajorityNotAvailableYet
  189, // PrimarySteppedDown
  262, // ExceededTimeLimit
  9001, // SocketException
  10107, // NotWritablePrimary
  11600, // InterruptedAtShutdown
  11602, // InterruptedDueToReplStateChange
  13435, // NotPrimaryNoSecondaryOk
  13436, // NotPrimaryOrSecondary
  'EPIPE',
  'ECONNRESET',
  'ECONNREFUSED',
]);

/** A bulk write wraps what happened to its connection, of which it keeps the code and the fields alone. */
const wrapsNetworkError = (error: Error): boolean => error.name === 'MongoBulkWriteError' && 'beforeHandshake' in error;

/** By name, so that a process which never speaks to MongoDB need not load its driver. */
const isMongoAway = (error: unknown): boolean =>
  error instanceof Error &&
  error.name.startsWith('Mongo') &&
  (AWAY_NAMES.has(error.name) || ('code' in error && AWAY_CODES.has(error.code)) || wrapsNetworkError(error));

/**
 * What callers are told of an error: that it is worth asking again while MongoDB is away (what was asked may have been
 * done by then, so it is asked again with its key); anything else is what it was.
 */
export const whileMongoIsAway = (error: unknown): unknown =>
  isMongoAway(error) ? new DomainError('service-unavailable', undefined, { retryAfterMs: 1000 }) : error;
