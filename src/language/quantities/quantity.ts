import Big from 'big.js';
import type { PrintedUnit, Unit } from '../../model/units.ts';

/**
 * What a quantity measures: a unit of the table of units, in which its value is, or one of these. `number` is a bare number, an ordinal or a
 * year; `count` is a number of things that Chinese counts with a measure word (24座).
 */
export type QuantityKind =
  | Unit
  | 'number'
  /** `2/3` */
  | 'fraction'
  /** How many times as much, where the words may mean the growth or the result: 增长2倍, twofold. */
  | 'fold'
  /** What is taken off a price, in per cent: 八折 and “20% off” are `20`. */
  | 'discount'
  /** What something is counted by: `mu 1` in 每亩 or “per mu”, `household` in 每户. */
  | 'per'
  /** How often: `hour`, `day`, `week`, `month`, `quarter` or `year` in 每月, 月均, “monthly” or “a month”. */
  | 'every'
  /** `2025-05-06` */
  | 'date'
  /** `2025-05` */
  | 'year-month'
  /** `05-06` */
  | 'month-day'
  | 'month'
  | 'day'
  /** 1 to 4, of a year; `1-3` of its first three together. */
  | 'quarter'
  /** 1 or 2, of a year. */
  | 'half-year'
  /** 1 (Monday) to 7. */
  | 'weekday'
  /** 1, 2 or 3: the early, middle or late part of a month or year (上旬, mid-May, year-end); `first half` or `second half` of a month. */
  | 'part'
  /** Last (`-1`), this (`0`) or next year (`1`): 去年, 今年, 明年; of a quarter, month or week `month -1`. */
  | 'near-year'
  /** A day of the lunar calendar: 八月十五 is `08-15`. */
  | 'lunar-day'
  /** A number of which only the size is told, by powers of ten: 数百 and “hundreds of” are `100`. */
  | 'size'
  /** `am` or `pm` */
  | 'half-day'
  /** `15:30` */
  | 'clock'
  /** `2024/1`: year and serial of a document number. */
  | 'document'
  /** A standard by its letters and numbers: `GB/T 9704-2012`. */
  | 'standard'
  /** A telephone number: digits with hyphens. */
  | 'code'
  /** What letters and digits name in every language, in capitals without hyphens: `5G`, `PM2.5`, `X021`. */
  | 'designation';

/** Whether a value is a year, of the last century or this one. */
export const isYearNumber = (value: string): boolean => /^(?:19|20)\d\d$/.test(value);

/** A kind as it is compared: things that Chinese counts with a measure word are a number in English. */
export const bareKind = (kind: QuantityKind): QuantityKind => (kind === 'count' ? 'number' : kind);

/** A value with its kind, as it is compared. */
export const keyOf = ({ kind, value }: Meaning): string => `${bareKind(kind)} ${value}`;

/** A kind and a value in it. */
export interface Meaning {
  readonly kind: QuantityKind;
  /** A decimal without sign, exponent or needless zeros; for dates and the like as `QuantityKind` says. */
  readonly value: string;
}

/** Whether a value goes up or down, is the least or the most, is below zero: what a number means besides its size. */
export interface Sense {
  /** Written with a minus, 负 or “minus”. */
  readonly negative?: true;
  /** 1 where something grew by it or to it, -1 where it fell. */
  readonly direction?: 1 | -1;
  readonly bound?: 'least' | 'most';
  /** Approximate: about (约, 左右, some) or nearly (近, almost). */
  readonly near?: 'about' | 'below';
  /** What something changed by, what it came to, or from what: 增长了三成, 增长到三成, 由三成增长. */
  readonly step?: 'by' | 'to' | 'from';
  /** Said of all together (累计, in total), of them on average (年均, on average), of each (各, each), or of all that each has (每所学校合计). */
  readonly share?: 'total' | 'average' | 'each' | 'each-total';
  /** Compared with the same time of the year before (同比), or with the time just before (环比). */
  readonly base?: 'year' | 'before';
  /** Earned, left over or flowing in (盈利, 结余), or lost, lacking or flowing out (亏损, 缺口). */
  readonly balance?: 'gain' | 'loss';
  /** Of days: working days (工作日), or any. */
  readonly days?: 'working' | 'any';
  /** Before or after that day or time: 6月底前, since 2018, three days later. */
  readonly when?: 'before' | 'after';
  /** Of so long a time: that which is over (近三年, the last three years), or which is to come (今后三年). */
  readonly stretch?: 'past' | 'coming';
  /** Of persons, how old they are (65岁, aged 65), or what is counted: 65名, 42户, 3个村. */
  readonly of?: 'age' | 'people' | 'households' | 'villages';
  /** Either way: ±0.5, plus or minus. */
  readonly either?: true;
  /** In brackets by itself, which accounts write for what is below zero. */
  readonly bracketed?: true;
  /** The early (1), middle or late (3) part of the month or year: 3月上旬, the end of 2025. */
  readonly part?: 1 | 2 | 3;
}

