import { z } from 'zod';

/**
 * What goes wrong with a merchant's call:
 * `error-before` answers 500 and does nothing; `error-after` does it and answers 500;
 * `answer-lost` does it and never answers.
 */
export const faultRequest = z.strictObject({
  operation: z.enum(['charge', 'refund', 'query']),
  kind: z.enum(['error-before', 'error-after', 'answer-lost']),
  times: z.number().int().min(1).max(1000).default(1),
});

export type Operation = z.output<typeof faultRequest>['operation'];
export type FaultKind = z.output<typeof faultRequest>['kind'];

export type Faults = ReturnType<typeof plannedFaults>;

/** Faults that tests have planned for the next calls; kept in memory, for a restarted provider is well again. */
export function plannedFaults() {
  let planned: { operation: Operation; kind: FaultKind }[] = [];
  return {
    plan: ({ operation, kind, times }: z.output<typeof faultRequest>): void => {
      planned.push(...Array.from({ length: times }, () => ({ operation, kind })));
    },
    clear: (): void => {
      planned = [];
    },
    /** The fault of this call, used up with it. */
    take: (operation: Operation): FaultKind | undefined => {
      const index = planned.findIndex((fault) => fault.operation === operation);
      return index < 0 ? undefined : planned.splice(index, 1)[0]?.kind;
    },
  };
}
