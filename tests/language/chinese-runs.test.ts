import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chineseRuns } from '../../src/language/phrases.ts';

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
