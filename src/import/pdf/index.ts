import { SiteError } from '../../errors.ts';
import { numberLevel } from '../headings.ts';
import { labelledItems } from '../letter/marks.ts';
import { IMPORT_RULES } from '../rules.ts';
import { type Change, type SourceParagraph, type SourceText, visibleCharacters } from '../source.ts';
import { tablesFromTabs } from '../tab-tables.ts';
import { PAGE_NUMBER } from '../text-source.ts';
import { linesOf, type Margins, marginsOf, type PdfLine } from './lines.ts';
import type { PdfPage } from './pages.ts';

/** The share of a page's height at its head and foot in which running heads and page numbers stand. */
const EDGE = 0.12;
/** Signs on a page below which it holds no text. */
const FEWEST = 10;
/** The share of signs whose meaning no font gives, from which a PDF cannot be read. */
const MOST_UNREADABLE = 0.05;

/**
 * The blocks of a PDF with text: page numbers and running heads taken out, lines joined to paragraphs where they reach the margin.
 * Throws a SiteError where it holds no text, or text that no font gives the meaning of.
 */
export function readPdf(pages: readonly PdfPage[], file: string): SourceText {
  const lines = pages.flatMap((page, index) => linesOf(page, index + 1));
  const signs = visibleCharacters(lines.map(({ text }) => text).join(''));
  const unreadable = pages.reduce((sum, page) => sum + page.unreadable, 0);
  if (signs.length + unreadable < FEWEST) throw scanned(file);
  if (unreadable > (signs.length + unreadable) * MOST_UNREADABLE) throw meaningless(file);
  const changes: Change[] = [];
  const width = Math.max(...pages.map((page) => page.width));
  const running = runningLines(lines, pages);
  const around = (line: PdfLine): Change['kind'] | undefined =>
    isPageNumber(line, pages) ? 'page-number' : running.has(line) ? 'margin-text' : undefined;
  const text = lines.filter((line) => around(line) === undefined);
  const paragraphs = toParagraphs(text, marginsOf(text, width), width);
  for (const [index, line] of lines.entries()) {
    const kind = around(line);
    if (kind === undefined) continue;
    // Its place is that of the paragraph that begins or goes on after it.
    const next = lines.slice(index).find((other) => around(other) === undefined);
    const place =
      next === undefined
        ? paragraphs.length
        : paragraphs.filter(({ lines: own }) => own.some((other) => text.indexOf(other) <= text.indexOf(next))).length;
    changes.push({ kind, line: Math.max(place, 1), text: line.text, removed: visibleCharacters(line.text), added: '' });
  }
  const { blocks, changes: tables } = tablesFromTabs(paragraphs.map(({ block }) => block));
  const empty = pages.flatMap((page, index) => (page.words.length === 0 ? [index + 1] : []));
  return {
    format: 'pdf',
    breaks: 'none',
    blocks,
    changes: [
      ...changes,
      ...tables,
      ...empty.map((page): Change => ({ kind: 'image', line: page, text: `p. ${page}`, removed: '', added: '' })),
    ],
    characters: signs,
  };
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

/** A paragraph with the lines that it was made of. */
interface LaidParagraph {
  readonly block: SourceParagraph;
  readonly lines: readonly PdfLine[];
}

/** Joins lines to paragraphs: a line goes on in the next where it reaches the margin and the next one is not indented. */
function toParagraphs(lines: readonly PdfLine[], margins: Margins, width: number): LaidParagraph[] {
  const paragraphs: LaidParagraph[] = [];
  let before: PdfLine | undefined;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const align = alignOf(line, margins, width);
    if (before !== undefined && last !== undefined && goesOn(before, line, last.block, align, margins)) {
      const block = { ...last.block, text: joined(last.block.text, line.text) };
      paragraphs[paragraphs.length - 1] = { block, lines: [...last.lines, line] };
    } else {
      const indent = line.left > margins.left + line.size;
      const block: SourceParagraph = {
        kind: 'paragraph',
        text: line.text,
        line: paragraphs.length + 1,
        heading: undefined,
        bullet: false,
        align,
        indent,
      };
      paragraphs.push({ block, lines: [line] });
    }
    before = line;
  }
  return paragraphs;
}

/** Two halves of a paragraph as one: Chinese and numbers go on without a space, Latin words with one. */
const joined = (text: string, next: string): string =>
  /\p{Script=Latin}$/u.test(text) && /^\p{Script=Latin}/u.test(next) ? `${text} ${next}` : text + next;

function alignOf({ left, right, size }: PdfLine, margins: Margins, width: number): SourceParagraph['align'] {
  const [before, after] = [left - margins.left, margins.right - right];
  if (before < size * 2.5) return undefined;
  if (Math.abs(left + right - (margins.left + margins.right)) < size * 2) return 'center';
  return left > width / 2 || after < size * 5 ? 'right' : undefined;
}

function goesOn(
  line: PdfLine,
  next: PdfLine,
  paragraph: SourceParagraph,
  align: SourceParagraph['align'],
  margins: Margins,
): boolean {
  if (line.text.includes('\t') || next.text.includes('\t')) return false;
  if (align !== undefined || paragraph.align !== undefined) return false;
  if (Math.abs(line.size - next.size) > line.size / 5) return false;
  if (
    labelledItems(next.text).length > 0 ||
    (numberLevel(next.text) !== undefined && next.left > margins.left + next.size)
  )
    return false;
  const isFull = line.right > margins.right - line.size * 1.6;
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
