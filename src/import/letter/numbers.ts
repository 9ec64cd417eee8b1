import { fold } from './fold.ts';

const SERIES = '[\\p{Script=Han}A-Za-z]{0,16}? ?';
const YEAR = '(?:19|20) ?\\d ?\\d';
const SERIAL = '[A-Za-z]{0,2} ?\\d{1,6}(?: ?- ?\\d{1,3}| ?之 ?[一二三四五六七八九十\\d])?';
/** 水函〔2024〕7号, 水函[2024]第7号, [2024] 7 号, 水函(2024)15-1号, 水函〔2024〕7, 水函〔2024〕第十二号. */
const BRACKETED = `${SERIES}[〔(《<] ?${YEAR} ?(?:年 ?)?[〕)》>] ?(?:第 ?)?${SERIAL} ?号?`;
/** 水函2024年第7号, 水函2024-7号: without brackets only after a series and with 号. */
const BARE = `(?:[\\p{Script=Han}]{1,16}?(?:字|函|建|提|复|答|发|办|议)) ?${YEAR} ?(?:年 ?|- ?)(?:第 ?)?${SERIAL} ?号`;
/** （2024）云01函12号, as courts write it: the year comes first, and the court's code has digits. */
const OF_COURT = /^(?<number>[〔(](?:19|20)\d\d[〕)]\p{Script=Han}{1,4}\d{0,4}\p{Script=Han}{1,8}\d{1,6}号)$/u;
const LABEL = '(?:(?:发文字号|发文文号|文 ?号|编 ?号|字 ?号|文件编号|公文编号) ?: ?)?';
const NUMBER = `(?<label>${LABEL})(?<open>[(〔]? ?)(?<number>${BRACKETED}|${BARE})(?<close> ?[)〕]?)`;
const WHOLE = new RegExp(`^${NUMBER}$`, 'u');
const LEADING = new RegExp(`^${NUMBER}(?=[ (〔]|$)`, 'u');
const FINAL = new RegExp(`${NUMBER}$`, 'u');

/** A stretch of a line with the document number in it. */
interface PlacedNumber {
  /** Where the number with its label and brackets begins and ends in the line. */
  readonly start: number;
  readonly end: number;
  /** The number as printed, without label, brackets around it, and the spaces of scanning or spacing. */
  readonly number: string;
}

function placed(text: string, match: RegExpExecArray | null): PlacedNumber | undefined {
  const { label = '', open = '', number = '', close = '' } = match?.groups ?? {};
  if (!match || number === '') return undefined;
  // 〔2024〕7号 begins with the bracket of its year, not with one around it.
  const hasPair = open.trim() !== '' && close.trim() !== '';
  if (!hasPair && (open.trim() !== '' || close.trim() !== '')) return undefined;
  const start = match.index + label.length + open.length;
  return {
    start: match.index,
    end: match.index + match[0].length,
    number: text.slice(start, start + number.length).trim(),
  };
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** A folded line whose Chinese digits from its first bracket on are digits for the patterns: 〔二〇二一〕第十二号. */
function shape(text: string): string {
  const folded = fold(text);
  const at = folded.search(/[〔(《<]/u);
  if (at === -1) return folded;
  return (
    folded.slice(0, at) +
    folded
      .slice(at)
      .replace(/[〇零一二三四五六七八九十百]/gu, (digit) => String(Math.max(CHINESE_DIGITS.indexOf(digit), 0)))
  );
}

/** The document number that a line consists of, or `undefined`; its place counts where the line is not spaced out. */
export function wholeNumber(text: string): PlacedNumber | undefined {
  const line = text.trim();
  // A line whose characters are spaced out is one number all the same: 水 函 〔 2024 〕 7 号.
  return [line, line.replace(/\s+/gu, '')]
    .map((form) => placed(form, WHOLE.exec(shape(form)) ?? OF_COURT.exec(shape(form))))
    .find((found) => found);
}

/** The document number that a line begins with, followed by a space or a bracket and something else, or `undefined`. */
export function leadingNumber(text: string): PlacedNumber | undefined {
  return placed(text, LEADING.exec(shape(text)));
}

/** The document number that a line ends in, in brackets or after a space, or `undefined`. */
export function finalNumber(text: string): PlacedNumber | undefined {
  const found = placed(text, FINAL.exec(shape(text)));
  if (!found || found.start === 0) return undefined;
  return /[\s(（〔【[]/u.test(text.slice(found.start - 1, found.start + 1)) ? found : undefined;
}
