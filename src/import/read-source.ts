import { extname } from 'node:path';
import { type Finding, SiteError } from '../errors.ts';
import { decodeText } from './decode.ts';
import { readDocx } from './docx/index.ts';
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

/** What to save a format as that cannot be imported. */
const OTHER_FORMATS: Readonly<Record<string, Finding['hint']>> = {
  '.doc': WORD,
  '.wps': WORD,
  '.wpt': WORD,
  '.rtf': WORD,
  '.odt': WORD,
  '.docm': WORD,
  '.dot': WORD,
  '.pdf': OCR,
  '.ofd': OCR,
  '.jpg': OCR,
  '.jpeg': OCR,
  '.png': OCR,
  '.tif': OCR,
  '.tiff': OCR,
};

function refused(file: string, message: Finding['message'], hint: Finding['hint']): SiteError {
  return new SiteError({ rule: 'import-format', severity: 'error', place: { file }, message, hint });
}

/** Reads a source of any format that can be imported. `file` is its name, for findings. Throws a SiteError where it cannot be. */
export async function readSource(bytes: Uint8Array, file: string): Promise<SourceText> {
  const extension = extname(file).toLowerCase();
  if (extension === '.docx') {
    if (OLE.every((byte, index) => bytes[index] === byte)) {
      const message = {
        zh: '文件其实是旧版 .doc，或设了密码',
        en: 'the file is really an old .doc, or has a password',
      };
      throw refused(file, message, WORD);
    }
    return readDocx(bytes, file);
  }
  if (extension !== '.md' && extension !== '.markdown' && extension !== '.txt') {
    throw refused(
      file,
      {
        zh: `不能导入 ${extension || '没有扩展名的'} 文件`,
        en: `${extension || 'a file without an ending'} cannot be imported`,
      },
      OTHER_FORMATS[extension] ?? {
        zh: '能导入的格式：.docx、.md、.txt；请另存为其中一种',
        en: 'save it as .docx, .md or .txt',
      },
    );
  }
  const decoded = decodeText(bytes, file);
  const read = extension === '.txt' ? readPlainText(decoded.text) : readMarkdown(decoded.text, file);
  return {
    ...read,
    changes: [...decoded.changes, ...read.changes],
    characters: read.characters + visibleCharacters(decoded.changes.map(({ removed }) => removed).join('')),
  };
}
