/**
 * How long an HTTP server keeps an idle connection, in ms: longer than load balancers do (60 s, as a rule), because
 * whoever closes first loses a request that the other sends at that moment.
 */
export const KEEP_ALIVE_MS = 75_000;
