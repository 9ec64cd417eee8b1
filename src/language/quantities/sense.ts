import { isUnit } from '../../model/units.ts';
import { withClauses } from './clauses.ts';
import { isYearNumber, type Quantity, type Sense } from './quantity.ts';
import type { SenseWords } from './sense-words.ts';

/** Adds to each quantity of a text, in their order, what the words around it say of it. */
export function withSense(text: string, found: readonly Quantity[], words: SenseWords): Quantity[] {
  // “Rose each year by 3%”, 去年增长3%: these come between a word and its number, and say nothing of it.
  const isOften = ({ kind, value }: Quantity) =>
    kind === 'every' || kind === 'near-year' || (kind === 'per' && !value.includes(' '));
  const often = found.filter(isOften);
  const sensed = sensedOf(
    text,
    found.filter((quantity) => !isOften(quantity)),
    words,
  );
  const all = often.length === 0 ? sensed : [...sensed, ...often].sort((one, other) => one.start - other.start);
  return withClauses(text, all, words.clause);
}

function sensedOf(text: string, quantities: readonly Quantity[], words: SenseWords): Quantity[] {
  let lastTold: Quantity | undefined;
  const told = quantities.map((quantity, index) => {
    // Years and days stand between a word and its number: rose in 2024 to 3%.
    const last = lastTold;
    if (!isDay(quantity)) lastTold = quantity;
    const from = Math.max(quantity.start - words.reach[0], last?.end ?? 0, 0);
    // “300 yuan a mu or more”: what it is counted by is no number of its own.
    const next = nextTold(quantities, index);
    const to = Math.min(quantity.end + words.reach[1], next?.start ?? text.length);
    const before = lastPart(text.slice(from, quantity.start), words.stop);
    // 35岁（含）以下
    const after =
      text
        .slice(quantity.end, to)
        .replace(/^([^（(]{0,3})[（(]含[^）)]{0,4}[）)]/, '$1')
        .split(words.stop, 1)[0] ?? '';
    const previous = quantities[index - 1];
    const isRange = previous?.end === quantity.start - 1 && previous.kind !== 'per';
    const isBracketed = /[(（]/.test(text[quantity.start - 1] ?? '') && /[)）]/.test(text[quantity.end] ?? '');
    return {
      ...quantity,
      ...senseOf(quantity, before, after, isRange, words),
      ...whenOf(quantity, before, after, words),
      ...stretchOf(quantity, before, words),
      ...personsOf(quantity, before, after, words),
      ...(isBracketed ? ({ bracketed: true } as const) : {}),
    };
  });
  // 由0.85降至0.62: the words stand between the two.
  const backwards = told.map((quantity, index) => {
    const next = told[index + 1];
    const isFrom =
      quantity.direction === undefined &&
      next?.direction !== undefined &&
      FROM.test(text.slice(Math.max(0, quantity.start - 16), quantity.start)) &&
      INTO.test(text.slice(quantity.end, next.start));
    return isFrom ? { ...quantity, direction: next.direction } : quantity;
  });
  // Fell from 25 to 19, by 6: the words come before the first only.
  return withParts(text, backwards).reduce<Quantity[]>((done, quantity) => {
    const before = done.findLast((one) => !isDay(one));
    const between =
      before === undefined
        ? ''
        : text.slice(before.end, quantity.start).replace(/\s{0,3}\b(?:in|of)\s{1,3}\d{4}\b/g, '');
    const isJoined =
      before !== undefined &&
      (JOINED.test(between) ||
        (/^[^.;,，。；]{0,30}\bto\s*$/.test(between) && /\bfrom\s*$/.test(text.slice(0, before.start).slice(-8))));
    const inherits = isJoined && quantity.direction === undefined && before.direction !== undefined;
    done.push(inherits ? { ...quantity, direction: before.direction } : quantity);
    return done;
  }, []);
}

/** The next quantity that is one of its own: neither what something is counted by nor the zero of “below zero”. */
function nextTold(quantities: readonly Quantity[], index: number): Quantity | undefined {
  let at = index + 1;
  while (quantities[at]?.kind === 'per' || /^zero$/i.test(quantities[at]?.text ?? '')) at += 1;
  return quantities[at];
}

const DAYS: ReadonlySet<string> = new Set(['date', 'year-month', 'month-day', 'month', 'quarter', 'half-year', 'part']);
const isDay = ({ kind, value }: Quantity) => DAYS.has(kind) || isYearNumber(value);

