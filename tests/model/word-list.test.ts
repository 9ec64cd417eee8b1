import { describe, expect, it } from 'vitest';
import { misplacedPosts, slipsIn, wordListSchema } from '../../src/model/word-list.ts';
import { wordListFindings } from '../../src/rules/word-list.ts';

const list = wordListSchema.parse({
  words: [
    { right: '张店村', wrong: ['章店村', '张店庄'], note: '行政村' },
    { right: '东章店村', wrong: ['东张店村'] },
    { right: 'Dongshan Reservoir', wrong: ['Dong Shan Reservoir', 'Dongshan Dam'] },
    { right: '截至', wrong: ['截止'] },
  ],
  people: [
    { name: '王某某', posts: ['虚构县副县长'], from: '2024-03' },
    { name: '王某某', posts: ['虚构县水务局局长', '党组书记'], to: '2024-02' },
  ],
});

describe('words of the list', () => {
  it.each([
    ['章店村已修复，张店庄也是。', ['章店村', '张店庄']],
    ['张店村已修复。', []],
    // Part of a right word, that is listed itself.
    ['东章店村已修复。', []],
    ['东张店村已修复。', ['东张店村']],
    ['截止目前', ['截止']],
    ['截至目前', []],
    ['Dong Shan Reservoir and Dongshan Dams', ['Dong Shan Reservoir']],
  ])('%s', (text, wrong) => expect(slipsIn(text, list).map((slip) => slip.wrong)).toEqual(wrong));

  it('stand where they stand', () => {
    expect(slipsIn('在章店村。', list)).toEqual([{ index: 1, wrong: '章店村', right: '张店村', note: '行政村' }]);
  });
});

describe('posts of the list', () => {
  it.each([
    ['副县长王某某到现场', '2025-01-01', []],
    ['虚构县人民政府副县长王某某', '2025-01-01', []],
    ['县长王某某到现场', '2025-01-01', ['县长']],
    ['王某某县长', '2025-01-01', ['县长']],
    ['局长王某某', '2025-01-01', ['局长']],
    ['局长王某某', '2024-01-15', []],
    ['县水务局党组书记、局长王某某', '2024-01-15', []],
    ['副局长王某某', '2024-01-15', ['副局长']],
    // On the day of a letter that gives none, whatever post there was.
    ['局长王某某', undefined, []],
    ['王某某代表：', '2025-01-01', []],
    ['县长李某某', '2025-01-01', []],
  ])('%s on %s', (text, day, posts) => expect(misplacedPosts(text, list, day).map(({ post }) => post)).toEqual(posts));
});

describe('a warning of the list', () => {
  it('has its place and says what the list has', () => {
    const [slip, post] = wordListFindings('首行\n到章店村。\n县长王某某', 'a.mdx', list, {
      day: '2025-01-01',
      doubts: [],
    });
    expect(slip).toMatchObject({ rule: 'word-list-slip', severity: 'warning', place: { line: 2, column: 2 } });
    expect(slip?.message.zh).toBe('“章店村”：单位的词表里是“张店村”（行政村）');
    expect(post).toMatchObject({ rule: 'word-list-post', severity: 'warning', place: { line: 3, column: 3 } });
  });

  it('is not given of a reading that the record lists as doubtful', () => {
    expect(wordListFindings('到章店村。', 'a.mdx', list, { day: undefined, doubts: ['到章店村'] })).toEqual([]);
  });
});
