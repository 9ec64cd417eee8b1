/** A document number taken apart: `水函〔2024〕7号`, `[2024] 7`, `2024-7` … */
export interface DocumentNumber {
  /** The issuer's series (发文机关代字), empty where none is printed. */
  readonly series: string;
  readonly year: number;
  readonly serial: number;
}

const OPENING = '[〔［【（(';
const CLOSING = ']〕］】）)';
const NUMBER = new RegExp(
  `^(\\p{Script=Han}*)\\s*[${OPENING.replace('[', '\\[')}]?\\s*(\\d{4})\\s*(?:[${CLOSING.replace(']', '\\]')}]|年|-|\\s)\\s*第?\\s*0*(\\d{1,6})\\s*号?$`,
  'u',
);

/** Reads a document number in any of the usual brackets, widths and spacings, or gives `undefined`. */
export function parseDocumentNumber(text: string): DocumentNumber | undefined {
  const match = NUMBER.exec(text.normalize('NFKC').trim());
  if (!match) return undefined;
  const [, series = '', year, serial] = match;
  return { series, year: Number(year), serial: Number(serial) };
}

/** The folder a reply lives in, and its identity within its issuer: `2024-7`. Series other than ASCII are not part of it. */
export function replyId({ year, serial }: DocumentNumber): string {
  return `${year}-${serial}`;
}
