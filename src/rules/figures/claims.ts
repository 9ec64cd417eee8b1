import Big from 'big.js';
import { equalInValue, states } from '../../language/quantities/compare.ts';
import { contradiction, isOnlyNear } from '../../language/quantities/contradiction.ts';
import { bareKind, isSpan, isYearNumber, type Quantity, readQuantities } from '../../language/quantities/index.ts';
import { type Locale, languageOf } from '../../model/locale.ts';
import { isUnit } from '../../model/units.ts';

/** Something that states a quantity, and where: an observation of a dataset, or words of a reply. */
export interface Statement {
  readonly quantity: Quantity;
  /** As a finding names it: `data/wells.json repaired`, `content/replies/2024-7/zh.mdx #p2 24眼`. */
  readonly where: string;
  /** The words after it that say what is counted, in lower case; none where they cannot be told. */
  readonly nouns?: readonly string[];
  /** Whether the site computed it itself. */
  readonly isOwn?: true;
  /** The text that states it and its language; none where a number is stated without words. */
  readonly text?: string;
  readonly locale?: Locale;
}

/** English words after a number that counts nothing (of, and, in, per …), or what a site is made of: pixels, characters, pages. */
const NO_NOUN =
  /^\s+(?:and|or|of|in|on|at|to|by|for|from|per|is|are|was|were|has|have|had|the|a|an|as|with|than|while|which|that|who|will|would|to|pixels?|px|points?|bytes?|characters?|words?|pages?|paragraphs?|sections?|parts?|charts?|tables?|files?|lines?|seconds?)\b/i;
/** Up to so many things are counted in words in passing: three figures, 五项. */
const MOST_IN_PASSING = 20;

/**
 * The quantities of a text that state something: numbers with a unit, and counted things in figures. Dates, ordinals, numbers of documents,
 * articles and standards, telephone numbers and manners of speaking are none.
 */
export function claimsOf(text: string, locale: Locale): Quantity[] {
  return (readQuantities(text, locale) ?? []).filter((quantity) => isClaim(quantity, text));
}

function isClaim(quantity: Quantity, text: string): boolean {
  const { kind, firm, ordinal, start, end } = quantity;
  if (!firm || ordinal) return false;
  const isWritten = /[\d０-９]/.test(quantity.text);
  const before = text.slice(Math.max(0, start - 12), start);
  // (3) and 3. number what follows; p. 3, No. 3 and Annex 3 name one.
  if (
    /(?:\b(?:No|Nos|p|pp|Article|Annex|Part|Section|Chapter|Table|Figure|Item|paragraph)\.?\s*|第|附件|附表|表|图)$/i.test(
      before,
    )
  )
    return false;
  const isMany = isWritten || Number(quantity.value) > MOST_IN_PASSING;
  if (kind === 'count') return isMany;
  if (kind === 'fraction' || kind === 'percent' || kind === 'percentage-point') return true;
  // 翻一番, doubled
  if (kind === 'times') return isWritten || /[倍番]|^(?:doubl|tripl|trebl|quadrupl)/i.test(quantity.text);
  if (isUnit(kind)) return isWritten || kind === 'months' || !isSpan(kind);
  if (kind !== 'number' || !isMany) return false;
  const after = text.slice(end, end + 24);
  // 42 of 60 supply points
  if (/^\s+of\s+(?:the |all )?\d/.test(after)) return true;
  return /^\s+[a-z]{3,}/i.test(after) && !NO_NOUN.test(after) && !isYearNumber(quantity.value);
}

/** Words that say that a number is the site's own calculation: the formula and its result follow. */
const CALCULATED =
  /(?:本站计算|own calculation|computed by this site|calculated by this site)\s*[:：]\s*(?<formula>[^=＝。；;]{1,120})[=＝]\s*(?<result>[^）)。；;]{1,40})/giu;

/** A calculation that a text makes itself. */
interface Calculation {
  readonly operands: readonly Quantity[];
  /** What it says that comes out. */
  readonly result: Quantity;
  /** What does come out, as exactly as it says; `undefined` where the formula cannot be read. */
  readonly expected: string | undefined;
}

