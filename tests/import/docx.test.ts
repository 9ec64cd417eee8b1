import { describe, expect, it } from 'vitest';
import { SiteError } from '../../src/errors.ts';
import { pack, unpack } from '../../src/import/docx/archive.ts';
import { readDocx } from '../../src/import/docx/index.ts';
import { writeNumber } from '../../src/import/docx/numbering.ts';
import { readSource } from '../../src/import/read-source.ts';
import { bodyOf, ISSUER, importSource } from './letters.ts';
import { docx, inList, level, type OtherParts, paragraph, picture, run, table, textBox } from './word.ts';

const around = (body: string) =>
  [ISSUER, '样事函〔2031〕7号', '关于市一届人大一次会议第3号建议的答复', '尊敬的某某代表：']
    .map((text) => paragraph(text))
    .join('') +
  body +
  [ISSUER, '2031年2月3日', '（此件主动公开）'].map((text) => paragraph(text)).join('');

const read = (body: string, parts?: OtherParts) => readDocx(docx(around(body), parts), '答复.docx');

const imported = async (body: string, parts?: OtherParts) => importSource(await read(body, parts));

/** The rules of the findings with which a document is refused. */
async function refusals(body: string, parts?: OtherParts): Promise<string[]> {
  try {
    await imported(body, parts);
    return [];
  } catch (error) {
    if (error instanceof SiteError) return error.findings.map(({ rule }) => rule);
    throw error;
  }
}

