import { readFileSync } from 'node:fs';

/** One request of a load test, or one that was asked again because the answer was "not now". */
export type Asked = { at: number; kind: 'request' | 'retry'; status: number };

type Point = { type: string; metric: string; data: { time: string; tags?: { status?: string } } };

/** What k6 wrote of a run (`--out json`). */
export function askedIn(file: string): Asked[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line): Asked[] => {
    if (!line.startsWith('{"metric":"http_reqs"') && !line.startsWith('{"metric":"retried"')) return [];

    const { type, metric, data } = JSON.parse(line) as Point;
    if (type !== 'Point') return [];
    const kind = metric === 'retried' ? 'retry' : 'request';
    return [{ at: Date.parse(data.time), kind, status: Number(data.tags?.status ?? 0) }];
  });
}

export type Figures = { requests: number; failed: number; retried: number };

/** No answer at all, or a fault; "not now" is one unless the same was asked again. */
const isBad = ({ status }: Asked): boolean => status === 0 || status >= 500;

/** What was asked from one moment until another, in epoch milliseconds. */
export function figuresOf(asked: readonly Asked[], from = 0, until = Number.POSITIVE_INFINITY): Figures {
  const within = asked.filter(({ at }) => at >= from && at < until);
  const retries = within.filter(({ kind }) => kind === 'retry');
  const requests = within.filter(({ kind }) => kind === 'request');
  const bad = requests.filter(isBad).length - retries.filter(isBad).length;
  return { requests: requests.length, failed: Math.max(0, bad), retried: retries.length };
}
