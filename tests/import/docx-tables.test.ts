import { describe, expect, it } from 'vitest';
import { readDocx } from '../../src/import/docx/index.ts';
import { bodyOf, ISSUER, importSource } from './letters.ts';
import { docx, paragraph } from './word.ts';

/** Imports a letter of the made-up bureau around the body given. */
const imported = async (body: string) => {
  const before = ['关于市一届人大一次会议第3号建议的答复', '尊敬的某某代表：'];
  const lines = (texts: readonly string[]) => texts.map((text) => paragraph(text)).join('');
  return importSource(await readDocx(docx(lines(before) + body + lines([ISSUER, '2031年2月3日'])), 'a.docx'));
};

const merged = (rows: string) => `<w:tbl>${rows}</w:tbl>`;

describe('a table of a Word document', () => {
  it('sets a caption and a note that run across a table before and after it, and repeats them nowhere', async () => {
    const across = (text: string) =>
      `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph(text)}</w:tc></w:tr>`;
    const row = (...cells: readonly string[]) =>
      `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
    const rows = [across('河道整治情况表'), row('河段', '长度'), row('上游', '3公里'), across('注：截至六月。')];
    const reply = await imported(merged(rows.join('')));
    expect(bodyOf(reply)).toEqual(
      expect.arrayContaining(['paragraph 河道整治情况表', 'table 河段 长度 上游 3公里', 'paragraph 注：截至六月。']),
    );
    const ofTables = reply.changes.filter(({ kind }) => kind === 'table-caption' || kind === 'merged-cells');
    expect(ofTables.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'table-caption 河道整治情况表',
      'table-caption 注：截至六月。',
    ]);
  });

  it('keeps a table of nothing but rows of one cell', async () => {
    const across = `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('上游')}</w:tc></w:tr>`;
    const reply = await imported(merged(across + across));
    expect(reply.changes.map(({ kind }) => kind)).toContain('merged-cells');
    expect(reply.changes.map(({ kind }) => kind)).not.toContain('table-caption');
  });
});
