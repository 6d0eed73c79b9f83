import { z } from 'zod';

/** One kind of fact: its CloudEvents type, the topic it stands in, and the schema of its data. */
export type EventType<T extends string = string, D extends z.ZodType = z.ZodType> = { type: T; topic: string; data: D };

/** Declares an event; its topic is `<service>.<aggregate>.v1`, its type adds what happened. */
export const event = <T extends string, D extends z.ZodType>(topic: string, type: T, data: D): EventType<T, D> => ({
  type,
  topic,
  data,
});

/** The data of an event type. */
export type DataOf<E extends EventType> = z.output<E['data']>;

/** ISO 8601 in UTC. */
export const instant = z.iso.datetime();

/** Minor units of the event's currency. */
export const amount = z.number().int();
export const positiveAmount = amount.min(0);
