import { fileURLToPath } from 'node:url';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist';

/** Where pdf.js finds the tables that Chinese fonts without a character map of their own need. */
const characterMaps = () =>
  fileURLToPath(new URL('../../cmaps/', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')));

/** A PDF that pdf.js opens, and whether an error says that it asks for a password. Whoever opens it destroys the task. */
export interface OpenedPdf {
  readonly task: PDFDocumentLoadingTask;
  readonly asksPassword: (error: unknown) => boolean;
  /** The numbers by which pdf.js names what a page does. */
  readonly operators: Readonly<Record<string, number>>;
}

/** What reads PDFs, as npm installs it: package.json names the same. It is 75 MB, and installed only where there are PDFs. */
export const PDF_READER = 'pdfjs-dist@6.5.438';

/** Thrown where it is not installed. */
export class PdfReaderMissing extends Error {
  override name = 'PdfReaderMissing';
}

async function loadReader() {
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')
      throw new PdfReaderMissing(PDF_READER, { cause: error });
    throw error;
  }
}

/** Opens a PDF for its words only: no fonts, no forms of XFA. pdf.js is loaded only where there is a PDF. Throws a PdfReaderMissing. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const { getDocument, OPS, PasswordException, VerbosityLevel } = await loadReader();
  const task = getDocument({
    // pdf.js takes the bytes that it is given for its own.
    data: new Uint8Array(bytes),
    cMapUrl: characterMaps(),
    cMapPacked: true,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  return { task, operators: OPS, asksPassword: (error) => error instanceof PasswordException };
}
