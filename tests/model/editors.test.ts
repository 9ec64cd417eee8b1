import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { CHART_KIND_NAMES } from '../../src/charts/registry.ts';
import { recordGuide } from '../../src/language/messages/record-guide.ts';
import { editorSnippets, jsonSchemaFiles } from '../../src/model/editors.ts';
import { type Languages, type Locale, USUAL_LANGUAGES } from '../../src/model/locale.ts';
import { replyRecordSchema } from '../../src/model/reply.ts';
import { readYaml } from '../../src/model/yaml-source.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
const folder = join(PROJECT, 'data', 'schema');
const files = schemasIn(USUAL_LANGUAGES);

function schemasIn(languages: Languages): Readonly<Record<string, string>> {
  return jsonSchemaFiles({ chartKinds: CHART_KIND_NAMES, languages, recordGuide });
}

describe('data/schema/', () => {
  it('holds a schema of everything that authors write, and nothing else', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort());
  });

  it.each(Object.entries(files))('%s is what src/model says (if not: npm run schemas)', (name, text) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  it('is what the editor is told to use', () => {
    const settings: unknown = JSON.parse(readFileSync(join(PROJECT, '.vscode', 'settings.json'), 'utf8'));
    const named = [...JSON.stringify(settings).matchAll(/\.\/data\/schema\/([a-z-]+\.schema\.json)/g)].map(
      ([, name]) => name,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => name === undefined || !(name in files))).toEqual([]);
  });

  it('is completed in front matter by snippets, since no extension reads schemas there (if not: npm run schemas)', () => {
    const snippets = editorSnippets({ languages: USUAL_LANGUAGES, recordGuide: recordGuide.zh });
    expect(readFileSync(join(PROJECT, '.vscode', 'dafu.code-snippets'), 'utf8')).toBe(snippets);
    const named: Record<string, { prefix: string; body: string[] }> = JSON.parse(snippets);
    expect(Object.keys(named).filter((name) => name.startsWith('reply: ')).length).toBe(
      Object.keys(replyRecordSchema(USUAL_LANGUAGES).shape).length + 1,
    );
    // Filled in, the whole of a reply's front matter is what its schema accepts.
    const values = ['〔2024〕7号', '标题', '局', '2024-05-06', '主动公开', 'suggestion', '县人大', '第1号', '标题'];
    const filled = (named['reply: front matter']?.body ?? [])
      .slice(1, -3)
      .join('\n')
      .replace(/\$\{(\d+)[^}]*\}/g, (_, place: string) => values[Number(place) - 1] ?? '');
    expect(readYaml(filled, replyRecordSchema(USUAL_LANGUAGES), { file: 'zh.mdx', linesBefore: 1 })).toMatchObject({
      title: '标题',
    });
  });

  it('refuses unknown keys, as the check does', () => {
    for (const text of Object.values(files)) expect(JSON.parse(text)).toMatchObject({ additionalProperties: false });
  });

  it('say what to write under every key of a record', () => {
    const { properties } = JSON.parse(files['reply-record.schema.json'] ?? '');
    for (const [key, { description }] of Object.entries<{ description?: string }>(properties))
      expect([key, description]).toEqual([key, expect.stringMatching(/^\p{Script=Han}.*\n[A-Z]/u)]);
  });

  it.each<[string, Languages, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    ['Chinese alone', ['zh'], { zh: '机井' }, { en: 'Wells' }],
    ['Chinese and English', ['zh', 'en'], { zh: '机井', en: 'Wells' }, { zh: '机井' }],
    ['Chinese and Uyghur', ['zh', 'ug' as Locale], { zh: '机井', ug: 'قۇدۇقلار' }, { zh: '机井', en: 'Wells' }],
    [
      'three languages',
      ['zh', 'en', 'ug' as Locale],
      { zh: '机井', en: 'Wells', ug: 'قۇدۇقلار' },
      { zh: '机井', en: 'Wells' },
    ],
  ])('take values in the languages of a site: %s', (_, languages, right, wrong) => {
    const { properties } = JSON.parse(schemasIn(languages)['dataset.schema.json'] ?? '');
    const validate = new Ajv({ strict: false }).compile(properties.title);
    expect([validate(right), validate(wrong)]).toEqual([true, false]);
  });

  it('names the texts of a site in its snippets', () => {
    const snippets = (languages: Languages) => editorSnippets({ languages, recordGuide: recordGuide.zh });
    expect(snippets(['zh', 'ug' as Locale])).toContain('答复的译文（ug.mdx）');
    expect(snippets(['zh'])).not.toContain('答复的译文');
    expect(snippets(['en', 'zh'])).toContain('答复（en.mdx）');
  });
});