function calculationsOf(text: string, locale: Locale): Calculation[] {
  return [...text.matchAll(CALCULATED)].flatMap(({ groups: { formula = '', result: words = '' } = {} }) => {
    const operands = readQuantities(formula, locale) ?? [];
    const [result] = readQuantities(words, locale) ?? [];
    if (result === undefined || !/^\d+(?:\.\d+)?$/.test(result.value)) return [];
    const plain = operands.reduceRight(
      (written, { start, end, value }) => written.slice(0, start) + value + written.slice(end),
      formula,
    );
    const expression = plain
      .replaceAll('×', '*')
      .replaceAll('÷', '/')
      .replaceAll(/[−－]/g, '-')
      .replace(/[^\d.+\-*/()\s]/g, '')
      .replace(/([+\-*/])/g, ' $1 ');
    const { value } = evaluateFormula(expression, () => undefined);
    const places = result.value.split('.')[1]?.length ?? 0;
    const rounded = (number: Big) => (result.negative ? number.times(-1) : number).toFixed(places);
    // 42 ÷ 60 = 70%
    const isShare = result.kind === 'percent' && value !== undefined && rounded(value.times(100)) === result.value;
    return [{ operands, result, expected: value && rounded(isShare ? value.times(100) : value) }];
  });
}

const isRight = ({ result, expected }: Calculation) => expected !== undefined && Big(expected).eq(result.value);

/** The results that a text calculates itself from what is stated, by a formula that comes out so. */
export const calculated = (text: string, locale: Locale, sources: readonly Statement[]): Quantity[] =>
  calculationsOf(text, locale)
    .filter(({ operands }) => operands.every((own) => sources.some(({ quantity }) => equalNumber(own, quantity))))
    .filter(isRight)
    .map(({ result }) => result);

/** The results that a text calculates itself and that do not come out, each with what does. */
export const miscalculated = (
  text: string,
  locale: Locale,
): readonly { readonly result: Quantity; readonly expected: string }[] =>
  calculationsOf(text, locale).flatMap(({ result, expected, operands }) =>
    expected === undefined || isRight({ result, expected, operands }) ? [] : [{ result, expected }],
  );

const equalNumber = (one: Quantity, other: Quantity) => states(one, other) || one.value === other.value;

/** Whether something states a claim. Where words do, they say in what sense, and the bare value of an observation does not. */
export function isStated(claim: Quantity, sources: readonly Statement[]): boolean {
  const alike = sources.filter(({ quantity }) => hasValueOf(claim, quantity));
  const inWords = alike.filter(({ text, isOwn }) => text !== undefined || isOwn);
  return (inWords.some(({ text }) => text !== undefined) ? inWords : alike).some(
    ({ quantity, text }) =>
      contradiction(claim, quantity) === undefined && !isBounded(claim, quantity) && isOfSame(claim, quantity, text),
  );
}

/** Whether a statement has the value of a claim. How long or how often is no number of something else. */
const hasValueOf = (claim: Quantity, stated: Quantity) =>
  equalInValue(claim, stated) && (!isSpan(claim.kind) || (isUnit(stated.kind) && stated.kind !== 'count'));

/** 超过7亿元 where the source says 约7亿元, and the other way round. */
const isBounded = (one: Quantity, other: Quantity) =>
  (one.near === 'about' && isOnlyNear(one) && other.bound !== undefined) ||
  (other.near === 'about' && isOnlyNear(other) && one.bound !== undefined);

/** 42户 where 42个 are told of something else. */
const isOfSame = (claim: Quantity, stated: Quantity, text: string | undefined) =>
  claim.of === undefined || claim.of === 'age' || text === undefined || stated.of === claim.of;