/** A quantity read out of a text. */
export interface Quantity extends Meaning, Sense {
  /** Half-open range of UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** As it is in the text. */
  readonly text: string;
  /** Whether the other language has to state it too. Words such as 一 or “first” may go untranslated. */
  readonly firm: boolean;
  /** What else the words may mean: 一半 is a half and 50 per cent. */
  readonly also?: readonly Meaning[];
  /** Whether it says which one, not how many: 第3条, the 15th. */
  readonly ordinal?: true;
}

/** A span found by a reader, before it is cut out of the text. */
export type Reading = Omit<Quantity, 'text' | 'start' | 'end'>;

const two = (text: string | number) => String(text).padStart(2, '0');

/** The reading of a date of which some parts may be missing; `undefined` where they make no day of a calendar. */
export function dateReading(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): Reading | undefined {
  if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) return undefined;
  if (day !== undefined && (Number(day) < 1 || Number(day) > 31)) return undefined;
  const firm = true;
  if (month === undefined)
    return year === undefined ? undefined : { kind: 'number', value: String(Number(year)), firm, ordinal: true };
  if (year === undefined) {
    if (day === undefined) return { kind: 'month', value: String(Number(month)), firm };
    return { kind: 'month-day', value: `${two(month)}-${two(day)}`, firm };
  }
  if (day === undefined) return { kind: 'year-month', value: `${year}-${two(month)}`, firm };
  return { kind: 'date', value: `${year}-${two(month)}-${two(day)}`, firm };
}

/** The reading of a feast by its day, `10-01`, or that of the lunar calendar, `lunar 08-15`. Its name may go untranslated. */
export const feastReading = (day: string): Reading =>
  day.startsWith('lunar ')
    ? { kind: 'lunar-day', value: day.slice(6), firm: false }
    : { kind: 'month-day', value: day, firm: false };

/** The reading of a day of the lunar calendar by its numbers. */
export function lunarReading(month: string | undefined, day: string | undefined): Reading | undefined {
  if (month === undefined || day === undefined || Number(month) > 12 || Number(day) > 30) return undefined;
  return { kind: 'lunar-day', value: `${two(month)}-${two(day)}`, firm: true };
}

/**
 * The reading of a time of day; `undefined` where there is no such time. Without `half` an hour up to twelve may be one of the afternoon. The
 * hour alone, and the half of the day, are what the other language may write in its place.
 */
export function clockReading(
  hour: string,
  minute: string | undefined,
  half: 'am' | 'pm' | undefined,
): Reading | undefined {
  const [hours, minutes] = [Number(hour), Number(minute ?? 0)];
  if (hours > 24 || minutes > 59) return undefined;
  const at = (value: number): Meaning => ({ kind: 'clock', value: `${two(value)}:${two(minutes)}` });
  const later = hours < 12 ? hours + 12 : hours;
  const own = half === 'pm' ? later : half === 'am' && hours === 12 ? 0 : hours;
  const also: Meaning[] = [
    { kind: 'number', value: String(hours) },
    { kind: 'half-day', value: own < 12 ? 'am' : 'pm' },
  ];
  if (half === undefined && hours < 12) also.push(at(later), { kind: 'half-day', value: 'pm' });
  return { ...at(own), firm: true, also };
}

/** An hour that only a day of 24 hours has. */
const IN_24_HOURS = /^\D{0,4}(?:1[3-9]|2[0-4])/;

/** Times of day that a range joins, of which only one says the half of the day: the other is before or after it on the same day. */
export function joinClocks(text: string, quantities: readonly Quantity[]): Quantity[] {
  const isOpen = ({ kind, also }: Quantity) =>
    kind === 'clock' && also?.some((meaning) => meaning.kind === 'clock') === true;
  const isJoined = (one: Quantity | undefined, other: Quantity | undefined) =>
    one?.kind === 'clock' &&
    other?.kind === 'clock' &&
    /^\s*(?:至|到|[-–—~～]+|to|and|until)\s*$/.test(text.slice(one.end, other.start));
  return quantities.map((quantity, index) => {
    if (!isOpen(quantity)) return quantity;
    const [before, after] = [quantities[index - 1], quantities[index + 1]];
    const later = quantity.also?.find(({ kind }) => kind === 'clock')?.value ?? quantity.value;
    const settled = (value: string) => {
      const also = quantity.also?.filter(({ kind }) => kind === 'number') ?? [];
      return {
        ...quantity,
        value,
        also: [...also, { kind: 'half-day', value: value < '12:00' ? 'am' : 'pm' } as const],
      };
    };
    // 2:30–6:00 p.m.: what follows says it; “8:30–12:00 and 2:30” says less, and 6时至22时 counts the hours through.
    if (after && isJoined(quantity, after) && !isOpen(after))
      return settled(later < after.value && !IN_24_HOURS.test(after.text) ? later : quantity.value);
    if (before && isJoined(before, quantity) && !isOpen(before))
      return settled(quantity.value > before.value ? quantity.value : later);
    return quantity;
  });
}

