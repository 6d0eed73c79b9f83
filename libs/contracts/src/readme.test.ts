import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERRORS } from './errors.ts';
import * as catalog from './events/catalog.ts';
import * as groupBuy from './events/group-buy.ts';
import * as identity from './events/identity.ts';
import * as orders from './events/orders.ts';
import * as payments from './events/payments.ts';

const ROOT = join(import.meta.dirname, '../../..');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const makefile = readFileSync(join(ROOT, 'Makefile'), 'utf8');

describe('the README', () => {
  it('lists every error code with its status and meaning', () => {
    for (const [code, [status, meaning]] of Object.entries(ERRORS)) {
      expect(readme).toContain(`| \`${code}\` | ${status} | ${meaning} |`);
    }
  });

  it('names every event', () => {
    const events = [catalog, groupBuy, identity, orders, payments].flatMap((file) => Object.values(file));
    for (const event of events) if (typeof event === 'object') expect(readme).toContain(`\`${event.type}\``);
  });

  it('links only to files that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('names only make targets that exist', () => {
    const targets = [...readme.matchAll(/\bmake ([a-z][a-z-]+)/g)].map(([, name = '']) => name);
    expect(targets.filter((name) => !new RegExp(`^${name}:`, 'm').test(makefile))).toEqual([]);
  });
});
