import { describe, expect, it } from 'vitest';
import { plannedFaults } from './faults.ts';

describe('planned faults', () => {
  it('come to the next calls of their operation, in turn, each once', () => {
    const faults = plannedFaults(['book', 'query']);
    faults.plan({ operation: 'book', kind: 'error-before', times: 2 });
    faults.plan({ operation: 'book', kind: 'answer-lost', times: 1 });
    expect(faults.take('query')).toBeUndefined();
    const kinds = Array.from({ length: 4 }, () => faults.take('book'));
    expect(kinds).toEqual(['error-before', 'error-before', 'answer-lost', undefined]);
  });

  it('are forgotten on demand', () => {
    const faults = plannedFaults(['book']);
    faults.plan({ operation: 'book', kind: 'error-after', times: 9 });
    faults.clear();
    expect(faults.take('book')).toBeUndefined();
  });

  it('are asked for once unless told otherwise, and only of operations that there are', () => {
    const { request } = plannedFaults(['book']);
    const wished = { operation: 'book', kind: 'error-after' };
    expect(request.parse(wished)).toEqual({ ...wished, times: 1 });
    expect(request.safeParse({ ...wished, operation: 'refund' }).success).toBe(false);
    expect(request.safeParse({ ...wished, times: 0 }).success).toBe(false);
  });
});
