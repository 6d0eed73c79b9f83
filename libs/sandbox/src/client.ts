import type { Clock } from '@social/runtime/clock';
import { signedHeaders } from './signing.ts';

/** How a simulator is reached; `timeoutMs`: how long an answer is waited for. */
export type SandboxClientOptions = { baseUrl: string; secret: string; timeoutMs: number; clock: Clock };

export type SandboxAnswer = { status: number; body: Record<string, unknown> };

/** What a simulator answered, an empty body as an empty object. */
export async function readAnswer(response: Response): Promise<SandboxAnswer> {
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
}

/** A merchant's way to call a simulator. Errors: whatever `fetch` throws when no answer comes. */
export const signedCaller =
  ({ baseUrl, secret, timeoutMs, clock }: SandboxClientOptions) =>
  async (
    method: string,
    path: string,
    payload?: unknown,
    more: Record<string, string> = {},
  ): Promise<SandboxAnswer> => {
    const url = new URL(path, baseUrl);
    const body = payload === undefined ? '' : JSON.stringify(payload);
    const headers = { ...more, ...signedHeaders([method, url.pathname], body, secret, clock.now()) };
    const signal = AbortSignal.timeout(timeoutMs);
    return readAnswer(await fetch(url, { method, headers, body: body || undefined, redirect: 'manual', signal }));
  };
