import { describe, expect, it } from 'vitest';
import { formerTexts } from '../../src/quotes/bundle.ts';
import { reply } from '../formats/reply.ts';

const state = (recorded: string, ...texts: string[]) => ({
  recorded,
  blocks: texts.map((text, index) => ({ id: `p${index + 1}`, kind: 'paragraph' as const, text })),
});
const now = {
  ...reply,
  blocks: state('', '甲', '乙').blocks.map(({ text, ...block }) => ({ ...block, zh: text, hash: '' })),
};
const correction = { date: '2031-07-02', what: { zh: '', en: '' }, why: { zh: '', en: '' }, paragraphs: [] };

describe('what a reply said before', () => {
  it('is nothing where only the text of today was recorded', () => {
    expect(formerTexts([state('2031-05-01', '甲', '乙')], now, 'zh')).toEqual([]);
    expect(formerTexts([], now, 'zh')).toEqual([]);
  });

  it('stood until the next text was recorded', () => {
    const recorded = [
      state('2031-05-01', '甲', '丙'),
      state('2031-06-01', '甲', '丁'),
      state('2031-07-01', '甲', '乙'),
    ];
    expect(formerTexts(recorded, now, 'zh')).toEqual([
      {
        until: '2031-07-01',
        blocks: [
          { id: 'p1', text: '甲' },
          { id: 'p2', text: '丁' },
        ],
      },
      {
        until: '2031-06-01',
        blocks: [
          { id: 'p1', text: '甲' },
          { id: 'p2', text: '丙' },
        ],
      },
    ]);
  });

  it('stood until the newest correction where the text of today is not recorded yet', () => {
    const corrected = { ...now, corrections: [correction, { ...correction, date: '2031-06-30' }] };
    expect(formerTexts([state('2031-05-01', '丙')], corrected, 'zh').map(({ until }) => until)).toEqual(['2031-07-02']);
  });
});
