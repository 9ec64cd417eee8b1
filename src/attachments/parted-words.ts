import type { Word } from './wrapped-lines.ts';

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
    // Where there are as many gaps as words, each holds one; else those that stand where a gap is about to be.
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
