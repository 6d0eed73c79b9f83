/** Loads the sample catalogue and the demo accounts through the public API; what is there already is left alone. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Api, ApiRefusal, apiAt, logIn } from '@social/catalog/api-client';
import { importFile } from '@social/catalog/import-client';
import { z } from 'zod';
import { DEMO_ACCOUNTS, type DemoShopper } from './demo/accounts.ts';
import { codesFrom } from './one-time-codes.ts';
import { logFile } from './processes.ts';
import { ROOT, RUN_DIR, serviceReplicas } from './stack.ts';
import { progressBar, Refusal, runCommand } from './steps.ts';

const SAMPLE = join(ROOT, 'services/catalog/sample');

const env = z
  .object({
    PUBLIC_URL: z.url(),
    BOOTSTRAP_OPERATOR_PHONE: z.string(),
    BOOTSTRAP_OPERATOR_PASSWORD: z.string(),
    /** Where to write the accounts for `make up` to print. */
    ACCOUNTS_FILE: z.string().optional(),
  })
  .parse(process.env);
const { PUBLIC_URL: url, BOOTSTRAP_OPERATOR_PASSWORD: password } = env;

/** Where identity's replicas write their logs, and with them the one-time codes. */
const identityLogs = serviceReplicas('identity').map((name) => logFile(RUN_DIR, name));

const merchantSchema = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  city: z.string(),
  trusted: z.boolean(),
});
const childSchema = z.object({ slug: z.string(), name: z.string() });
const sampleSchema = z.object({
  merchants: z.array(merchantSchema),
  categories: z.array(childSchema.extend({ children: z.array(childSchema) })),
});
const madeMerchant = z.object({ merchantId: z.string(), slug: z.string() });
const madeCategory = z.object({ categoryId: z.string(), slug: z.string() });
const list = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });
const anything = z.unknown();

const said: string[] = [];
function say(line: string): void {
  said.push(line);
  process.stdout.write(`  · ${line}\n`);
}

type Sample = z.output<typeof sampleSchema>;

/** Creates what is missing of the category tree. */
async function seedCategories(operator: Api, { categories }: Sample): Promise<void> {
  const { items } = await operator.get('/v1/categories', list(madeCategory));
  const known = new Map(items.map(({ slug, categoryId }) => [slug, categoryId]));
  const before = known.size;
  const ensure = async (slug: string, name: string, parentId?: string): Promise<string> => {
    const id = known.get(slug);
    if (id) return id;
    const made = await operator.post('/v1/categories', { slug, name, parentId }, madeCategory);
    known.set(slug, made.categoryId);
    return made.categoryId;
  };
  for (const root of categories) {
    const parentId = await ensure(root.slug, root.name);
    for (const child of root.children) await ensure(child.slug, child.name, parentId);
  }
  if (known.size > before) say(`${known.size - before} categories`);
}

/** Creates what is missing of the merchants; answers ids by slug. */
async function seedMerchants(operator: Api, { merchants }: Sample): Promise<Map<string, string>> {
  const { items } = await operator.get('/v1/merchants', list(madeMerchant));
  const known = new Map(items.map(({ slug, merchantId }) => [slug, merchantId]));
  const missing = merchants.filter(({ slug }) => !known.has(slug));
  for (const merchant of missing) {
    const made = await operator.post('/v1/merchants', merchant, madeMerchant);
    known.set(merchant.slug, made.merchantId);
  }
  if (missing.length > 0) say(`${missing.length} merchants`);
  return known;
}

