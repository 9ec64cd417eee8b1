const LAST_YEAR = 2025;
const MOST_YEARS = 12;
/** Replies a year below which no further year is begun. */
const YEAR_SIZE = 80;

/** Where a reply stands in the corpus. */
export interface Slot {
  readonly year: number;
  /** Its number within the year, from 1. */
  readonly serial: number;
}

/** The years that a corpus of `replies` covers, the last one 2025. */
export function corpusYears(replies: number): number[] {
  const count = Math.min(MOST_YEARS, Math.max(1, Math.ceil(replies / YEAR_SIZE)));
  return Array.from({ length: count }, (_, index) => LAST_YEAR - count + 1 + index);
}

/** The replies of a corpus by year and number: each year has as many as the others, to within one. */
export function* corpusSlots(replies: number): Generator<Slot> {
  const years = corpusYears(replies);
  for (const [index, year] of years.entries()) {
    const size = Math.floor(replies / years.length) + (index < replies % years.length ? 1 : 0);
    for (let serial = 1; serial <= size; serial += 1) yield { year, serial };
  }
}

/** The folder of a reply: `2025-17`. */
export const slotId = ({ year, serial }: Slot): string => `${year}-${serial}`;
