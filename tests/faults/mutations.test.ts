import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readTree } from '../../src/build/check/tree.ts';
import { splitFrontMatter } from '../../src/model/source-file.ts';
import { WAIVABLE } from '../../src/rules/index.ts';
import { inspectFile } from '../../src/rules/inspect-file.ts';
import { roleOf } from '../../src/rules/layout.ts';
import { inspectSite } from '../../src/rules/site-report.ts';
import { seededRandom } from '../corpus/random.ts';
import { BUREAU } from '../dafu.ts';
import { mutate } from './mutations.ts';
import { wordsOfPage, wordsOfSource } from './plain.ts';

const MUTATIONS = 500;
const MUTATED: ReadonlySet<string> = new Set(['document', 'dataset', 'site', 'glossary']);

const entries = readTree(BUREAU).filter(({ kind }) => kind === 'file');
const bytes = new Map(entries.map(({ path }) => [path, readFileSync(join(BUREAU, path))]));
const reports = new Map(entries.map(({ path }) => [path, inspectFile(path, bytes.get(path) ?? new Uint8Array())]));
const files = entries.map(({ path }) => path).filter((path) => MUTATED.has(roleOf(path).role));

/** The findings of the made-up bureau with one file replaced. */
function findingsWith(path: string, text: string) {
  const changed = inspectFile(path, new TextEncoder().encode(text));
  const all = entries.map((entry) => (entry.path === path ? changed : reports.get(entry.path)));
  return inspectSite({
    entries,
    reports: all.filter((report) => report !== undefined),
    textOf: (file) => (file === path ? text : (bytes.get(file)?.toString('utf8') ?? '')),
    today: '2100-01-01',
    waivable: WAIVABLE,
  }).findings;
}

/** Every text in a value, however deep. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(texts);
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
}

/** Asserts that what would be published of a file is what stands in it. */
function expectKept(path: string, text: string): void {
  const source = path.endsWith('.mdx') ? splitFrontMatter(text, path) : { frontMatter: text, body: undefined };
  if (source.body !== undefined) expect(wordsOfPage(source.body)).toBe(wordsOfSource(source.body));
  const value: unknown = path.endsWith('.json') ? JSON.parse(text) : parse(source.frontMatter, { schema: 'core' });
  // A backslash before white space is YAML's escape of it, and white space does not count.
  const written = source.frontMatter.replace(/\\(?=\s)/g, '').replace(/\s+/g, '');
  for (const word of texts(value)) {
    const bare = (path.endsWith('.json') ? JSON.stringify(word).slice(1, -1) : word).replace(/\s+/g, '');
    // YAML writes a quote within quotes twice or with a backslash.
    const forms = [bare, bare.replaceAll("'", "''"), bare.replaceAll('"', '\\"')];
    expect(
      forms.some((form) => written.includes(form)),
      `${word} in ${path}`,
    ).toBe(true);
  }
}

describe('the plain reader of these tests', () => {
  it.each(files.filter((path) => path.endsWith('.mdx')))('reads the words of %s as the page shows them', (path) => {
    const { body } = splitFrontMatter(bytes.get(path)?.toString('utf8') ?? '', path);
    expect(wordsOfPage(body)).toBe(wordsOfSource(body));
  });

  it('sees what Markdown takes away', () => {
    expect(wordsOfPage('2*3*4')).not.toBe(wordsOfSource('2*3*4'));
  });
});

describe('honest content', () => {
  it('has no findings', () => {
    const [path = ''] = files;
    expect(findingsWith(path, bytes.get(path)?.toString('utf8') ?? '')).toEqual([]);
  });

  it(`finds each of ${MUTATIONS} seeded slips, or publishes what the file says`, () => {
    const random = seededRandom('slips', 'content');
    let found = 0;
    for (let count = 0; count < MUTATIONS; count += 1) {
      const path = random.pick(files);
      const original = bytes.get(path)?.toString('utf8') ?? '';
      const mutation = mutate(original, random);
      if (mutation.text === original) continue;
      const findings = findingsWith(path, mutation.text);
      if (findings.length > 0) found += 1;
      else {
        const where = `${count}: ${mutation.name} at ${mutation.at} of ${path}: ${JSON.stringify(mutation.text.slice(Math.max(0, mutation.at - 30), mutation.at + 40))}`;
        try {
          expectKept(path, mutation.text);
        } catch (error) {
          throw new Error(where, { cause: error });
        }
      }
    }
    // A check that finds nothing would pass the loop above only by keeping every word: it is not what this test holds.
    expect(found).toBeGreaterThan(MUTATIONS / 2);
    expect(globalThis).not.toHaveProperty('dafuCanary');
  });
});
