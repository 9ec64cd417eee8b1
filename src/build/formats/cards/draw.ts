import { constants, crc32, deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { PALETTES } from '../../../charts/index.ts';
import {
  CARD_CHART,
  CARD_GROUND,
  CARD_HEIGHT,
  CARD_INKS,
  CARD_RULES,
  CARD_WIDTH,
  type Card,
  placeCard,
} from '../../../formats/card/card.ts';
import type { Pixels } from '../../../pictures/chart-picture.ts';
import { type Glyph, STAND_IN, UNITS_PER_EM } from './font.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const PALETTE_COLOURS = 3;

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** The bytes of a row as PNG has it: how it is filtered, which is not at all, then an entry for each pixel. */
const rowBytes = (width: number): number => width + 1;

/**
 * A picture of palette entries as PNG (ISO/IEC 15948): rows of `rowBytes(width)`, each of which begins with 0; `palette` holds
 * red, green and blue of each entry. Compressed by runs only: fast on flat pictures, and the same bytes whatever the processor can do.
 */
function indexedPng(rows: Uint8Array, width: number, palette: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length / rowBytes(width), 4);
  header[8] = 8;
  header[9] = PALETTE_COLOURS;
  const data = deflateSync(rows, { level: 1, strategy: constants.Z_RLE, chunkSize: 65_536 });
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', data),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Steps from the ground to an ink, the ink itself included. */
const SHADES = 15;
const INKS = Object.keys(CARD_INKS) as (keyof typeof CARD_INKS)[];
/** The entry of the palette before an ink's lightest shade; 0 is the ground. */
const entryOf = (ink: keyof typeof CARD_INKS) => INKS.indexOf(ink) * SHADES;

/** A glyph at a size: how dark each pixel is, in shades, and where its box begins from the pen. */
interface Stamp {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly shades: Uint8Array;
}

/** Margin around an em for glyphs that extend beyond it, in ems. */
const ROOM = { left: 0.25, right: 0.25, above: 1.1, below: 0.4 };

function stampOf({ path, advance }: Glyph, size: number): Stamp {
  const left = -Math.ceil(ROOM.left * size);
  const top = -Math.ceil(ROOM.above * size);
  const width = Math.ceil((advance / UNITS_PER_EM + ROOM.right) * size) - left;
  const height = Math.ceil(ROOM.below * size) - top;
  const scale = size / UNITS_PER_EM;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path transform="translate(${-left} ${-top}) scale(${scale} ${-scale})" d="${path}"/></svg>`;
  const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const shades = new Uint8Array(width * height);
  for (let at = 0; at < shades.length; at += 1) shades[at] = Math.round(((pixels[4 * at + 3] ?? 0) * SHADES) / 255);
  return cropped({ left, top, width, shades });
}

/** A stamp without the empty room around its glyph. */
function cropped({ left, top, width, shades }: Stamp): Stamp {
  const marked = [...shades.keys()].filter((at) => shades[at] !== 0);
  if (marked.length === 0) return { left, top, width: 0, shades: new Uint8Array() };
  const columns = marked.map((at) => at % width);
  const from = columns.reduce((one, other) => Math.min(one, other));
  const to = columns.reduce((one, other) => Math.max(one, other)) + 1;
  const first = Math.floor((marked[0] ?? 0) / width);
  const last = Math.floor((marked.at(-1) ?? 0) / width);
  const own = new Uint8Array((to - from) * (last - first + 1));
  for (let row = first; row <= last; row += 1)
    own.set(shades.subarray(row * width + from, row * width + to), (row - first) * (to - from));
  return { left: left + from, top: top + first, width: to - from, shades: own };
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** What a chart's colours are rounded to, besides the inks. */
const CHART_COLOURS = (['data-1', 'data-2', 'line'] as const).map((token) => PALETTES.light[token]);

function palette(): Uint8Array {
  const ground = channels(CARD_GROUND);
  const shades = [...INKS.map((ink) => CARD_INKS[ink]), ...CHART_COLOURS].flatMap((colour) =>
    Array.from({ length: SHADES }, (_, step) =>
      channels(colour).map((value, index) => {
        const from = ground[index] ?? 0;
        return Math.round(from + ((value - from) * (step + 1)) / SHADES);
      }),
    ),
  );
  return Uint8Array.from([ground, ...shades].flat());
}

const ROW = rowBytes(CARD_WIDTH);
/** Where a pixel is in the rows of a card. */
const placeOf = (x: number, y: number) => y * ROW + 1 + x;

/** Sets a pixel where a glyph covers more of it than what is already there. */
function press(picture: Uint8Array, { left, top, width, shades }: Stamp, x: number, y: number, entry: number): void {
  const first = placeOf(x + left, y + top);
  for (let start = 0, line = first; start < shades.length; start += width, line += ROW)
    for (let column = 0; column < width; column += 1) {
      const shade = shades[start + column] ?? 0;
      if (shade > 0 && (picture[line + column] ?? 0) < entry + shade) picture[line + column] = entry + shade;
    }
}

/** Draws a chart's pixels in its place, each as the nearest entry of the palette. */
function layChart(picture: Uint8Array, { width, height, data }: Pixels, colours: Uint8Array): void {
  const known = new Map<number, number>();
  const top = CARD_CHART.y + Math.round((CARD_CHART.height - height) / 2);
  const left = CARD_CHART.x + CARD_CHART.width - width;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = 4 * (y * width + x);
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      const colour = (red << 16) | (green << 8) | blue;
      const entry = known.get(colour) ?? nearest(colours, red, green, blue);
      known.set(colour, entry);
      picture[placeOf(left + x, top + y)] = entry;
    }
}

function nearest(colours: Uint8Array, red: number, green: number, blue: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let entry = 0; 3 * entry < colours.length; entry += 1) {
    const [r = 0, g = 0, b = 0] = colours.subarray(3 * entry, 3 * entry + 3);
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [least, best] = [distance, entry];
  }
  return best;
}

/**
 * Draws cards as PNG from the glyphs of their texts. Each glyph is rasterised once a size and then pressed into its place,
 * at whole pixels: a hundred times as fast as rasterising each card, and the same bytes on every machine.
 */
export function cardDrawer(glyphs: ReadonlyMap<string, Glyph>): (card: Card, chart?: Pixels) => Uint8Array {
  const missing: Glyph = glyphs.get(STAND_IN) ?? { path: '', advance: UNITS_PER_EM };
  const stamps = new Map<string, Stamp>();
  const colours = palette();
  const blank = new Uint8Array(ROW * CARD_HEIGHT);
  for (const { x, y, width, height } of CARD_RULES)
    for (let row = y; row < y + height; row += 1)
      blank.fill(entryOf('vermilion') + SHADES, placeOf(x, row), placeOf(x + width, row));
  // Reused for all cards: allocating the buffer takes longer than drawing a card.
  const picture = new Uint8Array(blank.length);
  const advance = (character: string) => (glyphs.get(character) ?? missing).advance / UNITS_PER_EM;
  const measure = (text: string) => [...text].reduce((sum, character) => sum + advance(character), 0);
  const stamp = (character: string, size: number): Stamp => {
    const key = `${size} ${character}`;
    const known = stamps.get(key) ?? stampOf(glyphs.get(character) ?? missing, size);
    stamps.set(key, known);
    return known;
  };
  return (card, chart) => {
    picture.set(blank);
    if (chart) layChart(picture, chart, colours);
    for (const { text, size, x, y, ink } of placeCard(card, measure)) {
      let pen = x;
      for (const character of text) {
        press(picture, stamp(character, size), Math.round(pen), y, entryOf(ink));
        pen += advance(character) * size;
      }
    }
    return indexedPng(picture, CARD_WIDTH, colours);
  };
}
