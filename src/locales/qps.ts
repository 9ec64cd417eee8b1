import type { Language } from './language.ts';

/** Each letter of English with an accent, in its case. */
export const ACCENTED: Readonly<Record<string, string>> = {
  ...{ a: 'á', b: 'ƀ', c: 'ç', d: 'đ', e: 'é', f: 'ƒ', g: 'ğ', h: 'ħ', i: 'í', j: 'ĵ', k: 'ķ', l: 'ļ', m: 'ɱ' },
  ...{ n: 'ñ', o: 'ó', p: 'þ', q: 'ɋ', r: 'ŕ', s: 'š', t: 'ţ', u: 'ú', v: 'ṽ', w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž' },
  ...{ A: 'Á', B: 'Ɓ', C: 'Ç', D: 'Đ', E: 'É', F: 'Ƒ', G: 'Ğ', H: 'Ħ', I: 'Í', J: 'Ĵ', K: 'Ķ', L: 'Ļ', M: 'Ṁ' },
  ...{ N: 'Ñ', O: 'Ó', P: 'Þ', Q: 'Ɋ', R: 'Ŕ', S: 'Š', T: 'Ţ', U: 'Ú', V: 'Ṽ', W: 'Ŵ', X: 'Ẋ', Y: 'Ý', Z: 'Ž' },
};

/** Letters that are part of an address or of what a reader copies: they stay. */
const KEPT = /https?:\/\/[^\s“”（）]+|(?<![\w.-])[\w.-]+@[\w.-]+|`[^`]*`|&\w+;/g;

/** A text with an accent on each letter, longer by a third and in brackets, so that what is not translated or cut off stands out. What it is longer by can be broken as words can. */
function accented(text: string): string {
  if (!/[A-Za-z]/.test(text)) return text;
  const letters = text.replace(/\p{L}/gu, (letter) => ACCENTED[letter] ?? letter);
  const kept = [...text.matchAll(KEPT)].reduce(
    (whole, { 0: own, index }) => whole.slice(0, index) + own + whole.slice(index + own.length),
    letters,
  );
  return /^\s|\s$/.test(text) ? kept : `[${kept}${'~'.repeat(Math.ceil(text.length / 3)).replace(/~{1,8}/g, ' $&')}]`;
}

/** English words as they would be in another language: texts, lists of texts, and what makes texts. */
function derived(english: unknown): unknown {
  if (typeof english === 'string') return accented(english);
  if (typeof english === 'function') return (...given: unknown[]) => derived(english(...given));
  if (Array.isArray(english)) return english.map(derived);
  if (typeof english !== 'object' || english === null) return english;
  return Object.fromEntries(Object.entries(english).map(([key, value]) => [key, derived(value)]));
}

/**
 * A language that nobody speaks, to try the site with: the English with an accent on every letter, longer, from right to left.
 * What stands on a page without accents comes from no message.
 */
export const qps: Language = {
  name: 'Þšéúđó',
  called: { zh: '测试语言', en: 'the pseudo-language' },
  tag: 'qps-plocm',
  direction: 'rtl',
  script: 'Latin',
  punctuation: {
    colon: ': ',
    list: ', ',
    clauses: '; ',
    comma: ', ',
    sentences: ' ',
    brackets: [' (', ')'],
    quotes: ['“', '”'],
    facts: ' · ',
  },
  numbers: { group: ',', unitGap: ' ' },
  dates: {
    year: String,
    month: (year, month) => `${month}/${year}`,
    day: (year, month, day) => `${day}/${month}/${year}`,
    asOf: (day) => `áš óƒ ${day}`,
    until: (day) => `ţó ${day}`,
    between: (start, end) => `${start} – ${end}`,
  },
  letter: { gap: 'Ñóţ đíšçļóšéđ ħéŕé' },
  search: 'pairs',
  breaks: 'spaces',
  fallback: 'en',
  words: <T>(english: T): T => derived(english) as T,
};
