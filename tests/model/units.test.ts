import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, normaliseStated, PRINTED_UNITS, parsePrintedUnit } from '../../src/model/units.ts';
import { WHOLE_NUMBER } from '../../src/model/whole-numbers.ts';

describe('a printed unit', () => {
  it.each([
    ['亩', undefined, { unit: 'mu', factor: '1' }],
    ['万亩', undefined, { unit: 'mu', factor: '10000' }],
    ['亿元', undefined, { unit: 'yuan', factor: '100000000' }],
    ['%', undefined, { unit: 'percent', factor: '1' }],
    ['座', '座', { unit: 'count', factor: '1' }],
    ['万座', '座', { unit: 'count', factor: '10000' }],
    ['平方公里', undefined, { unit: 'square-metre', factor: '1000000' }],
  ])('%s (counted in %s) is understood', (printed, counter, expected) => {
    expect(parsePrintedUnit(printed, counter)).toEqual(expected);
  });
  it.each(['座', '匹', '', '万', 'mu2'])('%s is unknown without a counter', (printed) => {
    expect(parsePrintedUnit(printed)).toBeUndefined();
  });
});

describe('a number with what it counts', () => {
  const chinese = [...PRINTED_UNITS.zh.keys()].filter((word) => /\p{Script=Han}/u.test(word));
  it.each([...chinese, '人次', '周岁', '万美元', '亿立方米'])('stays whole before %s', (word) => {
    expect(`共有5${word}。`.match(WHOLE_NUMBER)).toEqual([`5${word}`]);
  });
});

describe('a stated number', () => {
  it.each([
    ['4.47', '10000', '44700'],
    ['0.32', '10000', '3200'],
    ['9', '100000000', '900000000'],
    ['0.1', '3', '0.3'],
  ])('%s × %s is exactly %s', (number, factor, value) => {
    expect(normaliseStated(number, factor)).toBe(value);
  });
});

describe('a conversion', () => {
  it.each([
    ['44700', 'mu', 'ha', '2980'],
    ['57000', 'mu', 'ha', '3800'],
    ['1', 'mu', 'ha', '0.07'],
    ['1', 'ha', 'mu', '15'],
    ['24', 'mu', 'mu', '24'],
  ] as const)('%s %s is %s: %s', (value, from, to, expected) => {
    expect(convert(value, from, to)).toBe(expected);
  });
  it('is not guessed where there is none', () => {
    expect(convert('1', 'mu', 'yuan')).toBeUndefined();
  });
  it('loses nothing from hectares to mu and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (hectares) => {
        const mu = convert(String(hectares), 'ha', 'mu');
        expect(mu === undefined ? undefined : convert(mu, 'mu', 'ha')).toBe(String(hectares));
      }),
      { seed: 578, numRuns: 200 },
    );
  });
});
