import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chineseRuns, phrases, shortened } from '../../src/language/phrases.ts';

test.each([
  ['关于市十五届人大五次会议第109号建议的答复', '关于市|十五届人大|五次会议|第109号|建议的|答复'],
  ['虚构市绿色矿山与采煤沉陷区治理：一份答复说了什么', '虚构市|绿色|矿山|与采煤|沉陷区|治理：|一份答复说了|什么'],
  ['引用：关于政协提案的答复', '引用：|关于|政协|提案的|答复'],
  ['“五个先决条件”是什么', '“五个先决条件”|是什么'],
  ['到2028年底，持证在产的90%大型矿山要达标', '到2028年底，|持证在产的90%|大型|矿山要达标'],
  [
    '全市累计治理5.7万亩；整改计划2025年完成4.47万亩，为四年中最多',
    '全市|累计|治理5.7万亩；|整改|计划2025年|完成4.47万亩，|为四年中|最多',
  ],
])('%s breaks between phrases only', (title, broken) => {
  expect(phrases(title)).toEqual(broken.split('|'));
});

test('the phrases of any text are that text, none of them empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const found = phrases(text);
      expect(found.join('')).toBe(text);
      expect(found).not.toContain('');
    }),
    { seed: 1 },
  );
});

test('no phrase begins with a mark that may not begin a line', () => {
  const marks = '，。、：；！？”’）》〉】';
  fc.assert(
    fc.property(fc.array(fc.constantFrom('答复', '矿山', '24座', ...marks), { minLength: 1 }), (parts) => {
      for (const phrase of phrases(parts.join('')).slice(1)) expect(marks).not.toContain(phrase[0]);
    }),
    { seed: 1 },
  );
});

test.each([
  ['Read it in reply [2025] 846号', ['Read it in reply ', '«[2025] 846号»']],
  ['“越亮”: “越” (Yue) is uncommon', ['“', '«越亮»', '”: “', '«越»', '” (Yue) is uncommon']],
  ['(一、（一）1.（1）)', ['(', '«一、（一）»', '1.（1）)']],
  ['No Chinese, 24 mines', ['No Chinese, 24 mines']],
])('%s', (text, shown) => {
  expect(chineseRuns(text).map((run) => (run.chinese ? `«${run.text}»` : run.text))).toEqual(shown);
});

test('the runs of any text are that text, and Han characters are in Chinese ones', () => {
  const texts = fc
    .array(fc.constantFrom('矿', '号', '（', '）', '[2025] ', '846', 'mines ', '、', '”'))
    .map((all) => all.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const runs = chineseRuns(text);
      expect(runs.map((run) => run.text).join('')).toBe(text);
      for (const run of runs) expect(/\p{Script=Han}/u.test(run.text)).toBe(run.chinese);
    }),
    { seed: 1 },
  );
});

test('a description that fits stays as it is', () => {
  expect(shortened('答'.repeat(160))).toBe('答'.repeat(160));
});

test.each([
  ['Chinese without any sign is cut between characters', '答'.repeat(200), `${'答'.repeat(159)}…`],
  [
    'Chinese is cut after a mark near the limit, which falls away',
    `${'答'.repeat(140)}，${'复'.repeat(60)}`,
    `${'答'.repeat(140)}…`,
  ],
  ['English is cut at a space', `${'word '.repeat(31)}${'x'.repeat(60)}`, `${'word '.repeat(31).trim()}…`],
  ['a space far back is not worth the cut', `a ${'x'.repeat(200)}`, `a ${'x'.repeat(157)}…`],
])('%s', (_name, text, expected) => {
  expect(shortened(text)).toBe(expected);
  expect([...shortened(text)].length).toBeLessThanOrEqual(160);
});

test('a character outside the basic plane is never cut in two', () => {
  expect(shortened('𠮷'.repeat(161)).isWellFormed()).toBe(true);
});
