import { describe, expect, it } from 'vitest';
import { type Word, wrappedLines } from '../../src/attachments/wrapped-lines.ts';

/** Words on a line of a page that is 400 wide, in type of size 10. */
const word = (text: string, left: number, line: number, size = 10): Word => ({
  text,
  left,
  baseline: 800 - line * 16,
  width: [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? size : size / 2), 0),
  size,
});
const han = (count: number, letter = '水') => letter.repeat(count);

describe('the paragraphs of a page', () => {
  it.each<[string, Word[], string[]]>([
    ['nothing', [], []],
    ['a Chinese line that goes on', [word(han(38), 20, 1), word(han(5), 0, 2)], [han(43)]],
    ['a short line that does not', [word(han(10), 20, 1), word(han(38), 20, 2)], [han(10), han(38)]],
    ['a line that ends with its paragraph', [word(han(38), 20, 1), word(han(10), 20, 3)], [han(38), han(10)]],
    [
      'English lines with a space between',
      [word(`${'well '.repeat(15)}river`, 0, 1), word('bank again', 0, 2), word(han(40), 0, 5)],
      [`${'well '.repeat(15)}river bank again`, han(40)],
    ],
    ['words of a line', [word('2024年', 0, 1), word('12月', 30.5, 1)], ['2024年12月']],
    ['words parted by a gap', [word('Water', 0, 1), word('Bureau', 28, 1)], ['Water Bureau']],
    ['cells of a row', [word('东河', 0, 1), word('治理', 40, 1)], ['东河', '治理']],
    [
      'the last cell of a row and the first of the next',
      [word('东河', 0, 1), word(han(10), 300, 1), word('西河', 0, 2), word(han(10), 300, 2)],
      ['东河', han(10), '西河', han(10)],
    ],
    ['lines of different size', [word(han(20), 0, 1, 20), word(han(39), 0, 2)], [han(20), han(39)]],
  ])('%s', (_what, words, paragraphs) => {
    expect(wrappedLines(words)).toEqual(paragraphs);
  });
});
