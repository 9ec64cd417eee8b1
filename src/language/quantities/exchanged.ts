import { isYearNumber, type Quantity } from './quantity.ts';

/** A quantity of the original and the one that the translation has in its place. */
interface Exchanged {
  readonly zh: Quantity;
  readonly en: Quantity;
}

interface Read {
  readonly text: string;
  readonly quantities: readonly Quantity[];
}

/** What stands between the ends of a range, or the parts of a ratio: 4月1日起至10月31日, from 1 April to 31 October, 3比2. */
const TO =
  /^(?:年|月|日|时|点|岁|级|类|亩|元|米|次|批|阶段|期)?起?\s{0,3}(?:至|到|比|[-–—~～]{1,3}|[:：∶]|to|until|till|through)\s{0,3}(?:次日|翌日|次年|翌年)?\s{0,3}$/i;

/** 3至5个工作日: the first number of a range may lack its unit. */
const isOfKind = (one: Quantity, other: Quantity) =>
  one.kind === other.kind || one.kind === 'number' || other.kind === 'number';

const isDay = ({ kind }: Quantity) => kind === 'date' || kind === 'month-day';
/** Whether two ends of ranges are the same; of days one may lack the year. */
const isSameEnd = (one: Quantity, other: Quantity) =>
  one.value === other.value ||
  (isDay(one) && isDay(other) && one.value.slice(-5) === other.value.slice(-5)) ||
  (one.kind === 'number' && isBareOf(other, one)) ||
  (other.kind === 'number' && isBareOf(one, other));
/** Whether a number is that of a span without its unit: the 3 of “3 to 5 years”. */
const isBareOf = ({ also }: Quantity, { value }: Quantity) =>
  also?.some((meaning) => meaning.kind === 'number' && meaning.value === value) === true;

/** The ranges of a text, by their ends. */
function ranges({ text, quantities }: Read): (readonly [Quantity, Quantity])[] {
  // 11月15日起至次年3月15日
  const told = quantities.filter(({ kind }) => kind !== 'near-year');
  return told.flatMap((one, index) => {
    const other = told[index + 1];
    return other !== undefined &&
      (isOfKind(one, other) || (isDay(one) && isDay(other))) &&
      one.value !== other.value &&
      TO.test(text.slice(one.end, other.start))
      ? [[one, other] as const]
      : [];
  });
}

/** The ends of ranges that the translation has the other way round. */
export function reversedRanges(zh: Read, en: Read): Exchanged[] {
  const own = ranges(zh);
  return ranges(en).flatMap(([from, to]): Exchanged[] => {
    const isSame = ([one, other]: readonly [Quantity, Quantity]) => isSameEnd(one, from) && isSameEnd(other, to);
    const reverse = own.find(
      ([one, other]) => (isOfKind(one, to) || isDay(one)) && isSameEnd(one, to) && isSameEnd(other, from),
    );
    return reverse === undefined || own.some(isSame)
      ? []
      : [
          { zh: reverse[0], en: to },
          { zh: reverse[1], en: from },
        ];
  });
}

/** 2023年、2024年分别 against “in 2024 and 2023 respectively”, with the values in the order of the original. */
export function exchangedYears(zh: Read, en: Read): Exchanged[] {
  if (!zh.text.includes('分别') || !/\brespectively\b/i.test(en.text)) return [];
  const yearsOf = ({ quantities }: Read) =>
    quantities.filter(({ kind, value }) => kind === 'number' && isYearNumber(value));
  const orderOf = ({ quantities }: Read) =>
    quantities.flatMap((own) => (/\d/.test(own.text) && !isYearNumber(own.value) ? [own.value] : []));
  const [own, other] = [yearsOf(zh), yearsOf(en)];
  const isSameSet = own.length === other.length && own.every(({ value }) => other.some((year) => year.value === value));
  if (!isSameSet || orderOf(zh).join() !== orderOf(en).join()) return [];
  return own.flatMap((year, index): Exchanged[] => {
    const there = other[index];
    return there === undefined || there.value === year.value ? [] : [{ zh: year, en: there }];
  });
}

/** Kinds of times of which each is told of something. */
const TIME_KINDS: ReadonlySet<string> = new Set([
  ...['date', 'year-month', 'month-day', 'month', 'quarter', 'half-year'],
  ...['weekday', 'half-day', 'clock'],
]);
/** Words after which English may tell the later thing first. */
const REORDERS =
  /\b(?:after|before|having|follow(?:s|ed|ing)?|once|since|when|while|until|earlier|later|previous(?:ly)?|preced(?:ed|ing)|compared|than|against|for (?:[a-z]{1,20} ){1,3}[a-z]{1,20}(?:ed|en)|that (?:was|were|had))\b/i;

/**
 * Times of one kind that two clauses of a sentence have the other way round: 3月招标，5月开工 against “invited in May and begun in March”. Both
 * languages say each time once, the translation without a word that would let it tell the later first.
 */
