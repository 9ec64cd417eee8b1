import type { Bilingual, Finding, Place } from '../../errors.ts';
import { groupThousands } from '../../language/formats.ts';
import { compareQuantities, type Disagreement } from '../../language/quantities/compare.ts';
import { type NamedPlace, type Quantity, readQuantities } from '../../language/quantities/index.ts';
import { oppositeWords } from '../../language/quantities/opposites.ts';
import { type Displaced, displacedValues, joined } from '../../language/quantities/order.ts';
import { alignedSentences, movedValues } from '../../language/quantities/sentences.ts';
import { calledIn, GOVERNING_LOCALE, type Locale } from '../../model/locale.ts';
import { isUnit, UNIT_TABLE } from '../../model/units.ts';
import { body, found, rule } from '../../rule.ts';

export const NUMBERS_DISAGREE = rule('numbers-disagree', {
  severity: 'error',
  waivable: true,
  why: {
    zh: '译文里的数最容易错：4.47万亩是 44,700 mu，不是 447,000；“增长-3.2%”不是 rose by 3.2%。凡是写成两种语言的文字，标题、说明、备注也好，两边的数和意思要逐个相等。',
    en: 'Figures go wrong in translation: 4.47万亩 is 44,700 mu, not 447,000, and what fell did not rise. Wherever a text is in two languages, in titles, labels and notes too, every figure is equal on both sides, in its sense as well.',
  },
  examples: {
    bad: body('共修复机井面积4.47万亩。', 'Wells for 447,000 mu have been repaired.'),
    good: body('共修复机井面积4.47万亩。', 'Wells for 44,700 mu have been repaired.'),
  },
});

export const VALUES_SWAPPED = rule('values-swapped', {
  severity: 'error',
  waivable: true,
  why: {
    zh: '数都在，却张冠李戴：译文把2025年的数写到了2026年。',
    en: 'All figures are there, but on the wrong thing: the translation gives 2025 the value of 2026.',
  },
  examples: {
    bad: body('2025年修复4.47万亩、2026年修复1.12万亩。', 'The plan is 11,200 mu in 2025 and 44,700 mu in 2026.'),
    good: body('2025年修复4.47万亩、2026年修复1.12万亩。', 'The plan is 44,700 mu in 2025 and 11,200 mu in 2026.'),
  },
});

export const VALUES_REORDERED = rule('values-reordered', {
  severity: 'warning',
  waivable: true,
  why: {
    zh: '两个数在译文里换了先后，可能写反了；译文本来就该换次序的，写明理由豁免。',
    en: 'Two figures change places in the translation, which may be a slip; where the order is meant, waive it with a reason.',
  },
  examples: {
    bad: body('已修复机井14眼，加盖36眼。', '36 wells have been repaired and 14 covered.'),
    good: body('已修复机井14眼，加盖36眼。', '14 wells have been repaired and 36 covered.'),
  },
});

/** The rules on numbers in two languages, and why they are checked together. */
export const NUMBER_RULES = [NUMBERS_DISAGREE, VALUES_SWAPPED, VALUES_REORDERED] as const;
export const NUMBERS_TOGETHER = 'figures are read and matched once; what disagrees is not looked at for its place';

/** A text of an original (`zh`) and in another language, with where each begins. The places find words of it in their files. */
export interface TextPair {
  readonly zh: string;
  readonly other: string;
  /** The language of the original, and that of `other`; Chinese and English where they are left out. */
  readonly original?: Locale;
  readonly locale?: Locale;
  readonly zhPlace: (words: string) => Place;
  readonly otherPlace: (words: string) => Place;
  /** Whether they are cut out of sentences, whose other words may tell whether something grows or falls. */
  readonly isCut?: boolean;
  /** Where names of the glossary are in each: by these values are told apart. */
  readonly names?: { readonly zh: readonly NamedPlace[]; readonly other: readonly NamedPlace[] };
}

/** What is left of a number that was masked: 138 **** 8000 in one language is 138-****-8000 in the other. */
const MASKED = /(?:\d{1,6}[ -]?)?\*{2,}(?:[ -]?\d{1,6})?/g;

