/** Superscripts and subscripts that Unicode has as characters (superscripts of units, exponents, chemical formulas). */
const SUPERSCRIPT: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '－': '⁻',
  '−': '⁻',
  '(': '⁽',
  ')': '⁾',
  n: 'ⁿ',
  '㎡': '㎡',
};
const SUBSCRIPT: Readonly<Record<string, string>> = {
  '0': '₀',
  '1': '₁',
  '2': '₂',
  '3': '₃',
  '4': '₄',
  '5': '₅',
  '6': '₆',
  '7': '₇',
  '8': '₈',
  '9': '₉',
  '+': '₊',
  '-': '₋',
  '−': '₋',
  '(': '₍',
  ')': '₎',
  x: 'ₓ',
};

/** Raised or lowered text as the characters that show it: 2 → ², `undefined` where one of its characters has none. */
export function raised(text: string, how: 'superscript' | 'subscript'): string | undefined {
  const table = how === 'superscript' ? SUPERSCRIPT : SUBSCRIPT;
  let result = '';
  for (const character of text) {
    const form = /\s/u.test(character) ? character : table[character];
    if (form === undefined) return undefined;
    result += form;
  }
  return result;
}
