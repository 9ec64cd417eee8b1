import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFileAndFolders } from '../../src/system/files.ts';
import { copyOfBureau, dafu } from '../dafu.ts';
import { codeOf, copyProgram } from './copied-program.ts';

const DAY = '2031-05-01';

const notice = (title: string, text: string, { date = '2031-04-20', year = '，二〇三一年度' } = {}) =>
  `---\ntitle: ${title}\nsummary: ${title}${year}\ndate: ${date}\n---\n\n${text}\n`;

describe('a kind of document that is added as CONTRIBUTING.md says', () => {
  const { folder: project, write } = copyProgram();
  const root = copyOfBureau();
  const out = join(root, 'dist');
  const built = (file: string) => readFileSync(join(out, file), 'utf8');

  const put = (file: string, text: string) => writeFileAndFolders(join(root, file), text);

  beforeAll(async () => {
    const [schema = '', descriptor = '', chinese = '', english = ''] = codeOf('Add a kind of document');
    const kinds = 'src/model/document-kinds.ts';
    write(kinds, schema, "import { slugSchema, textSchema } from './text.ts';");
    write(kinds, descriptor, 'export const DOCUMENT_KINDS = {');
    const words = 'src/language/messages/documents.ts';
    write(words, chinese, 'const zh: DocumentWords = {');
    write(words, english, 'const en: DocumentWords = {');
    put('content/notices/pump-repair/zh.mdx', notice('泵站检修公告', '检修期间停水。'));
    put(
      'content/notices/pump-repair/en.mdx',
      notice('Repair of pumps', 'No water during the repair.', { year: ', 2031' }),
    );
    const { code, output } = await dafu(['build', '--root', root, '--today', DAY], { project });
    expect([code, output]).toEqual([0, expect.stringContaining('Built')]);
  });
  afterAll(() => {
    for (const folder of [project, root]) rmSync(folder, { recursive: true });
  });

  test('has its pages, in the sitemap and in the navigation', () => {
    expect(built('zh/notices/pump-repair/index.html')).toContain('检修期间停水。');
    expect(built('en/notices/index.html')).toMatch(/<h1>Notices<\/h1>.*Repair of pumps/s);
    expect(built('zh/index.html')).toContain('href="/zh/notices/"');
    expect(built('sitemap.xml')).toContain('/zh/notices/pump-repair/');
  });

  test('is in its feed, on its card and in the interface, which describes it', () => {
    expect(built('zh/kinds/notice/feed.xml')).toContain('泵站检修公告，二〇三一年度');
    expect(built('zh/follow/index.html')).toContain('/zh/kinds/notice/feed.xml');
    expect(readdirSync(join(out, 'cards/zh/notices'))).toEqual(['pump-repair.png']);
    expect(JSON.parse(built('api/v1/notices.json')).items).toEqual([
      expect.objectContaining({ id: 'pump-repair', title: { zh: '泵站检修公告', en: 'Repair of pumps' } }),
    ]);
    expect(Object.keys(JSON.parse(built('api/v1/openapi.json')).paths)).toContain('/notices.json');
  });

  test('is found by the search, as what it is', () => {
    const place = join(out, 'pagefind');
    const tables = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /parts\/zh.*\.json$/.test(name),
    );
    expect(tables.map((name) => readFileSync(join(place, name), 'utf8')).join()).toContain('"notice"');
  });

  test('is checked: a wrong key and a day to come are told with their place', async () => {
    put(
      'content/notices/dam/zh.mdx',
      notice('大坝巡查', '每月一次。', { date: '2124-01-01' }).replace('summary', 'sumary'),
    );
    const { code, output } = await dafu(['check', '--root', root, '--today', DAY, '--lang', 'en'], { project });
    expect(code).toBe(1);
    expect(output).toMatch(/content\/notices\/dam\/zh\.mdx:\d+:\d+\s+error\s+\S+ .*sumary/);
    expect(output).toMatch(/content\/notices\/dam\/zh\.mdx:4:\d+\s+error\s+date-out-of-range/);
  });
});
