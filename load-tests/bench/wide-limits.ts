const WIDE = '1000000000';

/**
 * One driver stands for a crowd, so the gateway's rate limits are set so wide that they count every request but refuse
 * none.
 */
export const WIDE_LIMITS = { ADDRESS_RATE: WIDE, ADDRESS_BURST: WIDE, USER_RATE: WIDE, USER_BURST: WIDE };
