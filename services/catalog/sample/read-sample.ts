import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** The folder of the sample catalogue. */
export const SAMPLE_DIR = import.meta.dirname;

/** One line of a merchant's product CSV by column name; a product's later lines hold only its further variants. */
export type SampleRow = Record<string, string>;

/** What a product's picture shows. */
export type PictureSubject = {
  handle: string;
  /** The caption under the drawing, a few characters. */
  shortName: string;
  /** Slug of the leaf category; it chooses the palette. */
  category: string;
  /** Name of the shape to draw. */
  motif: string;
  /** The product's own colour, `#rrggbb`. */
  colour: string;
};

/** Slugs of the merchants that have a product file. */
export function merchantFiles(): string[] {
  return readdirSync(`${SAMPLE_DIR}/merchants`).map((file) => file.replace(/\.csv$/, ''));
}

/** All lines of one merchant's product CSV, in file order. */
export function readMerchantRows(slug: string): SampleRow[] {
  return parse(readFileSync(`${SAMPLE_DIR}/merchants/${slug}.csv`), { columns: true }) as SampleRow[];
}

/** The lines that open a product; the others repeat its handle for another variant. */
export function productRows(rows: SampleRow[]): SampleRow[] {
  return rows.filter((row) => row.Title);
}

/** A product's picture is described in its alternative text and the first two custom labels. */
export function pictureSubject(row: SampleRow): PictureSubject {
  return {
    handle: row.Handle ?? '',
    shortName: row['Image Alt Text'] ?? '',
    category: row.Type ?? '',
    motif: row['Google Shopping / Custom Label 0'] ?? '',
    colour: row['Google Shopping / Custom Label 1'] ?? '',
  };
}
