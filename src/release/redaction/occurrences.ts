import { foldText } from '../../rules/personal/fold.ts';

/** A stretch of a text, from `start` up to `end`. */
interface Occurrence {
  readonly start: number;
  readonly end: number;
}

/** How many digits make a number, whose groups may be parted in any way. */
const NUMBER_DIGITS = 6;
/** Ignored in comparison: white space, where lines break, and the escapes of Markdown and JSON. */
const LOOSE = /[\s\u2060\\]/;
/** In a number also separators of groups, and marks of emphasis. */
const PARTING = /[\s\u2060\\._/~()*'’+-]/;

/** Finds a text however it is written: with other digits, in other groups, over the end of a line, in capitals. */
export interface Finder {
  /** All places in a text, in its order. */
  readonly all: (text: string) => readonly Occurrence[];
  readonly isIn: (text: string) => boolean;
}

/** A finder of a text. Throws a RangeError where the text is too short to be told from others. */
export function finderOf(sought: string): Finder {
  const folded = foldText(sought).toLowerCase();
  const isNumber = folded.replace(/\D/g, '').length >= NUMBER_DIGITS;
  const skipped = isNumber ? PARTING : LOOSE;
  const needle = [...folded].filter((character) => !skipped.test(character)).join('');
  if ([...needle].length < 2) throw new RangeError('too short');
  /** A number within a longer number does not count. */
  const bounded = /^\d/.test(needle) && isNumber;
  const boundedAfter = /\d$/.test(needle) && isNumber;
  const everywhere = new RegExp(skipped, 'g');
  const compact = (text: string) => foldText(text).toLowerCase().replace(everywhere, '');

  function all(text: string): Occurrence[] {
    const whole = foldText(text).toLowerCase();
    if (!whole.replace(everywhere, '').includes(needle)) return [];
    const at: number[] = [];
    let plain = '';
    for (let index = 0; index < whole.length; index += 1) {
      const unit = whole[index] ?? '';
      if (skipped.test(unit)) continue;
      at.push(index);
      plain += unit;
    }
    const found: Occurrence[] = [];
    for (let from = plain.indexOf(needle); from !== -1; from = plain.indexOf(needle, from + needle.length)) {
      const [start, last] = [at[from] ?? 0, at[from + needle.length - 1] ?? 0];
      if (bounded && /\d/.test(whole[start - 1] ?? '')) continue;
      if (boundedAfter && /\d/.test(whole[last + 1] ?? '')) continue;
      // The second half of a character that takes two units is a filler here.
      const end = whole[last + 1] === '\u2060' && text[last + 1] !== '\u2060' ? last + 2 : last + 1;
      found.push({ start, end });
    }
    return found;
  }

  return {
    all,
    isIn: (text) => (bounded || boundedAfter ? all(text).length > 0 : compact(text).includes(needle)),
  };
}

/** A text with its occurrences replaced: `written` gives the replacement of one, from how it was written and where. */
export function replaced(
  text: string,
  occurrences: readonly Occurrence[],
  written: (old: string, start: number) => string,
): string {
  let [result, at] = ['', 0];
  for (const { start, end } of occurrences) {
    result += text.slice(at, start) + written(text.slice(start, end), start);
    at = end;
  }
  return result + text.slice(at);
}
