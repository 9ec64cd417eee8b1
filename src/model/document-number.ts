/** A document number taken apart: `水函〔2024〕7号`, `[2024] 7`, `2024-7`, `建字〔2024〕15-1号` … */
export interface DocumentNumber {
  /** The issuer's series (发文机关代字), empty where none is printed. */
  readonly series: string;
  readonly year: number;
  readonly serial: number;
  /** The 1 of 15-1 and 15号之一; absent where the serial has no second part. */
  readonly sub?: number;
}

const SERIES = '[\\p{Script=Han}A-Za-z]*?';
/** A year with its brackets, once widths are folded. */
const YEAR = '(?:[\\[〔【({〈《<「]?(?<bracketed>\\d{4})年?[\\]〕】)}〉》>」]|(?<year>\\d{4})年)';
/** A second part needs the brackets of the year or its 年: 2024-5-6 is a day. */
const SERIAL =
  '第?0*(?<serial>\\d{1,6})(?:[-–—‐−之](?<sub>[\\d一二三四五六七八九]{1,3}))?(?:[号號](?:之(?<after>[\\d一二三四五六七八九]{1,3}))?)?';

/** 临水函〔2024〕15-1号, 临水函2024年第15号; the series may also follow the year: (2024)临水函第15号. */
const PRINTED = new RegExp(`^(?<series>${SERIES})第?${YEAR}(?<late>${SERIES})${SERIAL}$`, 'u');
/** `2024-7`, `2024 7号`, `水函2024-7`: as addresses and queries write it. */
const PLAIN = /^(?<series>\p{Script=Han}*) ?(?<year>\d{4})(?: ?- ?| )第? ?0*(?<serial>\d{1,6}) ?号?$/u;

/** 1 of `1` and of `一`. */
const small = (text: string): number => {
  const place = '一二三四五六七八九'.indexOf(text);
  return place === -1 ? Number(text) : place + 1;
};

/** A year or serial in Chinese digits: 〔二〇二一〕, 第十二号. */
const CHINESE =
  /([[〔【({〈《<「\]〕】)}〉》>」第年])([〇○零一二三四五六七八九十百]{1,7})(?=年?[\]〕】)}〉》>」]|[号號]|$)/gu;

/** What English has before a serial: [2025] No. 3. */
const ENGLISH = /(\d[\])] ?)No\.? ?(?=\d)/i;

/** The digits of a number below 1000 in Chinese, or of one written digit by digit. */
function inDigits(chinese: string): string {
  if (!/[十百]/u.test(chinese))
    return Array.from(chinese, (digit) => Math.max('〇一二三四五六七八九'.indexOf(digit), 0)).join('');
  let [total, pending] = [0, 0];
  for (const character of chinese) {
    const unit = character === '十' ? 10 : character === '百' ? 100 : 0;
    if (unit > 0) total += (pending || 1) * unit;
    pending = unit > 0 ? 0 : Math.max('〇一二三四五六七八九'.indexOf(character), 0);
  }
  return String(total + pending);
}

/** Reads a document number in any of the usual brackets, widths, digits and spacings, or gives `undefined`. */
export function parseDocumentNumber(text: string): DocumentNumber | undefined {
  const folded = text
    .normalize('NFKC')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(CHINESE, (_, before: string, digits: string) => before + inDigits(digits))
    .replace(ENGLISH, '$1');
  const groups = (PRINTED.exec(folded.replaceAll(' ', '')) ?? PLAIN.exec(folded))?.groups;
  if (groups === undefined) return undefined;
  const { series = '', late = '', bracketed, year, serial, sub, after } = groups;
  // Words between a year and a number are a series only in a number that is whole: 2024年完成15 is none.
  if (late !== '' && (bracketed === undefined || !/[号號]/.test(folded))) return undefined;
  const second = sub ?? after;
  return {
    series: series.replace(/第$/, '') + late,
    year: Number(bracketed ?? year),
    serial: Number(serial),
    ...(second === undefined ? {} : { sub: small(second) }),
  };
}

/** Year and serial in ASCII, as folders end: `2024-7`, `2024-15-1`. */
export function replyId({ year, serial, sub }: Pick<DocumentNumber, 'year' | 'serial' | 'sub'>): string {
  return sub === undefined ? `${year}-${serial}` : `${year}-${serial}-${sub}`;
}
