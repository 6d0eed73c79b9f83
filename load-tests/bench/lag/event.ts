import { event } from '@social/contracts/events/event';
import { z } from 'zod';

/** The fact that the lag rows publish; `startedUs` is when the write that caused it began. */
export const ProbeWritten = event(
  'bench.probe.v1',
  'bench.probe.written.v1',
  z.object({ probeId: z.string(), startedUs: z.number() }),
);
