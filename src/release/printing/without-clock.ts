/** A date as a browser writes it into a PDF's properties. */
const DATE = /\/(CreationDate|ModDate) \(D:\d{14}[+-]\d\d'\d\d'\)/g;
/** The properties stand in the first object; no letter's words reach there. */
const HEAD_BYTES = 4096;

/**
 * The same PDF with a day in place of the moment at which it was made, as long as that, so that every offset in the file holds. `day` is
 * `YYYY-MM-DD`, in Beijing. Throws where the browser wrote no such date: then its PDFs are not the same bytes from the same letter.
 */
export function withoutClock(pdf: Uint8Array, day: string): Uint8Array {
  const head = Buffer.from(pdf.subarray(0, HEAD_BYTES)).toString('latin1');
  let found = 0;
  const dated = head.replace(DATE, (_, name: string) => {
    found += 1;
    return `/${name} (D:${day.replaceAll('-', '')}000000+08'00')`;
  });
  if (found !== 2 || dated.length !== head.length)
    throw new Error('the PDF does not say where others do when it was made');
  const fixed = Buffer.from(pdf);
  fixed.write(dated, 0, 'latin1');
  return fixed;
}
