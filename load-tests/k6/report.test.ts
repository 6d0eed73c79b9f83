import { describe, expect, it } from 'vitest';
import { type Figures, htmlOf } from './report.ts';

const FIGURES: Figures = {
  name: 'rush <1>',
  seconds: 10,
  outcomes: [
    { outcome: 'accepted', count: 100, perSecond: 10 },
    { outcome: 'sold out', count: 400, perSecond: 40 },
  ],
  requests: { count: 500, perSecond: 50 },
  answerMs: { median: 20, p90: 40, p95: 50, max: 90 },
  checks: [{ check: 'no seat too many', holds: true }],
  failed: [],
};

describe('the report of a load test', () => {
  it('shows each outcome with its rate and a bar, the longest for the most', () => {
    const page = htmlOf(FIGURES);
    expect(page).toContain('100 (10.0/s)');
    expect(page).toMatch(/400 \(40\.0\/s\)<\/text><rect x="250" y="32" width="380.0"/);
    expect(page).toContain('rush &lt;1&gt;');
  });

  it('says which claims do not hold, and needs nothing from elsewhere', () => {
    const page = htmlOf({ ...FIGURES, failed: ['accepted'] });
    expect(page).toContain('Not so: accepted.');
    expect(page).not.toMatch(/https?:|src=|<script|<link/);
  });
});
