const WIDE = '1000000000';

/**
 * One driver stands for a crowd, so the gateway's rate limits are set so wide that they count every request but refuse
 * none.
 */
export const WIDE_LIMITS = Object.fromEntries(
  ['ADDRESS', 'USER', 'ACTIVITY'].flatMap((what) => [
    [`${what}_RATE`, WIDE],
    [`${what}_BURST`, WIDE],
  ]),
);
