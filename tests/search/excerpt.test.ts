import { describe, expect, test } from 'vitest';
import { excerptOf, markedParts, matchedSpans } from '../../src/search/excerpt.ts';
import { parseQuery } from '../../src/search/query.ts';
import { seededRandom } from '../corpus/random.ts';
import { corpusDocuments } from './corpus-documents.ts';

const conditionsOf = (query: string, which: 'literal' | 'stemmed' = 'literal') => parseQuery(query)?.[which] ?? [];

describe('what is marked is the original text', () => {
  test.each([
    ['其中2025年完成4.47万亩、2026年完成1.12万亩', '2025年完成', ['2025年完成']],
    ['共 44,700 亩', '44700亩', ['44,700 亩']],
    ['见〔２０２５〕８４６号', '[2025]846号', ['〔２０２５〕８４６号']],
    ['447与4.47不同', '447', ['447']],
    ['the mines and a mine', 'mine', ['mine']],
  ])('%s: %s', (text, query, expected) => {
    const spans = matchedSpans(text, conditionsOf(query));
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  test('every form of a word, in English', () => {
    const text = 'The mines, and mining at a mine.';
    const spans = matchedSpans(text, conditionsOf('mines', 'stemmed'));
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(['mines', 'mining', 'mine']);
  });
});

describe('an excerpt', () => {
  const text = `开头${'甲'.repeat(100)}完成4.47万亩${'乙'.repeat(100)}，共123,456.78亩`;

  test('shows the match with what is around it', () => {
    const { parts, cutBefore, cutAfter } = excerptOf(text, matchedSpans(text, conditionsOf('4.47万亩')), 40);
    expect(parts.filter(({ marked }) => marked).map((part) => part.text)).toEqual(['4.47万亩']);
    expect([cutBefore, cutAfter]).toEqual([true, true]);
  });

  test('has numbers whole, with what they are of, at any width', () => {
    const figures = '2025年完成4.47万亩、2026年完成1.12万亩，投入9亿元，占90%，计68座';
    const cutThrough: string[] = [];
    for (const word of ['完成', '投入', '占', '计'])
      for (let width = 1; width < 40; width += 1) {
        const { parts } = excerptOf(figures, matchedSpans(figures, conditionsOf(word)), width);
        const shown = parts.map((part) => part.text).join('');
        const [before = '', after = ''] = figures.split(shown);
        if (/\d[\d.]*[万亿]?$/.test(shown) && /^[\d.万亿亩元座年%]/.test(after)) cutThrough.push(shown);
        if (/\d[\d.]*[万亿]?$/.test(before) && /^[\d.万亿亩元座年%]/.test(shown)) cutThrough.push(shown);
      }
    expect(cutThrough).toEqual([]);
  });

  test('is where most of the words are', () => {
    const far = `矿山${'甲'.repeat(60)}矿山的许可证${'乙'.repeat(60)}`;
    const spans = matchedSpans(
      far,
      ['矿山', '许可证'].flatMap((word) => conditionsOf(word)),
    );
    const marked = excerptOf(far, spans, 30).parts.filter((part) => part.marked);
    expect(marked.map((part) => part.text)).toEqual(['矿山', '许可证']);
  });

  test('is one stretch of the original, cut between units, wherever the match is', () => {
    const random = seededRandom('excerpt', 'windows');
    const passages = corpusDocuments(12, ['zh', 'en'], 'excerpt').flatMap((document) => document.passages);
    for (let round = 0; round < 400; round += 1) {
      const passage = random.pick(passages).text;
      const start = random.integer(0, passage.length - 1);
      const spans = matchedSpans(passage, conditionsOf(passage.slice(start, start + random.integer(2, 12))));
      const { parts } = excerptOf(passage, spans, random.integer(5, 60));
      const shown = parts.map((part) => part.text).join('');
      expect(passage).toContain(shown);
      const at = passage.indexOf(shown);
      const [before, after] = [passage.slice(0, at), passage.slice(at + shown.length)];
      expect(/\d$/.test(before) && /^[\d.,]*\d/.test(shown)).toBe(false);
      expect(/[A-Za-z]$/.test(shown) && /^[A-Za-z]/.test(after)).toBe(false);
    }
  });
});

test('parts put together are the text', () => {
  const text = '绿色矿山建设与绿色矿山';
  const parts = markedParts(text, matchedSpans(text, conditionsOf('绿色矿山')));
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.filter(({ marked }) => marked)).toHaveLength(2);
});
