import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/import/decode.ts';
import { headingIndices, isHeadingShaped, numberLevel } from '../../src/import/headings.ts';
import { dropScanSpaces } from '../../src/import/spaces.ts';
import { readPlainText } from '../../src/import/text-source.ts';
import { bodyOf, importMarkdown, importSource, letter, rulesThrown } from './letters.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('spaces of scanning', () => {
  it.each([
    ['2024 年是', '2024年是'],
    ['第 109 号 建议', '第109号建议'],
    ['约 5.7 万亩，共 9 亿元', '约5.7万亩，共9亿元'],
    ['90 %大型', '90 %大型'],
    ['90% 大型', '90%大型'],
    ['[2025] 846 号', '[2025] 846号'],
    ['附件 1 2025 年计划', '附件1 2025年计划'],
    ['GDP 增长 5 个点', 'GDP 增长5个点'],
    ['全角　空格', '全角空格'],
    ['Green Mine', 'Green Mine'],
  ])('%s → %s', (before, after) => {
    expect(dropScanSpaces(before).text).toBe(after);
  });
});

describe('headings', () => {
  it.each([
    ['一、持续加强', 1],
    ['十二、其他', 1],
    ['（一）工作开展情况', 2],
    ['(二)优惠政策', 2],
    ['1.加强领导', 3],
    ['2．加强领导', 3],
    ['3、加强领导', 3],
    ['（1）细项', 4],
    ['1.5万亩', undefined],
    ['一是积极落实', undefined],
    ['二〇二五年', undefined],
  ])('%s is numbered at level %s', (text, expected) => {
    expect(numberLevel(text)).toBe(expected);
  });

  it.each([
    ['（一）加强领导。我局成立专班，统筹推进。', false],
    ['（一）加强领导', true],
    ['1.完成治理面积；', false],
    [`（一）${'长'.repeat(60)}`, false],
  ])('%s has the shape of a heading: %s', (text, expected) => {
    expect(isHeadingShaped(text)).toBe(expected);
  });

  it.each([
    ['一、 over anything', ['一、甲事', '1.子', '2.丑'], [0]],
    ['1. over prose', ['1.甲事', '我局已经办理完毕，群众满意。', '2.乙事', '我局正在办理，年底前完成。'], [0, 2]],
    ['1. over nothing', ['1.甲事', '2.乙事', '（1）丙'], []],
    ['一、 over nothing', ['一、甲事', '二、乙事', '三、丙事'], []],
    ['the last of its kind is empty', ['一、甲事', '已办结。', '二、乙事'], [0, 2]],
  ])('%s', (_label, texts, expected) => {
    const blocks = texts.map((text, line) => ({
      kind: 'paragraph' as const,
      text,
      line,
      heading: undefined,
      bullet: false,
    }));
    expect([...headingIndices(blocks)].sort()).toEqual(expected);
  });

  it('take the level of their number, whatever the source marks, and skip none', () => {
    const markdown = letter('### 一、总述\n\n答复如下。\n\n# （一）细分\n\n细分如下。\n\n1.更细\n\n更细如下。');
    expect(bodyOf(importMarkdown(markdown)).filter((block) => block.startsWith('h'))).toEqual([
      'h1 一、总述',
      'h2 （一）细分',
      'h3 1.更细',
    ]);
  });

  it('close up where a letter begins with 1.', () => {
    expect(bodyOf(importMarkdown(letter('1.总述\n\n答复如下。')))).toContain('h1 1.总述');
  });
});

describe('paragraphs that page breaks split', () => {
  it.each([
    [
      '在词中',
      '我局将持续推进各项重点工作，加强建设用\n\n地整理工作。',
      ['我局将持续推进各项重点工作，加强建设用地整理工作。'],
    ],
    [
      '隔着页码',
      '我局将持续推进各项重点工作，加强建设用\n\n— 2 —\n\n地整理工作。',
      ['我局将持续推进各项重点工作，加强建设用地整理工作。'],
    ],
    ['句子完整不接', '我局将持续推进各项重点工作。\n\n地整理工作。', ['我局将持续推进各项重点工作。', '地整理工作。']],
    [
      '后段有编号不接',
      '我局将持续推进各项重点工作，加强建设用\n\n（一）地整理工作。',
      ['我局将持续推进各项重点工作，加强建设用', '（一）地整理工作。'],
    ],
    ['短行不接', '总体情况\n\n我局持续推进。', ['总体情况', '我局持续推进。']],
  ])('%s', (_label, body, expected) => {
    const blocks = bodyOf(importMarkdown(letter(body))).slice(1);
    expect(blocks.map((block) => block.replace(/^\S+ /u, ''))).toEqual(expected);
  });
});

