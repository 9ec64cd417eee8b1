import { describe, expect, it } from 'vitest';
import { SiteError } from '../../src/errors.ts';
import { findQuote } from '../../src/model/quote.ts';
import { parseOfficialText, renderOfficialText } from '../../src/text/official-text.ts';

const origin = { file: 'content/replies/2024-1/zh.mdx', linesBefore: 10 };

const LETTER = `尊敬的某某代表：

您好！5~8月，约10~20万。
跨行的一段。

## 一、甲

### （一）乙

**注意：**请看4.47万亩。

- 子
- 丑

| 年 | 亩 |
|---|---|
| 2025 | 1 |

## 二、丙

末段。
`;

describe('the blocks of an official text', () => {
  const { blocks } = parseOfficialText(LETTER, origin);

  it('keeps the cells of a Chinese table apart, from row to row too', () => {
    const [, table] = parseOfficialText('尊敬的代表：\n\n| 项目 | 单位 |\n|---|---|\n| 复垦 | 亩 |\n', origin).blocks;
    expect(table?.text).toBe('项目 单位 复垦 亩');
  });

  it('keeps the items of a nested Chinese list apart, and the paragraphs of an item', () => {
    const [, item, other] = parseOfficialText('尊敬的代表：\n\n- 甲\n  - 乙\n  - 丙\n- 丁\n\n  戊\n', origin).blocks;
    expect([item?.text, other?.text]).toEqual(['甲 乙 丙', '丁 戊']);
  });

  it('gives paragraphs, list items and tables one count, headings their place in the outline', () => {
    expect(blocks.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'p1 addressee',
      'p2 paragraph',
      's1 heading',
      's1-1 heading',
      'p3 paragraph',
      'p4 list-item',
      'p5 list-item',
      'p6 table',
      's2 heading',
      'p7 paragraph',
    ]);
  });

  it('keeps what Markdown would strike through, and drops a line break between Chinese characters', () => {
    expect(blocks[1]?.text).toBe('您好！5~8月，约10~20万。跨行的一段。');
  });

  it('says on which line of the file each begins', () => {
    expect(blocks.slice(0, 3).map(({ line }) => line)).toEqual([11, 13, 16]);
  });
});

describe('rendering an official text', () => {
  it('adds elements and no characters', () => {
    const text = parseOfficialText(LETTER, origin);
    const pieces = renderOfficialText(text, []);
    const shown = pieces.map(({ html }) => html.replace(/<[^>]*>/g, '').replace(/\s/g, '')).join('');
    expect(shown).toBe(text.blocks.map((block) => block.text.replace(/\s/g, '')).join(''));
  });

  it('makes a figure a link to its note, by its own words', () => {
    const text = parseOfficialText(LETTER, origin);
    const figure = {
      block: 'p3',
      start: 5,
      end: 11,
      dataset: 'area',
      observation: 'plan',
      value: '44700',
      id: 'f1',
    };
    const piece = renderOfficialText(text, [figure]).find(({ ids }) => ids.includes('p3'));
    expect(piece?.html).toContain('<data value="44700" class="figure"><a href="#f1">4.47万亩</a></data>');
    expect(piece?.figures).toEqual([figure]);
  });

  it.each([
    ['the first row of a table', '| 项目 | 数 |\n|---|---|\n| 复垦 | 约24亩 |\n| 绿化 | 36亩 |', '24亩', '约<data'],
    ['the last row of a table', '| 项目 | 数 |\n|---|---|\n| 复垦 | 约24亩 |\n| 绿化 | 36亩 |', '36亩', '<td><data'],
    ['a nested list', '- 甲项\n  - 乙项24眼\n  - 丙项36眼', '36眼', '丙项<data'],
    ['a second paragraph of an item', '- 甲项\n\n  另有38眼', '38眼', '另有<data'],
    ['words after bold ones', '**甲**\n乙 **丙** 24眼', '24眼', '</strong> <data'],
  ])('marks a figure in %s', (_, body, words, marked) => {
    const text = parseOfficialText(`尊敬的代表：\n\n${body}\n`, origin);
    const [match] = findQuote(text.blocks, { exact: words });
    if (match === undefined) throw new Error('no match');
    const figure = { ...match, dataset: 'area', observation: 'plan', value: '1', id: 'f1' };
    const html = renderOfficialText(text, [figure]).map((piece) => piece.html);
    expect(html.join('')).toContain(`${marked} value="1" class="figure"><a href="#f1">${words}</a>`);
  });

  it.each([
    ['年初有5.7万亩，2026年11月23日完成。', ['5.7万亩', '2026年', '11月23日']],
    ['约76处、28个，占85%，共1,250只，投入约7亿元。', ['76处', '28个', '85%', '1,250只', '7亿元']],
    ['按12.5平方公里、3个百分点、第62号计。', ['12.5平方公里', '3个百分点', '第62号']],
    [
      '依据虚水函〔2025〕36号、虚水〔2025〕第12-1号，用电30万千瓦时、长25毫米，2小时35眼。',
      ['〔2025〕36号', '〔2025〕第12-1号', '30万千瓦时', '25毫米', '2小时', '35眼'],
    ],
    ['电话0000-1234567，编号2025。', []],
  ])('keeps numbers with what they count on one line: %s', (body, whole) => {
    const text = parseOfficialText(`尊敬的代表：\n\n${body}\n`, origin);
    const [, piece] = renderOfficialText(text, []);
    expect([...(piece?.html ?? '').matchAll(/<span class="whole">([^<]+)<\/span>/g)].map(([, words]) => words)).toEqual(
      whole,
    );
  });

  it('leaves alone what a figure keeps together', () => {
    const text = parseOfficialText('尊敬的代表：\n\n共有76处、28处。\n', origin);
    const [match] = findQuote(text.blocks, { exact: '76处' });
    if (match === undefined) throw new Error('no match');
    const [, piece] = renderOfficialText(text, [{ ...match, dataset: 'a', observation: 'b', value: '76', id: 'f1' }]);
    expect(piece?.html).toContain('<a href="#f1">76处</a></data>、<span class="whole">28处</span>');
  });

  it('refuses a figure that mark-up crosses', () => {
    const text = parseOfficialText(LETTER, origin);
    const figure = {
      block: 'p3',
      start: 1,
      end: 6,
      dataset: 'area',
      observation: 'plan',
      value: '1',
      id: 'f1',
    };
    expect(() => renderOfficialText(text, [figure])).toThrow('mark-up crosses the figure area/plan in p3');
  });
});

describe('code in an official text', () => {
  it.each([
    ['an import', 'import x from "y"', 1, 1],
    ['an expression', '甲{1 + 1}乙', 1, 2],
    ['a comment', '{/* x */}', 1, 1],
    ['a tag', '甲\n\n<b>乙</b>', 3, 1],
    ['a component', '<Chart of="x" />', 1, 1],
  ])('is refused where it stands: %s', (_case, body, line, column) => {
    try {
      parseOfficialText(body, origin);
      expect.unreachable('it was accepted');
    } catch (error) {
      expect(error).toBeInstanceOf(SiteError);
      const findings = error instanceof SiteError ? error.findings : [];
      expect(findings[0]).toMatchObject({ severity: 'error', place: { line: line + 10, column } });
    }
  });

  it('points at a syntax error', () => {
    expect(() => parseOfficialText('甲 <5 乙', origin)).toThrow(/zh\.mdx:11:\d+/);
  });
});
