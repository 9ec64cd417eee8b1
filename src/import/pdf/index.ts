import { SiteError } from '../../errors.ts';
import { endsSentence, numberLevel } from '../headings.ts';
import { labelledItems } from '../letter/labels.ts';
import { IMPORT_RULES } from '../rules.ts';
import { type Change, type SourceParagraph, type SourceTable, type SourceText, visibleCharacters } from '../source.ts';
import { tablesFromTabs } from '../tab-tables.ts';
import { partCaptions } from '../table-captions.ts';
import { PAGE_NUMBER } from '../text-source.ts';
import type { DrawnPicture } from './drawings.ts';
import { type Grid, type GridCell, gridsOf } from './grid.ts';
import { linesOf, type Margins, marginsOf, type PdfLine } from './lines.ts';
import type { PdfPage } from './pages.ts';

/** The share of a page's height at its head and foot in which running heads and page numbers stand. */
const EDGE = 0.12;
/** The share of a text's width from which on a line that begins there and ends at the margin is set to the right, and not indented. */
const FAR = 0.25;
/** Signs on a page below which it holds no text. */
const FEWEST = 10;
/** The share of signs whose meaning no font gives, from which a PDF cannot be read. */
const MOST_UNREADABLE = 0.05;

/** The share of one character among the Chinese ones of a text from which a font gives that for all it has not, and fewest Chinese ones. */
const MOST_OF_ONE = 0.4;
const FEWEST_CHINESE = 20;

/** Characters shown of the words above a picture. */
const SHOWN = 16;

/** Whether a font that has no Chinese gives one character for all of them. */
function isOneSign(signs: string): boolean {
  const chinese = signs.match(/\p{Script=Han}/gu) ?? [];
  const counts = [...Map.groupBy(chinese, (sign) => sign).values()].map(({ length }) => length);
  return chinese.length >= FEWEST_CHINESE && Math.max(...counts) > chinese.length * MOST_OF_ONE;
}

/** A line of text, a table that lines on the page make, or a picture. */
type Item = PdfLine | Grid | (DrawnPicture & { readonly page: number });

const isLine = (item: Item): item is PdfLine => 'baseline' in item;

/** The share of a page that a picture covers from which on it is the page itself, scanned, with what was recognised over it. */
const WHOLE_PAGE = 0.6;

const isScanOf = ({ left, right, bottom, top }: DrawnPicture, { width, height }: PdfPage): boolean =>
  (right - left) * (top - bottom) > width * height * WHOLE_PAGE;

/** What is on a page, from top to bottom. */
function itemsOf(page: PdfPage, number: number): Item[] {
  const grids = gridsOf(page.rules, page.words);
  const held = new Set(grids.flatMap(({ cells }) => cells.flat().flatMap(({ words }) => words)));
  const lines = linesOf({ words: page.words.filter((word) => !held.has(word)) }, number);
  const pictures = page.pictures.filter((picture) => !isScanOf(picture, page));
  const height = (item: Item): number => (isLine(item) ? item.baseline : item.top);
  return [...lines, ...grids, ...pictures.map((picture) => ({ ...picture, page: number }))].sort(
    (one, other) => height(other) - height(one),
  );
}

/**
 * The blocks of a PDF with text: page numbers and running heads taken out, lines joined to paragraphs where they reach the margin,
 * tables by the lines around their cells; pictures are listed. Throws a SiteError where it holds no text, or text that no font gives the meaning of.
 */
export function readPdf(pages: readonly PdfPage[], file: string): SourceText {
  const items = pages.flatMap((page, index) => itemsOf(page, index + 1));
  const lines = items.filter(isLine);
  const signs = visibleCharacters(pages.flatMap(({ words }) => words.map(({ text }) => text)).join(''));
  const unreadable = pages.reduce((sum, page) => sum + page.unreadable, 0);
  if (signs.length + unreadable < FEWEST) throw scanned(file);
  if (unreadable > (signs.length + unreadable) * MOST_UNREADABLE || isOneSign(signs)) throw meaningless(file);
  const changes: Change[] = [];
  const width = Math.max(...pages.map((page) => page.width));
  const running = runningLines(lines, pages);
  const around = (line: PdfLine): Change['kind'] | undefined =>
    isPageNumber(line, pages) ? 'page-number' : running.has(line) ? 'margin-text' : undefined;
  const margins = marginsOf(
    lines.filter((line) => around(line) === undefined),
    width,
  );
  const laid: Laid[] = [];
  let characters = '';
  for (const item of items) {
    if (isLine(item)) {
      characters += item.text;
      const kind = around(item);
      if (kind === undefined) addLine(laid, item, margins, width);
      // Its place is that of the paragraph that begins or goes on after it.
      else
        changes.push({
          kind,
          line: laid.length + 1,
          text: item.text,
          removed: visibleCharacters(item.text),
          added: '',
        });
      for (const text of item.raised) changes.push({ kind: 'raised', line: laid.length, text, removed: '', added: '' });
    } else if ('cells' in item) characters += addGrid(laid, item, changes);
    else changes.push(pictureChange(item.page, laid));
  }
  const { blocks, changes: tables } = tablesFromTabs(laid.map(({ block }) => block));
  const scans = pages.flatMap((page, index) =>
    page.words.length === 0 || page.pictures.some((picture) => isScanOf(picture, page)) ? [index + 1] : [],
  );
  return {
    format: 'pdf',
    breaks: 'none',
    blocks,
    changes: [
      ...changes.map((change) => ({ ...change, line: Math.min(change.line, laid.length) })),
      ...tables,
      ...scans.map((page): Change => ({ kind: 'image', line: page, text: `p. ${page}`, removed: '', added: '' })),
    ],
    characters: visibleCharacters(characters),
  };
}

