import { openAsBlob } from 'node:fs';
import { z } from 'zod';
import { type Api, ApiRefusal } from './api-client.ts';

const lineSchema = z.object({
  progress: z.object({
    bytes: z.number(),
    rows: z.number(),
    created: z.number(),
    updated: z.number(),
    refused: z.number(),
  }),
  errors: z.array(z.object({ line: z.number(), column: z.string(), reason: z.string(), handle: z.string() })),
  done: z.boolean(),
  problem: z.object({ code: z.string(), status: z.number(), detail: z.string().optional() }).optional(),
});

/** One line of the answer of a running import. */
export type ImportLine = z.output<typeof lineSchema>;

export type ImportOrder = {
  /** Path of the CSV. */
  file: string;
  /** Id or slug. */
  merchant: string;
  currency: string;
  /** Called with each line; `total` is the file's size in bytes. */
  onLine: (line: ImportLine, total: number) => void;
};

/** The lines of a text that comes in pieces. */
export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of body) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/**
 * Sends a product CSV through the public API and follows its answer to the end; answers the last line.
 * Errors: ApiRefusal, when the file is refused as a whole, at once or on the way.
 */
export async function importFile(api: Api, { file, merchant, currency, onLine }: ImportOrder): Promise<ImportLine> {
  const blob = await openAsBlob(file);
  const path = `/v1/merchants/${encodeURIComponent(merchant)}/product-imports?currency=${encodeURIComponent(currency)}`;
  const response = await api.upload(path, 'text/csv', blob.size, blob.stream());
  if (!response.body) throw new ApiRefusal(response.status, 'internal', 'the answer is empty');

  let last: ImportLine | undefined;
  for await (const text of linesOf(response.body)) {
    last = lineSchema.parse(JSON.parse(text));
    const { problem } = last;
    if (problem) throw new ApiRefusal(problem.status, problem.code, problem.detail ?? 'the import ended early');
    onLine(last, blob.size);
  }
  if (!last?.done)
    throw new ApiRefusal(response.status, 'internal', 'the answer broke off; the import may be incomplete');
  return last;
}
