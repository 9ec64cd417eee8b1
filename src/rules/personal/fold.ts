/** Stands for the second half of a character that takes two UTF-16 units, once its digit or letter is in the first. */
export const FILLER = '\u2060';

/** Digits that Unicode does not call equal to plain ones: negative and double circles, and what Chinese is written with. */
const DIGIT_ROWS = ['⓿❶❷❸❹❺❻❼❽❾', '🄋➀➁➂➃➄➅➆➇➈', '🄌➊➋➌➍➎➏➐➑➒', ' ⓵⓶⓷⓸⓹⓺⓻⓼⓽', ' ⒈⒉⒊⒋⒌⒍⒎⒏⒐', '🄀⑴⑵⑶⑷⑸⑹⑺⑻⑼'] as const;
const CHINESE_ROWS = ['〇一二三四五六七八九', '零壹贰叁肆伍陆柒捌玖', '○幺两 ', 'Ｏ', '洞      拐 勾'] as const;

const digitsOf = (rows: readonly string[]) =>
  new Map(rows.flatMap((row) => Array.from(row, (character, digit) => [character, String(digit)] as const)));
const DIGITS = digitsOf(DIGIT_ROWS);
const CHINESE = digitsOf(CHINESE_ROWS);

/** What is folded: digits, letters and signs beyond ASCII. */
const FOLDED =
  /[\u20e3\ufe00-\ufe0f\u00a0\u00ad\u00b7\u2000-\u206f\u2212\u2215\u2160-\u217f\u2460-\u24ff\u2776-\u2792\u3000\u30fb\ufe30-\ufe6f\uff01-\uff65]|(?!\d)\p{Nd}|[\u{1d400}-\u{1d7cb}\u{1f100}-\u{1f10c}]/gu;
/** Raised and lowered digits: one or two of them are an exponent or the number of a note. */
const RAISED = /[\u00b2\u00b3\u00b9\u2070-\u2079]{3,}|[\u2080-\u2089]{3,}/g;

const DASH = /\p{Pd}|[\u2212]/u;
const SPACE = /\p{Zs}/u;
/** Dots in the middle of a line, and others that part the groups of a number. */
const DOT = /[·•‧∙⋅・．。｡]/u;

/** The value of a decimal digit: the digits of a script stand one after another, from zero, in rows of ten. */
function digitValue(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}

function foldCharacter(character: string): string {
  const digit = DIGITS.get(character);
  if (digit !== undefined) return digit;
  if (/^\p{Nd}$/u.test(character)) return digitValue(character);
  if (DASH.test(character)) return '-';
  if (SPACE.test(character)) return ' ';
  if (DOT.test(character)) return '.';
  // The frame of a keycap comes behind its digit.
  if (character === '\u20e3' || /^\p{Default_Ignorable_Code_Point}$/u.test(character)) return FILLER;
  const plain = character.normalize('NFKC');
  return plain.length === 1 ? plain : character;
}

/** A number read out in Chinese digits, long enough to be no year and no count. */
const HAN = '〇零一二三四五六七八九幺○壹贰叁肆伍陆柒捌玖洞拐勾\\d';
const CHINESE_NUMBER = new RegExp(`[${HAN}](?:(?:[ -]?|(?<=[${HAN}]{3})[、，,](?=[${HAN}]{3}))[${HAN}]){6,}`, 'g');

/** Digits enough for a telephone, without characters among them. */
const WHOLE_NUMBER = /\d(?:[ -]?\d){10}/;

/** A number of eleven digits with the letters that look like noughts and ones; most of it is digits. */
const LOOKALIKE = /(?<![A-Za-z\d])[1lI](?:[ -]?[3-9OolI])(?:[ -]?[\dOolI]){9}(?![A-Za-z\d])/g;

const withoutLookalikes = (number: string): string =>
  number.replace(/\D/g, '').length < 4 ? number : number.replace(/[Oo]/g, '0').replace(/[lI]/g, '1');

/**
 * A text of the same length in which every kind of digit is a plain one (full-width, circled, mathematical, of other scripts, or Chinese in
 * a row), and letters, dashes, dots and spaces are ASCII: what is found at a place of it is at that place of `text`.
 */
export function foldText(text: string): string {
  const folded = text.replace(FOLDED, (character) => {
    const plain = foldCharacter(character);
    return plain.length === character.length
      ? plain
      : plain + FILLER.repeat(Math.max(0, character.length - plain.length));
  });
  return folded
    .replace(LOOKALIKE, withoutLookalikes)
    .replace(RAISED, (digits) => digits.normalize('NFKC'))
    .replace(CHINESE_NUMBER, (number) =>
      // 联系人张三13800138000: the last character of a name is no digit of a number that is whole without it.
      WHOLE_NUMBER.test(number)
        ? number
        : number.replace(/[^\d ,、-]/g, (character) => CHINESE.get(character) ?? character),
    );
}
