import { z } from 'zod';

/** What every service needs to know; each service's `config.ts` extends it. Durations in milliseconds. */
export const baseConfig = z.object({
  /** Prefix of databases, topics, consumer groups and Redis keys; empty in production. */
  NAMESPACE: z.string().default(''),
  HOST: z.string().default('0.0.0.0'),
  HTTP_PORT: z.coerce.number().int(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export const grpcConfig = { GRPC_PORT: z.coerce.number().int(), INTERNAL_TOKEN_KEY: z.base64() };
export const mongoConfig = { MONGO_URL: z.string().min(1) };
export const kafkaConfig = { KAFKA_BROKERS: z.string().min(1) };
export const redisConfig = { REDIS_URL: z.string().min(1) };

/** Reads the environment once, at start; ends the process with one line a wrong variable. */
export function readConfig<T extends z.ZodType>(schema: T, env: NodeJS.ProcessEnv = process.env): z.output<T> {
  const parsed = schema.safeParse(env);
  if (parsed.success) return parsed.data;

  for (const issue of parsed.error.issues) {
    process.stderr.write(`configuration: set ${issue.path.join('.')} (${issue.message})\n`);
  }
  process.exit(2);
}
