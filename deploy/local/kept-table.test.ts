import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as catalog from '@social/contracts/events/catalog';
import * as groupBuy from '@social/contracts/events/group-buy';
import * as identity from '@social/contracts/events/identity';
import * as orders from '@social/contracts/events/orders';
import * as payments from '@social/contracts/events/payments';
import { describe, expect, it } from 'vitest';
import { keptTables } from './kept-table.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Names of collections in the code: of a service's database, or of each where a library opens them. */
function collectionsInCode(): string[] {
  const files = globSync(['services/*/src/**/*.ts', 'libs/*/src/**/*.ts'], {
    cwd: ROOT,
    exclude: (path) => path.endsWith('.test.ts') || path.includes('generated'),
  });
  const named = files.flatMap((file) => {
    const [kind = '', name = ''] = file.split('/');
    const database = kind === 'libs' ? 'each' : name.replaceAll('-', '_');
    const source = readFileSync(join(ROOT, file), 'utf8');
    const names = source.matchAll(/(?:\.collection(?:<[^>]*>)?\(|RESTORING = )'([a-z_]+)'/g);
    return [...names].map(([, collection]) => `${database}.${collection}`);
  });
  return [...new Set(named)].sort();
}

const topicsInContracts = [catalog, groupBuy, identity, orders, payments]
  .flatMap((file) => Object.values(file))
  .flatMap((one) => (typeof one === 'object' && 'topic' in one ? [one.topic] : []));

describe('the tables of what is kept', () => {
  const { collections, topics } = keptTables(readFileSync(join(ROOT, 'deploy/README.md'), 'utf8'));

  it('have every collection that the code opens, and no other', () => {
    expect(collections.map(({ name }) => name).toSorted()).toEqual(collectionsInCode());
    expect(collections.length).toBeGreaterThan(30);
  });

  it('have every topic of the contracts, and the dead letters', () => {
    const expected = [...new Set(topicsInContracts), '<group>.<topic>.dlq'].toSorted();
    expect(topics.map(({ name }) => name).toSorted()).toEqual(expected);
  });

  it.each([...collections, ...topics])('say of $name why it is kept, for how long, and whose data is in it', (row) => {
    const { why, howLong, personal } = row;
    for (const cell of [why, howLong, personal]) expect(cell).not.toBe('');
  });

  it.each([...collections, ...topics])('say who removes $name, unless it stays', ({ name, howLong, removedBy }) => {
    const stays = howLong === 'for ever' || name === 'each.leases';
    expect(removedBy === '').toBe(stays);
  });
});
