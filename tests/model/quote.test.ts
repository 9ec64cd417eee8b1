import { describe, expect, test } from 'vitest';
import { sentenceAround, sentenceFragment } from '../../src/model/quote.ts';

describe('the sentence around some words', () => {
  test.each([
    ['zh', '甲。乙共24座，丙；丁。', '24', '乙共24座，丙；'],
    ['zh', '乙共24座', '24', '乙共24座'],
    ['en', 'First. In all 4.5 km are done. Last.', '4.5', 'In all 4.5 km are done.'],
    ['en', 'In all 4.5 km', '4.5', 'In all 4.5 km'],
  ] as const)('%s: %s', (locale, text, words, sentence) => {
    const at = text.indexOf(words);
    const [start, end] = sentenceAround(text, at, at + words.length, locale);
    expect(text.slice(start, end)).toBe(sentence);
  });
});

describe('the address of a sentence', () => {
  test.each([
    ['a short one whole', '共24座-甲。', `p3:~:text=${encodeURIComponent('共24座')}%2D${encodeURIComponent('甲。')}`],
    [
      'a long one by its first and last clause',
      `甲乙丙，${'一二三四五六七八九十'.repeat(50)}、丁戊己。`,
      `p3:~:text=${encodeURIComponent('甲乙丙，')},${encodeURIComponent('丁戊己。')}`,
    ],
    [
      'a long English one, never cut inside a number',
      `To date, 44,700 mu ${'of land '.repeat(60)}and 3,200 mu.`,
      `p3:~:text=To%20date%2C,${encodeURIComponent(`44,700 mu ${'of land '.repeat(60)}and 3,200 mu.`)}`,
    ],
    ['one clause however long, whole', '甲'.repeat(600), `p3:~:text=${encodeURIComponent('甲'.repeat(600))}`],
  ])('names %s', (_, sentence, fragment) => {
    expect(sentenceFragment('p3', sentence)).toBe(fragment);
  });
});
