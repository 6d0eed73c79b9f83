/** `make campaign AT=… JOINS=…`: values for the charts that raise the pods before a rush and lower them after it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Refusal, runCommand } from '@social/local/steps';
import { table } from '@social/local/table';
import { campaignFrom, planCampaign } from './campaign.ts';
import { fileOf, notesOf, SCALERS, type Scaler } from './campaign-values.ts';
import { type Everyday, everydayOf } from './everyday.ts';
import { measuredBytesOfASeat, measuredCosts } from './measured.ts';

const root = join(import.meta.dirname, '../..');

const say = (line: string) => console.log(line);

function scalerFrom(given: string | undefined): Scaler {
  const wanted = given?.trim() || 'cron';
  const scaler = SCALERS.find((known) => known === wanted);
  if (scaler) return scaler;
  throw new Refusal(
    `SCALER is ${SCALERS.join(', ')}, not ${wanted}: keda where its operator runs, hand for two upgrades.`,
  );
}

/** Beside the other local files, unless another place is named. */
const pathFrom = (given: string | undefined): string => resolve(given?.trim() || join(root, '.local/campaign.yaml'));

/** The values that the campaign is laid over. Errors: Refusal, when a file is not there. */
function valuesFiles({ PROFILE, VALUES }: Record<string, string | undefined>): string[] {
  const profile = `deploy/envs/${PROFILE?.trim() || 'prod'}.yaml`;
  const files = [profile, ...(VALUES ?? '').split(/\s+/).filter((file) => file !== '')];
  const missing = files.find((file) => !existsSync(resolve(root, file)));
  if (missing) throw new Refusal(`There is no ${missing}. PROFILE names a file of deploy/envs, VALUES files of yours.`);
  return files;
}

function everyday(files: readonly string[]): Everyday {
  const all = ['charts/social-commerce/values.yaml', ...files];
  return everydayOf(all.map((file) => readFileSync(resolve(root, file), 'utf8')));
}

await runCommand(async () => {
  const scaler = scalerFrom(process.env.SCALER);
  const campaign = campaignFrom(process.env, new Date());
  const files = valuesFiles(process.env);
  const plan = planCampaign(campaign, everyday(files), measuredCosts(), measuredBytesOfASeat());
  const path = pathFrom(process.env.FILE);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, fileOf(plan, scaler));

  for (const line of notesOf(plan, scaler)) say(`  ${line}`);
  say('');
  const rows = plan.services.map(({ name, minReplicas, maxReplicas, because }) => [
    name,
    `${minReplicas}`,
    `${maxReplicas}`,
    because,
  ]);
  for (const line of table(['service', 'from', 'to', 'because'], rows)) say(`  ${line}`);
  const all = [...files, relative(root, path)].map((file) => `-f ${file}`).join(' ');
  say(`\n  helm upgrade RELEASE charts/social-commerce ${all}`);
});
