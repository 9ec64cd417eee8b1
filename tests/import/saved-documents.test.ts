import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SiteError } from '../../src/errors.ts';
import { readSource } from '../../src/import/read-source.ts';
import { bodyOf, importSource } from './letters.ts';

/** Documents that LibreOffice Writer 7.4 saved, with its own numbering, styles, footers and tables. */
const read = (name: string) => {
  const bytes = readFileSync(join(import.meta.dirname, 'fixtures', name));
  return readSource(bytes, name);
};

describe('a .docx that a word processor saved', () => {
  it('becomes a reply: automatic numbers, bold words, a link and a table', async () => {
    const reply = importSource(await read('letter.docx'));
    expect(bodyOf(reply)).toEqual([
      'addressee 王某某代表：',
      'paragraph 您提出的关于修复机井的建议收悉，现答复如下：',
      'h1 一、基本情况',
      'paragraph 全县现有机井36眼，完好24眼。',
      'h1 二、主要做法',
      'h2 （一）摸清底数',
      'paragraph 逐眼登记，见名册，不漏一眼。',
      'h2 （二）分类处置',
      'h3 1.修复',
      'paragraph 已修复24眼。',
      'h3 2.封填',
      'paragraph 已封填12眼。',
      'table 乡镇 机井（眼） 东乡 24 西乡 12',
      'h1 三、下一步打算',
      'paragraph 继续做好管护。',
      'paragraph 感谢您对水利工作的关心。',
    ]);
    expect(reply.text).toContain('disclosure: 主动公开');
    expect(reply.text).toMatch(/label: 承办人\n\s+value: 张某某/);
  });

  it('says what did not come along', async () => {
    const { changes } = importSource(await read('letter.docx'));
    const told = changes.filter(({ kind }) => kind !== 'numbering').map(({ kind, text }) => `${kind} ${text}`);
    expect(told).toEqual([
      'page-number — 1 —',
      'link 名册 https://example.org/',
      'not-carried （公开方式：） ← （公开方式：主动公开）',
    ]);
  });

  it.each([
    ['tracked.docx', 'docx-tracked-changes'],
    ['comment.docx', 'docx-comments'],
    ['hidden.docx', 'docx-hidden-text'],
  ])('is refused: %s', async (name, rule) => {
    const refused = await read(name).then(
      () => [],
      (error: unknown) => (error instanceof SiteError ? error.findings.map((finding) => finding.rule) : [error]),
    );
    expect(refused).toEqual([rule]);
  });
});
