import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import type { baseConfig } from './config.ts';
import { type Beside, healthListener, listen, notReady, type ReadinessChecks } from './health.ts';
import { leavesInOrder } from './leaving.ts';
import type { Logger } from './log.ts';
import { type Need, reasonOf } from './need.ts';
import { runSteps, type Step } from './shutdown.ts';
import { whenReachable } from './when-reachable.ts';

export type LifeOptions = Pick<z.output<typeof baseConfig>, 'HOST' | 'DRAIN_MS'> & {
  /** Where health and metrics are served; absent: nowhere. */
  HTTP_PORT?: number;
  log: Logger;
  /** Served on the same port. */
  beside?: Beside;
};

/** A service's process from its first moment to its last. */
export type Life = {
  /** Opens what the service cannot start without; until it is open, the service is not ready and says why. */
  need: <T>(need: Need, open: () => Promise<T>) => Promise<T>;
  /** Says at /readyz what else the service waits for; without a reason, that it does so no more. */
  waits: (what: string, why?: string) => void;
  /** The service can serve from here on, whenever the checks hold; the steps are how it stops. */
  serve: (checks: ReadinessChecks, steps: readonly Step[]) => void;
  /** What stands in the way of serving; empty when ready. */
  notReady: () => Promise<string[]>;
  /** Aborted once the process is told to stop. */
  leaving: AbortSignal;
  /** Stops serving HTTP when all that is being worked on is answered; for a step, where more than health is served. */
  closeHttp: (withinMs?: number) => Promise<void>;
};

/** Longest time that stopping takes, after the drain. */
const STOP_WITHIN_MS = 10_000;

/**
 * Begins a service's life: /healthz says at once that it lives, /readyz what it waits for. On SIGTERM or SIGINT it says
 * that it is not ready, goes on serving for DRAIN_MS, runs the steps and ends with 0; with 1 when the steps take longer
 * than 10 seconds, or at a second signal. Before it serves there is nothing to finish, so it ends at once.
 */
export async function beginLife({ HOST, HTTP_PORT, DRAIN_MS, log, beside }: LifeOptions): Promise<Life> {
  const waiting = new Map<string, string>();
  const leaving = new AbortController();
  let serving: { checks: ReadinessChecks; steps: readonly Step[] } | undefined;

  const whatIsMissing = async (): Promise<string[]> => {
    if (leaving.signal.aborted) return ['stopping'];
    if (waiting.size > 0) return [...waiting].map(([name, why]) => `${name}: ${why}`);
    return serving ? notReady(serving.checks) : ['starting'];
  };
  const stop = async (signal: string) => {
    if (leaving.signal.aborted) process.exit(1);
    leaving.abort();
    log.info({ signal, drain_ms: DRAIN_MS }, 'stopping');
    if (!serving) process.exit(0);
    await pause(DRAIN_MS);
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await runSteps(log, serving.steps);
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  const listener = healthListener(whatIsMissing, beside);
  const server = HTTP_PORT === undefined ? undefined : await listenOrEnd(listener, HTTP_PORT, HOST);
  return {
    notReady: whatIsMissing,
    leaving: leaving.signal,
    closeHttp: server ? leavesInOrder(server, leaving.signal) : async () => {},
    need: async (need, open) => {
      const say = (reason: string) => waiting.set(need.name, `${reason} (see ${need.variable})`);
      say('no answer yet');
      const opened = await whenReachable(need, log, open, say);
      waiting.delete(need.name);
      return opened;
    },
    waits: (what, why) => {
      if (why === undefined) waiting.delete(what);
      else waiting.set(what, why);
    },
    serve: (checks, steps) => {
      serving = { checks, steps };
    },
  };
}

/** Serves HTTP, or ends the process with one line: another process has the port. */
export async function listenOrEnd(...[listener, port, host]: Parameters<typeof listen>): Promise<Server> {
  try {
    return await listen(listener, port, host);
  } catch (error) {
    process.stderr.write(`cannot serve HTTP: ${reasonOf(error)}; free the port, or set another\n`);
    process.exit(1);
  }
}
