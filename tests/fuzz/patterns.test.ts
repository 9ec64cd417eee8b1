import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from 'recheck';
import ts from 'typescript';
import { describe, expect, test, vi } from 'vitest';
import { filesBelow } from '../../src/system/files.ts';

const SRC = join(import.meta.dirname, '../../src');

/** A regular expression of the program, and where it stands. */
interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly place: string;
}

/** The TypeScript of a file: all of it, or what an Astro component has between its fences. */
function codeOf(file: string): string {
  const text = readFileSync(join(SRC, file), 'utf8');
  return file.endsWith('.astro') ? (/^---\n([\s\S]*?)\n---\n/.exec(text)?.[1] ?? '') : text;
}

/** The literals of a file, and whether it builds patterns out of text. */
function patternsIn(file: string): { readonly literals: readonly Pattern[]; readonly builds: boolean } {
  const tree = ts.createSourceFile(file, codeOf(file), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const literals: Pattern[] = [];
  let builds = false;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      literals.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), place: `${file}:${line}` });
    }
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') builds = true;
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { literals, builds };
}

const files = filesBelow(SRC).files.filter((file) => /\.(?:ts|astro)$/.test(file));
const found = files.map((file) => ({ file, ...patternsIn(file) }));

/** Runs what builds patterns, and gives those that it built. */
async function built(run: () => Promise<unknown>): Promise<Pattern[]> {
  const patterns: Pattern[] = [];
  vi.stubGlobal(
    'RegExp',
    new Proxy(RegExp, {
      construct(target, [source, flags = '']: [string | RegExp, string?]) {
        const pattern = new target(source, flags);
        patterns.push({ source: pattern.source, flags: pattern.flags, place: 'built' });
        return pattern;
      },
    }),
  );
  try {
    await run();
  } finally {
    vi.unstubAllGlobals();
  }
  return patterns;
}

/** What builds patterns when it is called, and not when its module is loaded. */
async function callBuilders(): Promise<void> {
  const { explainedTerms } = await import('../../src/model/glossary.ts');
  const meaning = { zh: '井', en: 'a well' };
  const term = { id: 'well', zh: '机井', en: 'well', also: { zh: [], en: ['ha'] }, meaning };
  const block = { id: 'p1', kind: 'paragraph', text: 'wells', line: 1, depth: 0 } as const;
  for (const locale of ['zh', 'en'] as const) explainedTerms([block], [term], locale, []);

  const { inspectYaml } = await import('../../src/model/yaml-source.ts');
  const { pageSchema } = await import('../../src/model/document-kinds.ts');
  for (const quote of ['"', "'"]) inspectYaml(`title: ${quote}x`, pageSchema, { file: 'x', linesBefore: 0 });

  const { importMarkdown, letter } = await import('../import/letters.ts');
  importMarkdown(letter('已办结。'));
}

/** The checker counts steps; with its limits in time, a busy machine would decide. A pattern that takes it a minute is too hard. */
const STEPS_DECIDE = { timeout: 60_000, attackTimeout: null, incubationTimeout: null, recallTimeout: -1 } as const;

/**
 * A pattern with small bounds in the place of larger ones: what may come 90 times at most costs 90 times as much at most,
 * and a checker would try all of them.
 */
const withSmallBounds = (source: string): string =>
  source.replace(/(?<!\\[upP])\{(\d+)(?:(,)(\d*))?\}/g, (_, least: string, comma?: string, most = '') =>
    comma === undefined
      ? `{${Math.min(Number(least), 3)}}`
      : `{${Math.min(Number(least), 2)},${most === '' ? '' : Math.min(Number(most), 4)}}`,
  );

/** What keeps a pattern from taking linear time, with a text that shows it. */
async function complaint({ source, flags, place }: Pattern): Promise<readonly string[]> {
  const result = await check(withSmallBounds(source), flags, STEPS_DECIDE);
  if (result.status === 'safe') return [];
  const why =
    result.status === 'vulnerable' ? `${result.complexity.summary}: ${result.attack.pattern}` : result.error.kind;
  return [`${place} /${source}/${flags} ${why}`];
}

/** Those that are the same are looked at once. */
async function complaints(patterns: readonly Pattern[]): Promise<string[]> {
  const different = new Map(patterns.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern]));
  const all: string[] = [];
  for (const pattern of different.values()) all.push(...(await complaint(pattern)));
  return all;
}

describe('every regular expression of the program takes linear time, whatever the text', () => {
  test('a checker that finds nothing would find none of these', async () => {
    const known = [/\S.*\s#/, /<[^>]*>/g, /[a-z]+$/, /(?:a+)+b/].map((pattern) => ({
      source: pattern.source,
      flags: pattern.flags,
      place: pattern.source,
    }));
    expect(await complaints(known)).toHaveLength(known.length);
  });

  test('the literals', async () => {
    const literals = found.flatMap((file) => file.literals);
    expect(literals.length).toBeGreaterThan(300);
    expect(await complaints(literals)).toEqual([]);
  });

  test('the built ones', async () => {
    const patterns = await built(async () => {
      for (const { file } of found.filter(({ builds }) => builds)) await import(join(SRC, file));
      await callBuilders();
    });
    expect(patterns.length).toBeGreaterThan(40);
    expect(await complaints(patterns)).toEqual([]);
  });
});
