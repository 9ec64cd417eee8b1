import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHART_KIND_NAMES } from '../../src/charts/registry.ts';
import { editorSnippets } from '../../src/model/editor-snippets.ts';
import { jsonSchemaFiles } from '../../src/model/json-schemas.ts';
import { USUAL_LANGUAGES } from '../../src/model/locale.ts';
import { replyRecordSchema } from '../../src/model/reply.ts';
import { readYaml } from '../../src/model/yaml-source.ts';

const PROJECT = join(import.meta.dirname, '..', '..');
const folder = join(PROJECT, 'data', 'schema');
const files = jsonSchemaFiles({ chartKinds: CHART_KIND_NAMES });

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
    const snippets = editorSnippets();
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
});
