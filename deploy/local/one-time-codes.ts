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
 * Call before a code is asked for, with the path of identity's log; the function it answers waits for the code that comes after this moment.
 * Errors: Refusal, when none comes.
 */
export function codesFrom(path: string, phone: string): () => Promise<string> {
  const begin = existsSync(path) ? statSync(path).size : 0;
  const newest = (): string | undefined => {
    if (!existsSync(path)) return undefined;
    const lines = readFileSync(path).subarray(begin).toString().split('\n');
    return lines.map((line) => codeIn(line, phone)).findLast((code) => code !== undefined);
  };
  return async () => {
    await waitUntil(
      async () => newest() !== undefined,
      WITHIN_MS,
      () => true,
    );
    const code = newest();
    if (!code) throw new Refusal(`No one-time code came into ${path}; does identity run with DEV_CONSOLE_OTP=true?`);
    return code;
  };
}
