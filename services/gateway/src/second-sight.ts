/** Slots, a power of two; each holds the fingerprint of what was seen last there. */
const SLOTS = 2 ** 16;
/** The end of a token is its signature: as good as random. */
const TAIL = 12;

/** FNV-1a of the last characters, never 0. */
function fingerprint(token: string): number {
  let hash = 0x811c9dc5;
  for (let at = Math.max(0, token.length - TAIL); at < token.length; at++) {
    hash = Math.imul(hash ^ token.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0 || 1;
}

export type SecondSight = {
  /** Whether the token has probably been noted before. */
  has: (token: string) => boolean;
  note: (token: string) => void;
};

/**
 * Tells whether a token has probably been seen before, in a fixed 256 kB. It decides only what is worth remembering: in
 * a rush nearly every token comes once, and keeping those would cost the garbage collector more than it saves.
 */
export function createSecondSight(): SecondSight {
  const seen = new Uint32Array(SLOTS);
  const slotOf = (mark: number) => mark & (SLOTS - 1);
  return {
    has: (token) => {
      const mark = fingerprint(token);
      return seen[slotOf(mark)] === mark;
    },
    note: (token) => {
      const mark = fingerprint(token);
      seen[slotOf(mark)] = mark;
    },
  };
}
