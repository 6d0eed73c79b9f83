import type { Claim, Rounds } from './row.ts';
import type { Stage } from './stage.ts';

/** A measurement that one or more claims are read from; the rounds stand in the order of the claims. */
export type Bench = { claims: Claim[]; measure: (stage: Stage) => Promise<Rounds[]> };
