import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { datasetSchema } from '../../src/model/dataset.ts';
import { glossarySchema } from '../../src/model/glossary.ts';
import { USUAL_LANGUAGES } from '../../src/model/locale.ts';
import { findQuote } from '../../src/model/quote.ts';
import { replyRecordSchema, replyTranslationSchema } from '../../src/model/reply.ts';
import { siteSchema } from '../../src/model/site.ts';
import { splitFrontMatter } from '../../src/model/source-file.ts';
import { normaliseStated, parsePrintedUnit } from '../../src/model/units.ts';
import { parseOfficialText } from '../../src/text/official-text.ts';
import { blockLength } from './blocks.ts';
import { corpusFiles, corpusReplies } from './corpus.ts';

const settings = { replies: 120, seed: 'test', languages: ['zh', 'en'] as const };
const files = new Map([...corpusFiles(settings)].map(({ path, text }) => [path, text]));

const fileText = (path: string): string => {
  const text = files.get(path);
  if (text === undefined) throw new Error(`the corpus has no ${path}`);
  return text;
};
const matching = (pattern: RegExp) => [...files.keys()].filter((path) => pattern.test(path));
const blocksOf = (path: string) => {
  const { body, bodyLine } = splitFrontMatter(fileText(path), path);
  return parseOfficialText(body, { file: path, linesBefore: bodyLine - 1 }).blocks;
};
const replyIds = matching(/\/zh\.mdx$/).flatMap((path) => /^content\/replies\/(.+)\/zh\.mdx$/.exec(path)?.[1] ?? []);

describe('a generated corpus', () => {
  it('is the same bytes for the same seed, and others for another seed', () => {
    expect([...corpusFiles(settings)]).toEqual([...files].map(([path, text]) => ({ path, text })));
    const other = new Map([...corpusFiles({ ...settings, seed: 'other' })].map(({ path, text }) => [path, text]));
    const [first = ''] = replyIds;
    expect(other.get(`content/replies/${first}/zh.mdx`)).not.toBe(fileText(`content/replies/${first}/zh.mdx`));
  });

  it('has as many replies as asked for, in every language asked for', () => {
    expect(replyIds).toHaveLength(120);
    expect(matching(/^content\/replies\/.*\/en\.mdx$/)).toHaveLength(120);
    const chinese = [...corpusFiles({ ...settings, languages: ['zh'] })];
    expect(chinese.filter(({ path }) => path.endsWith('/en.mdx'))).toEqual([]);
  });

  it('obeys the schemas', () => {
    expect(() => siteSchema(USUAL_LANGUAGES).parse(parse(fileText('content/site.yaml')))).not.toThrow();
    expect(() => glossarySchema(USUAL_LANGUAGES).parse(parse(fileText('content/glossary.yaml')))).not.toThrow();
    for (const path of matching(/^content\/replies\//)) {
      const schema = path.endsWith('/zh.mdx') ? replyRecordSchema(USUAL_LANGUAGES) : replyTranslationSchema;
      expect(schema.safeParse(parse(splitFrontMatter(fileText(path), path).frontMatter)).error, path).toBeUndefined();
    }
    for (const path of matching(/^data\//)) {
      expect(datasetSchema(USUAL_LANGUAGES).safeParse(JSON.parse(fileText(path))).error, path).toBeUndefined();
    }
  });

  it('pairs its languages block for block', () => {
    for (const id of replyIds) {
      const [zh, en] = (['zh', 'en'] as const).map((locale) =>
        blocksOf(`content/replies/${id}/${locale}.mdx`).map((block) => `${block.id} ${block.kind} ${block.depth}`),
      );
      expect(en, id).toEqual(zh);
    }
  });

  it('states each value of its datasets once, in both languages, with the value it has', () => {
    const datasets = matching(/^data\//).map((path) =>
      datasetSchema(USUAL_LANGUAGES).parse(JSON.parse(fileText(path))),
    );
    expect(datasets.length).toBeGreaterThan(3);
    for (const { observations } of datasets) {
      for (const { quote, stated, value } of observations) {
        if (quote?.zh === undefined || quote.en === undefined || stated === undefined)
          throw new Error('an observation without its quote');
        expect(findQuote(blocksOf(`content/replies/${quote.reply}/zh.mdx`), quote.zh)).toHaveLength(1);
        expect(findQuote(blocksOf(`content/replies/${quote.reply}/en.mdx`), quote.en)).toHaveLength(1);
        expect(normaliseStated(stated.number, parsePrintedUnit(stated.unit)?.factor ?? '')).toBe(value);
      }
    }
  });
});

describe('the replies of a corpus of 2,000', () => {
  const replies = [...corpusReplies({ seed: 'test', replies: 2000 })];
  const lengths = replies.map(({ blocks }) => blocks.reduce((sum, block) => sum + blockLength(block, 'zh'), 0));

  it('have 300 to 6,500 Chinese characters, 2,000 on average to within a tenth', () => {
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(300);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(6500);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect(Math.abs(mean - 2000)).toBeLessThan(200);
  });

  it('have headings of both levels, lists and tables', () => {
    const kinds = new Set(
      replies.flatMap(({ blocks }) => blocks.map((block) => (block.kind === 'heading' ? block.depth : block.kind))),
    );
    expect(kinds).toEqual(new Set(['paragraph', 'list', 'table', 1, 2]));
  });

  it('are rich in words: twenty thousand different pairs of characters and more', () => {
    const pairs = new Set<string>();
    for (const { blocks } of replies) {
      for (const block of blocks) {
        const text = block.kind === 'paragraph' ? block.text.zh : '';
        for (let at = 1; at < text.length; at += 1) pairs.add(text.slice(at - 1, at + 1));
      }
    }
    expect(pairs.size).toBeGreaterThan(20_000);
  });
});
