import { DomainError } from '@social/contracts/errors';
import { CsvError, parse } from 'csv-parse';
import { cellOf, type Row, readHeader, type Sheet } from './import-sheet.ts';

/** Largest row, and so the largest cell, in bytes. */
export const MAX_ROW_BYTES = 1_048_576;
/** A product with more rows, or more text in them, is refused. */
const MAX_PRODUCT_ROWS = 2000;
const MAX_PRODUCT_CHARACTERS = 8_000_000;

/** The rows of one product as they follow each other; `tooLarge` ones are not kept. */
export type ProductRows = {
  handle: string;
  line: number;
  rows: Row[];
  count: number;
  characters: number;
  tooLarge: boolean;
};

export type SheetPart = { sheet: Sheet; product: ProductRows };

const FAULTS: Partial<Record<string, string>> = {
  CSV_MAX_RECORD_SIZE: 'a row is larger than 1 MB; is a quote left open?',
  CSV_QUOTE_NOT_CLOSED: 'a quote is left open',
};

/** Lets bytes through that are UTF-8. Errors: import-invalid. */
export async function* utf8Only(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  const check = (chunk?: Uint8Array) => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw new DomainError('import-invalid', `the file is not UTF-8 (between byte ${bytes} and the next 64 kB)`);
    }
  };
  for await (const chunk of chunks) {
    check(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  check();
}

const asRefusal = (error: unknown): unknown => {
  if (!(error instanceof CsvError)) return error;

  const line = typeof error.lines === 'number' ? `line ${error.lines}: ` : '';
  return new DomainError('import-invalid', `${line}${FAULTS[error.code] ?? 'this is not a CSV'}`);
};

/**
 * Every row with the line that it begins at, as many at once as come together; blank lines are left out. Nothing is read
 * ahead of the consumer.
 */
async function* rowsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Row[]> {
  let rows: Row[] = [];
  let end = 0;
  const parser = parse({
    bom: true,
    relax_column_count: true,
    max_record_size: MAX_ROW_BYTES,
    // Taken here: through the parser's stream, each row would come alone.
    on_record: (cells: string[], { lines }) => {
      if (cells.length > 1 || cells[0]?.trim()) rows.push({ line: end + 1, cells });
      end = lines;
      return undefined;
    },
  });
  // Whoever wrote what is wrong is told of it.
  parser.on('error', () => {});
  const parsed = (send: (done: (error?: Error | null) => void) => void): Promise<Row[]> =>
    new Promise((resolve, reject) =>
      send((error) => {
        if (error) return reject(asRefusal(error));
        resolve(rows);
        rows = [];
      }),
    );
  for await (const chunk of utf8Only(chunks)) yield await parsed((done) => parser.write(chunk, done));
  yield await parsed((done) => parser.end(done));
}

function addRow(product: ProductRows, row: Row): void {
  product.count += 1;
  for (const cell of row.cells) product.characters += cell.length;
  if (product.count > MAX_PRODUCT_ROWS || product.characters > MAX_PRODUCT_CHARACTERS) product.tooLarge = true;
  if (product.tooLarge) product.rows = [];
  else product.rows.push(row);
}

/**
 * Reads a product CSV as it comes in: each product with all its rows, which follow each other in the file. Holds one
 * product at a time. Errors: import-invalid, when it is no such file at all.
 */
export async function* readProducts(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<SheetPart> {
  let sheet: Sheet | undefined;
  let product: ProductRows | undefined;
  for await (const rows of rowsOf(chunks)) {
    for (const row of rows) {
      if (!sheet) {
        sheet = readHeader(row.cells);
        continue;
      }
      const handle = cellOf(sheet, row, 'Handle');
      if (product?.handle !== handle) {
        if (product) yield { sheet, product };
        product = { handle, line: row.line, rows: [], count: 0, characters: 0, tooLarge: false };
      }
      addRow(product, row);
    }
  }
  if (!sheet) throw new DomainError('import-invalid', 'the file is empty');
  if (product) yield { sheet, product };
}
