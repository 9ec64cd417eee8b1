import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyOfBureau, dafu } from '../dafu.ts';
import { codeOf, copyProgram } from './copied-program.ts';

const DAY = '2031-05-01';

describe('a format, a kind of chart, a rule, a unit and a facet that are added as CONTRIBUTING.md says', () => {
  const { folder: project, write } = copyProgram('docs', 'data/schema', '.vscode');
  const root = copyOfBureau();
  const out = join(root, 'dist');
  const built = (file: string) => readFileSync(join(out, file), 'utf8');
  const linesOf = (code: string | undefined) => (code ?? '').trim().split('\n');
  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(join(root, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(root, file), text.replace(from, to));
  };
  /** What some code of the changed program says, as JSON. */
  const said = (code: string): unknown => {
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: project,
      encoding: 'utf8',
    });
    return stdout === '' ? stderr : JSON.parse(stdout);
  };

  beforeAll(async () => {
    const [writer = '', line, labels] = codeOf('Add a file format');
    const [importWriter = '', format = ''] = linesOf(line);
    const [labelZh = '', labelEn = ''] = linesOf(labels);
    write('src/formats/text/outline.ts', writer);
    write('src/formats/registry.ts', importWriter, "import type { Site } from '../model/site.ts';");
    write(
      'src/formats/registry.ts',
      format,
      'export const REPLY_FORMATS: readonly FileFormat<ReplySubject, string>[] = [',
    );
    write('src/language/messages/formats.ts', labelZh, "    md: 'Markdown',");
    write('src/language/messages/formats.ts', labelEn, 'const en: typeof zh = {\n  labels: {');

    const [kind = '', kindLines] = codeOf('Add a kind of chart');
    const [importKind = '', kindLine = ''] = linesOf(kindLines);
    write('src/charts/kinds/numbers.ts', kind);
    write('src/charts/registry.ts', importKind, "import { line } from './kinds/line.ts';");
    write('src/charts/registry.ts', kindLine, 'export const CHART_KINDS = {');

    const [rule = '', ruleLines] = codeOf('Add a content rule');
    const [importRule = '', ruleLine = ''] = linesOf(ruleLines);
    write('src/rules/exclamations.ts', rule);
    write('src/rules/index.ts', importRule, "import * as escapes from './escapes.ts';");
    write('src/rules/index.ts', ruleLine, 'const MODULES = [');

    const [unit = ''] = codeOf('Add a unit');
    write('src/model/unit-table.ts', unit, 'export const TABLE = {');

    const [facet = '', facetNames] = codeOf('Add a facet of the search');
    const [facetZh = '', facetEn = ''] = linesOf(facetNames);
    write('src/model/search-facets.ts', facet, 'const SEARCH_FACETS = {');
    write('src/language/messages/search.ts', facetZh, '  facets: {');
    write('src/language/messages/search.ts', facetEn, "    kind: 'Kind',");

    change('data/running-water.json', '"kind": "line"', '"kind": "numbers"');
    const { code, output } = await dafu(['build', '--root', root, '--today', DAY], { project });
    expect([code, output]).toEqual([0, expect.stringContaining('Built')]);
  });
  afterAll(() => {
    for (const folder of [project, root]) rmSync(folder, { recursive: true });
  });

  test('pass the type check', () => {
    const include = ['src/formats', 'src/charts', 'src/language', 'src/model', 'src/rules'];
    const file = join(project, 'tsconfig.json');
    const config = readFileSync(file, 'utf8').replace(/"include": \[[^\]]*\]/, `"include": ${JSON.stringify(include)}`);
    writeFileSync(file, config);
    const tsc = join(project, 'node_modules/.bin/tsc');
    expect(spawnSync(tsc, ['--noEmit', '-p', project], { encoding: 'utf8' }).stdout).toBe('');
  });

  test.each([
    ['zh', '提纲（TSV）'],
    ['en', 'Outline (TSV)'],
  ])('the format is offered by the reply’s page and by the developers’: %s', (locale, label) => {
    const path = `/${locale}/replies/2024-7/outline.tsv`;
    expect(existsSync(join(out, path))).toBe(true);
    expect(built(`${locale}/replies/2024-7/index.html`)).toContain(path);
    expect(built(`${locale}/developers/index.html`)).toContain(label);
  });

  test('the format is sent by servers under its type, for pages of other sites too', () => {
    expect(
      said(`
        import { contentType } from './src/release/headers/types.ts';
        import { headersOf } from './src/release/headers/policy.ts';
        const path = 'zh/replies/2024-7/outline.tsv';
        console.log(JSON.stringify([contentType(path), Object.fromEntries(headersOf(path))]));
      `),
    ).toEqual([
      'text/tab-separated-values; charset=utf-8',
      expect.objectContaining({ 'Access-Control-Allow-Origin': '*' }),
    ]);
  });

  test('the chart is drawn on the dataset’s page and shown on the style page', () => {
    expect(built('zh/data/running-water/index.html')).toContain('<svg');
    expect(built('style/index.html')).toContain('numbers');
  });

  test('the rule is listed, run, and told with its place', async () => {
    const listed = await dafu(['rules', 'two-exclamation-marks', '--lang', 'en'], { project });
    expect([listed.code, listed.output]).toEqual([0, expect.stringContaining('One exclamation mark is enough')]);
    const page = 'content/pages/about/zh.mdx';
    writeFileSync(join(root, page), `${readFileSync(join(root, page), 'utf8')}\n欢迎来信！！\n`);
    const { output } = await dafu(['check', '--root', root, '--today', DAY, '--lang', 'en'], { project });
    expect(output).toMatch(/content\/pages\/about\/zh\.mdx:\d+:5\s+warning\s+two-exclamation-marks/);
  });

  test('the unit is converted, read in both languages, kept whole in a line and known to editors', () => {
    expect(
      said(`
        import { convert, PRINTED_UNITS } from './src/model/units.ts';
        import { WHOLE_NUMBER } from './src/model/whole-numbers.ts';
        import { readChineseQuantities } from './src/language/quantities/chinese.ts';
        import { readEnglishQuantities } from './src/language/quantities/english.ts';
        import { compareQuantities } from './src/language/quantities/compare.ts';
        const compared = (zh, en) => compareQuantities(readChineseQuantities(zh), readEnglishQuantities(en)).length;
        console.log(JSON.stringify([
          convert('5', 'mile', 'kilometre'),
          '渠道长5英里。'.match(WHOLE_NUMBER),
          compared('渠道长5英里。', 'The canal is 5 miles long.'),
          compared('渠道长5英里。', 'The canal is 6 miles long.') > 0,
        ]));
      `),
    ).toEqual(['8.05', ['5英里'], 0, true]);
    expect(spawnSync(process.execPath, ['src/scaffold/schemas.ts'], { cwd: project }).status).toBe(0);
    expect(readFileSync(join(project, 'data/schema/dataset.schema.json'), 'utf8')).toContain('"mile"');
  });

  test('the facet is a filter of the index, counted, in the address, and called by its name', () => {
    const index = join(out, 'pagefind', readdirSync(join(out, 'pagefind'))[0] ?? '');
    const tables = readdirSync(join(index, 'parts')).filter((name) => name.startsWith('zh-'));
    const facets = tables.map((name) => JSON.parse(readFileSync(join(index, 'parts', name), 'utf8')).facets);
    expect(facets.flatMap(({ extent }) => extent.values)).toContainEqual(['部分']);
    const scripts = readdirSync(join(out, 'assets')).filter((name) => name.endsWith('.js'));
    expect(scripts.some((name) => built(`assets/${name}`).includes('公开范围'))).toBe(true);
    expect(
      said(`
        import { facetValuesOf } from './src/model/search-facets.ts';
        import { countFacets, pagefindFilters } from './src/search/facets.ts';
        import { readState, writeState } from './src/site/scripts/search-address.ts';
        const address = '?q=a&extent=part';
        const { filters, ...state } = readState(address);
        const found = facetValuesOf({ kind: 'reply', extent: 'part' });
        console.log(JSON.stringify([
          writeState({ filters, ...state }) === address, pagefindFilters(filters), countFacets([found], filters).extent,
        ]));
      `),
    ).toEqual([true, { extent: { any: ['part'] } }, [['part', 1]]]);
  });
});
