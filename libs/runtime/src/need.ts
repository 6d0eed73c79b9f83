/** Something outside that a service cannot start without, and the variable that says where it is. */
export type Need = { name: string; variable: string };

export const MONGO: Need = { name: 'MongoDB', variable: 'MONGO_URL' };
export const KAFKA: Need = { name: 'Kafka', variable: 'KAFKA_BROKERS' };
export const REDIS: Need = { name: 'Redis', variable: 'REDIS_URL' };
export const CERTIFICATE: Need = { name: 'the TLS certificate', variable: 'TLS_CERT_FILE' };

const LONGEST = 200;

/** Node tells of several addresses that were tried by an error without a message. */
const messageOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0]);
  return error instanceof Error ? error.message || error.name : String(error);
};

/** Why something cannot be reached, in one line: no stack, and no password if an address was quoted. */
export const reasonOf = (error: unknown): string =>
  messageOf(error)
    .replaceAll(/\/\/[^@/\s]*@/g, '//')
    .replaceAll(/\s+/g, ' ')
    .slice(0, LONGEST);
