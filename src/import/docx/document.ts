import { z } from 'zod';
import { SiteError } from '../../errors.ts';
import { isBareLabel } from '../letter/labels.ts';
import { IMPORT_RULES } from '../rules.ts';
import type { Change, SourceBlock, SourceParagraph } from '../source.ts';
import { BULLET } from './prepare.ts';
import { takePictures } from './shapes.ts';

/** An element of the document as mammoth reads it, of which only this is taken. */
const elementSchema = z.object({
  type: z.string(),
  value: z.string().optional(),
  styleName: z.string().nullish(),
  alignment: z.string().nullish(),
  breakType: z.string().optional(),
  href: z.string().optional(),
  get children() {
    return z.array(elementSchema).optional();
  },
});

type DocumentElement = z.infer<typeof elementSchema>;

/** A picture's number, and where it stood. */
interface PicturePlace {
  readonly number: number;
  readonly line: number;
  /** The last words before it. */
  readonly after: string;
}

/** The blocks of a document, where its pictures stood, and what became of links and line breaks. */
interface DocumentBlocks {
  readonly blocks: readonly SourceBlock[];
  readonly changes: readonly Change[];
  readonly pictures: readonly PicturePlace[];
}

/** Cells longer than this, in a table that is the letter's frame, are text and no data. */
const LONGEST_CELL = 300;

/** Reads what mammoth hands to its transform. */
export function parseDocument(document: unknown): DocumentElement {
  return elementSchema.parse(document);
}

/** Text of an element; line breaks as `\n`. Soft hyphens show only where a line breaks there. */
function text(element: DocumentElement): string {
  if (element.type === 'text') return (element.value ?? '').replaceAll('\u00AD', '');
  if (element.type === 'tab') return '\t';
  if (element.type === 'break') return element.breakType === 'line' ? '\n' : '';
  return (element.children ?? []).map(text).join('');
}

/** Addresses of links that their words do not say. */
function links(element: DocumentElement, line: number): Change[] {
  const inner = (element.children ?? []).flatMap((child) => links(child, line));
  const words = takePictures(text(element)).text;
  if (element.href === undefined || words.includes(element.href.replace(/^mailto:/, ''))) return inner;
  return [...inner, { kind: 'link', line, text: `${words} ${element.href}`, removed: '', added: '' }];
}

/** The level of a paragraph's heading style, in English or Chinese Word. */
function headingLevel(styleName: string | null | undefined): number | undefined {
  const level = /^(?:heading|标题)\s*([1-9])$/iu.exec(styleName ?? '')?.[1];
  return level === undefined ? undefined : Number(level);
}

const alignOf = (alignment: string | null | undefined): SourceParagraph['align'] =>
  alignment === 'center' ? 'center' : alignment === 'right' || alignment === 'end' ? 'right' : undefined;

/** Walks through a document and collects its blocks. */
class BlockReader {
  readonly blocks: SourceBlock[] = [];
  readonly changes: Change[] = [];
  readonly pictures: PicturePlace[] = [];
  private readonly file: string;
  private line = 0;
  private last = '';

  constructor(file: string) {
    this.file = file;
  }

  read(elements: readonly DocumentElement[]): void {
    for (const element of elements) {
      if (element.type === 'table') this.table(element);
      else this.paragraph(element);
    }
  }

  private paragraph(element: DocumentElement): void {
    this.line += 1;
    const { line } = this;
    this.changes.push(...links(element, line));
    const whole = text(element);
    const bullet = whole.startsWith(BULLET);
    const parts = whole
      .replace(BULLET, '')
      .split('\n')
      .map((part) => this.plain(part))
      .filter((part) => part !== '');
    if (parts.length > 1)
      this.changes.push({ kind: 'line-break', line, text: parts.join('／'), removed: '', added: '' });
    for (const part of parts) {
      this.blocks.push({
        kind: 'paragraph',
        text: part,
        line,
        heading: headingLevel(element.styleName),
        bullet,
        align: alignOf(element.alignment),
      });
    }
  }

  /** A text without the marks of the pictures in it, whose places are kept. */
  private plain(part: string): string {
    const taken = takePictures(part);
    const own = taken.text.trim();
    for (const number of taken.pictures)
      this.pictures.push({ number, line: this.line, after: own === '' ? this.last : own });
    if (own !== '') this.last = own;
    return own;
  }

  private table(table: DocumentElement): void {
    const rows = (table.children ?? []).map((row) => row.children ?? []);
    const start = this.line + 1;
    if (rows.flat().some((cell) => (cell.children ?? []).some(({ type }) => type === 'table')))
      throw tableRefused(this.file, start);
    const width = Math.max(0, ...rows.map((row) => row.length));
    // Labels in cells of their own need the values beside them.
    const isLabelled = rows.flat().some((cell) => isBareLabel(text(cell)));
    const isFrame =
      (rows.length === 1 && !isLabelled) || width === 1 || rows.flat().some((cell) => text(cell).length > LONGEST_CELL);
    // A table of one row or column is how a letterhead or a form is laid out.
    if (isFrame) {
      for (const cell of rows.flat()) this.read(cell.children ?? []);
      return;
    }
    const cells = rows.map((row) => [
      ...row.map((cell) => {
        this.changes.push(...links(cell, this.line + 1));
        const paragraphs = (cell.children ?? []).map((child) => {
          this.line += 1;
          return this.plain(text(child).replaceAll(BULLET, '').replace(/\s+/gu, ' '));
        });
        return paragraphs.filter((own) => own !== '').join(' ');
      }),
      ...Array<string>(width - row.length).fill(''),
    ]);
    this.blocks.push({ kind: 'table', rows: cells, line: start });
  }
}

/** The blocks of a document. Throws a SiteError at a table that Markdown cannot hold. */
export function readBlocks(document: DocumentElement, file: string): DocumentBlocks {
  const reader = new BlockReader(file);
  reader.read(document.children ?? []);
  return reader;
}

function tableRefused(file: string, line: number): SiteError {
  return new SiteError({
    rule: IMPORT_RULES['docx-table'].id,
    severity: 'error',
    place: { file },
    message: {
      zh: `第${line}段处的表格里还有表格，网页表格放不下`,
      en: `the table at paragraph ${line} has a table in it, which a Markdown table cannot hold`,
    },
    hint: { zh: '请把里面的表格移到外面，再导入', en: 'move the inner table out of it, and import again' },
  });
}
