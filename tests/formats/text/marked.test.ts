import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { blocksJson } from '../../../src/formats/api/blocks.ts';
import { replyEntry } from '../../../src/formats/feed/entries.ts';
import { replyMarkdown, replyPlainText } from '../../../src/formats/text/reply-text.ts';
import { blockNodes } from '../../../src/text/blocks.ts';
import { parseBody } from '../../../src/text/parse.ts';
import { reply, site } from '../reply.ts';

const blocksOf = (body: string) => blockNodes(parseBody(body, { file: '', linesBefore: 0 })).map(({ block }) => block);

const BODY = `尊敬的代表：

依[《办法》](https://a.cn/b?c=1&d=2)和**[附件](#a1)**，见[说明](/zh/about/)、[https://a.cn/x](https://a.cn/x)。

3. **已完成**的
4. 未完成的

- 甲
- [乙](https://b.cn/_x_)

| 项目 | **数量** |
| --- | ---: |
| [东渠](https://a.cn/e\\|f) |  |
|  | **5座** |
| a\\|b | 5座 |`;

const blocks = blocksJson({ zh: blocksOf(BODY) }, 'zh', {
  site: 'https://water.example/replies/',
  page: () => 'https://water.example/replies/zh/replies/2031-12/',
});
const letter = { ...reply, blocks };

describe('a letter with what is bold, what leads somewhere, lists and tables', () => {
  it('has it all in the interface, with absolute addresses', () => {
    const [, paragraph, third, fourth, item, , table] = blocks;
    const wordsAt = (text: string | undefined, [from, to]: readonly number[]) => text?.slice(from, to);
    expect(paragraph?.links?.zh?.map(({ at, url }) => [wordsAt(paragraph.zh, at), url])).toEqual([
      ['《办法》', 'https://a.cn/b?c=1&d=2'],
      ['附件', 'https://water.example/replies/zh/replies/2031-12/#a1'],
      ['说明', 'https://water.example/replies/zh/about/'],
      ['https://a.cn/x', 'https://a.cn/x'],
    ]);
    expect([third?.number, fourth?.number, item?.number]).toEqual([3, 4, undefined]);
    expect(third?.bold?.zh).toEqual([[0, 3]]);
    expect(table?.bold?.zh?.map((stretch) => wordsAt(table.zh, stretch))).toEqual(['数量', '5座']);
    expect(table?.rows?.zh).toEqual([
      ['项目', '数量'],
      ['东渠', ''],
      ['', '5座'],
      ['a|b', '5座'],
    ]);
    expect(table?.align?.zh).toEqual([null, 'right']);
  });

  it('has it all in Markdown, as a program of others reads it', () => {
    const html = new MarkdownIt('commonmark').enable('table').render(replyMarkdown(letter, 'zh', site));
    for (const part of [
      '<a href="https://a.cn/b?c=1&amp;d=2">《办法》</a>',
      '<a href="https://water.example/replies/zh/replies/2031-12/#a1"><strong>附件</strong></a>',
      '<a href="https://water.example/replies/zh/about/">说明</a>、https://a.cn/x。',
      '<ol start="3">\n<li><strong>已完成</strong>的</li>\n<li>未完成的</li>\n</ol>',
      '<ul>\n<li>甲</li>\n<li><a href="https://b.cn/_x_">乙</a></li>\n</ul>',
      '<th>项目</th>\n<th style="text-align:right"><strong>数量</strong></th>',
      '<td><a href="https://a.cn/e%7Cf">东渠</a></td>\n<td style="text-align:right"></td>',
      '<td></td>\n<td style="text-align:right"><strong>5座</strong></td>',
      '<td>a|b</td>\n<td style="text-align:right">5座</td>',
    ])
      expect(html).toContain(part);
  });

  it('has it all in a feed', () => {
    const { html } = replyEntry(letter, 'zh', site);
    for (const part of [
      '<a href="https://a.cn/b?c=1&#x26;d=2">《办法》</a>',
      '<ol start="3"><li><strong>已完成</strong>的</li><li>未完成的</li></ol>',
      '<ul><li>甲</li><li><a href="https://b.cn/_x_">乙</a></li></ul>',
      '<th>项目</th><th align="right"><strong>数量</strong></th>',
      '<td></td><td align="right"><strong>5座</strong></td>',
    ])
      expect(html).toContain(part);
  });

  it('has its numbers, its cells and where its words lead as plain text', () => {
    const text = replyPlainText(letter, 'zh', site);
    expect(text).toContain(
      '依《办法》 <https://a.cn/b?c=1&d=2>和附件 <https://water.example/replies/zh/replies/2031-12/#a1>，',
    );
    expect(text).toContain('https://a.cn/x。\n\n3. 已完成的\n4. 未完成的\n\n- 甲\n- 乙 <https://b.cn/_x_>\n\n');
    expect(text).toContain('项目\t数量\n东渠 <https://a.cn/e|f>\t\n\t5座\na|b\t5座\n');
  });
});