/** What comes nearest to a claim that nothing states: of its kind, the value that differs least. */
export function nearest(claim: Quantity, sources: readonly Statement[]): Statement | undefined {
  const alike = sources.filter(
    ({ quantity: { kind, value } }) =>
      bareKind(kind) === bareKind(claim.kind) && /^\d+(?:\.\d+)?$/.test(value) && Number(value) > 0,
  );
  const distance = ({ quantity }: Statement) =>
    Math.abs(Math.log(Number(quantity.value) / Math.max(Number(claim.value), 1e-9)));
  return alike.reduce<Statement | undefined>(
    (best, source) => (best === undefined || distance(source) < distance(best) ? source : best),
    undefined,
  );
}

/** Words that say nothing of what is counted. */
const NO_NOUNS =
  /^(?:and|the|for|from|per|are|was|were|has|have|had|with|than|that|which|will|would|been|all|more|less|other|its|their)$/;

/** What English words after a number say is counted: `1,250 meters were replaced` is of meters, replaced. */
export function nounsAfter(text: string, { kind, end }: Quantity, locale: Locale): readonly string[] {
  if (languageOf(locale).figures !== 'english' || bareKind(kind) !== 'number') return [];
  const [clause = ''] = text.slice(end, end + 40).split(/[^a-z\s-]/i, 1);
  const words = clause.toLowerCase().match(/[a-z]{3,}/g) ?? [];
  return words.filter((word) => !NO_NOUNS.test(word)).slice(0, 2);
}

/** Where what is claimed of some things is stated of others only, and of these another number: that statement. */
export function otherwiseStated(
  claim: Quantity,
  nouns: readonly string[],
  sources: readonly Statement[],
): Statement | undefined {
  const [first] = nouns;
  if (first === undefined) return undefined;
  const told = sources.filter(
    (source) => (source.nouns ?? []).length > 0 && bareKind(source.quantity.kind) === 'number',
  );
  const same = told.filter(({ quantity }) => quantity.value === claim.value);
  if (same.length === 0 || same.some((source) => source.nouns?.some((noun) => nouns.includes(noun)))) return undefined;
  return told.find(({ quantity, nouns: own }) => quantity.value !== claim.value && own?.[0] === first);
}

/**
 * The value of a derived observation's formula over others: `plan-2025 + plan-2026`, `(a - b) / c * 100`.
 * Operators stand between spaces, since ids hold hyphens. Gives `undefined` where the formula cannot be read,
 * and the name of the first id that does not exist.
 */
export function evaluateFormula(
  formula: string,
  lookUp: (id: string) => string | undefined,
): { readonly value: Big | undefined; readonly unknown: string | undefined } {
  const tokens = formula.match(/[()]|[^\s()]+/g) ?? [];
  const unknown = tokens.find((token) => /^[a-z]/.test(token) && lookUp(token) === undefined);
  if (unknown !== undefined) return { value: undefined, unknown };
  let at = 0;
  const factor = (): Big | undefined => {
    const token = tokens[at];
    at += 1;
    if (token === undefined) return undefined;
    if (token === '(') {
      const inner = sum();
      const closed = tokens[at] === ')';
      at += 1;
      return closed ? inner : undefined;
    }
    const text = /^[a-z]/.test(token) ? lookUp(token) : token;
    return text !== undefined && /^-?\d+(?:\.\d+)?$/.test(text) ? Big(text) : undefined;
  };
  const product = (): Big | undefined => {
    let left = factor();
    while (left !== undefined && (tokens[at] === '*' || tokens[at] === '×' || tokens[at] === '/')) {
      const operator = tokens[at];
      at += 1;
      const right = factor();
      if (right === undefined || (operator === '/' && right.eq(0))) return undefined;
      left = operator === '/' ? left.div(right) : left.times(right);
    }
    return left;
  };
  const sum = (): Big | undefined => {
    let left = product();
    while (left !== undefined && (tokens[at] === '+' || tokens[at] === '-')) {
      const operator = tokens[at];
      at += 1;
      const right = product();
      if (right === undefined) return undefined;
      left = operator === '+' ? left.plus(right) : left.minus(right);
    }
    return left;
  };
  const value = sum();
  return { value: at === tokens.length ? value : undefined, unknown: undefined };
}
