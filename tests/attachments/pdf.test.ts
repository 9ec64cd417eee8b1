import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../src/attachments/pdf.ts';
import { type PdfParts, packedObjects, pdfFile, pdfWithText, streamObject } from './pdf-file.ts';

/** A letter's annex as Chromium prints it: a heading, wrapped lines in two languages, a table. */
const TABLE = resolve(import.meta.dirname, '../bureau/content/replies/2025-12/附件1 东河治理项目表.pdf');
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const carries = async (parts: PdfParts) => (await readPdf(pdfFile(parts))).carries;
const SCRIPT = '<</S/JavaScript/JS(app.alert\\(1\\))>>';

describe('the words of a PDF', () => {
  it('are read page by page, whole across the ends of lines, cell by cell in tables', async () => {
    const reading = await readPdf(readFileSync(TABLE));
    const words = 'passages' in reading ? reading.passages : [];
    expect(words.every(({ page }) => page === 1)).toBe(true);
    const sentence = '本表列明东河河道整治的各项工程，按照县人民政府批准的方案分三年实施，其中2024年完成清淤疏浚，';
    expect(words.map(({ text }) => text)).toEqual([
      '东河治理项目表',
      sentence.repeat(6),
      'The county Water Bureau will repair 24 wells and 12 sluices along the river in 2024 and report every year until the whole plan is done by 2026.',
      ...['东河', '治理', '2024年12月', '西河', '清淤与疏浚工程', '2025年6月前全部完成并验收合格后移交'],
    ]);
    expect(reading.properties).toContain('东河治理项目表');
    expect(reading.carries).toEqual([]);
  });

  it('are read from a file whose table of places is missing', async () => {
    const reading = await readPdf(pdfWithText('Wells', 'Mobile 13800138000'));
    expect('passages' in reading && reading.passages.map(({ text }) => text)).toEqual(['Wells', 'Mobile 13800138000']);
  });
});

describe('what a PDF carries', () => {
  it.each<[string, PdfParts, string]>([
    ['a script that runs when it is opened', { catalogue: `/OpenAction${SCRIPT}` }, 'script'],
    ['a script in its tree of names', { catalogue: `/Names<</JavaScript<</Names[(a)${SCRIPT}]>>>>` }, 'script'],
    ['a script of a page', { page: `/AA<</O${SCRIPT}>>` }, 'script'],
    ['a script of a link', { page: `/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A${SCRIPT}>>]` }, 'script'],
    ['a script whose name is written in code', { catalogue: '/OpenAction<</S/J#61vaScript/J#53(1)>>' }, 'script'],
    ['a script that only a later object holds', { objects: [SCRIPT] }, 'script'],
    ['a script in compressed objects', { objects: [packedObjects(SCRIPT)] }, 'script'],
    ['a program that it starts', { catalogue: '/OpenAction<</S/Launch/F(cmd.exe)>>' }, 'script'],
    ['a form that runs a program', { catalogue: '/AcroForm<</Fields[]/XFA[(template)4 0 R]>>' }, 'form-program'],
    ['files', { catalogue: '/Names<</EmbeddedFiles<</Names[(a.xls)4 0 R]>>>>' }, 'files'],
  ])('is told: %s', async (_what, parts, carried) => {
    expect(await carries(parts)).toEqual([carried]);
  });

  it.each<[string, PdfParts]>([
    ['nothing', {}],
    [
      'a link to a page',
      { page: '/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://water.example/)>>>>]' },
    ],
    ['the page that it opens at', { catalogue: '/OpenAction[3 0 R/Fit]' }],
    ['a form to fill in by hand', { catalogue: '/AcroForm<</Fields[]>>' }],
    [
      'a picture whose bytes spell a name',
      { objects: [streamObject('/Subtype/Image', latin('\xff/JS \x01/Launch/XFA '))] },
    ],
    ['names that only begin alike', { catalogue: '/JSTable 1/LaunchDate(2024)' }],
  ])('is nothing: %s', async (_what, parts) => {
    expect(await carries(parts)).toEqual([]);
  });
});

describe('a PDF that cannot be read', () => {
  it.each<[string, Uint8Array, string]>([
    ['is broken', latin('%PDF-1.7\n'), 'broken'],
    ['is cut off', readFileSync(TABLE).subarray(0, 900), 'broken'],
    [
      'needs a password',
      pdfFile({
        objects: [`<</Filter/Standard/V 1/R 2/P -4/O<${'00'.repeat(32)}>/U<${'11'.repeat(32)}>>>`],
        trailer: `/Encrypt 4 0 R/ID[<${'22'.repeat(16)}><${'22'.repeat(16)}>]`,
      }),
      'password',
    ],
  ])('%s', async (_what, bytes, why) => {
    expect(await readPdf(bytes)).toMatchObject({ unreadable: why });
  });
});

describe('who has written a PDF', () => {
  it('stands in its properties', async () => {
    const reading = await readPdf(pdfFile({ trailer: '/Info<</Author(Zhang)/Title(Wells)>>' }));
    expect(reading).toMatchObject({ author: 'Zhang' });
    expect(reading.properties).toContain('Wells');
  });
});
