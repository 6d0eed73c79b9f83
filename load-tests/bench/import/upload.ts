import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Shop } from '../shop.ts';
import type { Platform } from '../stage.ts';

type Merchant = Awaited<ReturnType<Shop['aMerchant']>>;
type ImportLine = { progress: { created: number; refused: number }; done: boolean };

/** Imports a file through the API for a merchant who has nothing yet. Errors: when not every product was created. */
export async function upload(
  { url }: Platform,
  { merchantId, token }: Merchant,
  { csv, products }: { csv: string; products: number },
): Promise<void> {
  const response = await fetch(`${url}/v1/merchants/${merchantId}/product-imports?currency=CNY`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv', 'idempotency-key': merchantId },
    body: Readable.toWeb(createReadStream(csv)) as ReadableStream,
    duplex: 'half',
  });
  const last = (await response.text()).trim().split('\n').at(-1) ?? '';
  const { progress, done }: ImportLine = JSON.parse(last);
  if (!done || progress?.created !== products) throw new Error(`the import ended with ${last}`);
}
