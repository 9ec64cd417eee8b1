import { describe, expect, it } from 'vitest';
import { SiteError } from '../../src/errors.ts';
import { readPdf } from '../../src/import/pdf/index.ts';
import { readPdfPages } from '../../src/import/pdf/pages.ts';
import { importReply } from '../../src/import/reply.ts';
import { bodyOf, siteOf } from './letters.ts';
import { type PdfText, pdfFile, pdfOfLetter } from './pdf-file.ts';

const read = async (bytes: Uint8Array) => readPdf(await readPdfPages(bytes, 'a.pdf'), 'a.pdf');
const imported = async (bytes: Uint8Array) =>
  importReply(await read(bytes), { file: 'a.pdf', site: siteOf('青禾县水务局') });

const LETTER = [
  '^青禾县水务局文件',
  '^青水函〔2024〕42号',
  '^关于县十七届人大四次会议第42号建议的答复',
  '吴某某代表：',
  '您提出的《关于治理北渠水质的建议》收悉。您的建议很有针对性，我局高度重视，成立专班，多次到现场调研，听取群众意见，经研究，现答复如下：',
  '一、北渠水质现状',
  '去年北渠水质为Ⅳ类，主要污染物是总磷，来自沿岸十一个排污口和农田退水，汛期浓度高于枯水期，全年平均超标0.3倍。',
  '二、已做的工作',
  '封堵排污口11个，清淤6万立方米。',
  '感谢您对水务工作的关心。',
  '>青禾县水务局',
  '>2024年6月25日',
];

/** A short letter on one page, whose signature is far below its text. */
const linesDown = (x: number, leading: number): PdfText[] =>
  [
    '关于县十七届人大四次会议第42号建议的答复',
    '吴某某代表：',
    '您提出的《关于治理北渠水质的建议》收悉，现答复如下：',
    '清淤的各段如下图。',
    '青禾县水务局',
    '2024年6月25日',
  ].map((text, index) => ({ text, x, y: 700 - index * leading - (index > 3 ? 200 : 0), size: 14 }));