export function exchangedTimes(zh: Read, en: Read): Exchanged[] {
  if (REORDERS.test(en.text)) return [];
  const timesOf = ({ quantities }: Read) =>
    quantities.filter((own) => TIME_KINDS.has(own.kind) || (own.kind === 'number' && isYearNumber(own.value)));
  const [own, other] = [timesOf(zh), timesOf(en)];
  const isPaired =
    own.length >= 2 &&
    own.length === other.length &&
    own.every((time) => time.kind === own[0]?.kind && own.filter(({ value }) => value === time.value).length === 1) &&
    own.every((time) => other.some((twin) => twin.kind === time.kind && twin.value === time.value));
  if (!isPaired) return [];
  const moved = own.flatMap((time, index): Exchanged[] => {
    const there = other[index];
    return there === undefined || there.value === time.value ? [] : [{ zh: time, en: there }];
  });
  const isJoined = ({ text, quantities }: Read) =>
    quantities.every(
      ({ end }, index) => !/^[年月]?[、和及与]$|^,? (?:and|or) $/.test(text.slice(end, quantities[index + 1]?.start)),
    );
  return isJoined(zh) && isJoined(en) ? moved : [];
}

/** What an ordinal counts: the word after it in Chinese, and beside it in English. */
const THINGS: readonly (readonly [zh: RegExp, after: RegExp, before: RegExp])[] = [
  [/^条/, /^(?!)/, /\barticles?\s*$/i],
  [/^款/, /^\s*paragraph\b/i, /\bparagraphs?\s*$/i],
  [/^项/, /^\s*(?:sub-?item|item)\b/i, /\b(?:sub-?)?items?\s*\(?$/i],
  [/^[自]?段/, /^\s*paragraph\b/i, /\bparagraphs?\s*$/i],
  [/^号?[楼栋幢]/, /^(?!)/, /\b(?:building|block)\s*(?:no\.?\s*)?$/i],
  [/^批/, /^\s*(?:batch|lot|group|round)\b/i, /\b(?:batch|lot)\s*$/i],
  [/^届/, /^\s*(?:[A-Z][\w’']{1,20}\s+){0,4}(?:congress|committee|council)\b/i, /^(?!)/],
  [/^次会议/, /^\s*(?:plenary\s+)?(?:session|meeting)\b/i, /^(?!)/],
  [/^[位名]/, /^\s*(?:place|position|in\b|on\b|of the \d+)/i, /\b(?:ranks?|ranked|ranking|placed|rank of|no\.)\s*$/i],
  [/^版/, /^\s*edition\b/i, /\bedition\s*$/i],
  [/^页/, /^(?!)/, /\bpages?\s*$/i],
  [/^期/, /^\s*(?:phase|stage|issue)\b/i, /\b(?:phase|issue)\s*$/i],
];

const beside = (text: string, { start, end }: Quantity) =>
  [text.slice(end, end + 30), text.slice(Math.max(0, start - 24), start)] as const;

/** Ordinals that count something else in the translation: the third batch and the 15th place, for the 15th batch and the third place. */
export function exchangedOrdinals(zh: Read, en: Read): Exchanged[] {
  const ordinals = (quantities: readonly Quantity[]) =>
    quantities.filter(({ ordinal, kind }) => ordinal === true && kind === 'number');
  const pairs = ordinals(zh.quantities).flatMap((one) => {
    const [other, ...more] = en.quantities.filter(({ kind, value }) => kind === 'number' && value === one.value);
    const [zhAfter] = beside(zh.text, one);
    const thing = THINGS.findIndex(([word]) => word.test(zhAfter));
    if (other === undefined || more.length > 0 || thing === -1) return [];
    const [after, before] = beside(en.text, other);
    const own = THINGS.findIndex(([, next, last]) => last.test(before) || next.test(after));
    return [{ one, other, thing, own }];
  });
  // “In paragraph 41” where the original has paragraph 3, and 41 of something else.
  const named = ordinals(zh.quantities).flatMap((one) => {
    const thing = THINGS.findIndex(([word]) => word.test(beside(zh.text, one)[0]));
    const other = en.quantities.find((own) => THINGS[thing]?.[2].test(beside(en.text, own)[1]));
    const twin =
      other && zh.quantities.find((own) => own.kind !== 'document' && !own.ordinal && own.value === other.value);
    const isThere = en.quantities.some((own) => own.kind === 'number' && own.value === one.value);
    return other && twin && other.value !== one.value && isThere && other.kind === 'number'
      ? [{ zh: twin, en: other }]
      : [];
  });
  if (named.length > 0) return named;
  const moved = pairs.filter(
    ({ thing, own }) => own !== -1 && own !== thing && pairs.some((pair) => pair.thing === own),
  );
  return moved.length < 2 ? [] : moved.map(({ one, other }) => ({ zh: one, en: other }));
}