/** What joins a second number to the words before the first: from 25 to 19, to below 5, by 3; and exports by 5. */
const JOINED =
  /^\s{0,3}(?:(?:to|至|到)(?:\s{0,3}(?:below|above|over|under|about|nearly|less than|more than|at least|约))?|(?:,\s{0,3})?by|,?(?:\s{0,3}[\w-]{1,30}){0,3}\s{0,3}and\s{1,3}(?:\w{1,30}\s{1,3}){1,4}(?:by|from)|(?:\s{0,3}[\w-]{1,30}){1,3}\s{0,3}and\s{1,3}by)\s{0,3}$/;

/** What comes before and after the first of two numbers of which one becomes the other. */
const FROM = /[由从][^，。；]{0,12}$/;
const INTO = /^[^，。；]{0,16}(?:至|到|为)(?:[^，。；]{0,8}的)?$/;

/** Adds to months and years which part of them is meant. */
function withParts(text: string, quantities: readonly Quantity[]): Quantity[] {
  return quantities.map((quantity, index) => {
    if (!['month', 'year-month', 'number'].includes(quantity.kind)) return quantity;
    const [before, after] = [quantities[index - 1], quantities[index + 1]];
    const part = [
      before?.kind === 'part' && /^\s*$/.test(text.slice(before.end, quantity.start)) ? before : undefined,
      after?.kind === 'part' && /^[年月]?$/.test(text.slice(quantity.end, after.start)) ? after : undefined,
    ].find((own) => own !== undefined);
    if (part === undefined) return quantity;
    return {
      ...quantity,
      part: Number(part.value) as 1 | 2 | 3,
      ...(part.when === undefined ? {} : { when: part.when }),
    };
  });
}

function lastPart(text: string, stop: RegExp): string {
  const parts = text.split(stop);
  return parts[parts.length - 1] ?? '';
}

const SIGN = /[-−－]$/;
/** Either way: of an error, or of a voltage. */
const EITHER = /[±＋+]$/;

/** Grew by 2 billion yuan more, or less, than in the year before. */
const LESS_THAN_BEFORE = /^\s*(?:[a-z]+\s+)?(?:(?<up>more)|(?<down>less|fewer))\s+than\s+(?:in|the|a|that)\b/i;

function senseOf(
  quantity: Quantity,
  before: string,
  after: string,
  isRange: boolean,
  { negative, before: moves, after: moved, boundBefore, boundAfter, nearBefore, nearAfter, step, either }: SenseWords,
): Sense {
  if (quantity.ordinal) {
    // 二级以上, level two and above
    const { least, most } = boundAfter.exec(after)?.groups ?? {};
    return least === undefined && most === undefined ? {} : { bound: least === undefined ? 'most' : 'least' };
  }
  // A sign after a letter, a digit or another sign joins what it stands between.
  const isSign = !isRange && !/[\p{Script=Latin}\d)\]）〕—–-][-−－]$/u.test(before);
  const bare = before.replace(SIGN, '').replace(EITHER, '');
  const isNegative = SIGN.test(before) ? isSign : negative[0].test(before) || negative[1].test(after);
  const limitBefore = boundBefore.exec(bare);
  const limit = boundAfter.exec(after)?.groups ?? limitBefore?.groups;
  // “No lower than” is a bound, and nothing falls.
  const moving = limitBefore === null ? bare : bare.slice(0, limitBefore.index);
  const [move, following] = [[...moving.matchAll(moves)].at(-1), moved.exec(after)?.groups];
  // “Growth was 0.8 points lower”: the noun says what is meant, and not which way it goes.
  const isNoun = move !== undefined && /^growth$/i.test(move[0]) && following !== undefined;
  const last = LESS_THAN_BEFORE.exec(after)?.groups ?? (isNoun ? following : (move?.groups ?? following));
  const direction = last?.['up'] === undefined ? (last?.['down'] === undefined ? undefined : -1) : 1;
  const isAfter = limit === undefined && isLasting(quantity) && /\bafter\s+$/i.test(bare);
  const own = isAfter || limit?.['least'] !== undefined ? 'least' : limitOf(quantity, limit?.['most'], bare, after);
  const bound = own !== undefined && NEGATED.test(bare) ? OPPOSITE[own] : own;
  const close = nearBefore.exec(bare)?.groups ?? nearAfter.exec(after)?.groups;
  // 近5年, 近10次 are the last ones.
  const isLast = close?.['below'] === '近' && (isSpan(quantity) || RECENT.test(after)) && !/[有达为]近$/.test(bare);
  const near = close === undefined || isLast ? undefined : close['about'] === undefined ? 'below' : 'about';
  const change = step.exec(bare)?.groups;
  const days = daysOf(quantity);
  return {
    ...(days === undefined ? {} : { days }),
    ...(near === undefined ? {} : { near }),
    ...(change === undefined ? {} : { step: stepOf(change) }),
    ...(either.test(before) ? { either: true } : {}),
    ...(isNegative ? { negative: true } : {}),
    ...(direction === undefined ? {} : { direction }),
    ...(bound === undefined ? {} : { bound }),
  };
}

