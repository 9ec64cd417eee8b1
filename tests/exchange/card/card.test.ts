import { describe, expect, it } from 'vitest';
import { breakLines, type Card, placeCard } from '../../../src/exchange/card/card.ts';

/** Every character one em wide: what is tested is where things go. */
const measure = (text: string) => [...text].length;
const card: Card = {
  locale: 'zh',
  head: '青溪县水务局',
  label: '〔2031〕12号',
  title: '关于第7号建议的答复',
  foot: '答复公开',
};

describe('a title is broken', () => {
  it.each([
    ['between Chinese characters', '关于第七号建议', 4, ['关于第七', '号建议']],
    ['never before a closing mark', '关于建议，答复', 4, ['关于建', '议，答复']],
    ['never inside a Latin word', 'Reply to Suggestion', 10, ['Reply to', 'Suggestion']],
    ['never inside a number', '到2028年底', 4, ['到', '2028', '年底']],
    ['not at all where it fits', '答复', 4, ['答复']],
  ])('%s', (_how, title, width, lines) => {
    expect(breakLines(title, width, measure)).toEqual(lines);
  });
});

describe('a card', () => {
  it('sets a long title smaller, in four lines at the most', () => {
    const title = (length: number) =>
      placeCard({ ...card, title: '答'.repeat(length) }, measure).filter(({ ink }) => ink === 'ink');
    expect(title(16).map(({ size }) => size)).toEqual([64]);
    expect(title(90).map(({ size }) => size)).toEqual([42, 42, 42, 42]);
    expect(title(900)).toHaveLength(4);
    expect(title(900).at(-1)?.text).toMatch(/…$/);
  });

  it('keeps every line within its margins', () => {
    for (const length of [1, 16, 40, 90, 900])
      for (const { text, size, x } of placeCard({ ...card, title: '答'.repeat(length) }, measure)) {
        expect(x).toBeGreaterThanOrEqual(80);
        expect(x + measure(text) * size).toBeLessThanOrEqual(1120);
      }
  });
});
