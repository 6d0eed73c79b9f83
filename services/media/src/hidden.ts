/** Readers of PDF look for its start in the first kilobyte, those of ZIP for its end in the last 64. */
const PDF_WITHIN = 1024;
const ZIP_WITHIN = 64 * 1024 + 22;
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');

/** Words of pages and scripts: long enough not to come up by chance in compressed data. */
const MARKUP = ['<script', '<!doctype', '<iframe', '<svg xmlns', '<html>'];

/**
 * Whether a picture can be read as something else too: a page with a script, a PDF, a ZIP (and so a JAR). Nobody is ever
 * given the bytes that came; such a file is refused because no camera and no editor makes one.
 */
export function hidesSomethingElse(bytes: Buffer): boolean {
  if (bytes.subarray(0, PDF_WITHIN).includes('%PDF-')) return true;
  if (bytes.subarray(-ZIP_WITHIN).includes(ZIP_END)) return true;

  const text = bytes.toString('latin1').toLowerCase();
  return MARKUP.some((word) => text.includes(word));
}
