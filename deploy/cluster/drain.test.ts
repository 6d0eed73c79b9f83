import { describe, expect, it } from 'vitest';
import { type BudgetSample, brokenBudgets, budgetSampleOf } from './drain.ts';

const samples = (...lines: string[]): BudgetSample[] => lines.flatMap((line) => budgetSampleOf(line) ?? []);

describe('disruption budgets during a drain', () => {
  it('hold while as many are healthy as were promised', () => {
    expect(brokenBudgets(samples('orders 3 2', 'orders 2 2', 'media 2 1'))).toEqual([]);
  });

  it('are broken by a single moment, of which the worst is told', () => {
    expect(brokenBudgets(samples('orders 3 2', 'orders 1 2', 'orders 0 2', 'orders 3 2', 'media 2 1'))).toEqual([
      'orders: 0 healthy, 2 promised',
    ]);
  });

  it('takes what is no line for nothing', () => {
    expect(samples('', 'orders')).toEqual([]);
  });
});