/** Says that a picture was not taken over: its page, and the words above it. */
function pictureChange(page: number, laid: readonly Laid[]): Change {
  const above = laid.findLast(({ block }) => block.kind === 'paragraph')?.block;
  const words = above?.kind === 'paragraph' ? above.text.slice(-SHOWN) : '';
  return { kind: 'image', line: Math.max(1, laid.length), text: `p. ${page} ← …${words}`, removed: '', added: '' };
}

const atEdge = ({ baseline, page }: PdfLine, pages: readonly PdfPage[]): boolean => {
  const height = pages[page - 1]?.height ?? 0;
  return baseline < height * EDGE || baseline > height * (1 - EDGE);
};

const isPageNumber = (line: PdfLine, pages: readonly PdfPage[]): boolean =>
  atEdge(line, pages) && (PAGE_NUMBER.test(line.text) || /^\d{1,3}$/u.test(line.text));

/** Lines at the edge of pages that most pages have, their numbers aside. */
function runningLines(lines: readonly PdfLine[], pages: readonly PdfPage[]): ReadonlySet<PdfLine> {
  const edges = lines.filter((line) => atEdge(line, pages));
  const shape = ({ text }: PdfLine) => text.replace(/\d+/gu, '#').replace(/\s+/gu, '');
  const pagesOf = new Map<string, Set<number>>();
  for (const line of edges) pagesOf.set(shape(line), (pagesOf.get(shape(line)) ?? new Set()).add(line.page));
  return new Set(edges.filter((line) => (pagesOf.get(shape(line))?.size ?? 0) >= Math.max(2, pages.length * 0.6)));
}

/** A block with the last line of it, where it is a paragraph. */
type Laid =
  | { readonly block: SourceParagraph; readonly last: PdfLine | undefined }
  | { readonly block: SourceTable; readonly last: undefined };

/** Adds a line: to the paragraph before it where that goes on (it reaches the margin, and the line is not indented), else as a new one. */
function addLine(laid: Laid[], line: PdfLine, margins: Margins, width: number): void {
  const before = laid.at(-1);
  const align = alignOf(line, margins, width);
  if (
    before?.block.kind === 'paragraph' &&
    before.last !== undefined &&
    goesOn(before.last, line, before.block, align, margins)
  ) {
    const block = { ...before.block, text: joined(before.block.text, line.text) };
    laid[laid.length - 1] = { block, last: line };
    return;
  }
  const indent = line.left > margins.left + line.size;
  laid.push({
    block: {
      kind: 'paragraph',
      text: line.text,
      line: laid.length + 1,
      heading: undefined,
      bullet: false,
      align,
      indent,
    },
    last: line,
  });
}

const textOfCell = ({ words }: GridCell): string =>
  linesOf({ words }, 0).reduce((text, line) => joined(text, line.text.replaceAll('\t', ' ')), '');

/** Whether a row is one cell that runs across the table: a caption, a unit or a note. */
const isCaption = ([first, ...others]: readonly GridCell[]): boolean =>
  first !== undefined &&
  !first.isCovered &&
  others.length > 0 &&
  others.every(({ isCovered, words }) => isCovered && words === first.words) &&
  textOfCell(first) !== '';

