import { type DocumentNumber, parseDocumentNumber, replyId } from '../model/document-number.ts';
import { normalise } from './normalise.ts';

/** `No. 7 [2024]`, `[2024] No. 7`, `7 of 2024`: how English writes them. */
const ENGLISH = [
  /^(?:reply )?\(?(?<year>\d{4})\)? ?(?:no\.? ?|number )(?<serial>\d{1,6})$/,
  /^(?:reply )?(?:no\.? ?|number )?(?<serial>\d{1,6}) (?:of )?\(?(?<year>\d{4})\)?$/,
];
/** Numbers as texts mention them: series, year in brackets, serial, 号. */
const MENTION =
  /(?<series>\p{Script=Han}{0,12})\s?\((?<year>\d{4})\)\s?第?0*(?<serial>\d{1,6})(?:[-–—−](?<sub>\d{1,3}))?\s?号/gu;
/** A cheap test before the careful one. */
const YEAR_IN_BRACKETS = /[(〔［[【（❲〚]\s*[\d０-９]{4}/u;

/** The forms of a document number that the index holds: `2024-7` or `2024-7-1`, and with its series where one is printed. */
export function canonicalNumbers(number: DocumentNumber): string[] {
  const plain = replyId(number);
  return number.series === '' ? [plain] : [plain, `${number.series}${plain}`];
}

/** The form in which a query's number is looked up: with its series if it names one. */
export function canonicalQuery(text: string): string | undefined {
  const found = readNumber(text);
  return found === undefined ? undefined : canonicalNumbers(found).at(-1);
}

/** The serial of a number written without its year: `10号`, `第10号`, `No. 10`, `10`. */
export function serialQuery(text: string): string | undefined {
  return /^(?:第|no\.? ?|number )?0*(\d{1,6}) ?号?$/u.exec(normalise(text).text.trim())?.[1];
}

/** Whether a query names a serial in words that printed numbers do not use: `第10号`, `No. 10`. */
export function isCalledSerial(text: string): boolean {
  return /^(?:第|no\.? ?|number )0*\d{1,6} ?号?$/u.test(normalise(text).text.trim());
}

/** Reads a document number in any bracket, width, spacing or order, Chinese or English; `undefined` where there is none. */
export function readNumber(text: string): DocumentNumber | undefined {
  const plain = normalise(text).text.trim();
  const number = parseDocumentNumber(plain);
  if (number) return number;
  for (const pattern of ENGLISH) {
    const groups = pattern.exec(plain)?.groups;
    if (groups) return { series: '', year: Number(groups['year']), serial: Number(groups['serial']) };
  }
  return undefined;
}

/** A number that a text mentions, and where, in UTF-16 units of the text. */
interface Mention {
  readonly canonical: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The document numbers that a text mentions, in each form in which a reader may type them. The characters before the brackets may be more than
 * the series (根据自然资规〔2024〕1号), so every suffix of them counts as one.
 */
function mentionsIn(text: string): Mention[] {
  if (!YEAR_IN_BRACKETS.test(text)) return [];
  const { text: normal, startOf, endOf } = normalise(text);
  return Array.from(normal.matchAll(MENTION)).flatMap(({ 0: whole, index, groups }) => {
    const { series = '', year, serial, sub } = groups ?? {};
    const second = sub === undefined ? {} : { sub: Number(sub) };
    const plain = replyId({ year: Number(year), serial: Number(serial), ...second });
    return Array.from({ length: series.length + 1 }, (_, from) => ({
      canonical: series.slice(from) + plain,
      start: startOf(index + from),
      end: endOf(index + whole.length - 1),
    }));
  });
}

/** Numbers of other documents that a text mentions. */
export function mentionedNumbers(text: string): string[] {
  return [...new Set(mentionsIn(text).map(({ canonical }) => canonical))];
}

/** Where a text mentions a number, in any kind of brackets. */
export function mentionsOf(text: string, canonical: string): Omit<Mention, 'canonical'>[] {
  return mentionsIn(text).filter((mention) => mention.canonical === canonical);
}
