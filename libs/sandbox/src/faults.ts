import type { Response } from 'express';
import { z } from 'zod';
import { SandboxError } from './sandbox-error.ts';

/**
 * What goes wrong with a merchant's call:
 * `error-before` answers 500 and does nothing; `error-after` does it and answers 500;
 * `answer-lost` does it and never answers.
 */
const kind = z.enum(['error-before', 'error-after', 'answer-lost']);
const times = z.number().int().min(1).max(1000).default(1);

type FaultKind = z.output<typeof kind>;

export type Fault<Operation extends string> = { operation: Operation; kind: FaultKind; times: number };

export type Faults<Operation extends string> = {
  /** What a merchant sends to plan a fault. */
  request: z.ZodType<Fault<Operation>>;
  plan: (fault: Fault<Operation>) => void;
  clear: () => void;
  /** The fault of this call, used up with it. */
  take: (operation: Operation) => FaultKind | undefined;
};

/** Faults that tests have planned for the next calls; kept in memory, for a restarted simulator is well again. */
export function plannedFaults<const Operation extends string>(operations: readonly Operation[]): Faults<Operation> {
  let planned: { operation: Operation; kind: FaultKind }[] = [];
  return {
    request: z.strictObject({ operation: z.literal(operations), kind, times }),
    plan: ({ operation, kind, times }) => {
      planned.push(...Array.from({ length: times }, () => ({ operation, kind })));
    },
    clear: () => {
      planned = [];
    },
    take: (operation) => {
      const index = planned.findIndex((fault) => fault.operation === operation);
      return index < 0 ? undefined : planned.splice(index, 1)[0]?.kind;
    },
  };
}

/** Runs a call with the fault that is planned for it. Errors: 500 planned-fault, the effect's own. */
export async function withFault<Operation extends string>(
  operation: Operation,
  faults: Faults<Operation>,
  response: Response,
  effect: () => Promise<unknown>,
): Promise<void> {
  const fault = faults.take(operation);
  if (fault === 'error-before') throw new SandboxError(500, 'planned-fault', 'failed on request, nothing was done');
  const answer = await effect();
  if (fault === 'error-after') throw new SandboxError(500, 'planned-fault', 'failed on request, after the effect');
  // The caller is left waiting until it hangs up.
  if (fault !== 'answer-lost') response.json(answer);
}
