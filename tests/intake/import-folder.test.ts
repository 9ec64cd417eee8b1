import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipSync } from 'fflate';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FolderRequest, folderReport, importFolder } from '../../src/intake/import-folder.ts';
import { registerWords } from '../../src/language/messages/register.ts';
import { ISSUER, letter } from '../import/letters.ts';
import { docx, paragraph } from '../import/word.ts';
import { needsProgram } from '../outside.ts';

const SITE = `address: https://sample.example
official: false
languages: [zh]
issuer: { zh: 样例市虚构事务局, en: Sample Bureau }
name: { zh: 样例, en: Sample }
description: { zh: 样例, en: Sample }
answeredKinds:
  - { id: suggestion, label: { zh: 建议, en: Suggestion } }
  - { id: proposal, label: { zh: 提案, en: Proposal } }
`;
const TOPICS = 'topics:\n  - { id: water, label: { zh: 水, en: Water } }\n';

let root: string;
let folder: string;
const numbered = (serial: number) =>
  letter('您提出的《关于样例的建议》收悉。现答复如下。').replace('〔2031〕7号', `〔2031〕${serial}号`);
const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
const run = (more: Partial<FolderRequest> = {}) =>
  importFolder({
    root,
    source: folder,
    register: undefined,
    encoding: undefined,
    mergedCells: 'spread',
    language: 'zh',
    ...more,
  });
const reply = (id: string) => readFileSync(join(root, 'content/replies', id, 'zh.mdx'), 'utf8');
const columns = registerWords.zh.columns;

/** Writes a cell of the register as a spreadsheet program would: all cells again, without what it does not know. */
async function edit(file: string, column: string, value: string | number | Date): Promise<void> {
  const path = join(folder, 'register.xlsx');
  const { sheets } = await readXlsx(readFileSync(path));
  const [shown] = sheets;
  const at = (shown?.rows[0] ?? []).indexOf(column);
  const row = shown?.rows.find(([first]) => first === file);
  if (row === undefined || at === -1) throw new Error(`no such cell: ${file}, ${column}`);
  row[at] = value;
  writeFileSync(path, await writeXlsx({ sheets: sheets.map(({ name, rows, hidden }) => ({ name, rows, hidden })) }));
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dafu-folder-'));
  folder = join(root, '旧稿');
  for (const name of ['content', 'data', '旧稿']) mkdirSync(join(root, name));
  writeFileSync(join(root, 'content/site.yaml'), SITE);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a folder of letters', () => {
  it('is imported at once, a row a letter; one that is refused stops no other', async () => {
    mkdirSync(join(folder, '2031年'));
    put('a.txt', numbered(1));
    put(
      'b.docx',
      docx(
        numbered(2)
          .split('\n\n')
          .map((text) => paragraph(text.trim()))
          .join(''),
      ),
    );
    put(
      '2031年/c.html',
      `<meta charset=utf-8><body>${numbered(3)
        .split('\n\n')
        .map((text) => `<p>${text}</p>`)
        .join('')}`,
    );
    put('坏的.docx', 'x');
    put('~$b.docx', 'x');
    const { rows } = await run();
    expect(rows.map(({ file, state }) => `${file} ${state}`)).toEqual([
      '2031年/c.html imported',
      'a.txt imported',
      'b.docx imported',
      '坏的.docx refused',
    ]);
    expect(readdirSync(join(root, 'content/replies')).sort()).toEqual([
      'yangshihan-2031-1',
      'yangshihan-2031-2',
      'yangshihan-2031-3',
    ]);
    expect(rows.filter(({ state }) => state === 'imported').map(({ sure }) => sure)).toEqual(['sure', 'sure', 'sure']);
  });

  it('says which files are one reply, and overwrites nothing', async () => {
    put('a.txt', numbered(1));
    put('b.txt', numbered(1).replace('现答复如下', '现再答复如下'));
    const outcome = await run();
    expect(outcome.rows.map(({ state }) => state)).toEqual(['imported', 'same']);
    expect(outcome.rows[1]?.open[0]).toContain('a.txt');
    expect(reply('yangshihan-2031-1')).toContain('现答复如下');
    expect(folderReport(outcome, 'zh')).toContain('共 2 件：导入 1 件');
  });

  it('keeps apart letters of which nothing is known yet', async () => {
    put('a.txt', '关于桥的事，已经办好。');
    put('b.txt', '关于路的事，正在办理。');
    const { rows } = await run();
    expect(rows.map(({ state, path }) => `${state} ${path}`)).toEqual([
      'imported content/replies/letter/zh.mdx',
      'imported content/replies/letter-no2/zh.mdx',
    ]);
  });

  it('is gone on with by a second run, which reads only what is new', async () => {
    put('a.txt', numbered(1));
    await run();
    const edited = reply('yangshihan-2031-1').replace('现答复如下。', '现答复如下：');
    writeFileSync(join(root, 'content/replies/yangshihan-2031-1/zh.mdx'), edited);
    put('b.txt', numbered(2));
    const { rows } = await run();
    expect(rows.map(({ file, state }) => `${file} ${state}`)).toEqual(['a.txt imported', 'b.txt imported']);
    expect(reply('yangshihan-2031-1')).toBe(edited);
  });

  it('may be an archive, with names in GBK', async () => {
    // As Windows writes it: the name's bytes are GBK, and nothing says so.
    const bytes = zipSync({ 'QQQQ.txt': new TextEncoder().encode(numbered(1)) });
    const places = Array.from(bytes.keys()).filter((at) => bytes.subarray(at, at + 4).every((byte) => byte === 0x51));
    for (const at of places) bytes.set([0xb4, 0xf0, 0xb8, 0xb4], at);
    writeFileSync(join(root, '旧稿.zip'), bytes);
    const { rows, register } = await run({ source: join(root, '旧稿.zip') });
    expect(rows.map(({ file, state }) => `${file} ${state}`)).toEqual(['答复.txt imported']);
    expect(register).toBe(join(root, 'register.xlsx'));
  });

  it('reads text in the encoding asked for', async () => {
    put('a.txt', Uint8Array.from([0xd1, 0xf9, 0xc0, 0xfd, 0xca, 0xd0]));
    expect((await run()).rows[0]?.open[0]).toContain('GBK');
    put('a.gbk.txt', Uint8Array.from([0xd1, 0xf9, 0xc0, 0xfd, 0xca, 0xd0]));
    expect((await run()).rows.map(({ open }) => open[0]?.includes('GBK'))).toEqual([false, true]);
  });
});

