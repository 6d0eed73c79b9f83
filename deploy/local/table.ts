/** Plain text tables for the terminal. */

/** Header, rows, columns as wide as their widest cell. */
export function table(header: string[], rows: string[][]): string[] {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Resident memory from proc(5)'s status file, as `123 MB`. */
export function memoryOf(procStatus: string): string {
  const kib = /^VmRSS:\s+(\d+) kB/m.exec(procStatus)?.[1];
  return kib === undefined ? '-' : `${Math.round(Number(kib) / 1024)} MB`;
}