describe('a PDF with text', () => {
  it('begins a paragraph after a full line where the next one is indented', async () => {
    const full = '青禾县北渠全长九公里已修缮三公里受益农田二万亩。';
    const lines = [...LETTER.slice(0, 5), full.padStart(25, '查'), '二、下一步打算', '今年修缮。', ...LETTER.slice(-2)];
    expect(bodyOf(await imported(pdfOfLetter(lines)))).toContain('h1 二、下一步打算');
  });

  it.each([22, 9, 5])('becomes a reply, with %d lines a page', async (linesOnPage) => {
    const reply = await imported(pdfOfLetter(LETTER, linesOnPage));
    expect(reply.record).toMatchObject({
      number: '青水函〔2024〕42号',
      masthead: '青禾县水务局文件',
      title: '关于县十七届人大四次会议第42号建议的答复',
      issuer: '青禾县水务局',
      date: '2024-06-25',
    });
    expect(bodyOf(reply)).toEqual([
      `addressee ${LETTER[3]}`,
      `paragraph ${LETTER[4]}`,
      `h1 ${LETTER[5]}`,
      `paragraph ${LETTER[6]}`,
      `h1 ${LETTER[7]}`,
      `paragraph ${LETTER[8]}`,
      `paragraph ${LETTER[9]}`,
    ]);
    expect(reply.questions).toEqual([]);
  });

  it('says what was taken out and how its lines were joined, and of no scan and no page break', async () => {
    const { changes, record } = await imported(pdfOfLetter(LETTER, 9));
    expect(changes.map(({ kind }) => kind)).toEqual(['page-number', 'page-number']);
    const notes = [record.transcription.source, ...record.transcription.normalised].map(({ zh }) => zh).join('');
    expect(notes).toContain('PDF 的各行按版面接成段落');
    expect(notes).not.toMatch(/扫描|换页/u);
  });

  it('loses its running heads', async () => {
    const head: PdfText = { text: '青禾县水务局建议办理', x: 200, y: 810, size: 10 };
    const page = (number: number, lines: readonly string[]): PdfText[] => [
      head,
      ...lines.map((text, index) => ({ text, x: 85, y: 750 - index * 28 })),
      { text: `第${number}页 共2页`, x: 250, y: 40, size: 10 },
    ];
    const reply = await imported(
      pdfFile([
        page(1, ['关于县十七届人大四次会议第42号建议的答复', '吴某某代表：', '您的建议收悉，现答复如下：']),
        page(2, ['北渠已治理。', '青禾县水务局', '2024年6月25日']),
      ]),
    );
    expect(bodyOf(reply)).toEqual([
      'addressee 吴某某代表：',
      'paragraph 您的建议收悉，现答复如下：',
      'paragraph 北渠已治理。',
    ]);
    expect(reply.changes.map(({ kind }) => kind).sort()).toEqual([
      'margin-text',
      'margin-text',
      'page-number',
      'page-number',
    ]);
  });

  it('keeps a table whose cells stand apart', async () => {
    const rows = [
      ['河段', '长度', '投资'],
      ['上游', '3', '100'],
      ['下游', '6', '80'],
    ];
    const cells = rows.flatMap((row, at) =>
      row.map((text, column) => ({ text, x: 85 + column * 150, y: 600 - at * 28 })),
    );
    const reply = await imported(
      pdfFile([
        [
          { text: '关于县十七届人大四次会议第42号建议的答复', x: 150, y: 750 },
          { text: '吴某某代表：', x: 85, y: 720 },
          { text: '您的建议收悉，各河段如下：', x: 117, y: 690 },
          ...cells,
          { text: '青禾县水务局', x: 380, y: 400 },
          { text: '2024年6月25日', x: 380, y: 372 },
        ],
      ]),
    );
    expect(bodyOf(reply)).toContain('table 河段 长度 投资 上游 3 100 下游 6 80');
  });

  it.each([
    ['without text', [[]], 'pdf-scan'],
    [
      'whose font gives one character for all that it has not',
      [
        [
          { text: '溪溪溪溪溪溪溪溪溪溪2031溪3溪4溪', x: 85, y: 700 },
          { text: '溪溪溪溪溪溪溪溪溪溪溪', x: 85, y: 670 },
        ],
      ],
      'pdf-unreadable',
    ],
    [
      'with signs that no font explains',
      [[{ text: '\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008\ue009\ue00a', x: 85, y: 700 }]],
      'pdf-unreadable',
    ],
  ])('%s is refused, and why is said', async (_label, pages, rule) => {
    const error = await read(pdfFile(pages)).catch((reason: unknown) => reason);
    if (!(error instanceof SiteError)) throw error;
    expect(error.findings.map((finding) => finding.rule)).toEqual([rule]);
  });

  it('sets a caption that runs across a table before it', () => {
    const word = (text: string, left: number, baseline: number) => ({ text, left, baseline, width: 40, size: 14 });
    const across = (at: number) => ({ direction: 'across' as const, at, from: 100, to: 300 });
    const down = (at: number, to: number) => ({ direction: 'down' as const, at, from: 400, to });
    const { blocks, changes } = readPdf(
      [
        {
          width: 595,
          height: 842,
          unreadable: 0,
          pictures: [],
          rules: [...[400, 430, 460, 490].map(across), down(100, 490), down(200, 460), down(300, 490)],
          words: [
            ...[word('各段如下。', 100, 600), word('河道整治表', 180, 470)],
            ...[word('河段', 110, 440), word('长度', 210, 440), word('上游', 110, 410), word('三公里', 210, 410)],
          ],
        },
      ],
      'a.pdf',
    );
    expect(blocks.map((block) => (block.kind === 'table' ? block.rows : block.text))).toEqual([
      '各段如下。',
      '河道整治表',
      [
        ['河段', '长度'],
        ['上游', '三公里'],
      ],
    ]);
    expect(changes.map(({ kind }) => kind)).toEqual(['table-caption']);
  });

  it('lists a picture among the words, and asks what is written in it', async () => {
    const lines = linesDown(100, 28);
    const thin = { x: 85, y: 720, width: 420, height: 2 };
    const { questions, changes } = await imported(
      pdfFile([[...lines, thin, { x: 100, y: 420, width: 200, height: 150 }]]),
    );
    expect(changes.filter(({ kind }) => kind === 'image').map(({ text }) => text)).toEqual([
      'p. 1 ← …清淤的各段如下图。',
    ]);
    expect(questions.map(({ words }) => words.en)).toEqual([
      expect.stringContaining('check whether it holds text: p. 1'),
    ]);
  });

  it('asks once about a scanned page over which its recognised text was laid', async () => {
    const lines = linesDown(100, 28);
    const { changes } = await imported(pdfFile([[...lines, { x: 0, y: 0, width: 595, height: 842 }]]));
    expect(changes.filter(({ kind }) => kind === 'image').map(({ text }) => text)).toEqual(['p. 1']);
  });

  it('asks about a page that is a picture', async () => {
    const lines = [
      '关于县十七届人大四次会议第42号建议的答复',
      '吴某某代表：',
      '您的建议收悉，现答复如下：',
      '北渠已治理。',
      '青禾县水务局',
      '2024年6月25日',
    ];
    const reply = await imported(pdfFile([lines.map((text, index) => ({ text, x: 85, y: 750 - index * 28 })), []]));
    expect(reply.questions.map(({ words }) => words.zh)).toEqual([expect.stringContaining('p. 2')]);
  });
});