const numbering = (levels: string, lists = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') =>
  `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${lists}`;

describe('a Word document', () => {
  it('becomes a reply', async () => {
    const reply = await imported(paragraph('一、总述') + paragraph('约5~8万亩，2*3*4照写。'));
    expect(bodyOf(reply)).toEqual(['addressee 尊敬的某某代表：', 'h1 一、总述', 'paragraph 约5~8万亩，2*3*4照写。']);
    expect(reply.text).toContain('disclosure: 主动公开');
  });

  it('may cut a paragraph into runs, links and fields', async () => {
    const field = `<w:fldSimple w:instr="REF x">${run('第二')}</w:fldSimple>`;
    const link = `<w:hyperlink>${run('样例网')}</w:hyperlink>`;
    const reply = await imported(paragraph(run('甲', '<w:b/>') + run('乙') + field + link + run('。')));
    expect(bodyOf(reply)).toContain('paragraph 甲乙第二样例网。');
  });

  it('keeps a table', async () => {
    const reply = await imported(
      table([
        ['年份', '面积'],
        ['2031', '5~8|9'],
      ]) + paragraph('以上。'),
    );
    expect(bodyOf(reply)).toContain('table 年份 面积 2031 5~8|9');
  });

  it('makes paragraphs of the lines of one, and says so', async () => {
    const reply = await imported(paragraph(`${run('甲。')}<w:r><w:br/></w:r>${run('乙。')}`));
    expect(bodyOf(reply).slice(1)).toEqual(['paragraph 甲。', 'paragraph 乙。']);
    expect(reply.changes.map(({ kind }) => kind)).toContain('line-break');
  });

  it('asks about a paragraph that ends without a full stop, and joins nothing', async () => {
    const reply = await imported(paragraph('我局将持续推进各项重点工作，加强建设用') + paragraph('地整理工作。'));
    expect(bodyOf(reply)).toContain('paragraph 我局将持续推进各项重点工作，加强建设用');
    expect(reply.questions.some(({ words }) => words.zh.includes('加强建设用'))).toBe(true);
  });

  it('lists the text of headers and footers', async () => {
    const reply = await imported(paragraph('答复如下。'), { header: paragraph('样例市文件') });
    expect(reply.changes.find(({ kind }) => kind === 'margin-text')?.text).toBe('样例市文件');
  });
});

describe('what Word documents hold besides plain text', () => {
  const image = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]);
  const merged = (cells: string) => `<w:tbl>${cells}</w:tbl>`;
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;

  it('keeps a picture as a file beside the reply, and lists where it stood', async () => {
    const reply = await imported(
      paragraph('位置见图：') + paragraph(picture('rId7', '水库位置')) + paragraph('以上。'),
      {
        media: { rId7: ['media/image1.png', image] },
      },
    );
    expect(reply.files).toEqual([expect.objectContaining({ name: 'picture-1.png', bytes: image })]);
    expect(reply.record.attachments).toEqual([
      { file: 'picture-1.png', title: { zh: '图1：水库位置', en: 'Picture 1: 水库位置' } },
    ]);
    expect(reply.changes.find(({ kind }) => kind === 'picture')?.text).toBe('picture-1.png ← 位置见图：');
    expect(bodyOf(reply).slice(1)).toEqual(['paragraph 位置见图：', 'paragraph 以上。']);
  });

  it('lists a picture that no browser shows, and asks about it', async () => {
    const reply = await imported(paragraph('见图。') + paragraph(picture('rId7')), {
      media: { rId7: ['media/image1.emf', image] },
    });
    expect(reply.files).toEqual([]);
    expect(reply.changes.find(({ kind }) => kind === 'image')?.text).toBe('image1.emf');
    expect(reply.questions.map(({ words }) => words.en)).toContainEqual(expect.stringContaining('image1.emf'));
  });

  it('reads the letterhead in a text box, once', async () => {
    const body = `<w:p>${textBox(paragraph(`${ISSUER}文件`))}${run('样事函〔2031〕9号')}</w:p>${['关于市一届人大一次会议第4号建议的答复', '某某代表：', '您提出的《关于甲事的建议》收悉，现答复如下：', ISSUER, '2031年2月3日'].map((text) => paragraph(text)).join('')}`;
    const reply = importSource(await readDocx(docx(body), 'a.docx'));
    expect(reply.record).toMatchObject({ masthead: `${ISSUER}文件`, number: '样事函〔2031〕9号' });
    expect(reply.changes.filter(({ kind }) => kind === 'text-box')).toHaveLength(1);
  });

  it.each([
    ['km2', [run('0.8km'), run('2', '<w:vertAlign w:val="superscript"/>'), run('。')], '0.8km²。'],
    ['m3', [run('6万m'), run('3', '<w:vertAlign w:val="superscript"/>'), run('。')], '6万m³。'],
    ['CO2', [run('CO'), run('2', '<w:vertAlign w:val="subscript"/>'), run('。')], 'CO₂。'],
    ['10-4', [run('10'), run('-4', '<w:vertAlign w:val="superscript"/>'), run('。')], '10⁻⁴。'],
  ])('writes %s with the characters that show it, and says so', async (_label, runs, text) => {
    const reply = await imported(paragraph(runs.join('')));
    expect(bodyOf(reply)).toContain(`paragraph ${text}`);
    expect(reply.changes.filter(({ kind }) => kind === 'raised')).toHaveLength(1);
  });

  it('writes symbols of symbol fonts as ordinary characters', async () => {
    const symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>';
    const inText = run('\uF0FC', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>');
    const reply = await imported(paragraph(`${run('已办结')}${symbol}${inText}${run('。')}`));
    expect(bodyOf(reply)).toContain('paragraph 已办结✓✓。');
    expect(reply.changes.filter(({ kind }) => kind === 'symbol')).toHaveLength(2);
  });

  it('takes a carriage return for a line break, and lists tabs', async () => {
    const reply = await imported(
      paragraph(`${run('甲。')}<w:r><w:cr/></w:r>${run('乙：')}<w:r><w:tab/></w:r>${run('丙。')}`),
    );
    expect(bodyOf(reply).slice(1)).toEqual(['paragraph 甲。', 'paragraph 乙： 丙。']);
    expect(reply.changes.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['line-break', 'wide-space']));
  });

  it('takes the letterhead that a page header holds for the masthead', async () => {
    const { record, changes } = await imported(paragraph('答复如下。'), { header: paragraph('样例市虚构事务局文件') });
    expect(record.masthead).toBe('样例市虚构事务局文件');
    expect(changes.map(({ kind }) => kind)).toContain('page-head');
  });

  it('spreads merged cells and says so, or refuses them by choice', async () => {
    const rows = merged(
      `<w:tr>${cell('河段', '<w:vMerge w:val="restart"/>')}${cell('长度', '<w:gridSpan w:val="2"/>')}</w:tr>` +
        `<w:tr>${cell('', '<w:vMerge/>')}${cell('已完成')}${cell('在建')}</w:tr><w:tr>${cell('上游')}${cell('3')}${cell('1')}</w:tr>`,
    );
    const reply = await imported(rows + paragraph('以上。'));
    expect(reply.text).toContain(
      '| 河段 | 长度  | 长度 |\n| -- | --- | -- |\n| 河段 | 已完成 | 在建 |\n| 上游 | 3   | 1  |',
    );
    expect(reply.changes.find(({ kind }) => kind === 'merged-cells')?.text).toBe('长度、河段');
    const refusing = readDocx(docx(around(rows)), 'a.docx', { mergedCells: 'refuse' });
    await expect(refusing).rejects.toThrow(/merged cells/);
  });

  it('reads a table of one row as the paragraphs that it lays out', async () => {
    const frame = table([['样事函〔2031〕9号', '签发人：某某']]);
    const body =
      frame +
      ['关于市一届人大一次会议第4号建议的答复', '某某代表：', '您的建议收悉，现答复如下：', ISSUER, '2031年2月3日']
        .map((text) => paragraph(text))
        .join('');
    const reply = importSource(await readDocx(docx(body), 'a.docx'));
    expect(reply.record).toMatchObject({ number: '样事函〔2031〕9号', signers: [{ label: '签发人', value: '某某' }] });
  });

  it('takes a page number in a footer for what it is', async () => {
    const reply = await imported(paragraph('答复如下。'), { header: paragraph('— 1 —') });
    expect(reply.changes.map(({ kind }) => kind)).toContain('page-number');
  });

  it('is refused where its archive holds two documents', async () => {
    const [one, other] = [docx(paragraph('甲。')), docx(paragraph('乙。'))];
    expect(() => unpack(doubled(one, other), 'a.docx')).toThrow(/two documents/);
  });
});

