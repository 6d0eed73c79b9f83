import { open, rename, rm } from 'node:fs/promises';
import { type Api, ApiRefusal } from './api-client.ts';
import { readProducts } from './import-file.ts';

export type ExportProgress = { bytes: number; rows: number; products: number };

export type ExportOrder = {
  /** Where the CSV is to be. */
  file: string;
  /** Id or slug. */
  merchant: string;
  /** Called after each piece. */
  onProgress: (progress: ExportProgress) => void;
};

/** The pieces of an answer. Errors: ApiRefusal, when it breaks off. */
async function* piecesOf({ body, status }: Response): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of body ?? []) yield piece;
  } catch {
    throw new ApiRefusal(status, 'internal', 'the answer broke off; no file was kept');
  }
}

/** Writes each piece before it is handed on. */
async function* keptIn(part: string, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const target = await open(part, 'w');
  try {
    for await (const piece of pieces) {
      await target.writeFile(piece);
      yield piece;
    }
  } finally {
    await target.close();
  }
}

/**
 * Writes a merchant's products into a file as they come, counted as an import would count them. The file has its name
 * when it is whole. Errors: ApiRefusal.
 */
export async function exportFile(api: Api, { file, merchant, onProgress }: ExportOrder): Promise<ExportProgress> {
  const response = await api.download(`/v1/merchants/${encodeURIComponent(merchant)}/products.csv`);
  const progress: ExportProgress = { bytes: 0, rows: 0, products: 0 };
  async function* counted() {
    for await (const piece of piecesOf(response)) {
      progress.bytes += piece.length;
      onProgress(progress);
      yield piece;
    }
  }
  const part = `${file}.part`;
  try {
    for await (const { product } of readProducts(keptIn(part, counted()))) {
      progress.products += 1;
      progress.rows += product.count;
    }
    await rename(part, file);
    return progress;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
