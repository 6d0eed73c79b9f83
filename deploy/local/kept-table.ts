/** The tables of what is kept in deploy/README.md, as tests read them. */

/** `name` is a collection, `database.name`, or a topic; cells are as they stand there, without marks of code. */
export type KeptRow = { name: string; why: string; howLong: string; removedBy: string; personal: string };

const SECTION = '\n## What is kept, and for how long\n';

function cellsBelow(page: string, heading: string): string[][] {
  const [, section = ''] = page.split(SECTION);
  const [, table = ''] = section.split(`\n| ${heading} |`);
  const lines = table.split('\n\n')[0]?.split('\n').slice(2) ?? [];
  return lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

const rowOf = (name: string, [why = '', howLong = '', removedBy = '', personal = '']: string[]): KeptRow => ({
  ...{ name, why, howLong, removedBy, personal },
});

/** The rows of both tables of the page. */
export function keptTables(page: string): { collections: KeptRow[]; topics: KeptRow[] } {
  const collections = cellsBelow(page, 'database').map(([database, name, ...rest]) =>
    rowOf(`${database}.${name}`, rest),
  );
  const topics = cellsBelow(page, 'topic').map(([name = '', ...rest]) => rowOf(name, rest));
  return { collections, topics };
}
