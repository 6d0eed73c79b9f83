/** Reads the one-time codes that identity writes into its log on a development stack (DEV_CONSOLE_OTP). */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { maskPhone } from '@social/runtime/field-cipher';
import { waitUntil } from './probes.ts';
import { Refusal } from './steps.ts';

const WITHIN_MS = 10_000;

/** The code of a log line, if it is one for this phone. */
export function codeIn(line: string, phone: string): string | undefined {
  const code = /"code":"(\d{6})"/.exec(line)?.[1];
  return line.includes(`"phone_masked":"${maskPhone(phone)}"`) ? code : undefined;
}

/**
 * Call before a code is asked for, with the paths of the logs of identity's replicas, any of which may write it; the
 * function it answers waits for the code that comes after this moment. Errors: Refusal, when none comes.
 */
export function codesFrom(paths: readonly string[], phone: string): () => Promise<string> {
  const sizeOf = (path: string) => (existsSync(path) ? statSync(path).size : 0);
  const logs = paths.map((path) => ({ path, begin: sizeOf(path) }));
  const newest = (): string | undefined =>
    logs
      .filter(({ path }) => existsSync(path))
      .flatMap(({ path, begin }) => readFileSync(path).subarray(begin).toString().split('\n'))
      .map((line) => codeIn(line, phone))
      .findLast((code) => code !== undefined);
  return async () => {
    await waitUntil(
      async () => newest() !== undefined,
      WITHIN_MS,
      () => true,
    );
    const code = newest();
    if (!code)
      throw new Refusal(`No one-time code came into ${paths.join(', ')}; does identity run with DEV_CONSOLE_OTP=true?`);
    return code;
  };
}
