import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/import/read-source.ts';
import { importReply } from '../../src/import/reply.ts';
import { readPlainText } from '../../src/import/text-source.ts';
import { outline, readCases, readFileCases } from './cases.ts';
import { siteOf } from './letters.ts';
import { docx, paragraph, run, table } from './word.ts';

/** Letters that were written when the reader was finished, and read once before anything was changed for them. */
const cases = readCases(join(import.meta.dirname, 'fixtures/blind'));
const pages = readFileCases(join(import.meta.dirname, 'fixtures/blind-pages'));

describe('a letter that the reader was not made with is recorded as a careful clerk would', () => {
  test.each(cases)('$name', ({ text, site, expected, enclosed }) => {
    const reply = importReply(readPlainText(text), { file: 'letter.txt', site });
    expect(outline(reply, enclosed)).toEqual(expected);
  });

  test.each(pages)('$name', async ({ name, bytes, site, expected, enclosed }) => {
    const reply = importReply(await readSource(bytes, name), { file: name, site });
    expect(outline(reply, enclosed)).toMatchObject({ ...Object(expected), off: expect.anything() });
  });
});

const right = '<w:jc w:val="right"/>';
const centre = '<w:jc w:val="center"/>';

const JOINT_LETTER =
  paragraph('关于县十七届人大三次会议第61号建议的答复', centre) +
  paragraph('仰某代表：') +
  paragraph('您提出的《关于加固东坝的建议》收悉，现答复如下：') +
  paragraph('东坝加固工程已开工。') +
  table([
    ['青苍县水利局', '青苍县财政局'],
    ['2024年6月4日', ''],
  ]);
const JOINT_EXPECTED = {
  number: '青水函〔2024〕61号',
  masthead: '青苍县水利局 青苍县财政局文件',
  issuer: ['青苍县水利局', '青苍县财政局'],
  date: '2024-06-04',
  off: [],
  asks: [],
  paragraphs: 3,
  last: '东坝加固工程已开工。',
};
const mergedCell = (words: string, isFirst: boolean) =>
  `<w:tc><w:tcPr><w:vMerge${isFirst ? ' w:val="restart"' : ''}/></w:tcPr>${paragraph(isFirst ? words : '')}</w:tc>`;

/** How the masthead of two bodies is set in a table. */
const JOINT: readonly (readonly [name: string, head: string])[] = [
  [
    'the masthead of two bodies, with 文件 in a merged cell beside them',
    `<w:tbl>${['青苍县水利局', '青苍县财政局']
      .map((name, row) => `<w:tr><w:tc>${paragraph(name)}</w:tc>${mergedCell('文件', row === 0)}</w:tr>`)
      .join('')}</w:tbl>${paragraph('青水函〔2024〕61号', centre)}`,
  ],
  [
    'the masthead of two bodies, spaced out, with 文件 beside the first',
    table([
      ['青 苍 县 水 利 局', '文 件'],
      ['青 苍 县 财 政 局', ''],
    ]) + paragraph('青水函〔2024〕61号', centre),
  ],
  [
    'the masthead of two bodies and the number in one table',
    table([
      ['青苍县水利局', ''],
      ['青苍县财政局', '文件'],
      ['青水函〔2024〕61号', '签发人：贲某'],
    ]),
  ],
];

/** Word documents whose frame is set by tables, vertical text or breaks within a paragraph. */
const WORD: readonly (readonly [name: string, body: string, expected: Readonly<Record<string, unknown>>])[] = [
  [
    'number and signatory in a table without borders, signature in another',
    paragraph('青苍县水利局文件', centre) +
      table([['青水函〔2024〕61号', '签发人：贲某']]) +
      paragraph('青苍县水利局', centre) +
      paragraph('关于县十七届人大三次会议第61号建议的答复', centre) +
      paragraph('仰某代表：') +
      paragraph('您提出的《关于加固东坝的建议》收悉，现答复如下：') +
      paragraph('东坝加固工程已开工，坝长312m。') +
      table([
        ['', '青苍县水利局'],
        ['', '2024年6月4日'],
      ]) +
      paragraph('联系人：阴某　联系电话：0711-0000001'),
    {
      number: '青水函〔2024〕61号',
      masthead: '青苍县水利局文件',
      title: '青苍县水利局关于县十七届人大三次会议第61号建议的答复',
      issuer: '青苍县水利局',
      date: '2024-06-04',
      signers: [{ label: '签发人', value: '贲某' }],
      contact: [
        { label: '联系人', value: '阴某' },
        { label: '联系电话', value: '0711-0000001' },
      ],
      tables: [],
      paragraphs: 3,
      last: '东坝加固工程已开工，坝长312m。',
    },
  ],
  [
    'text that runs from top to bottom, its title over a line break',
    paragraph(
      `${run('青苍县水利局')}<w:r><w:br/></w:r>${run('关于县政协九届四次会议第7号提案的答复')}`,
      `${centre}<w:textDirection w:val="tbRl"/>`,
    ) +
      paragraph('詹某委员：') +
      paragraph('您提出的《关于保护古井的提案》收悉，现答复如下：') +
      paragraph('二〇二四年完成古井普查，登记古井四十七眼。') +
      paragraph('青苍县水利局', right) +
      paragraph('二〇二四年五月十六日', right) +
      '<w:sectPr><w:textDirection w:val="tbRl"/></w:sectPr>',
    {
      title: '青苍县水利局关于县政协九届四次会议第7号提案的答复',
      issuer: '青苍县水利局',
      date: '2024-05-16',
      paragraphs: 3,
      last: '二〇二四年完成古井普查，登记古井四十七眼。',
    },
  ],
  [
    'a table of the proposal over the letter, a table in it, and one of contacts under it',
    table([
      ['提案编号', '第90号', '提案人', '宦某委员'],
      ['案由', '关于公布灌溉水价的提案', '办理结果', 'A类'],
    ]) +
      paragraph('青苍县水利局关于县政协九届四次会议第90号提案的答复', centre) +
      paragraph('宦某委员：') +
      paragraph('您提出的提案收悉，现答复如下：') +
      paragraph('各灌区水价如下：') +
      table([
        ['灌区', '水价（元/m³）'],
        ['东灌区', '0.21'],
        ['西灌区', '0.19'],
      ]) +
      paragraph('特此答复。') +
      paragraph('青苍县水利局', right) +
      paragraph('2024年6月18日', right) +
      table([['联系人', '屈某', '联系电话', '0711-0000002']]),
    {
      title: '青苍县水利局关于县政协九届四次会议第90号提案的答复',
      issuer: '青苍县水利局',
      date: '2024-06-18',
      outcome: 'A',
      answers: {
        ...{ kind: 'proposal', body: '县政协', session: '九届', meeting: '四次会议', number: '第90号' },
        ...{ title: '关于公布灌溉水价的提案', proposers: ['宦某委员'] },
      },
      contact: [
        { label: '联系人', value: '屈某' },
        { label: '联系电话', value: '0711-0000002' },
      ],
      tables: ['3x2'],
      paragraphs: 5,
      last: '特此答复。',
    },
  ],
  ...JOINT.map(([name, head]) => [name, head + JOINT_LETTER, JOINT_EXPECTED] as const),
];

describe('a Word document that the reader was not made with is recorded as a careful clerk would', () => {
  test.each(WORD)('%s', async (_name, body, expected) => {
    const source = await readSource(docx(body), 'letter.docx');
    const reply = importReply(source, { file: 'letter.docx', site: siteOf('青苍县水利局') });
    expect(outline(reply, 0)).toMatchObject(expected);
  });
});
