import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** A refusal of the public API: its status and problem document. */
export class ApiRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.name = 'ApiRefusal';
    this.status = status;
    this.code = code;
  }
}

/** One person at the public API of the gateway. */
export type Api = {
  get: <T>(path: string, schema: z.ZodType<T>) => Promise<T>;
  /** @param key repeats are one request; by default each call is a request of its own */
  post: <T>(path: string, body: unknown, schema: z.ZodType<T>, key?: string) => Promise<T>;
  put: <T>(path: string, body: unknown, schema: z.ZodType<T>) => Promise<T>;
  remove: (path: string) => Promise<void>;
  /** Sends bytes of a known length as they come; answers the open response. */
  upload: (path: string, type: string, length: number, bytes: ReadableStream<Uint8Array>) => Promise<Response>;
  /** Answers the open response, whose body is a file. */
  download: (path: string) => Promise<Response>;
};

const problemSchema = z.object({ code: z.string(), detail: z.string().optional(), title: z.string().optional() });
const sessionSchema = z.object({ accessToken: z.string() });

/** Errors: ApiRefusal, unless the answer is a success. */
async function succeeded(response: Response): Promise<Response> {
  if (response.ok) return response;

  const body: unknown = await response.json().catch(() => ({}));
  const problem = problemSchema.safeParse(body).data;
  const detail = problem?.detail ?? problem?.title ?? response.statusText;
  throw new ApiRefusal(response.status, problem?.code ?? 'internal', detail);
}

/** The API at an address, without or with an access token; `more` headers go with every request. */
export function apiAt(gatewayUrl: string, accessToken?: string, more: Record<string, string> = {}): Api {
  const headers: Record<string, string> = {
    ...more,
    ...(accessToken ? { authorization: `Bearer ${accessToken}` } : {}),
  };
  const send = async (path: string, init: RequestInit): Promise<Response> =>
    succeeded(await fetch(`${gatewayUrl}${path}`, init));
  return {
    get: async (path, schema) => schema.parse(await (await send(path, { headers })).json()),
    post: async (path, body, schema, key = randomUUID()) => {
      const response = await send(path, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      });
      return schema.parse(await response.json());
    },
    put: async (path, body, schema) => {
      const init = { method: 'PUT', headers: { ...headers, 'content-type': 'application/json' } };
      return schema.parse(await (await send(path, { ...init, body: JSON.stringify(body) })).json());
    },
    remove: async (path) => {
      await send(path, { method: 'DELETE', headers });
    },
    upload: (path, type, length, bytes) =>
      send(path, {
        method: 'POST',
        headers: {
          ...headers,
          'content-type': type,
          'content-length': String(length),
          'idempotency-key': randomUUID(),
        },
        body: bytes,
        duplex: 'half',
      }),
    download: (path) => send(path, { headers }),
  };
}

/** An access token for phone and password. Errors: ApiRefusal `credentials-wrong`. */
export async function accessTokenOf(gatewayUrl: string, phone: string, password: string): Promise<string> {
  const body = { phone, password, client: 'app' };
  return (await apiAt(gatewayUrl).post('/v1/auth/log-in', body, sessionSchema)).accessToken;
}

/** Logs in by password. Errors: ApiRefusal `credentials-wrong`. */
export const logIn = async (gatewayUrl: string, phone: string, password: string): Promise<Api> =>
  apiAt(gatewayUrl, await accessTokenOf(gatewayUrl, phone, password));
