/** What people were told, counted, and the report on it: on the screen, as JSON, and as a page. */
import exec from 'k6/execution';
import { Counter, Trend } from 'k6/metrics';
import { type Answer, codeOf } from './api.ts';
import { type Figures, htmlOf } from './report.ts';

const accepted = new Counter('accepted');
const soldOut = new Counter('sold_out');
const refused = new Counter('refused');
const turnedAway = new Counter('turned_away');
const unexpected = new Counter('unexpected');
const persisted = new Counter('persisted');
const answerTime = new Trend('answer_time', true);

/** Counts one answer to a wish for a seat: a seat, sold out, refused for a reason, turned away for now, or what none may hear. */
export function countAnswer(answer: Answer, ms: number): void {
  answerTime.add(ms);
  const code = codeOf(answer);
  if (answer.status === 201) accepted.add(1);
  else if (answer.status === 409 && (code === 'sold-out' || code === 'group-full')) soldOut.add(1);
  else if (answer.status === 409) refused.add(1);
  else if ([429, 503].includes(answer.status) && answer.headers['Retry-After']) turnedAway.add(1);
  else {
    unexpected.add(1);
    console.error(`${answer.request.url}: ${answer.status} ${code}`);
  }
}

/** Orders that the API tells of in the end. */
export const countPersisted = (count: number): void => persisted.add(count);

/** Which minted person comes now: each comes once. */
export const nextIndex = (): number => exec.scenario.iterationInTest;

type Metric = { values: Record<string, number>; thresholds?: Record<string, { ok: boolean }> } | undefined;
type Checks = { name: string; fails: number }[];
export type Summary = {
  metrics: Record<string, Metric>;
  state: { testRunDurationMs: number };
  root_group: { checks?: Checks; groups?: Summary['root_group'][] };
};

/** The end of a run: each outcome with its rate, what was dropped, each check, and whether the claims hold. */
export function report(name: string, { metrics, root_group, state }: Summary): Record<string, string> {
  const counted = (metric: string) => metrics[metric]?.values.count ?? 0;
  const time = metrics.answer_time?.values ?? metrics.http_req_duration?.values ?? {};
  const checks = [root_group, ...(root_group.groups ?? [])].flatMap((one) => one.checks ?? []);
  const failed = Object.entries(metrics)
    .filter(([, metric]) => Object.values(metric?.thresholds ?? {}).some(({ ok }) => !ok))
    .map(([metric]) => metric);
  const seconds = state.testRunDurationMs / 1000;
  const figures: Figures = {
    name,
    seconds,
    outcomes: ['accepted', 'sold_out', 'refused', 'turned_away', 'unexpected', 'persisted', 'dropped_iterations'].map(
      (outcome) => ({
        outcome: outcome.replaceAll('_', ' '),
        count: counted(outcome),
        // What k6 itself measured, over the time in which people came.
        perSecond: counted(outcome) / seconds,
      }),
    ),
    requests: { count: counted('http_reqs'), perSecond: metrics.http_reqs?.values.rate ?? 0 },
    answerMs: { median: time.med ?? 0, p90: time['p(90)'] ?? 0, p95: time['p(95)'] ?? 0, max: time.max ?? 0 },
    checks: checks.map(({ name: check, fails }) => ({ check, holds: fails === 0 })),
    failed,
  };
  const file = `${__ENV.LOAD_DIR}/${name}`;
  return {
    stdout: onScreen(figures, file),
    [`${file}.json`]: JSON.stringify(figures, null, 2),
    [`${file}.html`]: htmlOf(figures),
  };
}

const ms = (value: number): string => (value < 1000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(1)} s`);

function onScreen(figures: Figures, file: string): string {
  const { outcomes, requests, answerMs, checks, failed } = figures;
  const lines = [
    '',
    ...outcomes.map(
      ({ outcome, count, perSecond }) =>
        `  ${outcome.padEnd(19)} ${String(count).padStart(7)}   ${perSecond.toFixed(1).padStart(8)}/s`,
    ),
    `  ${'requests'.padEnd(19)} ${String(requests.count).padStart(7)}   ${requests.perSecond.toFixed(1).padStart(8)}/s`,
    `  answer              median ${ms(answerMs.median)}, p90 ${ms(answerMs.p90)}, p95 ${ms(answerMs.p95)}, last ${ms(answerMs.max)}`,
    '',
    ...checks.map(({ check, holds }) => `  ${holds ? '✓' : '✗'} ${check}`),
    '',
    failed.length === 0 ? '  The claims hold.' : `  NOT so: ${failed.join(', ')}`,
    `  The report: ${file}.html`,
    '',
  ];
  return lines.join('\n');
}
