import { FOOD_AND_HOME_MOTIFS } from './motifs-food-and-home.ts';
import { WEAR_AND_ELECTRONICS_MOTIFS } from './motifs-wear-and-electronics.ts';
import type { PictureSubject } from './read-sample.ts';

type Palette = { light: string; mid: string; ink: string };

const MOTIFS = { ...FOOD_AND_HOME_MOTIFS, ...WEAR_AND_ELECTRONICS_MOTIFS };

const FONTS = 'PingFang SC,Noto Sans SC,WenQuanYi Zen Hei,sans-serif';

/** Background and caption colours of each leaf category. */
const PALETTES: Record<string, Palette> = {
  tea: { light: '#f1f4e2', mid: '#d3e0b8', ink: '#3f5a2a' },
  snacks: { light: '#fff1dc', mid: '#fbd9a6', ink: '#7a4316' },
  pantry: { light: '#fbf3dd', mid: '#efdcae', ink: '#6b4c16' },
  fruit: { light: '#eef8e6', mid: '#c9e8c0', ink: '#2f6134' },
  liquor: { light: '#f9ebe4', mid: '#edc9bb', ink: '#74261f' },
  kitchenware: { light: '#eef2f3', mid: '#cfdcde', ink: '#2f4a52' },
  bedding: { light: '#f0eff8', mid: '#d6d3ec', ink: '#413c70' },
  homecare: { light: '#e6f5f6', mid: '#bce2e6', ink: '#1f5a66' },
  apparel: { light: '#f7eeea', mid: '#e6d0c6', ink: '#5c3a30' },
  skincare: { light: '#fdeef1', mid: '#f6cfd8', ink: '#7c2f48' },
  'small-appliances': { light: '#fdf3e8', mid: '#f3d8bd', ink: '#6a4022' },
  'phone-accessories': { light: '#e9eff9', mid: '#c6d6f0', ink: '#25406e' },
};

/** Scenery behind the goods; a product always gets the same one. */
const BACKDROPS = [
  '<circle cx="240" cy="205" r="160" fill="M"/><circle cx="240" cy="205" r="128" fill="L" opacity=".55"/>',
  '<path d="M0 300q90-120 180-60t140-70 160 60v170H0z" fill="M"/><circle cx="390" cy="90" r="38" fill="#fff" opacity=".7"/>',
  '<path d="M0 190q60-40 120 0t120 0 120 0 120 0v210H0z" fill="M"/><path d="M0 250q60-40 120 0t120 0 120 0 120 0v150H0z" fill="L" opacity=".5"/>',
  '<path d="M60 360V200a180 180 0 0 1 360 0v160z" fill="M"/><path d="M100 360V205a140 140 0 0 1 280 0v155z" fill="L" opacity=".5"/>',
  '<g fill="M"><circle cx="70" cy="80" r="46"/><circle cx="410" cy="110" r="64"/><circle cx="80" cy="290" r="70"/><circle cx="400" cy="310" r="44"/></g>',
];

/**
 * The picture of a product as an SVG of 480 × 480: backdrop in its category's palette, its motif in its own colour, its
 * short name. The same product always gives the same bytes.
 *
 * @throws Error when the category has no palette or the motif does not exist
 */
export function drawPicture({ handle, shortName, category, motif, colour }: PictureSubject): string {
  const palette = PALETTES[category];
  const shape = MOTIFS[motif];
  if (!palette || !shape) throw new Error(`${handle}: no palette for "${category}" or no motif "${motif}"`);

  const backdrop = BACKDROPS[hash(handle) % BACKDROPS.length] ?? '';
  const scene = paint(backdrop, { M: palette.mid, L: palette.light });
  const goods = paint(shape, {
    A: colour,
    D: mix(colour, '#1c1a22', 0.34),
    L: mix(colour, '#ffffff', 0.52),
    W: '#fffaf2',
  });
  const size = Math.min(46, Math.floor(400 / shortName.length));
  const caption = escapeXml(shortName);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480" role="img" aria-label="${caption}">`,
    `<rect width="480" height="480" fill="${palette.light}"/>${scene}<path d="M0 392h480v88H0z" fill="#fff"/>`,
    `<ellipse cx="240" cy="347" rx="134" ry="15" fill="${palette.ink}" opacity=".16"/>`,
    `<g transform="translate(90 68) scale(1.5)">${goods}</g>`,
    `<text x="240" y="452" text-anchor="middle" font-family="${FONTS}" font-size="${size}" font-weight="600" fill="${palette.ink}">${caption}</text>`,
    '</svg>\n',
  ].join('');
}

/** Replaces tone names in fills and strokes by colours. */
function paint(shape: string, tones: Record<string, string>): string {
  return shape.replace(/(fill|stroke)="([A-Z])"/g, (_, attribute, tone) => `${attribute}="${tones[tone] ?? '#000'}"`);
}

/** The colour that lies `share` of the way from `#rrggbb` to another. */
function mix(from: string, to: string, share: number): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(channel(from, at) * (1 - share) + channel(to, at) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** FNV-1a over the code units: spreads handles evenly and needs no library. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return sum;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
