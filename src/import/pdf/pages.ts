import type { PDFPageProxy } from 'pdfjs-dist';
import { openPdf, PDF_READER, PdfReaderMissing } from '../../attachments/pdf.ts';
import { partWords, type Word } from '../../attachments/wrapped-lines.ts';
import { type Finding, type RuleId, SiteError } from '../../errors.ts';
import { IMPORT_RULES } from '../rules.ts';
import { type Drawings, drawingsOf, type Operators } from './drawings.ts';

/** A page of a PDF: its size in points, its words, what it draws, and the signs of which its fonts do not say what they mean. */
export interface PdfPage extends Drawings {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly unreadable: number;
}

/** Most pages of a letter: a longer file is no letter. */
const MOST_PAGES = 200;
/** Control characters, private characters and the mark for an unknown one stand where a font does not say what its signs mean. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNREADABLE = /[\u0000-\u0008\u000b-\u001f\u007f\ufffd\ue000-\uf8ff]/gu;

const refused = (
  file: string,
  rule: RuleId,
  message: Finding['message'],
  hint: Finding['hint'],
  cause?: unknown,
): SiteError => new SiteError({ rule, severity: 'error', place: { file }, message, hint }, { cause });

/** The pages of a PDF. Throws a SiteError where it is broken, has a password or is too long. Meant for a process with limits. */
export async function readPdfPages(bytes: Uint8Array, file: string): Promise<PdfPage[]> {
  const { task, asksPassword, operators } = await openPdf(bytes).catch((error: unknown) => {
    if (!(error instanceof PdfReaderMissing)) throw error;
    throw refused(
      file,
      IMPORT_RULES['pdf-reader'].id,
      { zh: '读 PDF 的软件包没有安装', en: 'what reads PDFs is not installed' },
      {
        zh: `请改用 Word 文稿；要读 PDF，请维护人员安装 ${PDF_READER}（npm install --save-exact）`,
        en: `use the Word document; to read PDFs, the site's maintainer installs ${PDF_READER} (npm install --save-exact)`,
        web: {
          zh: `请改传 Word 文稿（.docx）；只有 PDF 的，请维护人员给仓库装上 ${PDF_READER}，再重新上传`,
          en: `upload the Word document (.docx) instead; where there is only a PDF, ask the site's maintainer to install ${PDF_READER}, and upload it again`,
        },
      },
      error,
    );
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MOST_PAGES) {
      throw refused(
        file,
        IMPORT_RULES['pdf-too-long'].id,
        {
          zh: `PDF 有 ${pdf.numPages} 页，超过 ${MOST_PAGES} 页`,
          en: `the PDF has ${pdf.numPages} pages, more than ${MOST_PAGES}`,
        },
        { zh: '请只留答复的那几页，再导入', en: 'keep only the pages of the letter, and import them' },
      );
    }
    const pages: PdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1)
      pages.push(await readPage(await pdf.getPage(number), operators));
    return pages;
  } catch (error) {
    if (error instanceof SiteError) throw error;
    throw asksPassword(error)
      ? refused(
          file,
          IMPORT_RULES['pdf-password'].id,
          { zh: 'PDF 设了打开密码', en: 'the PDF asks for a password' },
          { zh: '请去掉密码，另存后再导入', en: 'save it without the password and import that' },
          error,
        )
      : refused(
          file,
          IMPORT_RULES['pdf-broken'].id,
          { zh: 'PDF 已损坏，打不开', en: 'the PDF is broken' },
          { zh: '请从原稿重新导出 PDF，或改用 Word 文稿', en: 'export it again, or import the Word document' },
          error,
        );
  } finally {
    await task.destroy();
  }
}

async function readPage(page: PDFPageProxy, operators: Operators): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  let unreadable = 0;
  const words = items.flatMap((item): Word[] => {
    if (!('str' in item)) return [];
    const text = item.str.replace(UNREADABLE, '');
    unreadable += item.str.length - text.length;
    const [, , , , left = 0, baseline = 0]: readonly number[] = item.transform;
    return text.trim() === '' ? [] : [{ text, left, baseline, width: item.width, size: item.height }];
  });
  // A scan has pictures to draw and no words; a page with words may have tables.
  const drawings = words.length === 0 ? { rules: [], pictures: [] } : await drawingsOf(page, operators);
  page.cleanup();
  return { width, height, words: partWords(withoutDoubles(words)), ...drawings, unreadable };
}

/** Words once where bold type was made by writing them twice, a little apart. */
function withoutDoubles(words: readonly Word[]): Word[] {
  return words.filter(
    (word, index) =>
      !words
        .slice(Math.max(0, index - 40), index)
        .some(
          (other) =>
            other.text === word.text &&
            Math.abs(other.left - word.left) < word.size / 5 &&
            Math.abs(other.baseline - word.baseline) < word.size / 5,
        ),
  );
}
