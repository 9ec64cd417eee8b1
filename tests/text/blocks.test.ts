import { describe, expect, it } from 'vitest';
import { blockPlace, byPart, isDivided } from '../../src/model/block.ts';
import { blockNodes } from '../../src/text/blocks.ts';
import { parseBody } from '../../src/text/parse.ts';

const blocks = (body: string) =>
  blockNodes(parseBody(body, { file: 'a.mdx', linesBefore: 0 })).map(({ block }) => block);
const ids = (body: string) =>
  blocks(body)
    .map(({ id }) => id)
    .join(' ');

const LETTER = '代表：\n\n您好。\n\n## 一、情况\n\n已治理。\n\n### （一）河道\n\n三公里。';

describe('the blocks of a letter', () => {
  it('count on, headings by their place in the outline', () => {
    expect(ids(LETTER)).toBe('p1 p2 s1 p3 s1-1 p4');
  });

  it.each([
    ['an annex', '***\n\n## 附件1\n\n项目表', 'a1 a1-p1'],
    ['two annexes', '***\n\n## 附件1\n\n甲\n\n## 附件2\n\n乙\n\n丙', 'a1 a1-p1 a2 a2-p1 a2-p2'],
    [
      'headings of an annex',
      '***\n\n## 附件\n\n### 一、甲\n\n#### （一）\n\n文\n\n### 二、乙',
      'a1 a1-s1 a1-s1-1 a1-p1 a1-s2',
    ],
    [
      'lists and tables of an annex',
      '***\n\n## 附件\n\n- 甲\n- 乙\n\n| 年 | 量 |\n| --- | --- |\n| 1 | 2 |',
      'a1 a1-p1 a1-p2 a1-p3',
    ],
    ['the imprint', '***\n\n抄送：县政府办。\n\n2024年印发', 'i1 i2'],
    ['an annex and the imprint', '***\n\n## 附件\n\n甲\n\n***\n\n抄送：县政府办。', 'a1 a1-p1 i1'],
    ['the imprint before an annex', '***\n\n抄送：县政府办。\n\n## 附件\n\n甲\n\n***\n\n印发', 'i1 a1 a1-p1 i2'],
  ])('are followed by %s', (_what, after, expected) => {
    expect(ids(`${LETTER}\n\n${after}`)).toBe(`p1 p2 s1 p3 s1-1 p4 ${expected}`);
  });

  it('tell a place that is not published from words', () => {
    const kinds = blocks(
      '代表：\n\n〔此处不公开〕\n\n〔此处不公开：涉及个人信息〕\n\n〔Not disclosed here〕\n\n〔2024〕\n\n见〔此处不公开〕。',
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['addressee', 'gap', 'gap', 'gap', 'paragraph', 'paragraph']);
  });
});

describe('an id', () => {
  it.each([
    ['p3', { part: 'letter', heading: false, number: '3' }],
    ['p12a', { part: 'letter', heading: false, number: '12a' }],
    ['s1-2', { part: 'letter', heading: true, number: '1-2' }],
    ['a1', { part: 'annex', annex: 1, heading: true, number: '' }],
    ['a12-p3b', { part: 'annex', annex: 12, heading: false, number: '3b' }],
    ['a1-s1-2', { part: 'annex', annex: 1, heading: true, number: '1-2' }],
    ['i2', { part: 'imprint', heading: false, number: '2' }],
  ])('%s says where its block stands', (id, place) => {
    expect(blockPlace(id)).toEqual(place);
  });

  it('parts the letter from what is printed after its date', () => {
    expect(byPart(['p1', 's1', 'a1', 'a1-p1', 'i1'], (id) => id)).toEqual({
      letter: ['p1', 's1'],
      after: ['a1', 'a1-p1', 'i1'],
    });
  });

  it.each([
    ['p1', 'p2', false],
    ['p2', 'a1', true],
    ['s1', 'i1', true],
    ['a1-p1', 'a2', false],
    ['a1-p1', 'i1', true],
    ['i1', 'a1', false],
  ])('%s and %s have a line *** between them: %s', (one, other, divided) => {
    expect(isDivided({ id: one }, { id: other })).toBe(divided);
  });
});
