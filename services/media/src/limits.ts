/** Most pixels of a picture that is decoded: what a phone's finest setting but one brings. */
export const MAX_PIXELS = 50_000_000;

/** Most pixels of one side; WebP itself ends at 16,383. */
export const MAX_SIDE = 16_000;