/** What something is counted by: 每亩, per mu. Days and years go without saying (daily, a year). */
export function perReading(printed: PrintedUnit | undefined): Reading | undefined {
  if (printed === undefined || SPANS.has(printed.unit)) return undefined;
  return { kind: 'per', value: `${printed.unit} ${printed.factor}`, firm: false };
}

/** What things are counted by: 每户, per household. A pupil is a person too. */
export const perThing = (value: string): Reading => ({
  kind: 'per',
  value,
  firm: false,
  ...(value === 'pupil' ? { also: [{ kind: 'per', value: 'person' }] } : {}),
});

/** A half, a third: also as a percentage, where that comes out even; of a unit where one follows (1/15 hectare). */
export function fractionReading(part: string, over: string, unit?: PrintedUnit): Reading | undefined {
  if (part === '' || over === '') return undefined;
  const [numerator, denominator] = [Big(part), Big(over)];
  if (!(numerator.gt(0) && denominator.gt(0))) return undefined;
  const percent = numerator.times(100).div(denominator);
  const isExact = percent.times(denominator).eq(numerator.times(100));
  const also: Meaning[] = isExact ? [{ kind: 'percent', value: percent.toFixed() }] : [];
  const value = `${numerator.toFixed()}/${denominator.toFixed()}`;
  if (unit === undefined) return { kind: 'fraction', value, firm: true, also };
  const whole = `${value} ${unit.factor === '1' ? '' : `${unit.factor} `}${unit.unit}`;
  return { kind: 'fraction', value: whole, firm: true, also: [{ kind: 'fraction', value }] };
}

/** The reading of a discount: as what is taken off, and also as what is paid. */
export const discountReading = (off: Big): Reading => ({
  kind: 'discount',
  value: off.toFixed(),
  firm: true,
  also: [
    { kind: 'percent', value: off.toFixed() },
    { kind: 'percent', value: Big(100).minus(off).toFixed() },
  ],
});

/** The reading of a part of a month or year. Either language may leave it out, but not change it. */
export const partReading = (part: 1 | 2 | 3): Reading => ({ kind: 'part', value: String(part), firm: false });

/** What a span of time is without its word: four years, the four. */
export function bareSpan(unit: Unit, number: Big): Pick<Reading, 'also'> {
  return SPANS.has(unit) ? { also: [{ kind: 'number', value: number.toFixed() }] } : {};
}

/** Units of time, and times: “one day” and “two weeks” are manners of speaking too. */
export const SPANS: ReadonlySet<QuantityKind> = new Set<Unit>(['minutes', 'days', 'months', 'times']);

/** Whether a kind is one of time, or of times. */
export const isSpan = (kind: QuantityKind): boolean => SPANS.has(kind);

/** Letters of standards that official texts name. */
const STANDARDS = 'GB|GBZ|DB\\d{2}|HJ|CJ|CJJ|JG|JGJ|SL|TD|NY|LY|HY|QX|JT|JTG|ISO|IEC|WCAG|RFC';
/** A standard: GB/T 9704—2012, HJ 651-2013, WCAG 2.2. */
export const STANDARD = `\\b(?:${STANDARDS})(?:/[TZ])?[ \\u00a0]?\\d+(?:\\.\\d+)*(?:[—–-]+\\d{4})?(?![\\d.]*\\d)`;

/** The reading of a standard's number, however its dashes and spaces are written. */
export const standardReading = (text: string): Reading => ({
  kind: 'standard',
  value: text
    .toUpperCase()
    .replace(/[—–-]+/g, '-')
    .replace(/\s+/g, ''),
  firm: true,
});

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

/** The value of a Roman numeral up to 89, of letters or of the signs for them (Ⅲ); `undefined` where it is not one. */
export function romanValue(text: string): string | undefined {
  const letters = text.normalize('NFKC').toLowerCase();
  if (!/^(?:x{0,3}|xl|lx{0,3})(?:ix|iv|v?i{0,3})$/.test(letters) || letters === '') return undefined;
  const values = [...letters].map((letter) => ROMAN[letter] ?? 0);
  const total = values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
  return String(total);
}
