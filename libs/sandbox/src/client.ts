import { signedHeaders } from './signing.ts';

export type SandboxAnswer = { status: number; body: Record<string, unknown> };

/** What a simulator answered, an empty body as an empty object. */
export async function readAnswer(response: Response): Promise<SandboxAnswer> {
  const text = await response.text();
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
}

/**
 * A merchant's way to call a simulator, for tests and tools.
 * @param timeoutMs how long an answer is waited for
 */
export const signedCaller =
  (url: string, secret: string, timeoutMs: number) =>
  async (method: string, path: string, payload?: unknown): Promise<SandboxAnswer> => {
    const body = payload === undefined ? '' : JSON.stringify(payload);
    const headers = { ...signedHeaders([method, path], body, secret, new Date()) };
    const signal = AbortSignal.timeout(timeoutMs);
    return readAnswer(await fetch(url + path, { method, headers, body: body || undefined, signal }));
  };
