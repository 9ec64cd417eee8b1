import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyOfBureau, dafu } from '../dafu.ts';
import { letter } from '../import/letters.ts';
import { codeOf, copyProgram } from './copied-program.ts';

const DAY = '2031-05-01';
const REPLY = 'content/replies/2024-7';
/** A value that stands nowhere else. */
const VALUE = '虚构县专项资金';

describe('a field of a reply’s record that is added as CONTRIBUTING.md says', () => {
  const { folder: project, write } = copyProgram('docs', 'data/schema', '.vscode');
  const root = copyOfBureau();
  const out = join(root, 'dist');
  const built = (file: string) => readFileSync(join(out, file), 'utf8');
  const inProgram = (file: string) => readFileSync(join(project, file), 'utf8');

  beforeAll(async () => {
    const [schema = '', descriptor = '', ...words] = codeOf('Add a field to a reply’s record');
    const [labelZh = '', guideZh = '', labelEn = '', guideEn = ''] = words.flatMap((code) => code.trim().split('\n'));
    write('src/model/reply.ts', schema, '    handling: handlingSchema.optional(),');
    write('src/language/reply-fields.ts', descriptor, 'const FIELDS = {');
    write('src/language/messages/reply.ts', labelZh, 'const zh = {');
    write('src/language/messages/reply.ts', labelEn, 'const en: typeof zh = {');
    write('src/language/messages/record-guide.ts', guideZh, 'const zh: RecordGuide = {');
    write('src/language/messages/record-guide.ts', guideEn, 'const en: RecordGuide = {');
    const record = readFileSync(join(root, REPLY, 'zh.mdx'), 'utf8');
    writeFileSync(join(root, REPLY, 'zh.mdx'), record.replace('---\n', `---\nfunding: ${VALUE}\n`));
    const { code, output } = await dafu(['build', '--root', root, '--today', DAY], { project });
    expect([code, output]).toEqual([0, expect.stringContaining('Built')]);
  });
  afterAll(() => {
    for (const folder of [project, root]) rmSync(folder, { recursive: true });
  });

  test('passes the type check', () => {
    const include = ['src/formats', 'src/import', 'src/language', 'src/model'];
    const config = inProgram('tsconfig.json').replace(/"include": \[[^\]]*\]/, `"include": ${JSON.stringify(include)}`);
    writeFileSync(join(project, 'tsconfig.json'), config);
    const tsc = join(project, 'node_modules/.bin/tsc');
    expect(spawnSync(tsc, ['--noEmit', '-p', project], { encoding: 'utf8' }).stdout).toBe('');
  });

  test.each([
    ['zh', '资金来源', '：'],
    ['en', 'Funding', ': '],
  ])('is on the page, in Markdown and in plain text: %s', (locale, label, colon) => {
    const page = built(`${locale}/replies/2024-7/index.html`).replaceAll(/<(?!\/?d[td])[^>]*>/g, '');
    expect(page).toMatch(new RegExp(`<dt>${label}</dt>\\s*<dd[^>]*>${VALUE}`));
    for (const file of ['index.md', 'index.txt'])
      expect(built(`${locale}/replies/2024-7/${file}`)).toContain(`${label}${colon}${VALUE}`);
  });

  test('is in the interface, which describes it, and in the bulk file', () => {
    expect(JSON.parse(built('api/v1/replies/2024-7.json'))).toMatchObject({ funding: VALUE });
    const { components } = JSON.parse(built('api/v1/openapi.json'));
    expect(JSON.stringify(components)).toContain('"funding":{"description":"Who pays, as printed."');
    const lines = built('bulk/replies.ndjson').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).funding).filter(Boolean)).toEqual([VALUE]);
  });

  test.each([
    ['zh', '资金来源'],
    ['en', 'Funding'],
  ])('is a column of lists that are taken away: %s', (locale, label) => {
    const rows: Record<string, string>[] = parse(built(`${locale}/replies/replies.csv`), { columns: true, bom: true });
    expect(rows.map((row) => row[label]).filter((cell) => cell !== '')).toEqual([VALUE]);
  });

  test('is found by the search, at the record', () => {
    const names = readdirSync(join(out, 'pagefind'), { recursive: true, encoding: 'utf8' });
    const fragments = names
      .filter((name) => name.endsWith('.pf_fragment'))
      .map((name) => gunzipSync(readFileSync(join(out, 'pagefind', name))).toString());
    expect(fragments.filter((text) => text.includes(VALUE)).length).toBe(2);
  });

  test('is known to editors and to the guides', () => {
    expect(spawnSync(process.execPath, ['src/scaffold/schemas.ts'], { cwd: project }).status).toBe(0);
    const { properties } = JSON.parse(inProgram('data/schema/reply-record.schema.json'));
    expect(properties.funding).toEqual({
      type: 'string',
      minLength: 1,
      description: expect.stringContaining('谁出的钱'),
    });
    expect(inProgram('.vscode/dafu.code-snippets')).toContain('"prefix": "funding"');
    expect(inProgram('docs/fields.md')).toContain('| `funding` | 资金来源 | Funding | `funding` | yes |');
    expect(inProgram('docs/publishing.zh-CN.md')).toContain('| `funding` | 谁出的钱');
  });

  test('is a column of the register of imported letters, from which it is read back', async () => {
    const letters = join(root, 'letters');
    mkdirSync(letters);
    writeFileSync(join(letters, 'a.txt'), letter('您提出的《关于样例的建议》收悉。现答复如下。'));
    const imported = () => dafu(['import', letters, '--root', root, '--lang', 'zh'], { project });
    await imported();
    const register = join(letters, 'register.xlsx');
    const { sheets } = await readXlsx(readFileSync(register));
    const [head = [], row = []] = sheets[0]?.rows ?? [];
    expect(head).toContain('资金来源');
    row[head.indexOf('资金来源')] = VALUE;
    writeFileSync(
      register,
      await writeXlsx({ sheets: sheets.map(({ name, rows, hidden }) => ({ name, rows, hidden })) }),
    );
    await imported();
    const path = String(row[head.indexOf('所在文件')]);
    expect(readFileSync(join(root, path), 'utf8')).toContain(`funding: ${VALUE}`);
  });

  test('is checked: a value of another kind is told with its place', async () => {
    const file = join(root, REPLY, 'zh.mdx');
    writeFileSync(file, readFileSync(file, 'utf8').replace(`funding: ${VALUE}`, 'funding: [1, 2]'));
    const { code, output } = await dafu(['check', '--root', root, '--today', DAY, '--lang', 'en'], { project });
    expect([code, output]).toEqual([1, expect.stringMatching(/2024-7\/zh\.mdx:2:\d+\s+error\s+\S+ .*funding/)]);
  });
});
