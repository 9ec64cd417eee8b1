import { z } from 'zod';
import { SiteError } from '../../errors.ts';
import type { Change, SourceBlock, SourceTable } from '../source.ts';
import { BULLET } from './prepare.ts';

/** An element of the document as mammoth reads it, of which only this is taken. */
const elementSchema = z.object({
  type: z.string(),
  value: z.string().optional(),
  styleName: z.string().nullish(),
  breakType: z.string().optional(),
  altText: z.string().nullish(),
  href: z.string().optional(),
  colSpan: z.number().optional(),
  rowSpan: z.number().optional(),
  get children() {
    return z.array(elementSchema).optional();
  },
});

type DocumentElement = z.infer<typeof elementSchema>;

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

/** What an element holds that does not come along: images, and addresses of links that its words do not say. */
function leftBehind(element: DocumentElement, line: number): Change[] {
  const change = (kind: Change['kind'], words: string): Change[] => [
    { kind, line, text: words, removed: '', added: '' },
  ];
  if (element.type === 'image') return change('image', element.altText ?? '');
  const inner = (element.children ?? []).flatMap((child) => leftBehind(child, line));
  const words = text(element);
  if (element.href === undefined || words.includes(element.href.replace(/^mailto:/, ''))) return inner;
  return [...inner, ...change('link', `${words} ${element.href}`)];
}

/** The level of a paragraph's heading style, in English or Chinese Word. */
function headingLevel(styleName: string | null | undefined): number | undefined {
  const level = /^(?:heading|标题)\s*([1-9])$/iu.exec(styleName ?? '')?.[1];
  return level === undefined ? undefined : Number(level);
}

/** The blocks of a document, and what became of images and line breaks. Throws a SiteError at a table that Markdown cannot hold. */
export function readBlocks(document: DocumentElement, file: string): { blocks: SourceBlock[]; changes: Change[] } {
  const blocks: SourceBlock[] = [];
  const changes: Change[] = [];
  let line = 0;
  for (const element of document.children ?? []) {
    changes.push(...leftBehind(element, line + 1));
    if (element.type === 'table') {
      blocks.push(readTable(element, line + 1, file));
      line += countParagraphs(element);
      continue;
    }
    line += 1;
    const whole = text(element);
    const bullet = whole.startsWith(BULLET);
    const parts = whole
      .replace(BULLET, '')
      .split('\n')
      .map((part) => part.replace(/\s+/gu, ' ').trim())
      .filter((part) => part !== '');
    if (parts.length > 1) changes.push({ kind: 'line-break', line, text: parts.join('／'), removed: '', added: '' });
    for (const part of parts) {
      blocks.push({ kind: 'paragraph', text: part, line, heading: headingLevel(element.styleName), bullet });
    }
  }
  return { blocks, changes };
}

const countParagraphs = (element: DocumentElement): number =>
  (element.type === 'paragraph' ? 1 : 0) +
  (element.children ?? []).reduce((sum, child) => sum + countParagraphs(child), 0);

function readTable(table: DocumentElement, line: number, file: string): SourceTable {
  const cells = (table.children ?? []).map((row) => row.children ?? []);
  const isMerged = cells.flat().some(({ colSpan = 1, rowSpan = 1 }) => colSpan !== 1 || rowSpan !== 1);
  const isNested = cells.flat().some((cell) => (cell.children ?? []).some(({ type }) => type === 'table'));
  if (isMerged || isNested) throw tableRefused(file, line);
  const width = Math.max(0, ...cells.map((row) => row.length));
  const rows = cells.map((row) => [
    ...row.map((cell) => text(cell).replaceAll(BULLET, '').replace(/\s+/gu, ' ').trim()),
    ...Array<string>(width - row.length).fill(''),
  ]);
  return { kind: 'table', rows, line };
}

function tableRefused(file: string, line: number): SiteError {
  return new SiteError({
    rule: 'docx-table',
    severity: 'error',
    place: { file },
    message: {
      zh: `第${line}段处的表格有合并的单元格或嵌套的表格，网页表格放不下`,
      en: `the table at paragraph ${line} has merged cells or a table in it, which a Markdown table cannot hold`,
    },
    hint: { zh: '请拆分单元格，每格填上内容，再导入', en: 'split the cells, fill each of them, and import again' },
  });
}
