const CHINESE = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const LEGAL = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
/** Largest number that a list of a letter is expected to reach. */
const LARGEST = 99;

/** A number up to 99 in Chinese counting: 十, 十一, 二十. `leading` writes the 一 before the ten of 10 to 19. */
function chinese(value: number, digits: readonly string[], ten: string, leading: boolean): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return digits[ones] ?? '';
  const front = tens === 1 && !leading ? '' : (digits[tens] ?? '');
  return front + ten + (ones === 0 ? '' : (digits[ones] ?? ''));
}

/** Roman numerals of 9 and below, written with their own three letters for one, five and ten. */
function romanDigit(digit: number, [one, five, ten]: readonly [string, string, string]): string {
  if (digit === 9) return one + ten;
  if (digit === 4) return one + five;
  return digit >= 5 ? five + one.repeat(digit - 5) : one.repeat(digit);
}

function roman(value: number): string {
  return romanDigit(Math.floor(value / 10), ['X', 'L', 'C']) + romanDigit(value % 10, ['I', 'V', 'X']);
}

/** A, B … Z, AA, BB … as Word counts with letters. */
function letters(value: number): string {
  const letter = String.fromCodePoint('A'.charCodeAt(0) + ((value - 1) % 26));
  return letter.repeat(Math.ceil(value / 26));
}

const fullWidth = (value: number): string =>
  Array.from(String(value), (digit) => String.fromCodePoint('０'.charCodeAt(0) + Number(digit))).join('');

/** Number formats (ECMA-376, 17.18.59 ST_NumberFormat) that an automatic number can be written in. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalHalfWidth: String,
  chineseCounting: (value) => chinese(value, CHINESE, '十', false),
  chineseCountingThousand: (value) => chinese(value, CHINESE, '十', false),
  japaneseCounting: (value) => chinese(value, CHINESE, '十', false),
  taiwaneseCountingThousand: (value) => chinese(value, CHINESE, '十', false),
  ideographDigital: (value) =>
    Array.from(String(value), (digit) => (digit === '0' ? '〇' : (CHINESE[Number(digit)] ?? ''))).join(''),
  chineseLegalSimplified: (value) => chinese(value, LEGAL, '拾', true),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
};

/** A number from 1 to 99 as Word writes it in a format; `undefined` where the format, or so large a number, is not known here. */
export function writeNumber(value: number, format: string): string | undefined {
  if (value < 1 || value > LARGEST) return undefined;
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese') {
    return value <= 20 ? String.fromCodePoint('①'.charCodeAt(0) + value - 1) : undefined;
  }
  return FORMATS[format]?.(value);
}
