import Big from 'big.js';
import { dateReading, type Reading, STANDARD, standardReading } from './quantity.ts';

type Groups = Readonly<Record<string, string | undefined>>;

/** A match, and some of the text before and after it. */
interface Around {
  readonly match: string;
  readonly before: string;
  readonly after: string;
}

/** One form of quantity: its pattern, and what a match means; `undefined` where it means nothing. */
export interface Form {
  readonly pattern: string;
  read(groups: Groups, around: Around): Reading | undefined;
}

/** The reading of a document's number: 〔2024〕3号 is `2024/3`. */
export const documentReading = ({ year, serial }: Groups): Reading => ({
  kind: 'document',
  value: `${year}/${Number(serial)}`,
  firm: true,
});

export const phoneReading = ({ phone = '' }: Groups): Reading => ({ kind: 'code', value: phone, firm: true });

/** Letters and digits that name something: a road, a pollutant, a generation of networks. Capitals only, as they are written. */
export const DESIGNATION =
  '(?<![A-Za-z\\d])(?:[1-9][GKD](?![A-Za-z\\d])|[A-Z]{1,5}[-–]?\\d{1,5}(?:[-–]\\d{1,5}){0,4}(?:\\.\\d{1,2})?(?![A-Za-z\\d.]*[A-Za-z\\d]))';

const designation = new RegExp(`^${DESIGNATION}$`, 'u');

/** The form of a designation. What is written in small letters is none, and neither is a quarter (Q1) or a unit before its number (RMB 5). */
const DESIGNATION_FORM: Form = {
  pattern: `(?<designation>${DESIGNATION})`,
  read: ({ designation: written = '' }) => {
    if (!designation.test(written) || /^(?:[QH]\d$|(?:RMB|CNY|USD|HKD|EUR|GBP|JPY|US|HK)\d)/.test(written))
      return undefined;
    const digits = /\d+(?:\.\d+)?/.exec(written)?.[0] ?? '';
    return {
      kind: 'designation',
      value: written.replace(/[-–]/g, ''),
      firm: false,
      also: [{ kind: 'number', value: Big(digits).toFixed() }],
    };
  },
};

/** Forms that every language writes alike: standards, and days as 2024-05-06. */
export const COMMON_FORMS: readonly Form[] = [
  { pattern: `(?<standard>${STANDARD})`, read: ({ standard = '' }) => standardReading(standard) },
  {
    pattern: '(?<year>(?:19|20)\\d{2})-(?<month>\\d{2})-(?<day>\\d{2})(?!\\d)',
    read: ({ year, month, day }) => dateReading(year, month, day),
  },
  {
    // 2024.5.6, 2024/05/06
    pattern: '(?<year>(?:19|20)\\d{2})(?<stop>[./])(?<month>\\d{1,2})\\k<stop>(?<day>\\d{1,2})(?![\\d./]\\d|\\d)',
    read: ({ year, month, day }) => dateReading(year, month, day),
  },
  DESIGNATION_FORM,
];

/** A quantity that begins at a place: how many UTF-16 code units it takes, and what it means. */
interface FoundForm {
  readonly length: number;
  readonly reading: Reading;
}

/**
 * Reads the form that begins at a place of a text, the first that means something there; `undefined` where none does. A form is given
 * `reach` characters on either side of its match.
 */
export function formReader(forms: readonly Form[], reach: number): (text: string, at: number) => FoundForm | undefined {
  const compiled = forms.map(({ pattern, read }) => ({ pattern: new RegExp(pattern, 'iuy'), read }));
  return (text, at) => {
    for (const { pattern, read } of compiled) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match === null || match[0] === '') continue;
      const end = at + match[0].length;
      const reading = read(match.groups ?? {}, {
        match: match[0],
        before: text.slice(Math.max(0, at - reach), at),
        after: text.slice(end, end + reach),
      });
      if (reading !== undefined) return { length: match[0].trimEnd().length, reading };
    }
    return undefined;
  };
}
