import { describe, expect, it } from 'vitest';
import { missingPackages } from './dependencies.ts';

describe('installed packages', () => {
  const lock = {
    packages: {
      '': { version: '1.0.0' },
      'services/orders': { version: '1.0.0' },
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/only-on-mac': { version: '1.0.0', optional: true },
    },
  };

  it('are complete when each required one has the locked version', () => {
    expect(missingPackages(lock, { packages: { 'node_modules/zod': { version: '4.6.7' } } })).toEqual([]);
  });

  it('are incomplete when one is missing or of another version', () => {
    expect(missingPackages(lock, { packages: {} })).toEqual(['node_modules/zod']);
    expect(missingPackages(lock, { packages: { 'node_modules/zod': { version: '4.0.0' } } })).toEqual([
      'node_modules/zod',
    ]);
  });
});
