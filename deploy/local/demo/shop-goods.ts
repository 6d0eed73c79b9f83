/** What the new merchant of the shop's story sells: a file and a picture, as it would bring them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

const COLUMNS = [
  ...['Handle', 'Title', 'Body (HTML)', 'Type', 'Published', 'Option1 Name', 'Option1 Value'],
  ...['Variant SKU', 'Variant Grams', 'Variant Inventory Qty', 'Variant Price'],
];
const ROWS = [
  [
    'gaiwan',
    '白瓷盖碗',
    '<p>薄胎高温白瓷，120 毫升。</p>',
    'kitchenware',
    'false',
    '',
    '',
    'SL-01',
    '420',
    '20',
    '88.00',
  ],
  ['tea-mat', '竹编茶席', '<p>老竹劈丝，手工编成。</p>', 'kitchenware', 'false', '', '', 'SL-02', '300', '15', '56.00'],
  [
    'kettle',
    '铸铁壶',
    '<p>砂铸，内壁不涂层。</p>',
    'kitchenware',
    'false',
    '颜色',
    '黑',
    'SL-03',
    '1500',
    '6',
    '268.00',
  ],
  ['kettle', '', '', '', '', '', '棕', 'SL-04', '1500', '4', '288.00'],
];

export const GOODS_COUNT = new Set(ROWS.map(([handle]) => handle)).size;

/** Lends a CSV of the goods, not yet published, to some work. */
export async function withGoodsFile<T>(work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'demo-'));
  try {
    const path = join(folder, 'goods.csv');
    await writeFile(path, [COLUMNS, ...ROWS].map((cells) => `${cells.join(',')}\n`).join(''));
    return await work(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A photograph of the first of them, as far as a drawing can be one. */
export const aPicture = (): Promise<Buffer> =>
  sharp(join(import.meta.dirname, '../../../services/catalog/sample/pictures/gaiwan-baici.svg'))
    .resize({ width: 1200 })
    .flatten({ background: '#ffffff' })
    .jpeg()
    .toBuffer();