/** The step whose words were found. */
const stepOf = ({ to, from }: Readonly<Record<string, string | undefined>>): NonNullable<Sense['step']> =>
  to === undefined ? (from === undefined ? 'by' : 'from') : 'to';

/** “No class has more than 45 pupils”: the bound is the other one. */
const NEGATED =
  /\b(?:no|none)\s+(?!more|less|fewer|later|earlier|higher|lower|longer|shorter|greater|smaller)(?:[a-z]+\s+){1,4}(?:more|fewer|less|longer|shorter|higher|lower|greater|over|under)\s+(?:than\s+)?$/i;
const OPPOSITE = { least: 'most', most: 'least' } as const;

/** Whether so long a time is over or is to come. */
function stretchOf(quantity: Quantity, before: string, { stretch }: SenseWords): Pick<Sense, 'stretch'> {
  const groups = isSpan(quantity) && !quantity.ordinal ? stretch.exec(before)?.groups : undefined;
  return groups === undefined ? {} : { stretch: groups['past'] === undefined ? 'coming' : 'past' };
}

/** Whether a number is the age of persons, or how many persons, households or villages there are. */
function personsOf(
  { kind, ordinal, text }: Quantity,
  before: string,
  after: string,
  words: SenseWords,
): Pick<Sense, 'of'> {
  if (ordinal || !PERSONS.has(kind)) return {};
  const [ahead, behind] = words.age;
  // Of “60 years old” the years are in the quantity already.
  const [unit = ''] = /[\s-]?years?$/i.exec(text) ?? [];
  if (ahead.test(before) || behind.test(unit + after)) return { of: 'age' };
  const [counted] = Object.entries(words.counted.exec(after)?.groups ?? {}).filter(([, word]) => word !== undefined);
  return counted === undefined ? {} : { of: counted[0] as NonNullable<Sense['of']> };
}
const PERSONS: ReadonlySet<string> = new Set(['number', 'count', 'months']);

const RECENT = /^(?:次(?![之])|届|期|批|轮|年|个?月|天|日|周|季|学)/;
const isSpan = ({ kind }: Quantity) => kind === 'days' || kind === 'months';
const isLasting = (quantity: Quantity) => isSpan(quantity) || quantity.kind === 'minutes';

/** Whether days are working days; undefined where their word is not beside them. */
function daysOf({ kind, text }: Quantity): Sense['days'] {
  if (kind !== 'days') return undefined;
  if (/工作日|working|business/i.test(text)) return 'working';
  return /[日天]$|\bdays?$/i.test(text) ? 'any' : undefined;
}

/** The bound that words give; 5个工作日内, 200元起 and 过半 give one for their kinds only. */
function limitOf(
  { kind }: Quantity,
  most: string | undefined,
  before: string,
  after: string,
): 'least' | 'most' | undefined {
  if (most !== undefined) return 'most';
  // 过半, 过三分之二
  if (kind === 'fraction' && before.endsWith('过')) return 'least';
  if ((kind === 'days' || kind === 'months' || kind === 'minutes') && /^内(?![容部地外])/.test(after)) return 'most';
  return isUnit(kind) && !LASTING.has(kind) && /^起(?![\u4e00-\u9fff])/.test(after) ? 'least' : undefined;
}

const LASTING: ReadonlySet<string> = new Set(['count', 'days', 'months', 'minutes', 'seconds', 'times']);
/** Days and times of day, of which something is before or after. */
const TIMES: ReadonlySet<string> = new Set([...DAYS, 'clock']);

/** A day of a month: the 15th of each month. */
const OF_MONTH = /^\s+of\s+(?:each|every|the|this|next|that)\s+(?:month|quarter)\b/i;

/** Whether something is before or after a time, or so long before or after something else. */
function whenOf(quantity: Quantity, before: string, after: string, words: SenseWords): Pick<Sense, 'when'> {
  const isTime = TIMES.has(quantity.kind) || isDay(quantity) || (quantity.ordinal === true && OF_MONTH.test(after));
  if (!isTime && !['days', 'months', 'minutes'].includes(quantity.kind)) return {};
  const groups = isTime
    ? (words.whenBefore.exec(before)?.groups ??
      (words.whenFollowsDays ? words.whenAfter.exec(after)?.groups : undefined))
    : (words.spanBefore.exec(before)?.groups ?? words.whenAfter.exec(after)?.groups);
  // 2起: cases, not a beginning.
  if (groups === undefined || (!isTime && /^起/.test(after))) return {};
  return { when: groups['before'] === undefined ? 'after' : 'before' };
}