/** An archive that holds the entries of two: their bytes one after the other, one directory for both. */
function doubled(one: Uint8Array, other: Uint8Array): Uint8Array {
  const end = (bytes: Uint8Array) => bytes.length - 22;
  const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset);
  const start = (bytes: Uint8Array) => view(bytes).getUint32(end(bytes) + 16, true);
  const directory = other.slice(start(other), end(other));
  for (let at = 0; at < directory.length; ) {
    const entry = new DataView(directory.buffer, at);
    entry.setUint32(42, entry.getUint32(42, true) + start(one), true);
    at += 46 + entry.getUint16(28, true) + entry.getUint16(30, true) + entry.getUint16(32, true);
  }
  const files = [one.slice(0, start(one)), other.slice(0, start(other))];
  const directories = [one.slice(start(one), end(one)), directory];
  const tail = other.slice(end(other));
  const last = new DataView(tail.buffer);
  const count = view(one).getUint16(end(one) + 10, true) + view(other).getUint16(end(other) + 10, true);
  last.setUint16(8, count, true);
  last.setUint16(10, count, true);
  last.setUint32(
    12,
    directories.reduce((sum, part) => sum + part.length, 0),
    true,
  );
  last.setUint32(16, start(one) + start(other), true);
  return Uint8Array.from([...files, ...directories, tail].flatMap((part) => [...part]));
}

