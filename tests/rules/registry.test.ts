import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isShownByContent } from '../../src/rule.ts';
import { ALL_RULES, rulesMarkdown } from '../../src/scaffold/rules.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

/** Source files of a folder with their text. */
function sourcesIn(folder: string): { readonly file: string; readonly text: string }[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(join(PROJECT, folder, file), 'utf8') }));
}

const sources = sourcesIn('src');
const ids: readonly string[] = ALL_RULES.map(({ id }) => id).sort();

/** The ids in a source that `rule()` and `rules()` make: nothing else does, since `RuleId` is no string that a program could write. */
function made(text: string): string[] {
  const single = [...text.matchAll(/\brule\(\s*'([a-z0-9-]+)'/g)];
  const tables = [...text.matchAll(/\brules\(\{\n([\s\S]*?)\n\}\);/g)].flatMap(([, body = '']) => [
    ...body.matchAll(/^ {2}'?([a-z0-9-]+)'?: /gm),
  ]);
  return [...single, ...tables].flatMap(([, id]) => id ?? []);
}

describe('the registry of rules', () => {
  it('lists every id that the program can raise, and no other', () => {
    expect(sources.flatMap(({ text }) => made(text)).sort()).toEqual(ids);
  });

  it('lets only rule.ts make an id', () => {
    const others = sources.filter(({ file, text }) => file !== 'src/rule.ts' && /\bas RuleId\b/.test(text));
    expect(others.map(({ file }) => file)).toEqual([]);
  });

  it('is what docs/rules.md documents', () => {
    expect(readFileSync(join(PROJECT, 'docs/rules.md'), 'utf8')).toBe(rulesMarkdown());
  });

  it.each(ALL_RULES.map((rule) => [rule.id, rule] as const))('%s is raised somewhere in the program', (id) => {
    const table = new RegExp(`_RULES(?:\\['${id}'\\]|\\.${id}\\b)|\\[[^\\]\\n]*'${id}'[^\\]\\n]*\\]\\.id`);
    const isUsed = sources.some(({ file, text }) => {
      // A function that raises several rules takes the id of one of its table.
      if (!file.endsWith('/rules.ts') && text.includes(`'${id}'`)) return true;
      const name = new RegExp(`const (\\w+) = rule\\(\\s*'${id}'`).exec(text)?.[1];
      return name === undefined
        ? table.test(text)
        : sources.some(({ text: other }) => (other.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0) > 1);
    });
    expect(isUsed).toBe(true);
  });

  const tests = sourcesIn('tests').filter(({ file }) => file !== 'tests/rules/registry.test.ts');
  it.each(ALL_RULES.filter(({ examples }) => !isShownByContent(examples)).map(({ id }) => id))(
    '%s, which no content of the sample site shows, has a test of its own',
    (id) => {
      expect(tests.some(({ text }) => text.includes(`'${id}'`))).toBe(true);
    },
  );
});
