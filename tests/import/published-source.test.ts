import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSource } from '../../src/import/read-source.ts';
import { importReply } from '../../src/import/reply.ts';
import { splitFrontMatter } from '../../src/model/front-matter.ts';
import { read, site } from '../published/content.ts';

const SOURCE = 'tests/published/source/2025-578.md';
const source = await readSource(readFileSync(new URL('../published/source/2025-578.md', import.meta.url)), SOURCE);
const topics = site().topics.map(({ id }) => id);
const imported = importReply(source, { file: SOURCE, issuer: site().issuer.zh, topics, number: undefined });

const parts = (text: string) => splitFrontMatter(text, 'zh.mdx');
const committed = read('content/replies/2025-578/zh.mdx');

/** The keys of one level at which two records differ, with those of an object in it named by both. */
function differing(one: object, other: object, prefix = ''): string[] {
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const value = (record: object, key: string): unknown => Object.entries(record).find(([name]) => name === key)?.[1];
  return keys.flatMap((key) => {
    const [left, right] = [value(one, key), value(other, key)];
    if (JSON.stringify(left) === JSON.stringify(right)) return [];
    const isObject = (item: unknown): item is object =>
      typeof item === 'object' && item !== null && !Array.isArray(item);
    return isObject(left) && isObject(right) ? differing(left, right, `${prefix}${key}.`) : [prefix + key];
  });
}

describe('importing the source of reply [2025] 578', () => {
  it('gives the committed body, byte for byte', () => {
    expect(parts(imported.text).body).toBe(parts(committed).body);
  });

  it('gives the committed record but for what it lists as questions', () => {
    const different = differing(parse(parts(imported.text).frontMatter), parse(parts(committed).frontMatter));
    expect(different.sort()).toEqual(['topics', 'transcription.doubts']);
    const asked = imported.questions.map(({ field }) => field);
    expect(asked).toEqual(expect.arrayContaining(different));
  });

  it('keeps what it found doubtful by itself: the brackets of the number', () => {
    const doubts = parse(parts(imported.text).frontMatter).transcription.doubts;
    expect(parse(parts(committed).frontMatter).transcription.doubts).toEqual(expect.arrayContaining(doubts));
  });

  it('lists the two joins and the seven spaces of scanning', () => {
    const of = (kind: string) => imported.changes.filter((change) => change.kind === kind);
    expect(of('joined').map(({ line }) => line)).toEqual([21, 47]);
    expect(of('space')).toHaveLength(7);
  });

  it('is the reply whose folder it names', () => {
    expect(imported.id).toBe('2025-578');
  });
});
