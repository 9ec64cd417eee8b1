/** One step of an alignment: a character in both texts, a substitution, one in the quotation only, or one in the source only. */
export type Step = 'same' | 'other' | 'quotation' | 'source';

/** The piece of a text that a quotation matches with the fewest edits. */
export interface Alignment {
  /** Half-open range in the text. */
  readonly start: number;
  readonly end: number;
  /** Levenshtein distance: characters inserted, deleted or replaced. */
  readonly distance: number;
  /** From the first character to the last. */
  readonly steps: readonly Step[];
}

const WORD = 32;

/** For each character of a quotation, a bit mask of its positions there, 32 to a number. */
function characterBits(quote: string): Map<number, Int32Array> {
  const words = Math.ceil(quote.length / WORD);
  const bits = new Map<number, Int32Array>();
  for (let at = 0; at < quote.length; at += 1) {
    const code = quote.charCodeAt(at);
    const own = bits.get(code) ?? new Int32Array(words);
    own[at >>> 5] = (own[at >>> 5] ?? 0) | (1 << (at & 31));
    bits.set(code, own);
  }
  return bits;
}

/**
 * Walks a text and yields, for each character, the smallest edit distance between the quotation and a piece that ends there, by
 * bit-parallel dynamic programming (G. Myers, J. ACM 46, 1999; H. Hyyrö 2003, for patterns longer than one machine word).
 * `keep` receives the vertical differences of each column (bits of +1 and of -1), which backtracking needs.
 */
function walk(
  quote: string,
  text: string,
  onColumn: (column: number, distance: number) => void,
  keep?: (column: number, plus: Int32Array, minus: Int32Array) => void,
): void {
  const words = Math.ceil(quote.length / WORD);
  const bits = characterBits(quote);
  const nothing = new Int32Array(words);
  const plus = new Int32Array(words).fill(-1);
  const minus = new Int32Array(words);
  const lastBit = (quote.length - 1) & 31;
  let distance = quote.length;
  for (let column = 0; column < text.length; column += 1) {
    const equal = bits.get(text.charCodeAt(column)) ?? nothing;
    // The difference along the row above a word: nothing above the first one, so that a match may begin anywhere.
    let carry = 0;
    for (let word = 0; word < words; word += 1) {
      const up = plus[word] ?? 0;
      const down = minus[word] ?? 0;
      const same = equal[word] ?? 0;
      const vertical = same | down;
      const matched = carry < 0 ? same | 1 : same;
      const horizontal = (((matched & up) + up) ^ up) | matched;
      let more = down | ~(horizontal | up);
      let fewer = up & horizontal;
      const top = word === words - 1 ? lastBit : WORD - 1;
      const next = ((more >>> top) & 1) - ((fewer >>> top) & 1);
      more = (more << 1) | (carry > 0 ? 1 : 0);
      fewer = (fewer << 1) | (carry < 0 ? 1 : 0);
      plus[word] = fewer | ~(vertical | more);
      minus[word] = more & vertical;
      carry = next;
    }
    distance += carry;
    onColumn(column, distance);
    keep?.(column, plus, minus);
  }
}

/** The smallest edit distance between a quotation and any piece of a text, and where the first such piece ends. */
export function nearestEnd(quote: string, text: string): { readonly distance: number; readonly end: number } {
  let best = { distance: quote.length, end: 0 };
  walk(quote, text, (column, distance) => {
    if (distance < best.distance) best = { distance, end: column + 1 };
  });
  return best;
}

/**
 * Aligns a quotation with the piece of a text that it is nearest to. Takes time and memory in proportion to the product
 * of the lengths divided by 32: 0.5 MB for 2,000 characters.
 */
export function align(quote: string, text: string): Alignment {
  const { distance, end } = nearestEnd(quote, text);
  // A piece that starts further back than this would have more changes than the best one.
  const from = Math.max(0, end - quote.length - distance);
  const source = text.slice(from, end);
  const words = Math.ceil(quote.length / WORD);
  const plus = new Int32Array(source.length * words);
  const minus = new Int32Array(source.length * words);
  walk(
    quote,
    source,
    () => {},
    (column, up, down) => {
      plus.set(up, column * words);
      minus.set(down, column * words);
    },
  );
  /** Whether a column differs so at a character of the quotation from the one above. Before the text every step is one more. */
  const differs = (kind: Int32Array, row: number, column: number) =>
    ((kind[column * words + (row >>> 5)] ?? 0) >>> (row & 31)) & 1;
  const steps: Step[] = [];
  let row = quote.length;
  let column = source.length;
  while (row > 0) {
    if (column > 0 && quote.charCodeAt(row - 1) === source.charCodeAt(column - 1)) {
      steps.push('same');
      row -= 1;
      column -= 1;
    } else if (column === 0 || differs(plus, row - 1, column - 1)) {
      steps.push('quotation');
      row -= 1;
    } else if (column > 1 && differs(minus, row - 1, column - 2)) {
      steps.push('source');
      column -= 1;
    } else {
      steps.push('other');
      row -= 1;
      column -= 1;
    }
  }
  return { start: from + column, end, distance, steps: steps.reverse() };
}
