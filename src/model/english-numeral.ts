import Big from 'big.js';

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINAL_ONES =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const ORDINAL_TENS = 'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'.split(' ');
const SCALES: Readonly<Record<string, string>> = {
  hundred: '100',
  thousand: '1000',
  million: '1000000',
  billion: '1000000000',
  trillion: '1000000000000',
};
/** Scales as figures are written with them: 1.2bn. */
const SHORT_SCALES: Readonly<Record<string, string>> = { mn: '1000000', bn: '1000000000', tn: '1000000000000' };

const SMALL: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, index): [string, number] => [word, index]),
  ...ORDINAL_ONES.map((word, index): [string, number] => [word, index]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
  ...ORDINAL_TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
]);

const scaleOf = (word: string) => SCALES[word.replace(/th$/, '')];

/** What a scale word multiplies by; 1 for none. */
export function englishMultiplier(word: string | undefined): Big {
  return Big((word && { ...SCALES, ...SHORT_SCALES }[word.toLowerCase()]) ?? '1');
}

const WORD = [...SMALL.keys(), ...Object.keys(SCALES), ...Object.keys(SCALES).map((scale) => `${scale}th`)].join('|');

/** A run of number words: `sixty-eight`, `two hundred and five`, `fifteenth`, `ten thousand`. */
export const ENGLISH_NUMERAL = `\\b(?:${WORD})(?:(?:[\\s-]+(?:and\\s+)?)(?:${WORD})){0,24}\\b(?!s\\b)`;

/** The value of number words as a decimal string; `undefined` where they make no number (`one two`, `hundred`). */
export function readEnglishNumeral(text: string): string | undefined {
  const words = text
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== 'and');
  let total = Big(0);
  let group: Big | undefined;
  let last = Big('1e15');
  for (const word of words) {
    const scale = scaleOf(word);
    const small = SMALL.get(word);
    if (scale === '100') {
      if (group === undefined || group.gte(100)) return undefined;
      group = group.times(100);
    } else if (scale !== undefined) {
      if (group === undefined || last.lte(scale)) return undefined;
      total = total.plus(group.times(scale));
      last = Big(scale);
      group = undefined;
    } else {
      const value = Big(small ?? 0);
      if (group === undefined) group = value;
      else {
        const room = group.mod(100).eq(0) ? 100 : group.mod(10).eq(0) && group.mod(100).gte(20) ? 10 : 0;
        if (value.gte(room) || value.eq(0)) return undefined;
        group = group.plus(value);
      }
    }
  }
  return total.plus(group ?? 0).toFixed();
}

/** A whole number in words, as English texts write small and round ones: `thirty-six`, `two hundred`; `undefined` for others. */
export function writeEnglishNumeral(value: number): string | undefined {
  if (value >= 100) return value < 1000 && value % 100 === 0 ? `${ONES[value / 100]} hundred` : undefined;
  if (value < 20) return ONES[value];
  const tens = TENS[Math.floor(value / 10) - 2] ?? '';
  return value % 10 === 0 ? tens : `${tens}-${ONES[value % 10]}`;
}