describe('its register', () => {
  beforeEach(() => {
    put('a.txt', numbered(1));
    writeFileSync(join(root, 'content/site.yaml'), SITE + TOPICS);
  });

  it.each([
    ['a title', columns.title, '关于样例建议的答复', 'title: 关于样例建议的答复'],
    ['a day', columns.date, '2031年3月4日', 'date: 2031-03-04'],
    ['a day that the program made a date', columns.date, new Date('2031-03-04T00:00:00Z'), 'date: 2031-03-04'],
    ['an outcome', columns.outcome, 'B', 'outcome: B'],
    ['the title answered', columns.suggestion, '关于另一事的建议', '  title: 关于另一事的建议'],
    ['proposers', columns.proposers, '甲某代表、乙某代表', '    - 乙某代表'],
    ['topics', columns.topics, 'water', 'topics:\n  - water'],
    ['topics by their names', columns.topics, '水', 'topics:\n  - water'],
    ['a kind by its name', columns.kind, '提案', '  kind: proposal'],
    ['who led', columns.lead, '样例县财政局', 'handling:\n  lead: 样例县财政局'],
    ['who helped', columns.assisting, '甲局、乙局', '  assisting:\n    - 甲局\n    - 乙局'],
    ['when it came', columns.received, '2031年1月2日', '  received: 2031-01-02'],
    ['whether they met', columns.met, '是', '  met: true'],
    ['what was thought of it', columns.opinion, '基本满意', '  opinion: 基本满意'],
  ])('is read back: %s', async (_what, column, value, expected) => {
    await run();
    await edit('a.txt', column, value);
    const { rows } = await run();
    expect(rows[0]).toMatchObject({ state: 'corrected' });
    expect(reply('yangshihan-2031-1')).toContain(expected);
  });

  it('goes on asking what a correction does not answer', async () => {
    put('a.txt', numbered(1).replaceAll(ISSUER, '别处县水务局'));
    const { rows: first } = await run();
    expect(first[0]?.open).toEqual([expect.stringMatching(/^发文机关：/u), expect.stringMatching(/^主题：/u)]);
    await edit('a.txt', columns.topics, 'water');
    expect((await run()).rows[0]?.open).toEqual([expect.stringMatching(/^发文机关：/u)]);
    await edit('a.txt', columns.issuer, ISSUER);
    expect((await run()).rows[0]).toMatchObject({ state: 'corrected', open: [], sure: 'sure' });
  });

  it('asks no more once a person wrote that the letter was checked, or filled in the file itself', async () => {
    put('a.txt', numbered(1).replace('2031年2月3日', '2031年2月').replaceAll(ISSUER, '别处县水务局'));
    const [first] = (await run()).rows;
    expect(first?.open.map((line) => line.split('：')[0])).toEqual(['成文日期', '发文机关', '主题']);
    const file = join(root, first?.path ?? '');
    writeFileSync(file, readFileSync(file, 'utf8').replace('\nanswers:', '\ndate: 2031-02-03\nanswers:'));
    expect((await run()).rows[0]?.open.map((line) => line.split('：')[0])).toEqual(['发文机关', '主题']);
    await edit('a.txt', columns.sure, registerWords.zh.sure.sure);
    expect((await run()).rows[0]).toMatchObject({ open: [], sure: 'sure' });
  });

  it('counts only what this run corrected', async () => {
    await run();
    await edit('a.txt', columns.outcome, 'B');
    expect(folderReport(await run(), 'zh')).toContain('照登记表改正 1 件');
    const again = await run();
    expect(again.rows[0]?.state).toBe('corrected');
    expect(folderReport(again, 'zh')).toContain('照登记表改正 0 件');
  });

  it('keeps the columns that people added', async () => {
    await run();
    const path = join(folder, 'register.xlsx');
    const { sheets } = await readXlsx(readFileSync(path));
    const [shown] = sheets;
    for (const [index, row] of (shown?.rows ?? []).entries()) row.push(index === 0 ? '备注' : '已请办公室看过');
    writeFileSync(path, await writeXlsx({ sheets: sheets.map(({ name, rows, hidden }) => ({ name, rows, hidden })) }));
    put('b.txt', numbered(2));
    for (const _ of [1, 2]) {
      expect((await run()).rows.map(({ notes }) => notes?.['备注'] || undefined)).toEqual([
        '已请办公室看过',
        undefined,
      ]);
    }
  });

  it('says no more of a value that was wrong once it is right', async () => {
    await run();
    await edit('a.txt', columns.opinion, '很好');
    expect((await run()).rows[0]?.open[0]).toContain('很好');
    await edit('a.txt', columns.opinion, '满意');
    expect((await run()).rows[0]?.open.join()).not.toContain('很好');
  });

  it('moves the folder with a corrected number', async () => {
    await run();
    await edit('a.txt', columns.number, '样事函〔2031〕11号');
    const { rows } = await run();
    expect(rows[0]?.path).toBe('content/replies/yangshihan-2031-11/zh.mdx');
    expect(existsSync(join(root, 'content/replies/yangshihan-2031-1'))).toBe(false);
    expect((await run()).rows[0]?.path).toBe('content/replies/yangshihan-2031-11/zh.mdx');
  });

  it.each([
    ['no day', columns.date, '六月', '六月'],
    ['none of the values allowed', columns.outcome, '优', '优'],
    ['no topic of the site', columns.topics, 'water、fire', 'fire'],
    ['neither yes nor no', columns.met, '可能', '可能'],
    ['more documents answered than there are', columns.answered, '第3号；第4号', '第4号'],
  ])('leaves what cannot stand there, and says so: %s', async (_what, column, value, named) => {
    await run();
    const before = reply('yangshihan-2031-1');
    await edit('a.txt', column, value);
    const { rows } = await run();
    expect(rows[0]?.open[0]).toContain(named);
    expect(reply('yangshihan-2031-1')).toBe(before);
  });

  it('does not undo what was changed in the site', async () => {
    await run();
    const file = join(root, 'content/replies/yangshihan-2031-1/zh.mdx');
    writeFileSync(file, readFileSync(file, 'utf8').replace('title: 关于市', 'title: 改过的关于市'));
    await edit('a.txt', columns.title, '关于样例建议的答复');
    const { rows } = await run();
    expect(rows[0]?.open[0]).toContain('也改过');
    expect(readFileSync(file, 'utf8')).toContain('改过的关于市');
  });

  it('offers lists of what may be chosen', async () => {
    await run();
    const { sheets } = await readXlsx(readFileSync(join(folder, 'register.xlsx')));
    expect((sheets[0]?.dataValidations ?? []).map(({ range }) => range)).toHaveLength(9);
  });

  it('is read back as LibreOffice saves it, with its lists', async (context) => {
    needsProgram(context, '/usr/lib/libreoffice/program/libscfiltlo.so');
    await run();
    const made = join(root, 'made');
    spawnSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(root, 'profile')).href}`,
        '--headless',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        made,
        join(folder, 'register.xlsx'),
      ],
      { stdio: 'ignore' },
    );
    const saved = readFileSync(join(made, 'register.xlsx'));
    const { sheets } = await readXlsx(saved);
    expect(sheets[0]?.dataValidations).toHaveLength(9);
    writeFileSync(join(folder, 'register.xlsx'), saved);
    await edit('a.txt', columns.opinion, '满意');
    const { rows } = await run();
    expect(rows[0]).toMatchObject({ state: 'corrected', values: { opinion: '满意' } });
  });

  it('that is none is left alone', async () => {
    put('register.xlsx', 'x');
    await expect(run()).rejects.toMatchObject({ exitCode: 1 });
    expect(readFileSync(join(folder, 'register.xlsx'), 'utf8')).toBe('x');
  });
});
