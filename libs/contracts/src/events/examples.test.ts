import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { EventType } from './event.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url);

/** `RECORD_SCHEMAS=1 npx vitest run libs/contracts` records today's schemas, for a change that readers can take. */
const RECORD = process.env.RECORD_SCHEMAS === '1';

const isEvent = (value: unknown): value is EventType =>
  typeof value === 'object' && value !== null && 'type' in value && 'topic' in value && 'data' in value;

async function publishedEvents(): Promise<{ service: string; name: string; event: EventType }[]> {
  const files = readdirSync(new URL('./', import.meta.url)).filter((file) => /^[a-z-]+\.ts$/.test(file));
  const found = await Promise.all(
    files.map(async (file) => {
      const exported: Record<string, unknown> = await import(new URL(file, import.meta.url).href);
      return Object.entries(exported).flatMap(([name, event]) =>
        isEvent(event) ? [{ service: file.slice(0, -'.ts'.length), name, event }] : [],
      );
    }),
  );
  return found.flat();
}

const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, EXAMPLES), 'utf8'));

const events = await publishedEvents();

it('has a recorded example and schema of every event, and of nothing else', () => {
  const expected = events.flatMap(({ event }) => [`${event.type}.json`, `${event.type}.schema.json`]);
  if (!RECORD) expect(readdirSync(EXAMPLES).sort()).toEqual(expected.sort());
  expect(events.length).toBeGreaterThan(20);
});

it('gives every event a type of its own', () => {
  expect(new Set(events.map(({ event }) => event.type)).size).toBe(events.length);
});

describe.each(events.map((each) => ({ ...each, type: each.event.type })))('$type', ({ service, name, event }) => {
  it('stands in a topic of its service, as something that happened to its aggregate', () => {
    expect(event.topic).toMatch(new RegExp(`^${service}\\.[a-z]+(-[a-z]+)*\\.v\\d+$`));
    const [, aggregate, version] = /^[a-z-]+\.([a-z-]+)\.(v\d+)$/.exec(event.topic) ?? [];
    expect(event.type.startsWith(`${service}.${aggregate}.`)).toBe(true);
    expect(event.type.endsWith(`.${version}`)).toBe(true);
    expect(event.type.split('.')[2]).toMatch(/(ed|paid|to-ship)$/);
    expect(name).toMatch(/(ed|Paid|ToShip)$/);
  });

  it('takes the recorded example, and keeps all of it', () => {
    const example = read(`${event.type}.json`);
    expect(event.data.parse(example)).toEqual(example);
  });

  it('has the recorded schema', () => {
    const file = new URL(`${event.type}.schema.json`, EXAMPLES);
    const today = `${JSON.stringify(z.toJSONSchema(event.data, { io: 'input' }), undefined, 2)}\n`;
    if (RECORD) writeFileSync(file, today);
    expect(existsSync(file) && JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(today));
  });

  it('names no person: no phone, name or address', () => {
    const fields = JSON.stringify(z.toJSONSchema(event.data));
    expect(fields).not.toMatch(/"(phone|name|address|recipient|token)"/i);
  });
});
