/** With fewer rows of several cells beside captions, a table is left as it is. */
const FEWEST_ROWS = 2;

/** The rows of a table parted from the captions and notes above and below them, each of which is one cell across all columns. */
export function partCaptions<Row>(
  rows: readonly Row[],
  isCaption: (row: Row) => boolean,
): { readonly before: readonly Row[]; readonly rows: readonly Row[]; readonly after: readonly Row[] } {
  const first = rows.findIndex((row) => !isCaption(row));
  const last = rows.findLastIndex((row) => !isCaption(row));
  if (first === -1 || last - first + 1 < FEWEST_ROWS) return { before: [], rows, after: [] };
  return { before: rows.slice(0, first), rows: rows.slice(first, last + 1), after: rows.slice(last + 1) };
}
