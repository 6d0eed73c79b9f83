import { createRequire } from 'node:module';

type RequestQueue = { pending: unknown[]; scheduleCheckPendingRequests: () => void };

/**
 * kafkajs 2.2.4 looks for requests that were held back a millisecond after the last look, for ever, on every
 * connection, also where none is held back: 3 % of a core for each idle service, and a warning of Node's about a time
 * that is past. Looking only while some are held back loses nothing: holding one back starts the look.
 */
export function quietKafkajsTimers(): void {
  const require = createRequire(import.meta.url);
  const { prototype }: { prototype: RequestQueue } = require('kafkajs/src/network/requestQueue');
  const schedule = prototype.scheduleCheckPendingRequests;
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0) schedule.call(this);
  };
}