/** Adds a table; rows of one cell at its beginning and end are paragraphs before and after it. Gives the characters of its cells. */
function addGrid(laid: Laid[], grid: Grid, changes: Change[]): string {
  const { before, rows, after } = partCaptions(grid.cells, isCaption);
  const caption = ([cell]: readonly GridCell[]): string => {
    const text = cell === undefined ? '' : textOfCell(cell);
    const line = laid.length + 1;
    changes.push({ kind: 'table-caption', line, text, removed: '', added: '' });
    laid.push({ block: { kind: 'paragraph', text, line, heading: undefined, bullet: false }, last: undefined });
    return text;
  };
  return [...before.map(caption), addTable(laid, { ...grid, cells: rows }, changes), ...after.map(caption)].join('');
}

/**
 * Adds a table, as one with the table before it where only the end of a page parts them, and lists what was spread or repeated. Gives the
 * characters of its cells, as often as they are in the text.
 */
function addTable(laid: Laid[], { cells }: Grid, changes: Change[]): string {
  let rows = cells.map((row) => row.map(textOfCell));
  const texts = rows.flat();
  const covered = cells.flat().map(({ isCovered }) => isCovered);
  const before = laid.at(-1)?.block;
  const isNext = before?.kind === 'table' && before.rows[0]?.length === rows[0]?.length;
  const line = isNext ? before.line : laid.length + 1;
  const repeated = texts.filter((text, at) => text !== '' && covered[at] === true);
  if (repeated.length > 0)
    changes.push({ kind: 'merged-cells', line, text: [...new Set(repeated)].join('、'), removed: '', added: '' });
  if (isNext) {
    const head = before.rows[0]?.join('');
    if (head !== undefined && rows[0]?.join('') === head) {
      changes.push({
        kind: 'repeated',
        line,
        text: (rows[0] ?? []).join(' '),
        removed: visibleCharacters(head),
        added: '',
      });
      rows = rows.slice(1);
    }
    laid[laid.length - 1] = { block: { ...before, rows: [...before.rows, ...rows] }, last: undefined };
  } else laid.push({ block: { kind: 'table', rows, line }, last: undefined });
  return texts.join('');
}

/** Two halves of a paragraph as one: Chinese and numbers go on without a space, Latin words with one. */
const joined = (text: string, next: string): string =>
  /\p{Script=Latin}$/u.test(text) && /^\p{Script=Latin}/u.test(next) ? `${text} ${next}` : text + next;

function alignOf({ left, right, size }: PdfLine, margins: Margins, width: number): SourceParagraph['align'] {
  const [before, after] = [left - margins.left, margins.right - right];
  if (before < size * 2.5) return undefined;
  if (Math.abs(left + right - (margins.left + margins.right)) < size * 2) return 'center';
  const isFar = before > (margins.right - margins.left) * FAR;
  return left > width / 2 || (isFar && after < size * 5) ? 'right' : undefined;
}

function goesOn(
  line: PdfLine,
  next: PdfLine,
  paragraph: SourceParagraph,
  align: SourceParagraph['align'],
  margins: Margins,
): boolean {
  if (line.text.includes('\t') || next.text.includes('\t') || /如下[：:]$/u.test(line.text)) return false;
  if (align !== undefined || paragraph.align !== undefined) return false;
  if (Math.abs(line.size - next.size) > line.size / 5) return false;
  if (
    labelledItems(next.text).length > 0 ||
    (numberLevel(next.text) !== undefined && next.left > margins.left + next.size)
  )
    return false;
  // A number is not parted from its unit by every program: the line before it ends early, in the middle of a sentence.
  const room = endsSentence(line.text) ? 1.6 : 3.2;
  const isFull = line.right > margins.right - line.size * room;
  return isFull && next.left < margins.left + next.size;
}

function scanned(file: string): SiteError {
  return new SiteError({
    rule: IMPORT_RULES['pdf-scan'].id,
    severity: 'error',
    place: { file },
    message: { zh: '这个 PDF 是扫描的图片，里面没有文字', en: 'this PDF is a scan: pictures of pages, without text' },
    hint: {
      zh: '请用识别软件转成 Markdown（.md）或文本（.txt），对照原件校对后再导入；这个 PDF 可作原件（original）',
      en: 'turn it into Markdown (.md) or text (.txt) by character recognition, check that against the original, and import it; the PDF may be published as original',
    },
  });
}

function meaningless(file: string): SiteError {
  return new SiteError({
    rule: IMPORT_RULES['pdf-unreadable'].id,
    severity: 'error',
    place: { file },
    message: {
      zh: '这个 PDF 的字体没有说明各个字是什么，文字读不出来',
      en: 'the fonts of this PDF do not say which characters their signs are',
    },
    hint: { zh: '请改用 Word 文稿导入，或打印后识别', en: 'import the Word document, or recognise a print of it' },
  });
}