describe('text that Markdown would change', () => {
  it.each([
    '5~8月，约10~20万亩。',
    '按2*3*4计算，*号照写。',
    '下划_线_与`反引号`照写。',
    '注意<5亩的地块，{1,2}照写。',
    '1. 加强领导。',
    '+ 增加投入。',
    '[附件](说明)照写，https://sample.example/a）和下文。',
    '表格符号|照写|。',
    '& 与 &amp; 照写。',
    '＃号与#号照写。',
  ])('%s is published as it stands', (text) => {
    const source = readPlainText(letter(text));
    expect(bodyOf(importSource(source))).toContain(`paragraph ${text}`);
  });

  it('takes marks of Markdown from Markdown, and lists them', () => {
    const imported = importMarkdown(letter('**一是**加强领导。\\*照写。![](page-2.jpg)'));
    expect(bodyOf(imported)).toContain('paragraph 一是加强领导。*照写。');
    expect(imported.changes.map(({ kind }) => kind)).toEqual(['image', 'mark', 'mark']);
    expect(imported.questions.some(({ words }) => words.en.includes('image'))).toBe(true);
  });

  it('keeps lists and tables', () => {
    const imported = importMarkdown(
      letter('- 甲项；\n- 乙项。\n\n| 年份 | 面积 |\n| --- | --- |\n| 2031 | 5~8 |\n\n以上。'),
    );
    expect(bodyOf(imported).slice(1)).toEqual([
      'list-item 甲项；',
      'list-item 乙项。',
      'table 年份 面积 2031 5~8',
      'paragraph 以上。',
    ]);
  });

  it('refuses HTML', () => {
    expect(rulesThrown(() => importMarkdown(letter('<table><tr><td>甲</td></tr></table>')))).toEqual(['import-html']);
  });
});

describe('bytes', () => {
  it('says of GBK that it is GBK', () => {
    const gbk = Uint8Array.from([0xd1, 0xf9, 0xc0, 0xfd, 0xca, 0xd0]);
    expect(() => decodeText(gbk, 'a.txt')).toThrow(/GBK/);
    expect(rulesThrown(() => decodeText(gbk, 'a.txt'))).toEqual(['not-utf8']);
  });

  /** The first sentence of a letter, long enough to tell encodings apart by their common characters. */
  const big5 = Uint8Array.from([
    0xb1, 0x7a, 0xb4, 0xa3, 0xa5, 0x58, 0xaa, 0xba, 0xab, 0xd8, 0xc4, 0xb3, 0xa6, 0xac, 0xb1, 0x78, 0xa1, 0x41, 0xb2,
    0x7b, 0xb5, 0xaa, 0xc2, 0xd0, 0xa6, 0x70, 0xa4, 0x55,
  ]);
  const gbk = Uint8Array.from([
    0xc4, 0xfa, 0xcc, 0xe1, 0xb3, 0xf6, 0xb5, 0xc4, 0xbd, 0xa8, 0xd2, 0xe9, 0xca, 0xd5, 0xcf, 0xa4, 0xa3, 0xac, 0xcf,
    0xd6, 0xb4, 0xf0, 0xb8, 0xb4, 0xc8, 0xe7, 0xcf, 0xc2,
  ]);
  const utf16 = (text: string, bom = true) => new Uint8Array(Buffer.from(`${bom ? '\uFEFF' : ''}${text}`, 'utf16le'));

  it.each([
    ['GBK', gbk, 'gbk', '您提出的建议收悉，现答复如下'],
    ['Big5', big5, 'big5', '您提出的建議收悉，現答覆如下'],
    ['UTF-16', utf16('您提出的建议收悉\n'), 'utf16', '您提出的建议收悉\n'],
    ['UTF-16', utf16('您提出的建议收悉\n', false), 'utf16', '您提出的建议收悉\n'],
  ])('names %s rightly, and reads it where the name of the file says so', (title, bytes, name, text) => {
    expect(() => decodeText(bytes, 'a.txt')).toThrow(title);
    expect(decodeText(bytes, `a.${name}.txt`).text).toBe(text);
  });

  it('takes out a byte order mark and unseen characters, and lists them', () => {
    const { text, changes } = decodeText(utf8('\uFEFF样\u200B例\r\n市'), 'a.txt');
    expect(text).toBe('样例\n市');
    expect(changes.map(({ kind, text: shown }) => `${kind} ${shown}`)).toEqual([
      'byte-order-mark U+FEFF',
      'control-character U+200B',
    ]);
  });
});

describe('rows of plain text', () => {
  const rowsOf = (text: string) =>
    readPlainText(text).blocks.map((block) => (block.kind === 'table' ? block.rows : block.text));

  it.each([
    [
      'single spaces between cells that hold numbers',
      '指标 单位 数值\n增加值 亿元 12.4\n税收 亿元 9.6',
      [
        [
          ['指标', '单位', '数值'],
          ['增加值', '亿元', '12.4'],
          ['税收', '亿元', '9.6'],
        ],
      ],
    ],
    ['two rows are too few for that', '增加值 亿元 12.4\n税收 亿元 9.6', ['增加值 亿元 12.4', '税收 亿元 9.6']],
    [
      'names in rows are no table',
      '甲局 乙局 丙局\n丁局 戊局 己局\n庚局 辛局 壬局',
      ['甲局 乙局 丙局', '丁局 戊局 己局', '庚局 辛局 壬局'],
    ],
    ['numbers of a list that tabs set apart', '1.\t新建学校。\n2.\t改建操场。', ['1.\t新建学校。', '2.\t改建操场。']],
  ])('%s', (_name, text, expected) => {
    expect(rowsOf(text)).toEqual(expected);
  });
});

describe('a text file', () => {
  it.each([
    ['is one with the spaces of character recognition', '2024 年新建 3 处，改建 12 处。', 'spaced'],
    [
      'is typed where spaces set lines out',
      '发布时间：2024-08-15 09:32　浏览：128　字号：[大 中 小]\n2024 年 6 月 3 日',
      'txt',
    ],
  ])('%s', (_name, text, format) => {
    expect(readPlainText(text).format).toBe(format);
  });
});
