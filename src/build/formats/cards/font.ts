import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as harfbuzz from 'harfbuzzjs';
import { decompress } from 'wawoff2';

/** The font that cards are drawn in, from npm, so that no machine needs a Chinese font: pieces by ranges of characters. */
const PACKAGE = '@fontsource-variable/noto-serif-sc';
const WEIGHT = 600;
/** Of the font: units in which its outlines are drawn. */
export const UNITS_PER_EM = 1000;

/** A character's outline, of absolute commands in font units, y upwards, and how far it moves the pen. */
export interface Glyph {
  readonly path: string;
  readonly advance: number;
}

/** What printers set where a font lacks a character (下駄). The check reports such characters in texts that are drawn in pictures. */
export const STAND_IN = '〓';

/** One piece of the font and the code points it has. */
interface FontPiece {
  readonly file: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
}

/** The pieces of the package, from its own list. */
function fontPieces(folder: string): FontPiece[] {
  const list: Record<string, string> = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'));
  return Object.entries(list).map(([name, ranges]) => ({
    file: join(folder, 'files', `noto-serif-sc-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`),
    ranges: ranges.split(',').map((range) => {
      const [from = '0', to = from] = range.trim().replace(/^U\+/i, '').split('-');
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    }),
  }));
}

/** The glyphs of a text's characters; one that the font lacks has none. Every piece that the text needs is unpacked. */
export async function readGlyphs(text: string): Promise<ReadonlyMap<string, Glyph>> {
  const folder = dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`));
  const pieces = fontPieces(folder);
  const fonts = new Map<FontPiece, harfbuzz.Font>();
  const glyphs = new Map<string, Glyph>();
  for (const character of new Set(text)) {
    const code = character.codePointAt(0) ?? 0;
    const piece = pieces.find(({ ranges }) => ranges.some(([from, to]) => from <= code && code <= to));
    if (!piece) continue;
    const font = fonts.get(piece) ?? (await unpack(piece));
    fonts.set(piece, font);
    glyphs.set(character, glyphOf(font, character));
  }
  return glyphs;
}

async function unpack({ file }: FontPiece): Promise<harfbuzz.Font> {
  const bytes = await decompress(readFileSync(file));
  const font = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(new Uint8Array(bytes).slice().buffer)));
  font.setVariations([new harfbuzz.Variation('wght', WEIGHT)]);
  return font;
}

function glyphOf(font: harfbuzz.Font, character: string): Glyph {
  const buffer = new harfbuzz.Buffer();
  buffer.addText(character);
  buffer.guessSegmentProperties();
  harfbuzz.shape(font, buffer);
  const [info] = buffer.getGlyphInfos();
  const [position] = buffer.getGlyphPositions();
  return info && position
    ? { path: font.glyphToPath(info.codepoint), advance: position.xAdvance }
    : { path: '', advance: UNITS_PER_EM };
}
