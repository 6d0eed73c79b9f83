/** Where a path leads, and the values of its parameters. */
export type Found<V> = { place: V; params: Record<string, string> };

type Leaf<V> = { place: V; names: string[] };
type Node<V> = { named: Map<string, Node<V>>; any?: Node<V>; leaf?: Leaf<V> };

const aNode = <V>(): Node<V> => ({ named: new Map() });

/**
 * Finds what a path of the table leads to by its segments, whatever the size of the table: express tries its patterns
 * one after the other. A segment that is spelled out goes before a parameter; one slash at the end is forgiven.
 * @param places by pattern, parameters as `:name`
 */
export function createPlaces<V>(places: ReadonlyMap<string, V>): (path: string) => Found<V> | undefined {
  const root = aNode<V>();
  for (const [pattern, place] of places) plant(root, pattern, place);

  return (path) => {
    const segments = path.split('/');
    if (segments.length > 2 && segments.at(-1) === '') segments.pop();
    const values: string[] = [];
    const leaf = descend(root, segments, 1, values);
    return leaf && { place: leaf.place, params: paramsOf(leaf.names, values) };
  };
}

function plant<V>(root: Node<V>, pattern: string, place: V): void {
  const names: string[] = [];
  let node = root;
  for (const segment of pattern.split('/').slice(1)) {
    if (segment.startsWith(':')) {
      names.push(segment.slice(1));
      node.any ??= aNode();
      node = node.any;
    } else {
      const next = node.named.get(segment) ?? aNode();
      node.named.set(segment, next);
      node = next;
    }
  }
  node.leaf = { place, names };
}

function descend<V>(node: Node<V>, segments: string[], at: number, values: string[]): Leaf<V> | undefined {
  const segment = segments[at];
  if (segment === undefined) return node.leaf;

  const named = node.named.get(segment);
  const leaf = named && descend(named, segments, at + 1, values);
  if (leaf || !node.any || segment === '') return leaf;

  values.push(segment);
  const below = descend(node.any, segments, at + 1, values);
  if (!below) values.pop();
  return below;
}

/** Errors: URIError for a torn %-escape. */
function paramsOf(names: string[], values: string[]): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const value = values[index] ?? '';
    params[name] = value.includes('%') ? decodeURIComponent(value) : value;
  }
  return params;
}
