export type Recent<V> = {
  get: (key: string) => V | undefined;
  set: (key: string, value: V) => void;
  forget: (key: string) => void;
  clear: () => void;
};

/**
 * Remembers what was used lately, between `most` and twice as much: when the young half is full, the old half goes at
 * once. Nothing is deleted one by one to make room, which would make a map slower with every entry it has lost.
 */
export function createRecent<V>(most: number): Recent<V> {
  let young = new Map<string, V>();
  let old = new Map<string, V>();

  const set = (key: string, value: V) => {
    if (young.size >= most) {
      old = young;
      young = new Map();
    }
    young.set(key, value);
  };

  return {
    set,
    get: (key) => {
      const found = young.get(key);
      if (found !== undefined) return found;

      const older = old.get(key);
      if (older !== undefined) set(key, older);
      return older;
    },
    forget: (key) => {
      young.delete(key);
      old.delete(key);
    },
    clear: () => {
      young = new Map();
      old = new Map();
    },
  };
}
