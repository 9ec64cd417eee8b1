import { fileURLToPath } from 'node:url';
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { AttachmentReading, Carried, Passage } from './index.ts';
import { readPdfObjects } from './pdf-objects.ts';
import { readImageMetadata, xmpAuthors } from './pictures.ts';
import { partWords, type Word, wrappedLines } from './wrapped-lines.ts';

/** Where pdf.js finds the tables that Chinese fonts without a character map of their own need. */
const characterMaps = () =>
  fileURLToPath(new URL('../../cmaps/', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')));

/** A PDF that pdf.js opens, and whether an error says that it asks for a password. Whoever opens it destroys the task. */
interface OpenedPdf {
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

/** More pages than these are not read: the rest of such a file is neither checked nor found. */
const MOST_PAGES = 2000;

/** Reads a PDF with pdf.js: the words of each page, its properties, and what it carries besides. */
export async function readPdf(bytes: Uint8Array): Promise<AttachmentReading> {
  const objects = readPdfObjects(bytes);
  const pictures = objects.pictures.map(readImageMetadata);
  const known = {
    carries: objects.carries,
    hasLocation: pictures.some((picture) => picture.hasLocation),
    properties: [objects.strings, ...pictures.map(({ text }) => text)].join('\n'),
  };
  let opened: OpenedPdf;
  try {
    opened = await openPdf(bytes);
  } catch (error) {
    if (!(error instanceof PdfReaderMissing)) throw error;
    return { unreadable: 'reader', ...known };
  }
  const { task, asksPassword } = opened;
  try {
    const { passages, properties, author, carries } = await readDocument(await task.promise);
    return {
      passages,
      properties: [...properties, known.properties].join('\n'),
      author: [...new Set([author, ...xmpAuthors(objects.strings), ...pictures.flatMap(({ authors }) => authors)])]
        .filter((name) => name !== '')
        .join('、'),
      hasLocation: known.hasLocation,
      carries: [...new Set([...carries, ...objects.carries])],
    };
  } catch (error) {
    return { unreadable: asksPassword(error) ? 'password' : 'broken', ...known };
  } finally {
    await task.destroy();
  }
}

async function readDocument(pdf: PDFDocumentProxy) {
  const { info, metadata } = await pdf.getMetadata();
  const passages: Passage[] = [];
  const written: string[] = [];
  const carries: Carried[] = [];
  // Beside the names in its objects, since pdf.js also reads documents that are encrypted without a password.
  if ((await pdf.getJSActions()) !== null) carries.push('script');
  if ((await pdf.getAttachments()) !== null) carries.push('files');
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number += 1) {
    const page = await pdf.getPage(number);
    const notes = await notesOf(page);
    if (notes.hasScript) carries.push('script');
    written.push(...notes.words);
    passages.push(...wrappedLines(await wordsOf(page)).map((text) => ({ page: number, text })));
    page.cleanup();
  }
  const properties = [...Object.values(info), metadata?.getRaw(), ...written].filter(
    (value) => typeof value === 'string',
  );
  const author = 'Author' in info && typeof info.Author === 'string' ? info.Author.trim() : '';
  return { passages, properties, author, carries };
}

/** Control characters, which pdf.js gives where a font does not say what its glyphs mean. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNREADABLE = /[\u0000-\u001f\u007f\ufffd]/g;

/** The words of a page that are not blank. */
async function wordsOf(page: PDFPageProxy): Promise<Word[]> {
  const { items } = await page.getTextContent();
  const words = items.flatMap((item): Word[] => {
    if (!('str' in item)) return [];
    const text = item.str.replace(UNREADABLE, '');
    const [, , , , left = 0, baseline = 0]: readonly number[] = item.transform;
    return text.trim() === '' ? [] : [{ text, left, baseline, width: item.width, size: item.height }];
  });
  return partWords(words);
}

/** A note, a comment or a field of a form on a page, as pdf.js gives it. */
interface Annotation {
  readonly actions?: object | null;
  readonly contentsObj?: { readonly str?: string };
  readonly titleObj?: { readonly str?: string };
  readonly fieldValue?: unknown;
}

/** What is on a page besides its text: whether it runs a program, and what its notes and fields say. */
async function notesOf(page: PDFPageProxy): Promise<{ readonly hasScript: boolean; readonly words: string[] }> {
  const annotations: readonly Annotation[] = await page.getAnnotations();
  const hasActions = annotations.some(({ actions }) => Object.keys(actions ?? {}).length > 0);
  return {
    hasScript: hasActions || (await page.getJSActions()) !== null,
    words: annotations.flatMap(({ contentsObj, titleObj, fieldValue }) =>
      [contentsObj?.str, titleObj?.str, fieldValue].filter(
        (words): words is string => typeof words === 'string' && words !== '',
      ),
    ),
  };
}
