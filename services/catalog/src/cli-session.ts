import { z } from 'zod';
import { type Api, ApiRefusal, apiAt, logIn } from './api-client.ts';

/** What every command that works for a merchant is told by its environment. */
export const sessionVariables = {
  /** Id or slug; by default the first merchant of the platform. */
  MERCHANT: z.string().default(''),
  PUBLIC_URL: z.url().default('http://127.0.0.1:7080'),
  /** The account that asks; by default the first operator. */
  IMPORT_PHONE: z.string().optional(),
  IMPORT_PASSWORD: z.string().optional(),
  BOOTSTRAP_OPERATOR_PHONE: z.string().default(''),
  BOOTSTRAP_OPERATOR_PASSWORD: z.string().default(''),
};
type Variables = z.output<z.ZodObject<typeof sessionVariables>>;

const merchantsSchema = z.object({ items: z.array(z.object({ slug: z.string(), name: z.string() })) });

/** Prints one sentence and ends with 1. */
export function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Logs in, and says which merchant is meant. */
export async function openSession({ PUBLIC_URL, ...env }: Variables): Promise<{ api: Api; merchant: string }> {
  const phone = env.IMPORT_PHONE ?? env.BOOTSTRAP_OPERATOR_PHONE;
  const password = env.IMPORT_PASSWORD ?? env.BOOTSTRAP_OPERATOR_PASSWORD;
  const api = await logIn(PUBLIC_URL, phone, password);
  const merchants = (await apiAt(PUBLIC_URL).get('/v1/merchants', merchantsSchema)).items;
  const merchant = env.MERCHANT || merchants[0]?.slug;
  if (!merchant) refuse('There is no merchant yet; make up loads the sample ones, or say MERCHANT=…');

  return { api, merchant };
}

/** Runs a command; what the platform refuses, and a platform that does not answer, is said in a sentence. */
export async function runSession(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof ApiRefusal) refuse(`\nRefused (${error.code}): ${error.message}`);
    if (error instanceof TypeError) refuse('The gateway does not answer. Start the platform with: make up');
    throw error;
  }
}

/** Redraws a line where a terminal watches, else writes one a report. */
export function draw(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line.slice(0, (process.stdout.columns ?? 100) - 1)}`);
  else process.stdout.write(`${line}\n`);
}

/** Ends a line that was redrawn. */
export const endOfDrawing = (): string => (process.stdout.isTTY ? '\n' : '');
