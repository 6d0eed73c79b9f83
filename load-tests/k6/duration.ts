const SECONDS: Record<string, number> = { s: 1, m: 60, h: 3600 };

/** Seconds of a duration as `make load` takes it: `90s`, `15m`, `1h30m`. Errors: for anything else. */
export function secondsOf(text: string): number {
  if (!/^(\d+[hms])+$/.test(text)) throw new Error(`${text} is no duration; 90s and 15m are`);

  const parts = text.match(/\d+[hms]/g) ?? [];
  return parts.reduce((sum, part) => sum + Number.parseInt(part, 10) * (SECONDS[part.slice(-1)] ?? 0), 0);
}
