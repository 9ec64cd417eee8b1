import type { InterfaceWords } from '../language/messages/index.ts';

/** The signs between and around words. Each carries the spaces that go with it. */
interface Punctuation {
  /** Between a label and what it labels. */
  readonly colon: string;
  /** Between the names of a list. */
  readonly list: string;
  /** Between longer members of a list. */
  readonly clauses: string;
  /** Between parts of a sentence. */
  readonly comma: string;
  /** Between two sentences. */
  readonly sentences: string;
  /** Around an addition. */
  readonly brackets: readonly [open: string, close: string];
  readonly quotes: readonly [open: string, close: string];
  /** Between facts on one line. */
  readonly facts: string;
}

/** How numbers are written. Digits are always 0 to 9: what is copied and searched for reads the same everywhere. */
interface NumberFormat {
  /** Between every three digits; empty where numbers are not grouped. */
  readonly group: string;
  /** Between a number and the word of its unit. */
  readonly unitGap: string;
}

/** How days and periods are written. Years, months and days are numbers of the calendar: May is 5. */
interface DateFormat {
  year(year: number): string;
  month(year: number, month: number): string;
  day(year: number, month: number, day: number): string;
  /** What is so on a day. */
  asOf(day: string): string;
  /** What has come together until a day, from a beginning that nobody states. */
  until(day: string): string;
  between(start: string, end: string): string;
}

/**
 * A language that a site can be in. One file beside this holds all that the program has to know of it; `index.ts` lists the files.
 */
export interface Language {
  /** The language's name in itself. */
  readonly name: string;
  /** What findings call it. */
  readonly called: { readonly zh: string; readonly en: string };
  /** The language tag of its pages (BCP 47). */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** The script its texts are in, by the name that Unicode gives it. */
  readonly script: string;
  /** Families put before the site's own, where those lack the script. */
  readonly fonts?: string;
  readonly punctuation: Punctuation;
  readonly numbers: NumberFormat;
  readonly dates: DateFormat;
  /** Words printed around a letter that the program knows. */
  readonly letter: {
    /** Marks a place that is not published, in 〔〕, with or without a reason after the colon: `Not disclosed here`. */
    readonly gap: string;
    /**
     * How the lines below a letter begin: whom a copy goes to, who printed it. Without it any line is allowed there.
     */
    readonly imprint?: RegExp;
  };
  /** Whose reader of figures knows its numbers in words (`src/language/quantities`); without one, figures are not compared. */
  readonly figures?: 'chinese' | 'english';
  /** What search takes for a unit: overlapping pairs, which find every substring, or words by their stem. */
  readonly search: 'pairs' | 'stems';
  /** Where a title may be broken: between phrases of words that have no spaces, or at spaces. */
  readonly breaks: 'phrases' | 'spaces';
  /** Interface words that this file lacks are taken from this language. */
  readonly fallback: 'zh' | 'en';
  /** Its interface words by subject; or how they are made of the English. Chinese and English stand in `src/language/messages`. */
  readonly words?: Partial<InterfaceWords> | (<T>(english: T) => T);
}