/** A text in which masked numbers are blank, and words in quotation marks that the other quotes too, letter for letter, are blank: they are the same already. */
function withoutShared(text: string, other: string): string {
  return text
    .replace(MASKED, (masked) => ' '.repeat(masked.length))
    .replace(/“[^“”]*”/gu, (quoted) => (other.includes(quoted) ? ' '.repeat(quoted.length) : quoted));
}

/** Quantities that one language states and the other does not, or in another sense or place. */
export function numberFindings({
  zh: zhText,
  other: otherText,
  isCut = false,
  original = GOVERNING_LOCALE,
  locale = 'en',
  zhPlace,
  otherPlace,
  names,
}: TextPair): Finding[] {
  const [zh, other] = [withoutShared(zhText, otherText), withoutShared(otherText, zhText)];
  const quantities = { zh: readQuantities(zh, original), other: readQuantities(other, locale) };
  if (quantities.zh === undefined || quantities.other === undefined) return [];
  const marked = {
    zh: { text: zh, quantities: quantities.zh, names: names?.zh ?? [] },
    other: { text: other, quantities: quantities.other, names: names?.other ?? [] },
  };
  const opposed = ({ zh: words, en, sense }: ReturnType<typeof oppositeWords>[number]) =>
    found(
      NUMBERS_DISAGREE,
      otherPlace(en),
      contradicting(words, en, sense, zhPlace(words), calledIn(original)),
      hint(zhPlace(words), calledIn(original)),
    );
  const disagreeing = compareQuantities(quantities.zh, quantities.other)
    .filter(({ sense }) => !isCut || sense === undefined)
    .map((disagreement) => {
      const place = otherPlace(disagreement.en?.text ?? '');
      const chinese = zhPlace(disagreement.zh?.text ?? '');
      return found(
        NUMBERS_DISAGREE,
        place,
        message(disagreement, chinese, calledIn(original)),
        hint(chinese, calledIn(original)),
      );
    });
  const sentences = alignedSentences(marked.zh, marked.other);
  const opposite =
    disagreeing.length > 0 || isCut
      ? []
      : sentences.flatMap(([one, own]) => oppositeWords(one.text, own.text)).map((words) => opposed(words));
  // Values can only have changed places where there are any.
  if (quantities.zh.length === 0) return [...disagreeing, ...opposite];
  const { swapped, reordered } = sentences.map(([one, own]) => displacedValues(one, own)).reduce(joined);
  const moved = disagreeing.length > 0 ? [] : movedValues(sentences);
  const displaced = (one: Displaced) =>
    found(
      one.beside === undefined ? VALUES_REORDERED : VALUES_SWAPPED,
      otherPlace(one.en.text),
      displacedMessage(one, calledIn(original)),
      hint(zhPlace(one.zh.text), calledIn(original)),
    );
  return [...disagreeing, ...opposite, ...swapped.map(displaced), ...[...reordered, ...moved].map(displaced)];
}

const hint = (chinese: Place, called: Bilingual): Bilingual => ({
  zh: `请对照${called.zh}（${chinese.file}:${chinese.line ?? 1}）改正；两边本来就该不同时，写明规则、段落和理由豁免（waivers）`,
  en: `fix it after the ${called.en} (${chinese.file}:${chinese.line ?? 1}); where the two are meant to differ, give rule, paragraph and reason under waivers`,
});

function displacedMessage({ zh, en, beside }: Displaced, called: Bilingual): Bilingual {
  if (beside === undefined)
    return {
      zh: `“${zh.text}”（译文“${en.text}”）与另一个数的先后同${called.zh}相反，请核对是否写反`,
      en: `“${en.text}” (“${zh.text}”) and another figure come in the opposite order of the ${called.en}: were they exchanged?`,
    };
  return {
    zh: `“${zh.text}”在${called.zh}里说的是“${beside.zh}”，译文“${en.text}”却在“${beside.en}”旁边`,
    en: `the ${called.en} says “${zh.text}” of “${beside.zh}”, the translation “${en.text}” of “${beside.en}”`,
  };
}

