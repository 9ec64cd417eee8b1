import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shorten, textWidth, wrap } from '../../src/charts/text.ts';
import { openOutliner } from '../../src/pictures/glyphs.ts';
import { labelWords } from './generated.ts';

const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
const SIGNS = [...'万亩公顷约，。（）“”…—×−≈·²'];

describe('the width that words may take', () => {
  test.each([
    { role: 'label', weight: 400 },
    { role: 'value', weight: 600 },
    { role: 'title', weight: 700 },
  ] as const)('is no less than what the font of the pictures takes: $role', async ({ role, weight }) => {
    const outline = await openOutliner([...ASCII, ...SIGNS]);
    for (const character of [...ASCII, ...SIGNS])
      expect(outline(character, 15, weight).width, character).toBeLessThanOrEqual(textWidth(character, 15, role));
  });

  test.each([
    // Advances of DejaVu Sans Bold, in sizes: 44,700 is six digits and a comma; the space is 0.35.
    ['44,700', 0.696 * 5 + 0.38],
    ['mu', 1.042 + 0.712],
    ['90%', 0.696 * 2 + 1.002],
    ['AWM', 0.774 + 1.103 + 0.995],
  ])('holds the widest ordinary font: %s', (words, sizes) =>
    expect(textWidth(words, 10, 'value')).toBeGreaterThanOrEqual(sizes * 10),
  );

  test('counts the space that style sheets set between Han characters and digits', () =>
    expect(textWidth('约9亿', 8)).toBeCloseTo(textWidth('约', 8) + textWidth('9', 8) + textWidth('亿', 8) + 2, 5));
});

test('lines keep to their width and number, and what is left over is cut with an ellipsis', () => {
  fc.assert(
    fc.property(labelWords, fc.integer({ min: 40, max: 400 }), fc.integer({ min: 1, max: 5 }), (words, width, most) => {
      const lines = wrap(words, 15, width, most);
      expect(lines.length).toBeLessThanOrEqual(most);
      for (const line of lines) expect(textWidth(line, 15)).toBeLessThanOrEqual(width);
      const whole = lines.join('').replaceAll(' ', '') === words.replaceAll(' ', '');
      expect(whole || lines.some((line) => line.endsWith('…'))).toBe(true);
    }),
    { seed: 578 },
  );
});

test.each([
  ['路灯', 100, '路灯'],
  ['路灯更换', 40, '路…'],
  ['lamp posts', 60, 'lamp…'],
])('%s in %i px is %s', (words, width, shortened) => expect(shorten(words, 15, width)).toBe(shortened));

test('no line ends with an opening sign', () => {
  for (let width = 60; width < 240; width += 5)
    for (const words of ['schemes that meet the “five requirements”', '符合要求的“五个条件”、《办法》（试行）的'])
      for (const line of wrap(words, 10, width, 9)) expect(line).not.toMatch(/[“《（]$/u);
});

test('a Chinese line does not begin with a closing mark', () =>
  expect(wrap('更换路灯，二〇三〇年', 10, 45, 3)).toEqual(['更换路', '灯，二〇', '三〇年']));

test('an address that is longer than a line goes on after a slash, and is not cut to another one', () =>
  expect(wrap('见 https://a.example/en/data/long-name-of-a-dataset/', 10, 130, 4)).toEqual([
    '见 https://a.example/',
    'en/data/',
    'long-name-of-a-datas…',
  ]));
