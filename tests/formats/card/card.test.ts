import { describe, expect, it } from 'vitest';
import { breakLines, CARD_CHART, CARD_HEIGHT, type Card, placeCard } from '../../../src/formats/card/card.ts';

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
    ['between Chinese words', 'zh', '关于第七号建议', 6, ['关于第七号', '建议']],
    ['inside a word only where it is wider than the line', 'zh', '答答答答答答', 4, ['答答答答', '答答']],
    ['never before a closing mark', 'zh', '关于建议，答复', 4, ['关于', '建议，', '答复']],
    ['never inside a number', 'zh', '到2028年底', 5, ['到2028', '年底']],
    ['never inside a Latin word', 'en', 'Reply to Suggestion', 10, ['Reply to', 'Suggestion']],
    ['never between “No.” and its number', 'en', 'Suggestion No. 109', 15, ['Suggestion', 'No. 109']],
    ['not at all where it fits', 'zh', '答复', 4, ['答复']],
  ] as const)('%s', (_how, locale, title, width, lines) => {
    expect(breakLines(title, width, measure, locale)).toEqual(lines);
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

  it('keeps the title clear of the foot, whatever its length', () => {
    for (let length = 1; length < 120; length += 1) {
      const placed = placeCard({ ...card, title: '答'.repeat(length) }, measure);
      const last = placed.filter(({ ink }) => ink === 'ink').at(-1);
      const foot = placed.at(-1);
      expect((last?.y ?? 0) + 0.25 * (last?.size ?? 0)).toBeLessThan((foot?.y ?? 0) - (foot?.size ?? 0));
    }
  });

  it.each([
    ['zh', '截至2031年5月6日，治理共投入资金约9亿元', ['截至2031年5月6日，', '治理共投入资金约9亿元']],
    ['zh', '关于市十五届人大五次会议第109号建议的答复', ['关于市十五届人大五次会议', '第109号建议的答复']],
    ['en', 'one two three four five six', ['one two three', 'four five six']],
  ] as const)('breaks a title in %s after marks and between words, with no word alone: %s', (locale, title, lines) => {
    const placed = placeCard({ ...card, locale, title }, measure);
    expect(placed.flatMap(({ ink, text }) => (ink === 'ink' ? [text] : []))).toEqual(lines);
  });

  it('keeps every line within its margins', () => {
    for (const length of [1, 16, 40, 90, 900])
      for (const { text, size, x } of placeCard({ ...card, title: '答'.repeat(length) }, measure)) {
        expect(x).toBeGreaterThanOrEqual(80);
        expect(x + measure(text) * size).toBeLessThanOrEqual(1120);
      }
  });

  it('sets a title beside a chart smaller, clear of it, and leaves its label out', () => {
    for (const length of [5, 30, 60, 120])
      for (const { text, size, x, y, ink } of placeCard(
        { ...card, beside: true, title: '答'.repeat(length) },
        measure,
      )) {
        expect(text).not.toBe(card.label);
        if (ink !== 'ink') continue;
        expect(x + measure(text) * size).toBeLessThan(CARD_CHART.x);
        expect(y).toBeLessThan(CARD_HEIGHT - 64 - 40);
      }
  });
});
