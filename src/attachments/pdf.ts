import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { type OpenedPdf, openPdf, PdfReaderMissing } from './pdf-document.ts';
import { readPdfObjects } from './pdf-objects.ts';
import type { AttachmentReading, Carried, Passage } from './reading.ts';
import { partWords, type Word, wrappedLines } from './wrapped-lines.ts';

/** More pages than these are not read: the rest of such a file is neither checked nor found. */
export const MOST_PAGES = 2000;

/** Reads a PDF with pdf.js: the words of each page, its properties, and what it carries besides. */
export async function readPdf(bytes: Uint8Array): Promise<AttachmentReading> {
  const objects = readPdfObjects(bytes);
  let opened: OpenedPdf;
  try {
    opened = await openPdf(bytes);
  } catch (error) {
    if (!(error instanceof PdfReaderMissing)) throw error;
    return { unreadable: 'reader', properties: objects.strings, carries: objects.carries };
  }
  const { task, asksPassword } = opened;
  try {
    const { passages, properties, author, carries } = await readDocument(await task.promise);
    return {
      passages,
      properties: [...properties, objects.strings].join('\n'),
      author,
      carries: [...new Set([...carries, ...objects.carries])],
    };
  } catch (error) {
    return {
      unreadable: asksPassword(error) ? 'password' : 'broken',
      properties: objects.strings,
      carries: objects.carries,
    };
  } finally {
    await task.destroy();
  }
}

async function readDocument(pdf: PDFDocumentProxy) {
  const { info, metadata } = await pdf.getMetadata();
  const passages: Passage[] = [];
  const carries: Carried[] = [];
  // Beside the names in its objects, since pdf.js also reads documents that are encrypted without a password.
  if ((await pdf.getJSActions()) !== null) carries.push('script');
  if ((await pdf.getAttachments()) !== null) carries.push('files');
  for (let number = 1; number <= Math.min(pdf.numPages, MOST_PAGES); number += 1) {
    const page = await pdf.getPage(number);
    if (await hasScript(page)) carries.push('script');
    passages.push(...wrappedLines(await wordsOf(page)).map((text) => ({ page: number, text })));
    page.cleanup();
  }
  const properties = [...Object.values(info), metadata?.getRaw()].filter((value) => typeof value === 'string');
  const author = 'Author' in info && typeof info.Author === 'string' ? info.Author.trim() : '';
  return { passages, properties, author, carries };
}

/** Control characters, which stand where a font does not say what its signs mean. */
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

async function hasScript(page: PDFPageProxy): Promise<boolean> {
  if ((await page.getJSActions()) !== null) return true;
  const annotations: readonly { readonly actions?: object | null }[] = await page.getAnnotations();
  return annotations.some(({ actions }) => Object.keys(actions ?? {}).length > 0);
}
