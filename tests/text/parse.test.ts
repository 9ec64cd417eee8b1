import fc from 'fast-check';
import type { Table } from 'mdast';
import { describe, expect, it, test } from 'vitest';
import { blockNodes } from '../../src/text/blocks.ts';
import { parseBody } from '../../src/text/parse.ts';

const boldIn = (body: string) =>
  blockNodes(parseBody(body, { file: '', linesBefore: 0 })).map(({ block: { text, bold = [] } }) =>
    bold.map(([start, end]) => text.slice(start, end)),
  );

describe('what is bold in a block', () => {
  it.each([
    ['尊敬的**代表**：', [['代表']]],
    ['**一、**修**复情况**，见\n**附件**。', [['一、', '复情况', '附件']]],
    ['- **甲**乙\n- 丙', [['甲'], []]],
    ['## 二、**要点**', [['要点']]],
    ['  **甲**\n乙', [['甲']]],
    ['The **first\nword** is *it*.', [['first word']]],
    ['| 项目 | **量** |\n| --- | --- |\n| **丙** 丁 |  |\n|  | 戊**5座** |', [['量', '丙', '5座']]],
    ['没有。', [[]]],
  ])('%j', (body, expected) => expect(boldIn(body)).toEqual(expected));

  it('is found wherever it stands', () => {
    const word = fc.constantFrom('代表', '水位稳定', 'well', '5.7万亩');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.boolean()), { minLength: 1, maxLength: 6 }), (words) => {
        const body = words.map(([text, isBold]) => (isBold ? `**${text}**` : text)).join(' ');
        expect(boldIn(`始 ${body} 止`)).toEqual([words.filter(([, isBold]) => isBold).map(([text]) => text)]);
      }),
      { seed: 1 },
    );
  });
});

const linksIn = (body: string) =>
  blockNodes(parseBody(body, { file: '', linesBefore: 0 })).map(({ block: { text, links = [] } }) =>
    links.map(({ at: [start, end], url }) => [text.slice(start, end), url]),
  );

describe('what leads somewhere in a block', () => {
  it.each([
    ['见[《办法》](https://a.cn/b)第三条。', [[['《办法》', 'https://a.cn/b']]]],
    [
      '见**[甲](#p2)乙**和[丙\n丁](/zh/about/)。',
      [
        [
          ['甲', '#p2'],
          ['丙丁', '/zh/about/'],
        ],
      ],
    ],
    [
      '| [甲](https://a.cn) | 乙 |\n| --- | --- |\n| 丙 | [丁][1] |\n\n[1]: https://b.cn',
      [
        [
          ['甲', 'https://a.cn'],
          ['丁', 'https://b.cn'],
        ],
      ],
    ],
    ['没有。', [[]]],
  ])('%j', (body, expected) => expect(linksIn(body)).toEqual(expected));
});

it('items of a numbered list have their numbers', () => {
  const blocks = blockNodes(parseBody('3. 甲\n4. 乙\n\n- 丙', { file: '', linesBefore: 0 }));
  expect(blocks.map(({ block }) => block.number)).toEqual([3, 4, undefined]);
});

test('the columns of a table stand by classes, never by an attribute that a page would have to turn into a style', () => {
  const [table] = parseBody('| a | b | c |\n| ---: | :---: | --- |\n| d | e | f |', { file: 'zh.mdx', linesBefore: 0 })
    .children as Table[];
  expect(table?.align).toEqual([null, null, null]);
  expect(table?.children[1]?.children.map(({ data }) => data?.hProperties)).toEqual([
    { className: ['align-right'] },
    { className: ['align-center'] },
    undefined,
  ]);
});
