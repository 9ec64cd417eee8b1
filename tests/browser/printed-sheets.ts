import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Millimetres in a PDF's point. */
export const POINT = 25.4 / 72;

/** A line of type on a page, in millimetres from the page's upper left corner. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where the line's letters stand. */
  readonly baseline: number;
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
}

/** A printed reply as another program reads it. */
export interface Printed {
  readonly sheets: readonly Sheet[];
  readonly title: unknown;
  readonly language: unknown;
  /** The titles of its bookmarks, two levels deep, in order. */
  readonly outline: readonly string[];
  /** The roles of its tags for assistive technology, page by page; empty where it has none. */
  readonly roles: ReadonlySet<string>;
}

/** Reads a PDF with pdf.js. */
export async function readPrinted(bytes: Uint8Array): Promise<Printed> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
  const { info } = await pdf.getMetadata();
  const entries = (await pdf.getOutline()) ?? [];
  const sheets: Sheet[] = [];
  const roles = new Set<string>();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    sheets.push({ width: width * POINT, height: height * POINT, lines: linesOf(items, height) });
    collectRoles(await page.getStructTree(), roles);
  }
  return {
    sheets,
    title: 'Title' in info ? info.Title : undefined,
    language: 'Language' in info ? info.Language : undefined,
    outline: entries.flatMap(({ title, items }) => [title, ...items.map((item: { title: string }) => item.title)]),
    roles,
  };
}

function linesOf(items: readonly object[], height: number): Line[] {
  const lines = new Map<number, Line>();
  for (const item of items) {
    if (!isText(item) || item.str.trim() === '') continue;
    const [, , , , x = 0, y = 0] = item.transform;
    const baseline = (height - y) * POINT;
    const key = Math.round(baseline);
    const before = lines.get(key);
    lines.set(key, {
      text: (before?.text ?? '') + item.str,
      left: Math.min(before?.left ?? Number.POSITIVE_INFINITY, x * POINT),
      right: Math.max(before?.right ?? 0, (x + item.width) * POINT),
      baseline,
    });
  }
  return [...lines.values()];
}

function isText(item: object): item is { str: string; transform: number[]; width: number } {
  return 'str' in item && 'transform' in item && 'width' in item;
}

function collectRoles(node: unknown, roles: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  if ('role' in node && typeof node.role === 'string') roles.add(node.role);
  if ('children' in node && Array.isArray(node.children)) for (const child of node.children) collectRoles(child, roles);
}
