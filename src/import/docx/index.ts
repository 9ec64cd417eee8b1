import { posix } from 'node:path';
import mammoth from 'mammoth';
import type { Root } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { readMasthead } from '../letter/bodies.ts';
import { IMPORT_RULES } from '../rules.ts';
import { type Change, type SourceBlock, type SourceText, visibleCharacters } from '../source.ts';
import { PAGE_NUMBER } from '../text-source.ts';
import { pack, refusal, twoDocuments, unpack } from './archive.ts';
import { hasMergedCells, liftCaptions, spreadMergedCells } from './cells.ts';
import { writeRaised, writeSymbols } from './characters.ts';
import { parseDocument, readBlocks } from './document.ts';
import { guardDocument } from './guard.ts';
import { numberer } from './numbering.ts';
import { BULLET, shownText, unwrap, writeNumbers } from './prepare.ts';
import { chooseAlternatives, liftTextBoxes, markPictures, type Pictures, takePictures } from './shapes.ts';
import { attribute, elementsNamed, readPart } from './xml.ts';

/** What the user decides about how a Word document is read. */
interface DocxOptions {
  /** Whether tables with merged cells are read, their text repeated in each, or refused. */
  readonly mergedCells?: 'spread' | 'refuse' | undefined;
}

const SAVE_AGAIN = {
  zh: '请用 Word 或 WPS 打开它，另存为 .docx，再导入',
  en: 'open it in Word or WPS, save it as .docx and import that',
};

type Parts = Readonly<Record<string, Uint8Array>>;

