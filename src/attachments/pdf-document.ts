import { fileURLToPath } from 'node:url';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist';

/** Where pdf.js finds the tables that Chinese fonts without a character map of their own need. */
const characterMaps = () =>
  fileURLToPath(new URL('../../cmaps/', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')));

/** A PDF that pdf.js opens, and whether an error says that it asks for a password. Whoever opens it destroys the task. */
export interface OpenedPdf {
  readonly task: PDFDocumentLoadingTask;
  readonly asksPassword: (error: unknown) => boolean;
}

/** Opens a PDF for its words only: no fonts, no forms of XFA. pdf.js is loaded only where there is a PDF. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const { getDocument, PasswordException, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
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
  return { task, asksPassword: (error) => error instanceof PasswordException };
}
