import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unitsOf } from '../../src/search/units.ts';

const texts = (text: string) => unitsOf(text).map((unit) => unit.text);

describe('a text is cut into whole characters, numbers, words and signs', () => {
  test.each([
    ['绿色矿山', ['绿', '色', '矿', '山']],
    ['完成4.47万亩', ['完', '成', '4.47', '万', '亩']],
    ['44,700 mu', ['44700', 'mu']],
    ['1,234,567.8', ['1234567.8']],
    ['24，368座', ['24', ',', '368', '座']],
    ['１，２３４亩', ['1234', '亩']],
    ['0355-2021855，2033893', ['0355', '-', '2021855', ',', '2033893']],
    ['PM2.5 与 CO2', ['pm', '2.5', '与', 'co', '2']],
    ['GB/T 9704—2012', ['gb', '/', 't', '9704', '-', '2012']],
    ['90%', ['90', '%']],
    ['In 2025. Then', ['in', '2025', '.', 'then']],
    ['coal-mining city’s', ['coal', '-', 'mining', 'city', "'", 's']],
  ])('%s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });
});

describe('what writers and keyboards mix is the same', () => {
  test.each([
    ['〔２０２５〕８４６号', '[2025] 846 号'],
    ['［2025］846号', '（2025）846号'],
    ['【2025】', '(2025)'],
    ['ＧＲＥＥＮ Ｍｉｎｅ', 'green mine'],
    ['绿色　矿山', '绿色矿山'],
    ['绿色\n矿山', '绿色矿山'],
    ['“绿色通道”', '"绿色通道"'],
    ['5～8月', '5~8月'],
    ['绿\u200b色\u00ad矿\ufeff山', '绿色矿山'],
    ['㎡', 'm2'],
    ['44,700', '44700'],
  ])('%s and %s', (one, other) => {
    expect(texts(one)).toEqual(texts(other));
  });
});

test('a word with an accent is another word, in whatever way the accent is encoded', () => {
  expect(texts('caf\u00e9')).toEqual(texts('cafe\u0301'));
  expect(texts('café')).not.toEqual(texts('cafe'));
});

describe('places lead back to the original text', () => {
  test('of a number with separators and a wide bracket', () => {
    const text = '共 １２，３４５ 亩（44,700）';
    const found = unitsOf(text).map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['共', '１２，３４５', '亩', '（', '44,700', '）']);
  });

  test('whatever the text', () => {
    const characters = fc.constantFrom(...Array.from('绿色4.7,万 ab％〔〕“é\u0301ﬁ㎡\ud800𠮷①½\n'));
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end } of unitsOf(text)) {
          // A ligature or a fraction gives several units with one source, so places may repeat but never go back.
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = start;
        }
      }),
    );
  });
});

test('nothing of a text is lost but white space and what cannot be seen', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...Array.from('绿色矿山4.7,，万亩 ab%〔〕。、')) }), (text) => {
      const covered = new Set(
        unitsOf(text).flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
      );
      const visible = Array.from(text, (character, at) => (character === ' ' ? -1 : at)).filter((at) => at >= 0);
      expect(visible.filter((at) => !covered.has(at))).toEqual([]);
    }),
  );
});
