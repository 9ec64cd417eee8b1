import { zlibSync } from 'fflate';

const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

/** What a PDF of a test has besides one empty page: entries of its catalogue, of its page, and whole objects from number 4 on. */
export interface PdfParts {
  readonly catalogue?: string;
  readonly page?: string;
  readonly objects?: readonly string[];
  /** Entries of its trailer. */
  readonly trailer?: string;
}

/** A small PDF. Readers correct its missing table of places. */
export function pdfFile({ catalogue = '', page = '', objects = [], trailer = '' }: PdfParts = {}): Uint8Array {
  const all = [
    `<</Type/Catalog/Pages 2 0 R${catalogue}>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>${page}>>`,
    ...objects,
  ];
  const body = all.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return latin(`%PDF-1.7\n${body}trailer\n<</Root 1 0 R/Size ${all.length + 1}${trailer}>>\n%%EOF\n`);
}

/** A PDF with lines of Latin text on its page. */
export function pdfWithText(...lines: readonly string[]): Uint8Array {
  const content = lines.map((line, index) => `BT /F1 12 Tf 72 ${760 - index * 40} Td (${line}) Tj ET`).join('\n');
  return pdfFile({ page: '/Contents 4 0 R', objects: [streamObject('', latin(content))] });
}

/** A stream with its dictionary's further entries. */
export function streamObject(entries: string, bytes: Uint8Array): string {
  return `<<${entries}/Length ${bytes.length}>>\nstream\n${Buffer.from(bytes).toString('latin1')}\nendstream`;
}

/** Objects in a compressed object stream. */
export function packedObjects(text: string): string {
  return streamObject('/Type/ObjStm/N 1/First 4/Filter/FlateDecode', zlibSync(latin(`9 0 ${text}`)));
}
