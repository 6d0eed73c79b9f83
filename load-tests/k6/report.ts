/** The report of a load test as one page that needs nothing else. Pure. */

export type Figures = {
  name: string;
  seconds: number;
  outcomes: { outcome: string; count: number; perSecond: number }[];
  requests: { count: number; perSecond: number };
  /** Milliseconds. */
  answerMs: { median: number; p90: number; p95: number; max: number };
  checks: { check: string; holds: boolean }[];
  failed: string[];
};

const WIDTH = 640;
const ROW = 28;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A bar a figure, the longest across the page, with the figure behind its name. */
function bars(figures: { name: string; value: number; shown: string }[]): string {
  const most = Math.max(1, ...figures.map(({ value }) => value));
  const rows = figures.map(({ name, value, shown }, at) => {
    const width = ((value / most) * (WIDTH - 260)).toFixed(1);
    const text = `<text x="0" y="${at * ROW + 18}">${escaped(name)}</text>`;
    const figure = `<text x="140" y="${at * ROW + 18}">${escaped(shown)}</text>`;
    return `${text}${figure}<rect x="250" y="${at * ROW + 4}" width="${width}" height="18" rx="3"/>`;
  });
  return `<svg viewBox="0 0 ${WIDTH} ${figures.length * ROW}" role="img">${rows.join('')}</svg>`;
}

/** The page. */
export function htmlOf({ name, seconds, outcomes, answerMs, requests, checks, failed }: Figures): string {
  const verdict = failed.length === 0 ? 'The claims hold.' : `Not so: ${failed.join(', ')}.`;
  const told = outcomes.map(({ outcome, count, perSecond }) => ({
    name: outcome,
    value: count,
    shown: `${count} (${perSecond.toFixed(1)}/s)`,
  }));
  const times = Object.entries(answerMs).map(([at, ms]) => ({ name: at, value: ms, shown: `${ms.toFixed(0)} ms` }));
  const list = checks.map(({ check, holds }) => `<li>${holds ? '✓' : '✗'} ${escaped(check)}</li>`).join('');
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(name)}</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; color: #1b1b1b; }
  svg { width: 100%; font-size: 13px; } rect { fill: #2a7de1; } ul { list-style: none; padding: 0; }
  .verdict { font-weight: 600; color: ${failed.length === 0 ? '#14783c' : '#b3261e'}; }
</style>
<h1>${escaped(name)}</h1>
<p class="verdict">${escaped(verdict)}</p>
<p>${requests.count} requests in ${seconds.toFixed(0)} s, ${requests.perSecond.toFixed(0)} a second.</p>
<h2>What people were told</h2>${bars(told)}
<h2>How long an answer took</h2>${bars(times)}
<h2>What was checked</h2><ul>${list}</ul>
</html>
`;
}
