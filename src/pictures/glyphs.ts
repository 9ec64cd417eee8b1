import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Blob, Buffer, Face, Font, shape, Variation } from 'harfbuzzjs';
import { decompress } from 'wawoff2';
import { z } from 'zod';

/** A line of words as one path, its baseline at the origin, y downwards. */
interface Outline {
  readonly d: string;
  /** Its advance, in the size's unit. */
  readonly width: number;
}

/** Draws words as outlines, so that a picture is the same on every machine, whatever fonts that one has. */
type Outliner = (text: string, size: number, weight: number) => Outline;

/** What printers set where a font lacks a character (下駄): the check names such characters in what pictures draw. */
const STAND_IN = '〓';
const PACKAGE = '@fontsource-variable/noto-sans-sc';
const unicodeSchema = z.record(z.string(), z.string());

/** Reads the slices of Noto Sans SC that hold the characters of `texts`, and gives an outliner for such texts. */
export async function openOutliner(texts: Iterable<string>): Promise<Outliner> {
  const folder = path.dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`));
  const slices = sliceRanges(readFileSync(path.join(folder, 'unicode.json'), 'utf8'));
  const nameOf = (character: string) => {
    const code = character.codePointAt(0) ?? 0;
    return slices.find(({ ranges }) => ranges.some(([first, last]) => first <= code && code <= last))?.name;
  };
  const sliceOf = (character: string) => nameOf(character) ?? 'latin';
  const drawable = (text: string) =>
    [...text].map((character) => (nameOf(character) === undefined ? STAND_IN : character)).join('');
  const faces = new Map<string, Face>();
  for (const name of new Set(['latin', ...[...texts, STAND_IN].flatMap((text) => [...text].map(sliceOf))])) {
    const woff2 = readFileSync(path.join(folder, 'files', `noto-sans-sc-${name}-wght-normal.woff2`));
    faces.set(name, new Face(new Blob(await decompress(woff2))));
  }
  return (text, size, weight) => {
    let d = '';
    let width = 0;
    for (const { name, run } of runs(drawable(text), sliceOf)) {
      const face = faces.get(name);
      if (!face) throw new RangeError(`"${run}" was not among the texts that the outliner was opened for`);
      const outline = outlineRun(run, face, size, weight, width);
      d += outline.d;
      width += outline.width;
    }
    return { d, width };
  };
}

interface Slice {
  readonly name: string;
  readonly ranges: readonly (readonly [number, number])[];
}

/** The package's `unicode.json`: the characters of each slice, as CSS writes them. Latin comes first, so that it wins. */
function sliceRanges(source: string): Slice[] {
  const slices = Object.entries(unicodeSchema.parse(JSON.parse(source))).map(([name, list]) => ({
    name: name.replace(/[[\]]/g, ''),
    ranges: list.split(',').map((range) => {
      const [first = '0', last = first] = range.trim().replace(/^U\+/i, '').split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
    }),
  }));
  return [...slices.filter(({ name }) => name === 'latin'), ...slices.filter(({ name }) => name !== 'latin')];
}

/** Runs of characters of one slice. */
function runs(text: string, sliceOf: (character: string) => string): { name: string; run: string }[] {
  const found: { name: string; run: string }[] = [];
  for (const character of text) {
    const name = sliceOf(character);
    const last = found.at(-1);
    if (last?.name === name) last.run += character;
    else found.push({ name, run: character });
  }
  return found;
}

function outlineRun(text: string, face: Face, size: number, weight: number, left: number): Outline {
  const font = new Font(face);
  font.setVariations([new Variation('wght', weight)]);
  const scale = size / face.upem;
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer);
  let d = '';
  let x = 0;
  for (const { codepoint, xAdvance, xOffset, yOffset } of buffer.getGlyphInfosAndPositions()) {
    d += placePath(font.glyphToPath(codepoint), scale, left + (x + (xOffset ?? 0)) * scale, -(yOffset ?? 0) * scale);
    x += xAdvance ?? 0;
  }
  return { d, width: x * scale };
}

/** A glyph's path (absolute commands, y upwards, font units) scaled and moved, to two places. */
function placePath(source: string, scale: number, dx: number, dy: number): string {
  return source.replace(/([MLQC])([^MLQCZ]*)/g, (_, command: string, list: string) => {
    const numbers = list
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const placed = numbers.map((value, index) =>
      String(Math.round((index % 2 === 0 ? value * scale + dx : dy - value * scale) * 100) / 100),
    );
    return command + placed.join(' ');
  });
}
