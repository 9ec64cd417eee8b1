import { describe, expect, test } from 'vitest';
import { LONGEST_QUERY, parseQuery } from '../../src/search/query.ts';

/** A query's conditions, short: ~stem and "phrase". */
function conditions(text: string, which: 'literal' | 'stemmed'): string[] | undefined {
  return parseQuery(text)?.[which].map((condition) =>
    condition.kind === 'stem' ? `~${condition.unit.text}` : `"${condition.units.map((unit) => unit.text).join(' ')}"`,
  );
}

describe('English words match by stem, each on its own', () => {
  test.each([
    ['green mines', ['~green', '~mines']],
    ['"green mines"', ['"green mines"']],
    ['"green mines" Hillside', ['"green mines"', '~hillside']],
    ['coal-mining areas', ['~coal', '~mining', '~areas']],
    ['44,700 mu', ['"44700 mu"']],
    ['900 million yuan invested', ['"900 million yuan"', '~invested']],
    ['90% of mines', ['"90 %"', '~of', '~mines']],
    ['2028 targets', ['"2028"', '~targets']],
    ['GB/T 9704', ['~gb', '~t', '"9704"']],
    ["the bureau's wells", ['~the', '~bureau', '~wells']],
    ['it’s', ['~it']],
    ['“green mines” Hillside', ['"green mines"', '~hillside']],
    ['"called “green mines”"', ['"called " green mines ""']],
    ['wells by 31 December 2024', ['~wells', '~by', '"31 december 2024"']],
    ['31st of December 2024', ['"31 st of december 2024"']],
    ['[2024] No. 7', ['"( 2024 ) no . 7"']],
    ['No. 10', ['"no . 10"']],
  ])('%s', (text, expected) => {
    expect(conditions(text, 'stemmed')).toEqual(expected);
  });
});

describe('a query without English words is looked for as it stands, in every language', () => {
  test.each([
    ['绿色矿山', ['"绿 色 矿 山"']],
    ['4.47万亩', ['"4.47 万 亩"']],
    ['0355-2021855', ['"0355 - 2021855"']],
    ['90%', ['"90 %"']],
    ['[2025] 846', ['"( 2025 ) 846"']],
  ])('%s', (text, expected) => {
    expect(conditions(text, 'stemmed')).toEqual(expected);
    expect(conditions(text, 'literal')).toEqual(expected);
  });
});

test('in Chinese texts an English query is one phrase', () => {
  expect(conditions('green mine', 'literal')).toEqual(['"green mine"']);
});

describe('words to look for when nothing has the whole', () => {
  test.each([
    ['绿色金矿', ['绿色', '金矿']],
    ['煤矿 资金', ['煤矿', '资金']],
    ['“绿色通道”。', ['绿色', '通道']],
    ['2025年4.47万亩', ['2025年', '4.47万亩']],
    ['36座矿山 2025年度资金', ['36', '2025', '年度', '资金']],
  ])('%s', (text, expected) => {
    const words = parseQuery(text)?.words.map((units) => units.map((unit) => unit.text).join('')) ?? [];
    for (const word of expected) expect(words).toContain(word);
  });
});

describe('parts that were typed apart', () => {
  test.each([
    ['节水灌区 渗漏渠段', ['节水灌区', '渗漏渠段']],
    ['节水灌区，渗漏；3,240亩', ['节水灌区', '渗漏', '3240亩']],
    ['节水灌区 water-saving', ['节水灌区', 'water-saving']],
    ['节水灌区', []],
    ['节水灌区。', []],
    ['green mines', []],
  ])('%s', (text, expected) => {
    expect(parseQuery(text)?.parts.map((units) => units.map((unit) => unit.text).join(''))).toEqual(expected);
  });
});

describe('what cannot be looked for', () => {
  test.each(['', '   ', '。，！', '"""', '\ud800', '()'])('%j', (text) => {
    expect(parseQuery(text)).toBeUndefined();
  });
});

describe('long and odd queries are harmless', () => {
  test('they are cut, never within a character', () => {
    const query = parseQuery(`${'矿'.repeat(LONGEST_QUERY - 1)}𠮷𠮷`);
    expect(query?.wasCut).toBe(true);
    expect(query?.text).toBe('矿'.repeat(LONGEST_QUERY - 1));
  });

  test('ten thousand words', () => {
    expect(parseQuery('mine '.repeat(10_000))?.phrase.length).toBeLessThanOrEqual(LONGEST_QUERY);
  });

  test.each(['<img src=x onerror=alert(1)>', '.*+?^$(){}|[]\\', '绿色\ud800矿山', '%', '/'.repeat(50)])(
    '%j',
    (text) => {
      expect(() => parseQuery(text)).not.toThrow();
    },
  );
});