/** What a part's relationships lead to, by their ids: the type, and the name of the part; nothing outside the document. */
function relationships(
  parts: Parts,
  part: string,
  file: string,
): Map<string, { readonly type: string; readonly target: string }> {
  const folder = posix.dirname(part);
  const name = `${folder === '.' ? '' : `${folder}/`}_rels/${part === '' ? '' : posix.basename(part)}.rels`;
  const found = new Map<string, { type: string; target: string }>();
  for (const element of elementsNamed(readPart(parts, part === '' ? '_rels/.rels' : name, file), 'Relationship')) {
    if (attribute(element, 'TargetMode') === 'External') continue;
    const target = attribute(element, 'Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : posix.join(folder === '.' ? '' : folder, target);
    found.set(attribute(element, 'Id') ?? '', {
      type: attribute(element, 'Type')?.split('/').at(-1) ?? '',
      target: path,
    });
  }
  return found;
}

/** The name of the part that holds a document's text. Throws a SiteError where an archive names none, or several. */
function mainPart(parts: Parts, file: string): string {
  const named = [...relationships(parts, '', file).values()].filter(({ type }) => type === 'officeDocument');
  const [main] =
    named.length === 0 && parts['word/document.xml'] !== undefined ? [{ target: 'word/document.xml' }] : named;
  if (main === undefined || parts[main.target] === undefined) {
    throw refusal(
      IMPORT_RULES['docx-broken'].id,
      file,
      { zh: '文件不是 Word 文稿', en: 'the file is not a Word document' },
      SAVE_AGAIN,
    );
  }
  if (new Set(named.map(({ target }) => target)).size > 1) throw twoDocuments(file);
  return main.target;
}

/**
 * Reads a Word document: refuses what a reply cannot carry, writes its automatic numbers, raised text and symbols as text, spreads
 * merged cells, lifts the text of text boxes, and lists that, its headers and footers. Pictures come apart, with their places.
 * Throws a SiteError with every reason for a refusal.
 */
export async function readDocx(
  bytes: Uint8Array,
  file: string,
  { mergedCells = 'spread' }: DocxOptions = {},
): Promise<SourceText> {
  const parts = unpack(bytes, file);
  const main = mainPart(parts, file);
  const related = relationships(parts, main, file);
  const typed = (type: string) => [...related.values()].find((one) => one.type === type)?.target ?? `word/${type}.xml`;
  const part = (name: string) => readPart(parts, name, file);
  const document = part(main) as Root;
  const styles = part(typed('styles'));
  chooseAlternatives(document);
  const symbols = writeSymbols(document);
  guardDocument({ document, styles, comments: part(typed('comments')) }, file);
  unwrap(document);
  const boxes = liftTextBoxes(document);
  const pictures = markPictures(document, (id) => {
    const name = related.get(id)?.target ?? '';
    const own = parts[name];
    return own === undefined ? undefined : { name, bytes: own };
  });
  const numbers = writeNumbers(document, numberer(part(typed('numbering')), styles), file);
  const raised = writeRaised(document);
  if (mergedCells === 'refuse' && hasMergedCells(document)) throw cellsRefused(file);
  const captions = liftCaptions(document);
  const merged = spreadMergedCells(document);
  const margins = Object.keys(parts)
    .filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
    .sort()
    .map((name) => shownText(part(name)).trim());
  const headAt = margins.findIndex((text) => readMasthead(text, [])?.bare === false);
  const head = margins[headAt];
  const prepared = { ...parts, [main]: new TextEncoder().encode(toXml(document)) };
  const { blocks, changes, pictures: places } = await readWithMammoth(pack(prepared), file);
  const shown = takePictures(shownText(document).replaceAll(BULLET, '').replaceAll('\u00AD', '')).text;
  const placed = placePictures(pictures, places);
  return {
    format: 'docx',
    breaks: 'none',
    blocks: head === undefined ? blocks : [letterhead(head), ...blocks],
    changes: [
      ...numbers,
      ...symbols,
      ...raised,
      ...boxes,
      ...captions,
      ...merged,
      ...changes,
      ...placed.changes,
      ...margins.flatMap((text, index) =>
        index === headAt ? [{ kind: 'page-head' as const, line: 1, text, removed: '', added: '' }] : marginChange(text),
      ),
    ],
    characters: visibleCharacters(shown + margins.join('')),
    files: placed.files,
  };
}

/** The letterhead that a page header holds, as the first line of the letter. */
const letterhead = (text: string): SourceBlock => ({
  kind: 'paragraph',
  text,
  line: 1,
  heading: undefined,
  bullet: false,
  align: 'center',
});

/** What a header or footer says, listed: a page number as such. */
function marginChange(text: string): Change[] {
  const removed = visibleCharacters(text);
  if (removed === '') return [];
  const isNumber = PAGE_NUMBER.test(text) || /^[-—－–─\d第页共/\s]*$/u.test(text);
  return [{ kind: isNumber ? 'page-number' : 'margin-text', line: 1, text, removed, added: '' }];
}

/** The pictures of a document with where they stood. */
function placePictures(
  { files, lost }: Pictures,
  places: readonly { readonly number: number; readonly line: number; readonly after: string }[],
): { readonly files: NonNullable<SourceText['files']>; readonly changes: Change[] } {
  const kept: NonNullable<SourceText['files']>[number][] = [];
  const changes: Change[] = [];
  for (const { number, line, after } of places) {
    const name = lost.get(number);
    const file =
      name === undefined ? files[number - 1 - [...lost.keys()].filter((other) => other < number).length] : undefined;
    if (file) kept.push({ ...file, line, after });
    else changes.push({ kind: 'image', line, text: name ?? '', removed: '', added: '' });
  }
  return { files: kept, changes };
}

function cellsRefused(file: string): Error {
  return refusal(
    IMPORT_RULES['docx-table'].id,
    file,
    { zh: '表格有合并的单元格', en: 'a table has merged cells' },
    { zh: '请拆分单元格，每格填上内容，再导入', en: 'split the cells, fill each of them, and import again' },
  );
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
      IMPORT_RULES['docx-broken'].id,
      file,
      { zh: '文稿的结构有误，读不出来', en: 'the document cannot be read' },
      SAVE_AGAIN,
      error,
    );
  }
  return readBlocks(parseDocument(document), file);
}
