/** A product CSV of our own making, in the columns and proportions that shops export. */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const HEADER = [
  ...['Handle', 'Title', 'Body (HTML)', 'Vendor', 'Type', 'Tags', 'Published'],
  ...['Option1 Name', 'Option1 Value', 'Option2 Name', 'Option2 Value', 'Option3 Name', 'Option3 Value'],
  ...['Variant SKU', 'Variant Grams', 'Variant Inventory Tracker', 'Variant Inventory Qty', 'Variant Price'],
  ...['Variant Compare At Price', 'Variant Requires Shipping', 'Variant Taxable', 'Variant Barcode', 'Image Src'],
  ...['Image Alt Text', 'Gift Card', 'SEO Title', 'SEO Description', 'Variant Image', 'Variant Weight Unit'],
];

const BODY =
  '<p>轻量铝合金车架，内走线，出厂前逐台调校。</p>\n<ul><li>"城市"与旅行两用</li><li>两年质保</li></ul>\n'.repeat(5);
const COLOURS = ['墨绿', '象牙白', '石墨灰', '橘红'];

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function row(cells: Record<string, string>): string {
  return `${HEADER.map((column) => quoted(cells[column] ?? '')).join(',')}\n`;
}

/** One to four rows: the first describes the product, every row is one of its colours. */
function* productRows(index: number): Generator<string> {
  const handle = `bike-${index}`;
  const described = {
    Title: `旅行自行车 ${index} 号`,
    'Body (HTML)': BODY,
    Vendor: `车行 ${index % 40}`,
    Type: `车型 ${index % 12}`,
    Tags: '自行车, 通勤, 铝合金, 新品',
    Published: 'true',
    'Option1 Name': '颜色',
    'Gift Card': 'false',
    'SEO Title': `旅行自行车 ${index} 号`,
  };
  for (const [place, colour] of COLOURS.slice(0, 1 + (index % COLOURS.length)).entries()) {
    yield row({
      Handle: handle,
      ...(place === 0 ? described : {}),
      'Option1 Value': colour,
      'Variant SKU': `BK-${index}-${place}`,
      'Variant Grams': '11500',
      'Variant Inventory Qty': `${(index * 7 + place) % 200}`,
      'Variant Price': `${1999 + (index % 500)}.00`,
      'Variant Compare At Price': `${2499 + (index % 500)}.00`,
      'Variant Requires Shipping': 'true',
      'Variant Taxable': 'true',
      'Image Src': `https://pictures.example/bikes/${index}-${place}.jpg`,
      'Variant Weight Unit': 'kg',
    });
  }
}

/** Writes a file of so many products. @returns how many rows it has below its header */
export async function writeCatalogue(file: string, products: number): Promise<number> {
  let rows = 0;
  function* lines() {
    yield `${HEADER.join(',')}\n`;
    for (let index = 0; index < products; index++) {
      for (const line of productRows(index)) {
        rows += 1;
        yield line;
      }
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
  return rows;
}
