import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readSource } from '../../src/import/read-source.ts';
import { importReply } from '../../src/import/reply.ts';
import { draftTranslation } from '../../src/intake/translate/draft.ts';
import { splitFrontMatter } from '../../src/model/source-file.ts';
import { fileOf, ID, needsReply, read, SOURCE } from './reply-578.ts';

const parts = (text: string) => splitFrontMatter(text, 'zh.mdx');

/** The keys of what was imported that the committed record has otherwise, with those of an object in it named by both. */
function differing(imported: object, committed: object, prefix = ''): string[] {
  return Object.entries(imported).flatMap(([key, own]: [string, unknown]) => {
    const other: unknown = Object.entries(committed).find(([name]) => name === key)?.[1];
    if (JSON.stringify(own) === JSON.stringify(other)) return [];
    const isObject = (item: unknown): item is object =>
      typeof item === 'object' && item !== null && !Array.isArray(item);
    return isObject(own) && isObject(other) ? differing(own, other, `${prefix}${key}.`) : [prefix + key];
  });
}

describe('importing the source of reply [2025] 578', () => {
  needsReply();
  let imported: ReturnType<typeof importReply>;
  beforeAll(async () => {
    const source = await readSource(readFileSync(new URL(`source/${ID}.md`, import.meta.url)), SOURCE);
    imported = importReply(source, {
      file: SOURCE,
      site: {
        bureaus: ['长治市规划和自然资源局'],
        kinds: [],
        topics: [{ id: 'green-mines', label: { zh: '绿色矿山', en: 'Green mines' } }],
      },
    });
  });

  it('gives the committed body, byte for byte', () => {
    expect(parts(imported.text).body).toBe(parts(read(fileOf('zh'))).body);
  });

  it('gives the committed record but for what it lists as questions', () => {
    const committed = parse(parts(read(fileOf('zh'))).frontMatter);
    const different = differing(parse(parts(imported.text).frontMatter), committed);
    expect(different).toEqual(['transcription.doubts']);
    expect(imported.questions.map(({ field }) => field)).toEqual(expect.arrayContaining([...different, 'topics']));
  });

  it('keeps what it found doubtful by itself: the brackets of the number', () => {
    const doubts = parse(parts(imported.text).frontMatter).transcription.doubts;
    expect(parse(parts(read(fileOf('zh'))).frontMatter).transcription.doubts).toEqual(expect.arrayContaining(doubts));
  });

  it('lists the two joins and the seven spaces of scanning', () => {
    const of = (kind: string) => imported.changes.filter((change) => change.kind === kind);
    expect(of('joined-page').map(({ line }) => line)).toEqual([21, 47]);
    expect(of('space')).toHaveLength(7);
  });

  it('has the number by which its folder is named', () => {
    expect(imported.record.number).toBe('[2025] 578号');
  });
});

describe('translating reply [2025] 578', () => {
  needsReply();

  it('is finished: every block is English made from the Chinese as it is', () => {
    const [zh, en] = [fileOf('zh'), fileOf('en')].map((file) => ({ file, text: read(file) }));
    if (!zh || !en) throw new Error('a language is missing');
    expect(draftTranslation(zh, en, { method: undefined, accept: false, languages: ['zh', 'en'], to: 'en' })).toEqual({
      text: en.text,
      open: 0,
      changed: 0,
      kept: 23,
    });
  });
});