describe('automatic numbers', () => {
  const twoLevels = numbering(level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）'));

  it('are carried into the text, and listed', async () => {
    const body =
      paragraph('总述', inList(1)) +
      paragraph('细项甲', inList(1, 1)) +
      paragraph('已办结。') +
      paragraph('细项乙', inList(1, 1)) +
      paragraph('正在办理。') +
      paragraph('下一步', inList(1)) +
      paragraph('细项丙', inList(1, 1)) +
      paragraph('明年办理。');
    const reply = await imported(body, { numbering: twoLevels });
    expect(bodyOf(reply).slice(1)).toEqual([
      'h1 一、总述',
      'h2 （一）细项甲',
      'paragraph 已办结。',
      'h2 （二）细项乙',
      'paragraph 正在办理。',
      'h1 二、下一步',
      'h2 （一）细项丙',
      'paragraph 明年办理。',
    ]);
    expect(reply.changes.filter(({ kind }) => kind === 'numbering')).toHaveLength(5);
  });

  it('come from styles too, also inherited', async () => {
    const styles = `<w:style w:type="paragraph" w:styleId="a"><w:pPr>${inList(1)}</w:pPr></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>`;
    const reply = await imported(paragraph('总述', '<w:pStyle w:val="b"/>') + paragraph('已办结。'), {
      numbering: twoLevels,
      styles,
    });
    expect(bodyOf(reply)).toContain('h1 一、总述');
  });

  it('begin again where a list says so, and stop at numId 0', async () => {
    const lists =
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
    const body =
      paragraph('甲', inList(1)) +
      paragraph('乙', inList(2)) +
      paragraph('丙', inList(2)) +
      paragraph('丁。', inList(0));
    const reply = await imported(body, { numbering: numbering(level(0, 'decimal', '%1.'), lists) });
    expect(bodyOf(reply).slice(1)).toEqual(['paragraph 1.甲', 'paragraph 5.乙', 'paragraph 6.丙', 'paragraph 丁。']);
  });

  it('keep a space before digits, so that no two numbers run together', async () => {
    const reply = await imported(paragraph('2031年完成。', inList(1)), {
      numbering: numbering(level(0, 'decimal', '%1.')),
    });
    expect(bodyOf(reply)).toContain('paragraph 1. 2031年完成。');
  });

  it('that are bullets become list items', async () => {
    const reply = await imported(paragraph('甲项。', inList(1)) + paragraph('乙项。', inList(1)), {
      numbering: numbering(level(0, 'bullet', '•')),
    });
    expect(bodyOf(reply).slice(1)).toEqual(['list-item 甲项。', 'list-item 乙项。']);
  });

  it.each([
    ['of an unknown format', inList(1), numbering(level(0, 'hebrew1', '%1.'))],
    ['of a list that is not there', inList(9), numbering(level(0, 'decimal', '%1.'))],
  ])('%s are refused', async (_label, properties, list) => {
    expect(await refusals(paragraph('甲。', properties), { numbering: list })).toEqual(['docx-numbering']);
  });

  it.each([
    [1, 'chineseCounting', '一'],
    [10, 'chineseCounting', '十'],
    [11, 'chineseCountingThousand', '十一'],
    [20, 'japaneseCounting', '二十'],
    [35, 'chineseCounting', '三十五'],
    [10, 'ideographDigital', '一〇'],
    [12, 'chineseLegalSimplified', '壹拾贰'],
    [3, 'decimalEnclosedCircle', '③'],
    [21, 'decimalEnclosedCircle', undefined],
    [7, 'decimalZero', '07'],
    [4, 'decimalFullWidth', '４'],
    [27, 'upperLetter', 'AA'],
    [9, 'lowerRoman', 'ix'],
    [44, 'upperRoman', 'XLIV'],
    [100, 'decimal', undefined],
    [1, 'unheard-of', undefined],
  ])('%d in %s is %s', (value, format, written) => {
    expect(writeNumber(value, format)).toBe(written);
  });
});

describe('a document is refused, with the reason,', () => {
  const cases: readonly (readonly [label: string, rule: string, body: string, parts?: OtherParts])[] = [
    ['with an insertion', 'docx-tracked-changes', `<w:p><w:ins>${run('甲。')}</w:ins></w:p>`],
    [
      'with a deletion',
      'docx-tracked-changes',
      `<w:p>${run('甲。')}<w:del><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>`,
    ],
    ['with a tracked format', 'docx-tracked-changes', paragraph(run('甲。', '<w:rPrChange/>'))],
    ['with a comment', 'docx-comments', `<w:p>${run('甲。')}<w:r><w:commentReference w:id="0"/></w:r></w:p>`],
    ['with a comment that nothing refers to', 'docx-comments', paragraph('甲。'), { comments: paragraph('改一下') }],
    ['with hidden text', 'docx-hidden-text', paragraph(run('甲。') + run('不公开', '<w:vanish/>'))],
    [
      'with text that a style hides',
      'docx-hidden-text',
      paragraph(run('甲。') + run('不公开', '<w:rStyle w:val="h"/>')),
      {
        styles: '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>',
      },
    ],
    ['with a footnote', 'docx-notes', `<w:p>${run('甲。')}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>`],
    ['with an equation', 'docx-equation', '<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>'],
    ['with a raised word', 'docx-raised-text', paragraph(run('10') + run('注', '<w:vertAlign w:val="superscript"/>'))],
    ['with text struck out', 'docx-raised-text', paragraph(run('甲', '<w:strike/>') + run('乙。'))],
    [
      'with a symbol that is not known',
      'docx-symbol',
      '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0001"/></w:r></w:p>',
    ],
    [
      'with a table in a table',
      'docx-table',
      `<w:tbl><w:tr><w:tc>${table([
        ['甲', '乙'],
        ['丙', '丁'],
      ])}${paragraph('甲')}</w:tc></w:tr></w:tbl>`,
    ],
    [
      'with text that the reader would drop',
      'import-incomplete',
      `<w:p>${run('甲')}<w:unknown>${run('乙')}</w:unknown>${run('。')}</w:p>`,
    ],
  ];

  it.each(cases.map(([label, rule, body, parts]) => ({ label, rule, body, parts })))(
    '$label: $rule',
    async ({ rule, body, parts }) => {
      expect(await refusals(body, parts)).toEqual([rule]);
    },
  );

  it('and with every reason at once', async () => {
    const body = `<w:p><w:ins>${run('甲。', '<w:vanish/>')}</w:ins><w:r><w:commentReference w:id="0"/></w:r></w:p>`;
    expect(await refusals(body)).toEqual(['docx-tracked-changes', 'docx-comments', 'docx-hidden-text']);
  });

  it('but not for what is switched off', async () => {
    expect(await refusals(paragraph(run('甲。', '<w:vanish w:val="0"/><w:strike w:val="false"/>')))).toEqual([]);
  });

  it('over its cap, before it is unpacked', () => {
    const bomb = pack({ 'word/document.xml': new Uint8Array(2000) });
    expect(() => unpack(bomb, 'a.docx', 1999)).toThrow(SiteError);
    expect(() => unpack(bomb, 'a.docx', 2000)).not.toThrow();
  });
});

describe('files that cannot be imported', () => {
  it.each([
    ['a.doc', [0xd0, 0xcf, 0x11, 0xe0], 'import-format', '.docx'],
    ['a.docx', [0xd0, 0xcf, 0x11, 0xe0], 'import-format', '.docx'],
    ['a.wps', [1], 'import-format', '.docx'],
    ['a.pdf', [1], 'import-format', '.md'],
    ['a.ofd', [1], 'import-format', '.md'],
    ['a.xyz', [1], 'import-format', '.txt'],
    ['a.docx', [1, 2, 3], 'docx-broken', '.docx'],
  ])('%s: one sentence on what to save as', async (file, bytes, rule, target) => {
    const error = await readSource(Uint8Array.from(bytes), file).catch((reason: unknown) => reason);
    if (!(error instanceof SiteError)) throw error;
    expect(error.findings.map((finding) => finding.rule)).toEqual([rule]);
    expect(error.findings[0]?.hint.zh).toContain(target);
  });
});
