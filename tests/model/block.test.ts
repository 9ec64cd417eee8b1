import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepBlockIds } from '../../src/model/block.ts';

/** A text in short: `#` begins a heading. */
const blocks = (text: string) =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ kind: word.startsWith('#') ? ('heading' as const) : ('paragraph' as const), text: word }));

function freshIds(text: string): string[] {
  let [paragraphs, headings] = [0, 0];
  return blocks(text).map(({ kind }) => {
    if (kind === 'heading') {
      headings += 1;
      return `s${headings}`;
    }
    paragraphs += 1;
    return `p${paragraphs}`;
  });
}

const published = (text: string) => blocks(text).map((block, index) => ({ ...block, id: freshIds(text)[index] ?? '' }));
const ids = (now: string, before: string) => keepBlockIds(published(now), published(before)).join(' ');

describe('ids of a text that was published before', () => {
  it.each([
    ['is unchanged', '甲 #一 乙 丙', '甲 #一 乙 丙', 'p1 s1 p2 p3'],
    ['was never published', '甲 乙', '', 'p1 p2'],
    ['has a paragraph corrected', '甲 乙改 丙', '甲 乙 丙', 'p1 p2 p3'],
    ['has a paragraph inserted', '甲 新 乙 丙', '甲 乙 丙', 'p1 p1a p2 p3'],
    ['has two inserted', '甲 新 又新 乙', '甲 乙', 'p1 p1a p1b p2'],
    ['has one inserted and one corrected', '甲 乙改 新 丙', '甲 乙 丙', 'p1 p2 p2a p3'],
    ['has one put first', '新 甲 乙', '甲 乙', 'p0a p1 p2'],
    ['has one taken out', '甲 丙', '甲 乙 丙', 'p1 p3'],
    ['has one added at the end', '甲 乙 丙', '甲 乙', 'p1 p2 p2a'],
    ['has a heading inserted', '#一 甲 #新 #二 乙', '#一 甲 #二 乙', 's1 p1 s1a s2 p2'],
  ])('that %s', (_case, now, before, expected) => {
    expect(ids(now, before)).toBe(expected);
  });

  it('keep to their part: what an annex gains or loses moves no id of the letter, and a new annex has its own', () => {
    const block = (id: string, text: string) => ({
      id,
      text,
      kind: /^a\d+$|s\d/.test(id) ? ('heading' as const) : ('paragraph' as const),
    });
    const before = [
      block('p1', '甲'),
      block('p2', '乙'),
      block('a1', '附件'),
      block('a1-p1', '丙'),
      block('i1', '抄送'),
    ];
    const now = [
      block('p1', '甲'),
      block('p2', '新'),
      block('p3', '乙'),
      block('a1', '附件'),
      block('a1-p1', '新表'),
      block('a1-p2', '丙'),
      block('a2', '附件二'),
      block('a2-p1', '丁'),
      block('i1', '抄报'),
      block('i2', '抄送'),
    ];
    expect(keepBlockIds(now, before)).toEqual(['p1', 'p1a', 'p2', 'a1', 'a1-p0a', 'a1-p1', 'a2', 'a2-p1', 'i0a', 'i1']);
  });

  it('are never given twice, and unchanged blocks that are unique keep theirs', () => {
    const word = fc.stringMatching(/^#?[a-d]$/);
    const text = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (now, before) => {
        const given = ids(now, before).split(' ');
        expect(new Set(given).size).toBe(given.length);
        if (now === before) expect(given).toEqual(freshIds(before));
      }),
      { seed: 578, numRuns: 500 },
    );
  });
});
