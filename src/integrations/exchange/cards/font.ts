import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as harfbuzz from 'harfbuzzjs';
import { decompress } from 'wawoff2';
import type { Outliner } from '../../../exchange/card/card.ts';

/** The font that cards are drawn in, from npm, so that no machine needs a Chinese font: pieces by ranges of characters. */
const PACKAGE = '@fontsource-variable/noto-serif-sc';
const WEIGHT = 600;
/** Of the font: units in which its outlines are drawn. */
const UNITS_PER_EM = 1000;

interface Glyph {
  readonly path: string;
  readonly advance: number;
}

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

/** The font open for a text: every piece that the text needs is unpacked. */
export async function openFont(text: string): Promise<Outliner> {
  const folder = dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`));
  const pieces = fontPieces(folder);
  const characters = [...new Set(text)];
  const fonts = new Map<FontPiece, harfbuzz.Font>();
  const glyphs = new Map<string, Glyph>();
  for (const character of characters) {
    const code = character.codePointAt(0) ?? 0;
    const piece = pieces.find(({ ranges }) => ranges.some(([from, to]) => from <= code && code <= to));
    if (!piece) continue;
    const font = fonts.get(piece) ?? (await unpack(piece));
    fonts.set(piece, font);
    glyphs.set(character, glyphOf(font, character));
  }
  return (line, size) => outline(line, size, glyphs);
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

/** Moves and scales each glyph's path into its place; a character that the font lacks leaves a gap of its width. */
function outline(line: string, size: number, glyphs: ReadonlyMap<string, Glyph>) {
  const scale = size / UNITS_PER_EM;
  let x = 0;
  const paths: string[] = [];
  for (const character of line) {
    const glyph = glyphs.get(character) ?? { path: '', advance: UNITS_PER_EM };
    paths.push(placed(glyph.path, x, scale));
    x += glyph.advance * scale;
  }
  return { path: paths.join(''), width: x };
}

/** A path of absolute commands in font units, y upwards, as one in pixels, y downwards. */
function placed(path: string, x: number, scale: number): string {
  let horizontal = true;
  return path.replace(/[MLQCZ]|-?\d+(?:\.\d+)?/g, (token) => {
    if (/[MLQCZ]/.test(token)) {
      horizontal = true;
      return token;
    }
    const value = horizontal ? x + Number(token) * scale : -Number(token) * scale;
    horizontal = !horizontal;
    return String(Number(value.toFixed(2)));
  });
}
