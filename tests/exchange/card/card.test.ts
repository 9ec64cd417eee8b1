import { describe, expect, it } from 'vitest';
import { breakLines, type Card, cardSvg } from '../../../src/exchange/card/card.ts';

/** Every character one em wide, drawn as nothing: what is tested is where things go. */
const outline = (text: string, size: number) => ({ path: `M0 ${[...text].length}`, width: [...text].length * size });
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
  it('holds no text, so that it needs no font', () => {
    expect(cardSvg(card, outline)).not.toMatch(/<text|font|style/);
  });

  it('sets a long title smaller, in four lines at the most', () => {
    const paths = (title: string) => cardSvg({ ...card, title }, outline).match(/<path/g)?.length ?? 0;
    expect(paths('答'.repeat(16))).toBe(3 + 1);
    expect(paths('答'.repeat(90))).toBe(3 + 4);
    expect(paths('答'.repeat(900))).toBe(3 + 4);
  });
});
