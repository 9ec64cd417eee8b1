import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importFile } from '../../../src/intake/import-file.ts';
import { importInbox } from '../../../src/intake/inbox/import-inbox.ts';
import { inboxReport } from '../../../src/intake/inbox/report.ts';
import { translateReply } from '../../../src/intake/translate/translate-reply.ts';
import { makeNew } from '../../../src/scaffold/new/make-new.ts';
import { ISSUER, letter } from '../../import/letters.ts';
import { docx, paragraph } from '../../import/word.ts';

const SITE = `address: https://sample.example
official: false
languages: [zh, en]
issuer: { zh: ${ISSUER}, en: Sample Bureau }
name: { zh: 样例, en: Sample }
description: { zh: 样例, en: Sample }
answeredKinds: [{ id: suggestion, label: { zh: 建议, en: Suggestion } }]
`;

let root: string;
const at = (path: string) => join(root, path);
const write = (path: string, content: string | Uint8Array) => writeFileSync(at(path), content);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dafu-inbox-'));
  for (const folder of ['content', 'data', 'inbox']) mkdirSync(at(folder));
  write('content/site.yaml', SITE);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const wholeLetter = letter('您提出的《关于样例的建议》收悉。现答复如下。').concat('\n(主动公开)\n');

describe('the inbox', () => {
  it('is imported: each document to its place, with the places of its translation', async () => {
    write('inbox/答复稿.md', wholeLetter);
    const result = await importInbox(root, 'zh');
    expect(result.items.map(({ state }) => state)).toEqual(['imported']);
    expect(existsSync(at('content/replies/yangshihan-2031-7/zh.mdx'))).toBe(true);
    expect(existsSync(at('content/replies/yangshihan-2031-7/en.mdx'))).toBe(true);
    expect(existsSync(at('inbox/答复稿.md'))).toBe(false);
  });

  it('is reported in Chinese, with what the check found', async () => {
    write('inbox/答复稿.md', wholeLetter);
    const report = inboxReport(await importInbox(root, 'zh'), 'zh');
    expect(report).toContain('## 已导入：答复稿.md → content/replies/yangshihan-2031-7/zh.mdx');
    expect(report).toContain('请补充或核对');
    expect(report).toContain('待译稿 content/replies/yangshihan-2031-7/en.mdx：打开这个文件，点“编辑”');
    expect(report).not.toContain('untranslated');
  });

  it('is left alone where it is a link to another folder', async () => {
    rmSync(at('inbox'), { recursive: true });
    mkdirSync(at('letters'));
    write('letters/答复稿.md', wholeLetter);
    symlinkSync('letters', at('inbox'));
    const result = await importInbox(root, 'zh');
    expect(result.items).toEqual([{ name: 'inbox', state: 'not-file' }]);
    expect(existsSync(at('letters/答复稿.md'))).toBe(true);
    expect(existsSync(at('content/replies'))).toBe(false);
  });

  it('keeps what is no document or far too long, and goes on with the others', async () => {
    execFileSync('mkfifo', [at('inbox/0.docx')]);
    symlinkSync('/etc/hostname', at('inbox/1.md'));
    writeFileSync(Buffer.concat([Buffer.from(at('inbox/2')), Buffer.from([0xff])]), 'x');
    write('inbox/3.docx', '');
    truncateSync(at('inbox/3.docx'), 5e9);
    write('inbox/4.md', wholeLetter);
    const result = await importInbox(root, 'zh');
    expect(result.items.map(({ state }) => state)).toEqual(['not-file', 'not-file', 'not-file', 'refused', 'imported']);
    expect(inboxReport(result, 'zh')).toContain('文件超过 50 MB');
  });

  it.each([
    ['content/replies', 'letters'],
    ['content/replies/yangshihan-2031-7', '../../letters'],
  ])('writes nothing through %s where that is a link', async (name, target) => {
    mkdirSync(at('letters'));
    mkdirSync(join(at(name), '..'), { recursive: true });
    symlinkSync(name === 'content/replies' ? '../letters' : target, at(name));
    write('inbox/答复稿.md', wholeLetter);
    const result = await importInbox(root, 'zh');
    expect(result.items.map(({ state }) => state)).toEqual(['refused']);
    expect(inboxReport(result, 'zh')).toContain('不是普通文件');
    expect(readdirSync(at('letters'))).toEqual([]);
    expect(existsSync(at('inbox/答复稿.md'))).toBe(true);
  });

  it('keeps a document that is refused, says why, and goes on with the others', async () => {
    write('inbox/甲.docx', docx(`<w:p><w:ins>${paragraph('甲')}</w:ins></w:p>`));
    write('inbox/乙.md', wholeLetter);
    const result = await importInbox(root, 'zh');
    expect(result.items.map(({ name, state }) => `${name} ${state}`)).toEqual(['乙.md imported', '甲.docx refused']);
    expect(existsSync(at('inbox/甲.docx'))).toBe(true);
    expect(inboxReport(result, 'zh')).toContain('文稿里有修订痕迹');
  });

  it('never overwrites a reply', async () => {
    write('inbox/a.md', wholeLetter);
    await importInbox(root, 'zh');
    const first = readFileSync(at('content/replies/yangshihan-2031-7/zh.mdx'), 'utf8');
    write('inbox/b.md', wholeLetter.replace('现答复如下', '现再答复如下'));
    const result = await importInbox(root, 'zh');
    expect(result.items.map(({ state }) => state)).toEqual(['there']);
    expect(readFileSync(at('content/replies/yangshihan-2031-7/zh.mdx'), 'utf8')).toBe(first);
    expect(inboxReport(result, 'zh')).toContain('站里已经有这件答复：content/replies/yangshihan-2031-7/zh.mdx');
  });

  it('says which of several uploads are one reply', async () => {
    for (const name of ['a.md', 'b.md', 'c.md']) write(`inbox/${name}`, wholeLetter);
    const result = await importInbox(root, 'zh');
    expect(result.items.map(({ state }) => state)).toEqual(['imported', 'same', 'same']);
    const report = inboxReport(result, 'zh');
    expect(report).toContain('## 没有导入：b.md\n\n与上传的“a.md”是同一件答复');
    expect(report).toContain('## 没有导入：c.md\n\n与上传的“a.md”是同一件答复');
  });

  it('speaks to people on a web page, never of commands and their options', async () => {
    write('inbox/a.md', wholeLetter);
    write('inbox/b.md', wholeLetter);
    write('inbox/c.txt', Uint8Array.from([0xd1, 0xf9, 0xc0, 0xfd, 0xca, 0xd0]));
    write('inbox/d.ofd', 'x');
    write(
      'inbox/e.md',
      wholeLetter
        .replace(ISSUER, '')
        .replaceAll(ISSUER, '')
        .replace('样事函〔2031〕7号', '')
        .replace('2031年2月3日', ''),
    );
    const report = inboxReport(await importInbox(root, 'zh'), 'zh');
    expect(report).toContain('c.gbk.txt');
    expect(report).not.toMatch(/dafu |npm |(?:^|\s)--[a-z]/mu);
  });

  it('does not follow links out of it', async () => {
    symlinkSync('/etc/hostname', at('inbox/a.txt'));
    expect((await importInbox(root, 'zh')).items).toEqual([{ name: 'a.txt', state: 'not-file' }]);
  });

  it('lets nothing in a document act on the forge', async () => {
    write('inbox/@all [x](y).md', letter('```\n\n@all 请看 ![](a.png)'));
    const report = inboxReport(await importInbox(root, 'zh'), 'zh');
    const outside = report.replace(/^(`{3,})text\n[\s\S]*?\n\1$/gmu, '');
    expect(outside).not.toMatch(/@all|\]\(/);
  });

  it('that is empty says so', async () => {
    expect(inboxReport(await importInbox(root, 'zh'), 'zh')).toBe('收件夹是空的，没有要导入的文稿。\n');
  });
});

describe('one command at a time', () => {
  const request = () => ({ root, file: at('letter.md'), number: undefined, language: 'zh' as const });

  it('import writes a file, and again only when forced', async () => {
    write('letter.md', wholeLetter);
    const { path } = await importFile({ ...request(), force: false });
    await expect(importFile({ ...request(), force: false })).rejects.toMatchObject({ exitCode: 1 });
    write('letter.md', wholeLetter.replace('现答复如下', '现再答复如下'));
    await importFile({ ...request(), force: true });
    expect(readFileSync(at(path), 'utf8')).toContain('现再答复如下');
  });

  it('import writes nothing when it refuses', async () => {
    write('letter.md', `机密\n\n${wholeLetter}`);
    await expect(importFile({ ...request(), force: true })).rejects.toThrow(/secrecy/);
    expect(existsSync(at('content/replies'))).toBe(false);
  });

  it('import takes the number from whoever imports, where the source has none', async () => {
    write('letter.md', wholeLetter.replace('样事函〔2031〕7号', ''));
    const { path } = await importFile({ ...request(), number: '〔2031〕9号', force: false });
    expect(path).toBe('content/replies/2031-9/zh.mdx');
  });

  it('translate refuses an id that is none', () => {
    const translate = (id: string) => () =>
      translateReply({ root, id, method: undefined, accept: false, language: 'zh' });
    expect(translate('2031-7')).toThrow(expect.objectContaining({ exitCode: 2 }));
    expect(translate('../../etc')).toThrow(expect.objectContaining({ exitCode: 2 }));
  });

  it('new never overwrites', async () => {
    const make = () =>
      makeNew({
        root,
        kind: 'report',
        flags: { id: 'a', title: '甲', 'title-en': 'A', summary: '甲', 'summary-en': 'A', date: '2031-02-03' },
        language: 'zh',
        interactive: false,
      });
    expect(await make()).toContain('content/reports/a/zh.mdx');
    await expect(make()).rejects.toMatchObject({ exitCode: 1 });
  });

  it('new adds a term once', async () => {
    const make = () =>
      makeNew({ root, kind: 'term', flags: { id: 'a', zh: '甲', en: 'a' }, language: 'zh', interactive: false });
    await make();
    await expect(make()).rejects.toMatchObject({ exitCode: 1 });
  });
});
