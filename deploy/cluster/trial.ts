/** What the steps of the proof are given. */
import type { Command } from './commands.ts';
import type { Settings } from './settings.ts';
import type { Values } from './values.ts';

/** A cluster that may be used. */
export interface Reached {
  settings: Settings;
  profile: string;
  kubectl: Command;
  helm: Command;
  /** Whether every node is simulated: pods become ready by themselves, and their use of CPU is told by an annotation. */
  simulated: boolean;
  nodes: number;
}

/** What every step is given. */
export interface Trial extends Reached {
  /** The group-versions that the server serves, `apps/v1`. */
  served: ReadonlySet<string>;
  /** Values that fit the profile to this cluster. */
  fitting: Values;
}

/** One thing that is proved. */
export interface Step {
  title: string;
  /** The name of its time among the closing figures. */
  figure?: string;
  /** Gives what was seen, a line each. Errors: Disproved, when the cluster shows otherwise; CommandFailed. */
  run(trial: Trial): Promise<string[]>;
}

/** The cluster shows something else than what is claimed. */
export class Disproved extends Error {}

/** Says what is not so. */
export function holds(claim: boolean, otherwise: string): void {
  if (!claim) throw new Disproved(otherwise);
}
