/** What a quantity measures. `number` is a bare count, an ordinal, a year, or a measure in a unit both languages share. */
export type QuantityKind =
  | 'number'
  | 'percent'
  | 'fraction'
  | 'mu'
  | 'ha'
  | 'yuan'
  | 'us-dollar'
  | 'hk-dollar'
  | 'euro'
  | 'pound'
  | 'yen'
  /** `2025-05-06` */
  | 'date'
  /** `2025-05` */
  | 'year-month'
  /** `05-06` */
  | 'month-day'
  | 'month'
  | 'day'
  /** `2024/1`: year and serial of a document number. */
  | 'document'
  /** A telephone number: digits with hyphens. */
  | 'code';

/** A quantity read out of a text. */
export interface Quantity {
  readonly kind: QuantityKind;
  /** A decimal without exponent or needless zeros; for dates and numbers of documents as `QuantityKind` says. */
  readonly value: string;
  /** Half-open range of UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** As it stands in the text. */
  readonly text: string;
  /** Whether the other language has to state it too. Words such as 一 or “first” may go untranslated. */
  readonly firm: boolean;
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
    return year === undefined ? undefined : { kind: 'number', value: String(Number(year)), firm };
  if (year === undefined) {
    if (day === undefined) return { kind: 'month', value: String(Number(month)), firm };
    return { kind: 'month-day', value: `${two(month)}-${two(day)}`, firm };
  }
  if (day === undefined) return { kind: 'year-month', value: `${year}-${two(month)}`, firm };
  return { kind: 'date', value: `${year}-${two(month)}-${two(day)}`, firm };
}
