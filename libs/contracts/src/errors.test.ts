import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DomainError, ERRORS, isErrorCode } from './errors.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The text of every source file that may refuse something. */
function sources(): string {
  const folders = [
    ...readdirSync(join(ROOT, 'services')).map((service) => join(ROOT, 'services', service, 'src')),
    ...['runtime', 'rpc', 'messaging'].map((lib) => join(ROOT, 'libs', lib, 'src')),
  ];
  const files = folders
    .filter((folder) => statSync(folder, { throwIfNoEntry: false }))
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)));
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

describe.each(Object.entries(ERRORS))('%s', (code, [status, meaning]) => {
  it('is a kebab-case code with an HTTP status and a sentence', () => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect([400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503, 504]).toContain(status);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
  });
});

it('has no code that nothing gives', () => {
  const text = sources();
  expect(Object.keys(ERRORS).filter((code) => !text.includes(`'${code}'`))).toEqual([]);
});

describe('a refusal', () => {
  it('says what its code means unless told otherwise', () => {
    expect(new DomainError('sold-out').message).toBe(ERRORS['sold-out'][1]);
    expect(new DomainError('sold-out', 'two left').message).toBe('two left');
  });

  it('is known by its code alone', () => {
    expect(isErrorCode('sold-out')).toBe(true);
    expect(isErrorCode('toString')).toBe(false);
    expect(isErrorCode('Sold-Out')).toBe(false);
  });
});