/** Imports a merchant's products, unless it has some: what people changed since stays as they left it. */
async function seedProducts(operator: Api, slug: string, merchantId: string): Promise<void> {
  const query = `/v1/products?merchantId=${merchantId}&limit=1&includeOffSale=true`;
  const { items } = await operator.get(query, list(anything));
  if (items.length > 0) return;

  const screen = process.stdout;
  const file = join(SAMPLE, 'merchants', `${slug}.csv`);
  const { progress } = await importFile(operator, {
    file,
    merchant: slug,
    currency: 'CNY',
    onLine: ({ progress: { bytes } }, total) => {
      if (screen.isTTY) screen.write(`\r\u001b[K  … ${slug} ${progressBar(bytes, total, 30)}`);
    },
  });
  if (screen.isTTY) screen.write('\r\u001b[K');
  if (progress.refused > 0) throw new Refusal(`${progress.refused} products of ${file} were refused.`);
  say(`${slug}: ${progress.created} products`);
}

/** Logs in, or answers undefined when there is no such account yet. */
async function knownAccount(phone: string): Promise<Api | undefined> {
  try {
    return await logIn(url, phone, password);
  } catch (error) {
    if (error instanceof ApiRefusal && error.code === 'credentials-wrong') return undefined;
    throw error;
  }
}

async function seedStaff(operator: Api, merchants: Map<string, string>): Promise<void> {
  for (const { phone, name, merchant } of DEMO_ACCOUNTS.staff) {
    if (await knownAccount(phone)) continue;
    const body = { phone, name, password, role: 'merchant-staff', merchantId: merchants.get(merchant) };
    await operator.post('/v1/staff', body, anything);
    say(`staff of ${merchant}`);
  }
}

/** Registers a shopper as anyone would, with the one-time code that a development stack puts into identity's log. */
async function register({ phone, name }: DemoShopper): Promise<Api> {
  const api = apiAt(url);
  const code = codesFrom(identityLogs, phone);
  await api.post('/v1/auth/codes', { phone, purpose: 'register' }, anything);
  await api.post('/v1/auth/register', { phone, code: await code(), password, name, client: 'app' }, anything);
  return logIn(url, phone, password);
}

const hasAddress = async (api: Api): Promise<boolean> =>
  (await api.get('/v1/me/addresses', list(anything))).items.length > 0;

async function seedShopper(shopper: DemoShopper): Promise<void> {
  const known = await knownAccount(shopper.phone);
  const api = known ?? (await register(shopper));
  if (!(await hasAddress(api))) await api.post('/v1/me/addresses', shopper.address, anything);
  if (!known) say(`shopper ${shopper.name}`);
}

/** Accounts are made in order, so that the last one, complete, stands for all: each log-in costs a password hash. */
async function seedAccounts(operator: Api, merchants: Map<string, string>): Promise<void> {
  const { shoppers } = DEMO_ACCOUNTS;
  const last = await knownAccount(shoppers.at(-1)?.phone ?? '');
  if (last && (await hasAddress(last))) return;

  await seedStaff(operator, merchants);
  for (const shopper of shoppers) await seedShopper(shopper);
}

/** The accounts as `make up` prints them. */
function accountLines(): string {
  const { staff, shoppers } = DEMO_ACCOUNTS;
  return [
    `  Accounts   password of all: ${password}`,
    `    operator  ${env.BOOTSTRAP_OPERATOR_PHONE}`,
    ...staff.map(({ phone, merchant }) => `    staff     ${phone}  ${merchant}`),
    ...shoppers.map(({ phone, name }) => `    shopper   ${phone}  ${name}`),
  ].join('\n');
}

await runCommand(async () => {
  const sample = sampleSchema.parse(JSON.parse(readFileSync(join(SAMPLE, 'catalogue.json'), 'utf8')));
  const operator = await logIn(url, env.BOOTSTRAP_OPERATOR_PHONE, password);
  await seedCategories(operator, sample);
  const merchants = await seedMerchants(operator, sample);
  for (const { slug } of sample.merchants) await seedProducts(operator, slug, merchants.get(slug) ?? slug);
  await seedAccounts(operator, merchants);
  if (said.length === 0) process.stdout.write('  · the sample data is there already\n');
  if (env.ACCOUNTS_FILE) writeFileSync(env.ACCOUNTS_FILE, `${accountLines()}\n`, { mode: 0o600 });
});
