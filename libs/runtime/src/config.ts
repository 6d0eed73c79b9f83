import { z } from 'zod';
import { keyRingSecret } from './key-ring.ts';

/** What every service needs to know; each service's `config.ts` extends it. Durations in milliseconds. */
export const baseConfig = z.object({
  /** Prefix of databases, topics, consumer groups and Redis keys; empty in production. */
  NAMESPACE: z.string().default(''),
  HOST: z.string().default('0.0.0.0'),
  HTTP_PORT: z.coerce.number().int(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** An unset variable often arrives as an empty one. */
const optional = z
  .string()
  .optional()
  .transform((text) => text || undefined);

/** What calls between services are secured with. */
export const insideConfig = {
  /**
   * 32 random bytes in base64, the same in all services; of several (`<new>,<old>`) the first signs, all are believed.
   * With it are made: the identity that travels with a call (good for a minute), what marks ids of addresses, guests'
   * tokens (30 days), waiting-room tickets (as long as their activity), upload links, kept answers (a day).
   */
  INTERNAL_TOKEN_KEY: keyRingSecret,
  /**
   * All three set: gRPC goes over mutual TLS, for servers and clients alike. PEM files of our own certificate (its names
   * are those by which others call this service), its key, and the CA of all services. Renewed ones are used from the next
   * connection on.
   */
  TLS_CERT_FILE: optional,
  TLS_KEY_FILE: optional,
  TLS_CA_FILE: optional,
  /** How often the files are looked at, in milliseconds. */
  TLS_RELOAD_MS: z.coerce.number().int().min(50).default(10_000),
};
export const grpcConfig = { GRPC_PORT: z.coerce.number().int(), ...insideConfig };
export const mongoConfig = {
  /** As MongoDB's drivers read it; user, password, `tls` and `tlsCAFile` are part of it. */
  MONGO_URL: z.string().min(1),
};

export const kafkaConfig = {
  /** host:port, comma-separated. */
  KAFKA_BROKERS: z.string().min(1),
  /** `true`: the brokers are spoken to over TLS, and believed with a certificate of a public CA, or of KAFKA_CA_FILE. */
  KAFKA_TLS: z.stringbool().default(false),
  KAFKA_CA_FILE: optional,
  /** Our own certificate and its key, where brokers ask for one (PEM). */
  KAFKA_CERT_FILE: optional,
  KAFKA_KEY_FILE: optional,
  /** Both set: we log in by KAFKA_SASL_MECHANISM. */
  KAFKA_USERNAME: optional,
  KAFKA_PASSWORD: optional,
  KAFKA_SASL_MECHANISM: z.enum(['scram-sha-512', 'scram-sha-256', 'plain']).default('scram-sha-512'),
  /** Of every topic that is made; those that are there keep theirs. As many as the most pods of a service, or more. */
  KAFKA_PARTITIONS: z.coerce.number().int().min(1).max(10_000).default(6),
};
export const redisConfig = {
  /** `redis://host:6379`, or `rediss://user:password@host:6379?tlsCAFile=/etc/redis/ca.crt`. */
  REDIS_URL: z.string().min(1),
};

/** Reads the environment once, at start; ends the process with one line a wrong variable. */
export function readConfig<T extends z.ZodType>(schema: T, env: NodeJS.ProcessEnv = process.env): z.output<T> {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;

  for (const issue of parsed.error.issues) {
    process.stderr.write(`configuration: set ${issue.path.join('.')} (${issue.message})\n`);
  }
  process.exit(2);
}
