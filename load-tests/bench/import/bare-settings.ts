/** What the limit of an import is told: the file, its rows, and files with the documents that came of them as BSON. */
export type BareImport = {
  mongoUrl: string;
  namespace: string;
  csv: string;
  rows: number;
  files: Record<'products' | 'stock' | 'movements', string>;
};
