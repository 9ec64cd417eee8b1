import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/model/block.ts';
import { explainedTerms, termSchema } from '../../src/model/glossary.ts';
import { USUAL_LANGUAGES } from '../../src/model/locale.ts';

const terms = [
  { id: 'well', zh: '机井', en: 'motor-pumped well', also: { en: ['pumped well'] } },
  { id: 'well-right', zh: '机井权', en: 'well right' },
  { id: 'mu', zh: '亩', en: 'mu' },
  { id: 'hectare', zh: '公顷', en: 'hectare', also: { en: ['ha'] } },
].map((term) => termSchema(USUAL_LANGUAGES).parse({ ...term, meaning: { zh: '释义', en: 'a meaning' } }));

const paragraph = (id: string, text: string, kind: Block['kind'] = 'paragraph'): Block => ({
  id,
  kind,
  text,
  depth: undefined,
  line: 1,
});

const found = (blocks: readonly Block[], locale: 'zh' | 'en', taken: Parameters<typeof explainedTerms>[3] = []) =>
  explainedTerms(blocks, terms, locale, taken).map(({ term, block, start, end }) => [
    term.id,
    block,
    blocks.find(({ id }) => id === block)?.text.slice(start, end),
  ]);

describe('the terms that a text explains', () => {
  test('stand where they are first used, in the order of the text, and not in headings', () => {
    const blocks = [
      paragraph('s1', '一、机井', 'heading'),
      paragraph('p1', '每亩一眼机井。'),
      paragraph('p2', '机井多。'),
    ];
    expect(found(blocks, 'zh')).toEqual([
      ['mu', 'p1', '亩'],
      ['well', 'p1', '机井'],
    ]);
  });

  test('are not found inside a longer term, though the longer one was explained before', () => {
    const blocks = [paragraph('p1', '机井权、又见机井权。'), paragraph('p2', '机井。')];
    expect(found(blocks, 'zh')).toEqual([
      ['well-right', 'p1', '机井权'],
      ['well', 'p2', '机井'],
    ]);
  });

  test('leave what is taken by a figure', () => {
    const blocks = [paragraph('p1', '共3亩，另有几亩。')];
    expect(found(blocks, 'zh', [{ block: 'p1', start: 1, end: 3 }])).toEqual([['mu', 'p1', '亩']]);
    expect(explainedTerms(blocks, terms, 'zh', [{ block: 'p1', start: 1, end: 3 }])[0]?.start).toBe(7);
  });

  test('by their symbols as they are alone: “has” is no plural of “ha”', () => {
    const blocks = [paragraph('p1', 'It has two. Ha, it said, then 3 ha.')];
    expect(found(blocks, 'en')).toEqual([['hectare', 'p1', 'ha']]);
    expect(explainedTerms(blocks, terms, 'en', [])[0]?.start).toBe(32);
  });

  test('are whole words in English, in the plural too, by any of their names', () => {
    const blocks = [paragraph('p1', 'Much mud. Pumped wells, then motor-pumped wells on a mu.')];
    expect(found(blocks, 'en')).toEqual([
      ['well', 'p1', 'Pumped wells'],
      ['mu', 'p1', 'mu'],
    ]);
  });

  test('need a meaning', () => {
    const [bare] = [termSchema(USUAL_LANGUAGES).parse({ id: 'well', zh: '机井', en: 'well' })];
    expect(explainedTerms([paragraph('p1', '机井')], bare ? [bare] : [], 'zh', [])).toEqual([]);
  });
});
