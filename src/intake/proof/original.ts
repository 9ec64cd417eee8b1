import { extname } from 'node:path';
import { parsePrintedDay } from '../../import/letter/dates.ts';
import { readSource } from '../../import/read-source.ts';
import { readChineseQuantities } from '../../language/quantities/chinese.ts';
import { findingsBehind } from '../../terminal/failures.ts';
import { OUTSIDE } from '../outside.ts';
import { comparable } from './items.ts';

/** The original of a letter, as a sheet shows it: its lines, and the file itself where a browser shows that. */
export interface Original {
  readonly name: string;
  readonly format: string;
  readonly lines: readonly { readonly line: number; readonly text: string }[];
  /** A picture, or a PDF, as an address that holds it. */
  readonly shown: string | undefined;
}

const SHOWN: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
};

/** Reads an original; one that no text can be read in has no lines. */
export async function readOriginal(bytes: Uint8Array, name: string): Promise<Original> {
  const type = SHOWN[extname(name).toLowerCase()];
  const shown = type === undefined ? undefined : `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
  try {
    const { blocks, format } = await readSource(bytes, name, { outside: OUTSIDE });
    const lines = blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? [{ line: block.line, text: block.text }]
        : block.rows.map((cells) => ({ line: block.line, text: cells.join(' ') })),
    );
    return { name, format, lines, shown };
  } catch (error) {
    if (findingsBehind(error).length === 0) throw error;
    return { name, format: '', lines: [], shown };
  }
}

/** Where an original has something: its line, and whether the words are there as one. */
interface OriginalPlace {
  readonly line: number;
  readonly whole: boolean;
}

/** The words around some words in a letter. */
export interface Surroundings {
  readonly before: string;
  readonly after: string;
}

/** How many characters around words are looked for with them, the most first: 12.5 may be in several lines. */
const REACHES = [12, 6, 3, 1] as const;

/** Some words with what is around them, less and less of it: on both sides, then on one. */
function windows(wanted: string, { before, after }: Surroundings): string[] {
  const [left, right] = [comparable(before), comparable(after)];
  return REACHES.flatMap((reach) => {
    const [head, tail] = [left.slice(-reach), right.slice(0, reach)];
    return [head + wanted + tail, head + wanted, wanted + tail];
  }).filter((window) => window.length > wanted.length);
}

/**
 * Finds the line of an original that has some words, where several have them the one with the same words around them, however they are spaced, the next line taken with it where they run over; a day
 * (`YYYY-MM-DD`) in whatever digits; and what was put together from words of one line (县…人大), which is said.
 */
export function originalFinder({
  lines,
}: Pick<Original, 'lines'>): (words: string, around?: Surroundings) => OriginalPlace | undefined {
  const texts = lines.map(({ line, text }) => ({ line, text: comparable(text), days: daysIn(text) }));
  return (words, around) => {
    const wanted = comparable(words);
    for (const window of around === undefined ? [] : windows(wanted, around)) {
      const near = texts.find(({ text }) => text.includes(window));
      if (near !== undefined) return { line: near.line, whole: true };
    }
    const at = texts.find(({ text, days }) => text.includes(wanted) || days.has(words));
    if (at !== undefined) return { line: at.line, whole: true };
    const over = texts.find(({ text }, index) => (text + (texts[index + 1]?.text ?? '')).includes(wanted));
    if (over !== undefined) return { line: over.line, whole: true };
    const parts = texts.find(({ text }) => holdsInOrder(text, wanted));
    return parts && { line: parts.line, whole: false };
  };
}

function daysIn(text: string): ReadonlySet<string> {
  const days = readChineseQuantities(text).flatMap(({ kind, value }) => (kind === 'date' ? [value] : []));
  const whole = parsePrintedDay(text);
  return new Set(whole === undefined ? days : [...days, whole]);
}

/** Most characters of the original between the first and the last of words put together. */
const SPREAD = 12;

/** Whether a text has all characters of some words in their order, close together. */
function holdsInOrder(text: string, words: string): boolean {
  const characters = Array.from(words);
  if (characters.length < 2) return false;
  const [first = ''] = characters;
  for (let from = text.indexOf(first); from !== -1; from = text.indexOf(first, from + 1)) {
    let at = from - 1;
    for (const character of characters) {
      at = text.indexOf(character, at + 1);
      if (at === -1) return false;
    }
    if (at - from < words.length + SPREAD) return true;
  }
  return false;
}
