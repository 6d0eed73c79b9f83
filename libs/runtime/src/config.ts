import { z } from 'zod';
import { keyRingSecret } from './key-ring.ts';

/** A text of a certain form. The form is what whoever left it out, or wrote it wrongly, is told; their text never is. */
const text = (form: string, pattern: RegExp) => z.string({ error: form }).regex(pattern, form);

const port = z.coerce.number({ error: 'a port, 0 to 65535' }).int().min(0).max(65_535);

/** What every service needs to know; each service's `config.ts` extends it. Durations in milliseconds. */
export const baseConfig = z.object({
  /** Prefix of databases, topics, consumer groups and Redis keys; empty in production. */
  NAMESPACE: z.string().default(''),
  HOST: z.string().default('0.0.0.0'),
  HTTP_PORT: port,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /**
   * How long a service that was told to stop goes on serving while it says that it is not ready, so that whoever sends
   * to it hears of that. 0 where something else waits before it tells the service to stop, as a preStop hook does.
   */
  DRAIN_MS: z.coerce.number().int().min(0).max(300_000).default(0),
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
export const grpcConfig = { GRPC_PORT: port, ...insideConfig };
export const mongoConfig = {
  /** As MongoDB's drivers read it; user, password, `tls` and `tlsCAFile` are part of it. */
  MONGO_URL: text(
    'mongodb://host:port/?replicaSet=name, or mongodb+srv://host',
    /^mongodb(\+srv)?:\/\/[^/\s]+(\/\S*)?$/,
  ),
};

export const kafkaConfig = {
  /** host:port, comma-separated. */
  KAFKA_BROKERS: text(
    'host:port of some brokers, comma-separated',
    /^([\w.-]+|\[[\da-f:]+\]):\d+(,([\w.-]+|\[[\da-f:]+\]):\d+)*$/i,
  ),
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
  /** Days that an event which could not be handled waits in its dead-letter topic; counts where the topic is new. */
  DEAD_LETTERS_KEPT_DAYS: z.coerce.number().int().min(1).default(90),
};

/** One address of Redis, or of some masters of a cluster, comma-separated. */
export const redisUrl = text(
  'redis://host:port, or rediss://user:password@host:port with TLS',
  /^rediss?:\/\/[^\s,]+(,rediss?:\/\/[^\s,]+)*$/,
);
export const redisConfig = {
  /** `redis://host:6379`, or `rediss://user:password@host:6379?tlsCAFile=/etc/redis/ca.crt`. */
  REDIS_URL: redisUrl,
};

/** Where another service serves gRPC: `host:port`, or a target as gRPC names it, `dns:///orders:7100`. */
export const grpcAddress = text(
  'host:port, or a gRPC target such as dns:///orders:7100',
  /^((dns|ipv4|ipv6):)?(\/\/[^/\s]*\/)?([\w.-]+|\[[\da-f:]+\]):\d+(,([\w.-]+|\[[\da-f:]+\]):\d+)*$/i,
);

/** The environment is wrong in a way that no waiting mends: whoever set the variable has to. */
export class ConfigurationFault extends Error {
  readonly variable: string;

  /** @param reason without the variable's value, which may be a secret */
  constructor(variable: string, reason: string) {
    super(reason);
    this.variable = variable;
  }
}

/** The one line that whoever set the environment reads. */
export const faultLine = (variable: string, reason: string): string => `configuration: set ${variable} (${reason})\n`;

/** Reads the environment once, at start; ends the process with code 2 and one line a variable that is missing or wrong. */
export function readConfig<T extends z.ZodType>(schema: T, env: NodeJS.ProcessEnv = process.env): z.output<T> {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;

  const byVariable = Map.groupBy(parsed.error.issues, ({ path }) => String(path[0]));
  for (const [variable, [first]] of byVariable) {
    const what = env[variable] ? 'it is wrong' : 'it is missing';
    process.stderr.write(faultLine(first?.path.join('.') ?? variable, `${what}: ${first?.message}`));
  }
  process.exit(2);
}
