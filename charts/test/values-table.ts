/** The tables of the charts' READMEs, from their values.yaml: what a `# --` before a key says. Pure. */
import { isMap, isScalar, type Node, type Pair, parseDocument, stringify, YAMLMap } from 'yaml';

interface Row {
  key: string;
  otherwise: string;
  what: string;
}

const DESCRIPTION = /^\s*--\s*/;

function describedBy(key: Node): string {
  const lines = (key.commentBefore ?? '').split('\n');
  const from = lines.findLastIndex((line) => DESCRIPTION.test(line));
  return from < 0 ? '' : lines.slice(from).join(' ').replace(DESCRIPTION, '').replaceAll(/\s+/g, ' ').trim();
}

const inOneLine = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim();

/** A map in block style is gone into; one in braces is a value. */
const isBranch = (value: unknown): value is YAMLMap => isMap(value) && !value.flow && value.items.length > 0;

function rowsOf(map: YAMLMap, prefix: string): Row[] {
  return map.items.flatMap((pair: Pair) => {
    if (!isScalar(pair.key)) return [];

    const key = `${prefix}${pair.key.value}`;
    // The comment before the first key of a map belongs to the map.
    const first = map.items[0] === pair && !pair.key.commentBefore ? map : pair.key;
    const what = describedBy(first);
    if (isBranch(pair.value)) {
      const below = rowsOf(pair.value, `${key}.`);
      return what ? [{ key, otherwise: '', what }, ...below] : below;
    }
    const value = isMap(pair.value) || isScalar(pair.value) ? pair.value.toJSON() : (pair.value as Node).toJSON();
    return [{ key, otherwise: inOneLine(value), what }];
  });
}

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** All keys with their defaults, and what they are for where it is said. */
export function valuesTable(yaml: string): string {
  const { contents } = parseDocument(yaml);
  const rows = contents instanceof YAMLMap ? rowsOf(contents, '') : [];
  const lines = rows.map(({ key, otherwise, what }) => {
    return `| \`${key}\` | ${otherwise === '' ? '' : `\`${cell(otherwise)}\``} | ${cell(what)} |`;
  });
  return ['| key | default | what it is for |', '|---|---|---|', ...lines].join('\n');
}

interface ServiceValues {
  uses?: Record<string, boolean>;
  calls?: Record<string, string[]>;
  urls?: Record<string, string>;
  secretEnv?: Record<string, string>;
}

/** Who calls whom, needs which brokers and holds which secrets. */
export function mapTable(values: Record<string, ServiceValues>, names: readonly string[]): string {
  const lines = names.map((name) => {
    const { uses = {}, calls = {}, urls = {}, secretEnv = {} } = values[name] ?? {};
    const called = [...new Set([...(calls.grpc ?? []), ...(calls.http ?? []), ...Object.values(urls)])];
    const brokers = Object.keys(uses).filter((broker) => uses[broker]);
    return `| ${[name, called.join(', '), brokers.join(', '), Object.keys(secretEnv).join(', ')].join(' | ')} |`;
  });
  return ['| service | calls | needs | is given |', '|---|---|---|---|', ...lines].join('\n');
}

/** The text with the part between its two marks replaced. Errors: Error, when there are no marks. */
export function withTable(text: string, table: string): string {
  const [before, rest = ''] = text.split('<!-- values -->');
  const [, after] = rest.split('<!-- /values -->');
  if (after === undefined) throw new Error('the text has no <!-- values --> and <!-- /values -->');
  return `${before}<!-- values -->\n\n${table}\n\n<!-- /values -->${after}`;
}
