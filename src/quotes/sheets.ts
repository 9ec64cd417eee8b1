/** The number of a sheet as letters are printed, 7 mm below the text: between dashes, and alone but for what a viewer puts around it. */
const SHEET_NUMBER = /(^|\s)([—–―-] ?\d{1,4} ?[—–―-])(?!\S)/gu;

/**
 * A quotation copied from a printed letter without what stands between its sheets: their numbers, and `notices`, which stand at the head
 * of each. Spaces take their place, so that every word stays where it was written.
 */
export function withoutSheetEnds(written: string, notices: readonly string[]): string {
  let text = written;
  for (const notice of notices) if (notice !== '') text = text.replaceAll(notice, ' '.repeat(notice.length));
  return text.replace(SHEET_NUMBER, (_, before: string, number: string) => before + ' '.repeat(number.length));
}