const SENSES: Readonly<Record<NonNullable<Disagreement['sense']>, Bilingual>> = {
  sign: { zh: '一边是负数或减少，另一边不是', en: 'one is below zero or a decline, the other is not' },
  direction: { zh: '一边是增，另一边是减', en: 'one goes up, the other down' },
  bound: { zh: '一边是“不低于、以上”，另一边是“不超过、以下”', en: 'one is the least, the other the most' },
  part: {
    zh: '上旬、中旬、下旬（年初、年底）不同',
    en: 'one is the early, the other a later part of the month or year',
  },
  step: { zh: '一边是增减了多少，另一边是增减到多少', en: 'one is what it changed by, the other what it came to' },
  when: { zh: '一边是在此之前，另一边是在此之后', en: 'one is before that time, the other after it' },
  near: { zh: '一边是约数，另一边是确数', en: 'one is approximate, the other exact' },
  share: {
    zh: '一边是合计、累计，另一边是平均或每个；或者一边写明平均，另一边没有',
    en: 'one is a total, the other an average or of each; or only one says that it is an average',
  },
  base: {
    zh: '一边是同比，另一边是环比',
    en: 'one is compared with the year before, the other with the time just before',
  },
  balance: {
    zh: '一边是盈利、结余、流入，另一边是亏损、缺口、流出',
    en: 'one is a profit, surplus or inflow, the other a loss, shortfall or outflow',
  },
  days: { zh: '一边是工作日，另一边不是', en: 'one is in working days, the other is not' },
  stretch: { zh: '一边是过去，另一边是今后', en: 'one is of the past, the other of the time to come' },
  of: {
    zh: '一边是年龄、人数、户数或村数，另一边是其中另一种',
    en: 'they are of different things: an age, people, households or villages',
  },
  course: { zh: '一边是开始、开放，另一边是结束、截止', en: 'one begins or opens, the other ends or closes' },
  rest: { zh: '一边是已完成的，另一边是剩余的', en: 'one is what is done, the other what remains' },
  either: { zh: '一边是正负（±），另一边不是', en: 'one goes either way (±), the other does not' },
};

const contradicting = (
  zh: string,
  en: string,
  sense: NonNullable<Disagreement['sense']>,
  { line }: Pick<Place, 'line'>,
  called: Bilingual,
): Bilingual => ({
  zh: `意思相反：${called.zh}${at(line)}“${zh}”，译文“${en}”，${SENSES[sense].zh}`,
  en: `the ${called.en} “${zh}” and the translation “${en}” contradict each other: ${SENSES[sense].en}`,
});

function message({ zh, en, sense }: Disagreement, { line }: Place, called: Bilingual): Bilingual {
  if (zh && en && sense !== undefined) return contradicting(zh.text, en.text, sense, { line }, called);
  if (zh && en) {
    return {
      zh: `数不一致：${called.zh}${at(line)}是“${zh.text}”（${meaning(zh)}），译文是“${en.text}”（${meaning(en)}）`,
      en: `the ${called.en} states “${zh.text}” (${meaning(zh)}), the translation “${en.text}” (${meaning(en)})`,
    };
  }
  if (zh) {
    return {
      zh: `${called.zh}${at(line)}的“${zh.text}”（${meaning(zh)}）在译文里没有`,
      en: `“${zh.text}” (${meaning(zh)}) of the ${called.en} is not in the translation`,
    };
  }
  return {
    zh: `译文的“${en?.text}”${en ? `（${meaning(en)}）` : ''}在${called.zh}里没有`,
    en: `“${en?.text}”${en ? ` (${meaning(en)})` : ''} of the translation is not in the ${called.en}`,
  };
}

const at = (line: number | undefined) => (line === undefined ? '' : `第 ${line} 行`);

/** A quantity's value in figures that both languages read: `44,700 mu`, `2025-05-06`, `[2024] 1`. */
export function meaning({ kind, value, negative }: Quantity): string {
  if (kind === 'document') return value.replace(/^(\d+)\/(\d+)$/, '[$1] $2');
  if (kind === 'month') return `${value}月/month ${value}`;
  if (!/^\d+(?:\.\d+)?$/.test(value)) return value;
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.length > 4 ? groupThousands(whole) : whole;
  const sign = negative ? '−' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}${unitSign(kind)}`;
}

/** The word of the unit itself, without a multiplier. */
function unitSign(kind: Quantity['kind']): string {
  if (!isUnit(kind) || kind === 'count') return '';
  const word = Object.entries(UNIT_TABLE[kind].printed.en).find(([, factor]) => factor === '1')?.[0] ?? kind;
  return word === '%' ? word : ` ${word}`;
}
