/** How long installing, upgrading and draining took. */
import { table } from '../local/table.ts';

export interface Figure {
  name: string;
  seconds: number;
}

/** The closing table. */
export function figureLines(nodes: number, figures: readonly Figure[]): string[] {
  const header = ['nodes', ...figures.map(({ name }) => name)];
  return table(header, [[`${nodes}`, ...figures.map(({ seconds }) => `${seconds.toFixed(1)} s`)]]);
}
