import { extname } from 'node:path';
import { type Finding, SiteError } from '../errors.ts';
import { clean, type Decoded, decodePage, decodeText, type Encoding } from './decode.ts';
import { readDocx } from './docx/index.ts';
import { readHtml } from './html/index.ts';
import { archivedPage } from './html/web-archive.ts';
import { readPdf } from './pdf/index.ts';
import type { PdfPage } from './pdf/pages.ts';
import { IMPORT_RULES } from './rules.ts';
import { type SourceText, visibleCharacters } from './source.ts';
import { readMarkdown, readPlainText } from './text-source.ts';

/** The first bytes of OLE files: .doc, .wps, and .docx under a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

const WORD = {
  zh: '请用 Word 或 WPS 打开，另存为 .docx，再导入',
  en: 'open it in Word or WPS, save it as .docx and import that',
};
const OCR = {
  zh: '请用识别软件转成 Markdown（.md）或文本（.txt），对照原件校对后再导入',
  en: 'turn it into Markdown (.md) or text (.txt) by character recognition, check that against the original, and import it',
};
const PAGE = {
  zh: '请在浏览器里打开，“另存为”时选“网页，仅 HTML”，再导入',
  en: 'open it in a browser, save it as "web page, HTML only" and import that',
};

/** What to save a format as that cannot be imported. */
const OTHER_FORMATS: Readonly<Record<string, Finding['hint']>> = {
  '.doc': WORD,
  '.wps': WORD,
  '.wpt': WORD,
  '.rtf': WORD,
  '.odt': WORD,
  '.docm': WORD,
  '.dot': WORD,
  '.webarchive': PAGE,
  '.maff': PAGE,
  '.pdf': OCR,
  '.ofd': OCR,
  '.jpg': OCR,
  '.jpeg': OCR,
  '.png': OCR,
  '.tif': OCR,
  '.tiff': OCR,
};

function refused(file: string, message: Finding['message'], hint: Finding['hint']): SiteError {
  return new SiteError({ rule: IMPORT_RULES['import-format'].id, severity: 'error', place: { file }, message, hint });
}

/** What programs of their own read, under limits of time and memory: the pages of a PDF, and old formats of word processors. */
export interface OutsideReaders {
  readonly pdfPages: (bytes: Uint8Array, file: string) => Promise<readonly PdfPage[]>;
  /** The .docx that an office program makes of a file. */
  readonly toDocx: (bytes: Uint8Array, file: string) => Promise<Uint8Array>;
}

/** What the user decides about how a source is read. */
export interface ReadingOptions {
  /** How to read text that is not UTF-8. */
  readonly encoding?: Encoding | undefined;
  /** Whether merged cells are spread, their text repeated in each, or a table that has them refused. */
  readonly mergedCells?: 'spread' | 'refuse' | undefined;
  readonly outside?: OutsideReaders | undefined;
}

/** Reads a source of any format that can be imported. `file` is its name, for findings. Throws a SiteError where it cannot be. */
export async function readSource(
  bytes: Uint8Array,
  file: string,
  { encoding, mergedCells, outside }: ReadingOptions = {},
): Promise<SourceText> {
  const extension = extname(file).toLowerCase();
  switch (extension) {
    case '.docx':
      if (OLE.every((byte, index) => bytes[index] === byte)) {
        if (outside !== undefined) return readOld(bytes, file, outside, mergedCells);
        const message = {
          zh: '文件其实是旧版 .doc，或设了密码',
          en: 'the file is really an old .doc, or has a password',
        };
        throw refused(file, message, WORD);
      }
      return readDocx(bytes, file, { mergedCells });
    case '.doc':
    case '.wps':
    case '.rtf':
    case '.odt':
      if (outside === undefined) break;
      return readOld(bytes, file, outside, mergedCells);
    case '.pdf':
      if (outside === undefined) break;
      return readPdf(await outside.pdfPages(bytes, file), file);
    case '.txt':
      return withDecoding(decodeText(bytes, file, encoding), readPlainText);
    case '.md':
    case '.markdown':
      return withDecoding(decodeText(bytes, file, encoding), (text) => readMarkdown(text, file));
    case '.shtml':
    case '.xhtml':
    case '.html':
    case '.htm':
      return withDecoding(decodePage(bytes, file, encoding), (text) => readHtml(text, file));
    case '.mht':
    case '.mhtml': {
      const { html, url } = await archivedPage(bytes, file);
      const source = withDecoding(clean(html), (text) => readHtml(text, file));
      return { ...source, page: { ...source.page, url: source.page?.url ?? url } };
    }
  }
  throw refused(
    file,
    {
      zh: `不能导入 ${extension || '没有扩展名的'} 文件`,
      en: `${extension || 'a file without an ending'} cannot be imported`,
    },
    OTHER_FORMATS[extension] ?? {
      zh: '能导入的格式：.docx、.html、.pdf、.md、.txt；请另存为其中一种',
      en: 'save it as .docx, .html, .pdf, .md or .txt',
    },
  );
}

/** Reads a file of an old format by way of the .docx that an office program makes of it. */
async function readOld(
  bytes: Uint8Array,
  file: string,
  { toDocx }: OutsideReaders,
  mergedCells: ReadingOptions['mergedCells'],
): Promise<SourceText> {
  return { ...(await readDocx(await toDocx(bytes, file), file, { mergedCells })), format: 'doc' };
}

/** Reads decoded text, and accounts for what decoding took out. */
function withDecoding({ text, changes }: Decoded, read: (text: string) => SourceText): SourceText {
  const source = read(text);
  // What a page does not show is no part of it: of its unseen characters only the text's count, and are dropped with it.
  if (source.format === 'html')
    return { ...source, changes: [...changes.map((change) => ({ ...change, removed: '' })), ...source.changes] };
  return {
    ...source,
    changes: [...changes, ...source.changes],
    characters: source.characters + visibleCharacters(changes.map(({ removed }) => removed).join('')),
  };
}
