import { describe, expect, test } from 'vitest';
import { unreadable } from '../../src/rules/nesting.ts';

const ORIGIN = { file: 'content/replies/2024-7/zh.mdx', linesBefore: 0 };
const told = (text: string) => unreadable(text, ORIGIN)?.rule;
/** Lines of twenty pieces, parted or not by empty ones. */
const lines = (piece: string, count: number, joint = '\n') =>
  Array.from({ length: count }, () => piece.repeat(20)).join(joint);

describe('marks that a parser looks back from', () => {
  test.each(['甲*', '甲**', '_甲_', '甲~~', '甲`', '](', ']:', '[甲]'])(
    '%j: too many in one paragraph are told',
    (piece) => {
      expect(told(lines(piece, 60))).toBe('nesting-too-deep');
    },
  );

  test('also underlines of headings, wherever they stand in the text', () => {
    expect(told('甲\n===\n\n'.repeat(600))).toBe('nesting-too-deep');
  });

  test.each([
    ['as many in paragraphs of their own', lines('甲**', 60, '\n\n')],
    ['characters of the text, each with a backslash', lines('甲\\*', 60)],
    ['a table of many rows', lines('| 甲 ', 600)],
    ['a list of many items', '- 甲\n'.repeat(2000)],
    ['blanks to be filled in', '姓名________\n'.repeat(400)],
    ['lines between sections', '甲\n\n---\n\n'.repeat(600)],
  ])('not told: %s', (_what, text) => {
    expect(told(text)).toBeUndefined();
  });
});
