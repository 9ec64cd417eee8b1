import mammoth from 'mammoth';
import { toXml } from 'xast-util-to-xml';
import { type Change, type SourceText, visibleCharacters } from '../source.ts';
import { pack, refusal, unpack } from './archive.ts';
import { parseDocument, readBlocks } from './document.ts';
import { guardDocument } from './guard.ts';
import { numberer } from './numbering.ts';
import { BULLET, shownText, unwrap, writeNumbers } from './prepare.ts';
import { readPart } from './xml.ts';

const DOCUMENT = 'word/document.xml';

/**
 * Reads a Word document: refuses what a reply cannot carry, writes its automatic numbers as text, and lists its images,
 * headers and footers. Throws a SiteError with every reason for a refusal.
 */
export async function readDocx(bytes: Uint8Array, file: string): Promise<SourceText> {
  const parts = unpack(bytes, file);
  const part = (name: string) => readPart(parts, name, file);
  const document = part(DOCUMENT);
  if (document === undefined) {
    throw refusal(
      'docx-broken',
      file,
      { zh: '文件不是 Word 文稿', en: 'the file is not a Word document' },
      {
        zh: '请用 Word 或 WPS 打开它，另存为 .docx，再导入',
        en: 'open it in Word or WPS, save it as .docx and import that',
      },
    );
  }
  const styles = part('word/styles.xml');
  guardDocument({ document, styles, comments: part('word/comments.xml') }, file);
  unwrap(document);
  const numbers = writeNumbers(document, numberer(part('word/numbering.xml'), styles), file);
  const margins = Object.keys(parts)
    .filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
    .sort()
    .map((name) => shownText(part(name)).trim());
  const marginChanges = margins
    .filter((text) => visibleCharacters(text) !== '')
    .map((text): Change => ({ kind: 'margin-text', line: 1, text, removed: visibleCharacters(text), added: '' }));
  const prepared = { ...parts, [DOCUMENT]: new TextEncoder().encode(toXml(document)) };
  const { blocks, changes } = await readWithMammoth(pack(prepared), file);
  const shown = shownText(document).replaceAll(BULLET, '').replaceAll('\u00AD', '');
  return {
    format: 'docx',
    breaks: 'none',
    blocks,
    changes: [...numbers, ...changes, ...marginChanges],
    characters: visibleCharacters(shown + margins.join('')),
  };
}

async function readWithMammoth(bytes: Uint8Array, file: string): Promise<ReturnType<typeof readBlocks>> {
  let document: unknown;
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        transformDocument: (read: unknown) => {
          document = read;
          return { type: 'document', children: [], notes: { resolve: () => null }, comments: [] };
        },
      },
    );
  } catch (error) {
    throw refusal(
      'docx-broken',
      file,
      { zh: '文稿的结构有误，读不出来', en: 'the document cannot be read' },
      {
        zh: '请用 Word 或 WPS 打开它，另存为 .docx，再导入',
        en: 'open it in Word or WPS, save it as .docx and import that',
      },
      error,
    );
  }
  return readBlocks(parseDocument(document), file);
}
