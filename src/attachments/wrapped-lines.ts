/** Words as a page has them, in its own units, from its lower left corner. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly baseline: number;
  readonly width: number;
  /** The height of the type. */
  readonly size: number;
}

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** A line is full where what follows would not have fitted: a Chinese character, or a word whose letters are half as wide as high. */
const LETTER = 0.5;
/** Room that justified text leaves at its margin, in letters. */
const SLACK = 0.5;
/** A gap of more letters than this parts the cells of a row. */
const CELL = 0.75;
/** Lines further apart than this, in letters, are two paragraphs. */
const NEXT_LINE = 2.6;
/** A first line is indented by two letters. */
const INDENT = 2.5;

/**
 * The paragraphs of a page. A PDF holds words and their positions: words of one line are joined unless a wide gap parts
 * them as cells, and a line that reaches the margin continues in the next one below it of the same size. So a phrase is
 * found across the end of a line, and words that are merely next to each other do not form one.
 */
export function wrappedLines(words: readonly Word[]): string[] {
  const lines = linesOf(words);
  const margin = Math.max(...lines.map(({ right }) => right));
  const paragraphs: string[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    if (before !== undefined && goesOn(before, line, margin))
      paragraphs.push(joined(paragraphs.pop() ?? '', line.text, true));
    else paragraphs.push(line.text);
    before = line;
  }
  return paragraphs.map((text) => text.replace(/\s+/g, ' ').trim());
}

/** Lines, and cells of lines, in the order in which they are written. */
function linesOf(words: readonly Word[]): Line[] {
  const lines: Line[] = [];
  for (const { text, left, baseline, width, size } of words) {
    const last = lines.at(-1);
    const gap = last === undefined ? 0 : left - last.right;
    const same =
      last !== undefined && Math.abs(last.baseline - baseline) < last.size / 2 && gap > -size && gap < size * CELL;
    if (!same) {
      lines.push({ text, left, right: left + width, baseline, size });
      continue;
    }
    lines[lines.length - 1] = {
      ...last,
      text: joined(last.text, text, gap > size / 5),
      right: Math.max(last.right, left + width),
      size: Math.max(last.size, size),
    };
  }
  return lines;
}

function goesOn(line: Line, next: Line, margin: number): boolean {
  const down = line.baseline - next.baseline;
  return (
    line.right + firstWidth(next) > margin - line.size * SLACK &&
    Math.abs(line.size - next.size) < line.size / 5 &&
    down > 0 &&
    down < line.size * NEXT_LINE &&
    next.left < line.left + line.size / 2 &&
    next.left > line.left - line.size * INDENT
  );
}

/** About how wide the beginning of a line is that cannot be parted: a word with the space before it, or one character. */
function firstWidth({ text, size }: Line): number {
  const word = /^[\p{Script=Latin}\d.,;:()'’/-]+/u.exec(text)?.[0].length ?? 0;
  return word === 0 ? size : (word + 1) * LETTER * size;
}

const LATIN_END = /[\p{Script=Latin}\d,.;:)]$/u;
const LATIN_START = /^[\p{Script=Latin}\d(]/u;

/** Two texts as one. Between Latin words a gap or the end of a line is a space; Chinese needs none. */
export function joined(text: string, next: string, apart: boolean): string {
  return apart && LATIN_END.test(text) && LATIN_START.test(next) ? `${text} ${next}` : text + next;
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60]/u;

/** About how wide a text is set: Chinese signs are as wide as the type is high, others half. */
const widthOf = (text: string, size: number): number =>
  Array.from(text).reduce((sum, sign) => sum + (WIDE.test(sign) ? size : size / 2), 0);

/**
 * Words in their order on the line where one was written around others: programs that set quotation marks or digits in another font
 * write 按照 谁受益 的原则 first or last, with gaps, and “ and ” by themselves. pdf.js gives the gaps as spaces.
 */
export function partWords(words: readonly Word[]): Word[] {
  const inner = new Map<Word, readonly Word[]>();
  const moved = new Set<Word>();
  for (const word of words) {
    if (!word.text.includes(' ')) continue;
    const own = words
      .filter(
        (other) =>
          other !== word &&
          !moved.has(other) &&
          Math.abs(other.baseline - word.baseline) < word.size * 0.3 &&
          other.left > word.left + word.size * 0.3 &&
          other.left + other.width <= word.left + word.width + word.size * 0.3,
      )
      .sort((one, other) => one.left - other.left);
    if (own.length === 0) continue;
    inner.set(word, own);
    for (const other of own) moved.add(other);
  }
  return words.flatMap((word) => {
    const own = inner.get(word);
    return own === undefined ? (moved.has(word) ? [] : [word]) : parted(word, own);
  });
}

/** A word's parts with the words that its gaps hold between them. */
function parted(word: Word, inner: readonly Word[]): Word[] {
  const [first = '', ...rest] = word.text.split(' ');
  const placed: Word[] = [];
  let text = first;
  let left = word.left;
  let next = 0;
  const end = () => {
    if (text !== '') placed.push({ ...word, text, left, width: widthOf(text, word.size) });
  };
  for (const [index, part] of rest.entries()) {
    const at = left + widthOf(text, word.size);
    // Where there are as many gaps as words, each holds one; else those at about the position of a gap.
    const count =
      inner.length === rest.length ? 1 : inner.slice(next).filter((other) => other.left < at + word.size * 0.75).length;
    const held = index === rest.length - 1 && part === '' ? inner.slice(next) : inner.slice(next, next + count);
    const last = held.at(-1);
    if (last === undefined) {
      text += ` ${part}`;
      continue;
    }
    end();
    placed.push(...held);
    next += held.length;
    text = part;
    left = last.left + last.width;
  }
  end();
  return [...placed, ...inner.slice(next)];
}
