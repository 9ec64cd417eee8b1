import { describe, expect, test } from 'vitest';
import { personalFacts, suspects } from '../../../src/build/audit/personal.ts';
import { seededRandom } from '../../corpus/random.ts';

/** What is suspect, said plainly: slow, since it looks at every unit. */
const PLAINLY = /(?:[\d０-９][ －-]?){11}|(?<!")[@＠]/g;

const SIGNS = [...'0123456789５９', ' ', '-', '－', 'a', '"', '@', '＠', '。', '\n', '<'];

test('everything that is suspect is found, wherever it stands, and nothing else', () => {
  const random = seededRandom('7', 'suspects');
  for (let sample = 0; sample < 20_000; sample += 1) {
    // Mostly digits, or eleven of them would hardly ever come together.
    const kinds = sample % 2 === 0 ? 15 : SIGNS.length;
    const text = Array.from({ length: random.integer(0, 60) }, () => SIGNS[random.integer(0, kinds - 1)]).join('');
    const found = suspects(text);
    const plainly = [...text.matchAll(PLAINLY)];
    expect(found.length > 0, JSON.stringify(text)).toBe(plainly.length > 0);
    for (const { index, 0: own } of plainly) {
      const last = index + own.replace(/[ －-]$/, '').length;
      expect(
        found.some(({ at, length }) => at <= index && last <= at + length),
        JSON.stringify(text),
      ).toBe(true);
    }
  }
});

describe('private data is found', () => {
  /** A made-up mobile number; it is nobody's. */
  const MOBILE = '13800138000';
  const wide = MOBILE.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  test.each([
    ['alone', MOBILE, 'personal-mobile'],
    ['after words of any length', `${'字'.repeat(23)}${MOBILE}`, 'personal-mobile'],
    ['in groups', '138 0013-8000', 'personal-mobile'],
    ['in full width', wide, 'personal-mobile'],
    ['in full width with a full-width hyphen', '１３８－００１３－８０００', 'personal-mobile'],
    ['an address after a sign in full width', 'someone＠qq．com', 'personal-mail'],
    ['an address', 'someone@qq.com', 'personal-mail'],
    ['an address that begins with a quotation mark', '"someone@qq.com"', 'personal-mail'],
    ['at the end of much else', `${'2024-05-06 '.repeat(500)}字 11010519491231002X`, 'personal-identity-card'],
  ])('%s', (_how, text, rule) => {
    expect(personalFacts('page', text).map((fact) => fact.rule)).toEqual([rule]);
  });
});
