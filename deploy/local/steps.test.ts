import { describe, expect, it } from 'vitest';
import { createSteps, progressBar, stepLine } from './steps.ts';

const aScreen = (isTTY: boolean) => {
  const written: string[] = [];
  return { isTTY, columns: 80, written, write: (text: string) => written.push(text) };
};

const aClock = (...times: number[]) => {
  const left = times.values();
  return () => left.next().value ?? 0;
};

describe('progress lines', () => {
  it('fills the bar by the share that is done', () => {
    expect(progressBar(0, 10, 10)).toBe('..........   0%');
    expect(progressBar(5, 10, 10)).toBe('#####.....  50%');
    expect(progressBar(10, 10, 10)).toBe('########## 100%');
  });

  it('never runs over or under, and shows an unknown total as empty', () => {
    expect(progressBar(99, 10, 4)).toBe('#### 100%');
    expect(progressBar(-1, 10, 4)).toBe('....   0%');
    expect(progressBar(3, 0, 4)).toBe('....   0%');
  });

  it('ends a step with its seconds', () => {
    expect(stepLine('✓', 'orders', 1_234)).toMatch(/^ {2}✓ orders {2,}1\.2 s$/);
  });

  it('prints only finished lines where no terminal watches', async () => {
    const screen = aScreen(false);
    await createSteps(screen, aClock(0, 500)).step('kafka', async () => {});
    expect(screen.written).toEqual([`${stepLine('✓', 'kafka', 500)}\n`]);
  });

  it('shows what is under way on a terminal', async () => {
    const screen = aScreen(true);
    await createSteps(screen, aClock(0, 500)).step('kafka', async () => {});
    expect(screen.written).toContain('  … kafka');
  });

  it('marks a failed step and passes its error on', async () => {
    const screen = aScreen(false);
    const failing = createSteps(screen, aClock(0, 0)).step('kafka', () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(screen.written.join('')).toContain('✗ kafka');
  });
});
