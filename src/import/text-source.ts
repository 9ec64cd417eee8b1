import { SiteError } from '../errors.ts';
import { foldSpace } from '../text/blocks.ts';
import { dropInlineMarks } from './inline-marks.ts';
import { chromeScore } from './letter/chrome.ts';
import { parsePrintedDay } from './letter/dates.ts';
import { labelledItems } from './letter/labels.ts';
import { IMPORT_RULES } from './rules.ts';
import { type Change, type SourceBlock, type SourceFormat, type SourceText, visibleCharacters } from './source.ts';
import { dropScanSpaces } from './spaces.ts';
import { tablesFromTabs } from './tab-tables.ts';

const RULE = /^ {0,3}(?:([-*_])[ \t]*)(?:\1[ \t]*){2,}$/u;
const HEADING = /^ {0,3}(#{1,6})[ \t]/u;
const BULLET = /^ {0,3}([-*+•])[ \t]+(?=\S)/u;
const QUOTE = /^ {0,3}(>)[ \t]?/u;
/** - 2 -, — 2 —, 第 2 页, 第2页 共3页, 2/3. */
export const PAGE_NUMBER =
  /^\s*(?:[-—－–─][ \t]*\d{1,4}[ \t]*[-—－–─]\s*|第\s*\d{1,4}\s*页\s*(?:(?:[，,/]\s*)?共\s*\d{1,4}\s*页\s*)?|\d{1,4}\s*\/\s*\d{1,4}\s*)$/u;
const TABLE_ROW = /^\s*\|.*\|\s*$/u;
const TABLE_RULE = /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/u;
/** The fences that pandoc puts around a division: ::: TRS_Editor. */
const DIVISION = /^ {0,3}:{3,}(?:[ \t].*)?$/u;
const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/iu;
/** Spaces of scanning in a text from which it is taken for one that character recognition made. */
const SCANNED = 3;

/** A reader's state: what it found so far, and the lines of the paragraph it is in. */
class Collector {
  readonly blocks: SourceBlock[] = [];
  readonly changes: Change[] = [];
  private pending: { line: number; lines: string[]; bullet: boolean } | undefined;

  drop(kind: Change['kind'], line: number, text: string, removed = text): void {
    this.changes.push({ kind, line, text, removed: visibleCharacters(removed), added: '' });
  }

  begin(line: number, bullet = false): void {
    this.flush();
    this.pending = { line, lines: [], bullet };
  }

  add(line: number, text: string): void {
    const cleaned = dropInlineMarks(text, line);
    this.changes.push(...cleaned.changes);
    this.pending ??= { line, lines: [], bullet: false };
    this.pending.lines.push(cleaned.text.trim());
  }

  flush(heading?: number): void {
    if (!this.pending) return;
    const { line, lines, bullet } = this.pending;
    this.pending = undefined;
    const text = foldSpace(lines.filter((part) => part !== '').join('\n')).trim();
    if (text !== '') this.blocks.push({ kind: 'paragraph', text, line, heading, bullet });
  }
}

/** The blocks of plain text: one paragraph a line, and the page numbers between them taken out. */
export function readPlainText(text: string): SourceText {
  const changes: Change[] = [];
  const found: SourceBlock[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = index + 1;
    if (PAGE_NUMBER.test(raw)) {
      changes.push({ kind: 'page-number', line, text: raw.trim(), removed: visibleCharacters(raw), added: '' });
    } else if (raw.trim() !== '') {
      const indent = /^(?:\u3000|\t|[ \u00a0]{2,})/u.test(raw);
      // Tabs around the cells of a row say which cells are empty.
      const text = raw.trim().includes('\t') ? raw.replace(/^[^\S\t]+|(?<![^\S\t])[^\S\t]+$/gu, '') : raw.trim();
      found.push({ kind: 'paragraph', text, line, heading: undefined, bullet: false, indent });
    }
  }
  const { blocks, changes: tables } = tablesFromTabs(found);
  return {
    format: isScanned(blocks) ? 'spaced' : 'txt',
    breaks: changes.length > 0 ? 'pages' : 'lines',
    blocks,
    changes: [...changes, ...tables],
    characters: visibleCharacters(text),
  };
}

/** Whether a text has the spaces that character recognition puts between digits and Chinese: single ones, and not only where people align lines. */
function isScanned(blocks: readonly SourceBlock[]): boolean {
  const spaces = blocks.reduce((sum, block) => {
    if (block.kind === 'table' || isAligned(block.text)) return sum;
    return sum + dropScanSpaces(block.text.replace(WIDE_GAP, '\n')).places.filter((place) => /\d/u.test(place)).length;
  }, 0);
  return spaces >= SCANNED;
}

/** A gap that somebody typed, and no machine. */
const WIDE_GAP = /[^\S\n]{2,}|[\t\u3000]/gu;

/** Whether a line is one that people set out with spaces: a date, labels with their values, what a web page tells of itself. */
const isAligned = (text: string): boolean =>
  parsePrintedDay(text) !== undefined || labelledItems(text).length > 0 || chromeScore(text) > 0;

/**
 * The blocks of Markdown, as scanners and converters write it. Only marks that such Markdown has are taken for marks, each one listed;
 * every other character (`*`, `~`, `_` …) is text. Throws a SiteError at HTML, which it cannot carry.
 */
export function readMarkdown(text: string, file: string): SourceText {
  const found = new Collector();
  const lines = text.split('\n');
  let format: SourceFormat = 'md';
  for (let index = 0; index < lines.length; index += 1) {
    const line = index + 1;
    const raw = lines[index] ?? '';
    if (TAG.test(raw)) throw htmlRefused(file, line, raw.search(TAG) + 1);
    const heading = HEADING.exec(raw);
    if (raw.trim() === '') found.flush();
    else if (PAGE_NUMBER.test(raw)) {
      found.flush();
      found.drop('page-number', line, raw.trim());
      format = 'scan';
    } else if (RULE.test(raw) || DIVISION.test(raw)) {
      found.flush();
      found.drop('mark', line, raw.trim());
    } else if (heading) {
      found.begin(line);
      const [closing = ''] = /(?<!#)#+$/u.exec(raw.slice(heading[0].length)) ?? [];
      found.drop('mark', line, raw.trim(), (heading[1] ?? '') + closing);
      found.add(line, raw.slice(heading[0].length, raw.length - closing.length));
      found.flush(heading[1]?.length);
    } else if (TABLE_ROW.test(raw) && TABLE_RULE.test(lines[index + 1] ?? '')) {
      found.flush();
      index = readTable(lines, index, found) - 1;
    } else {
      const bullet = BULLET.exec(raw) ?? QUOTE.exec(raw);
      if (bullet) {
        found.begin(line, BULLET.test(raw));
        found.drop('mark', line, raw.trim(), bullet[1]);
      }
      found.add(line, bullet ? raw.slice(bullet[0].length) : raw);
    }
  }
  found.flush();
  if (isScanned(found.blocks) || found.changes.some(({ kind }) => kind === 'image')) format = 'scan';
  return {
    format,
    breaks: 'pages',
    blocks: found.blocks,
    changes: found.changes,
    characters: visibleCharacters(text),
  };
}

/** Reads the table that begins at a line, and gives the index of the first line after it. */
function readTable(lines: readonly string[], start: number, found: Collector): number {
  const rows: string[][] = [];
  let index = start;
  for (; TABLE_ROW.test(lines[index] ?? ''); index += 1) {
    const raw = lines[index] ?? '';
    if (index === start + 1) {
      found.drop('mark', index + 1, raw.trim());
      continue;
    }
    const parts = raw
      .trim()
      .slice(1, -1)
      .split(/(?<!\\)\|/u);
    found.drop('mark', index + 1, raw.trim(), '|'.repeat(parts.length + 1));
    const cells = parts.map((part) => dropInlineMarks(part.trim(), index + 1));
    for (const { changes } of cells) found.changes.push(...changes);
    rows.push(cells.map((cell) => cell.text.trim()));
  }
  const width = Math.max(...rows.map((row) => row.length));
  found.blocks.push({
    kind: 'table',
    line: start + 1,
    rows: rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]),
  });
  return index;
}

function htmlRefused(file: string, line: number, column: number): SiteError {
  return new SiteError({
    rule: IMPORT_RULES['import-html'].id,
    severity: 'error',
    place: { file, line, column },
    message: { zh: '文稿里有 HTML 标签，无法导入', en: 'the source has an HTML tag, which cannot be imported' },
    hint: {
      zh: '请把标签删去；表格改写成用“|”分隔的写法，或改用 .docx 导入',
      en: 'remove the tag; write a table with | between its cells, or import a .docx',
    },
  });
}
