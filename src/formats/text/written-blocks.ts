import type { Alignment } from '../../model/block.ts';
import type { Locale } from '../../model/locale.ts';
import type { BlockJson, LinkJson } from '../api/blocks.ts';

/** Words with the same marks. */
interface Run {
  readonly text: string;
  readonly bold: boolean;
}

/** Words in a row that lead to one address, or nowhere. */
export interface Span {
  readonly runs: readonly Run[];
  /** Absolute. */
  readonly url?: string;
}

/** A part of a letter in a language, for whatever format writes it. */
export type WrittenPart =
  | { readonly kind: 'heading'; readonly depth: number; readonly spans: readonly Span[] }
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  /** `first` is the number of its first item; a list without it is not numbered. */
  | { readonly kind: 'list'; readonly first: number | undefined; readonly items: readonly (readonly Span[])[] }
  /** Row by row, its head first, and the alignment of its columns where any is given. */
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly (readonly Span[])[])[];
      readonly align: readonly Alignment[];
    };

/** The blocks of a reply in a language with all that its page shows of them: numbers of lists, cells, what is bold, what leads where. */
export function writtenParts(blocks: readonly BlockJson[], locale: Locale): WrittenPart[] {
  const parts: WrittenPart[] = [];
  let list:
    | { readonly kind: 'list'; readonly first: number | undefined; readonly items: (readonly Span[])[] }
    | undefined;
  for (const block of blocks) {
    const { kind, depth = 1, number, [locale]: text } = block;
    if (text === undefined) continue;
    if (kind !== 'list-item') list = undefined;
    const spans = () => spansOf(text, block, locale, 0, text.length);
    if (kind === 'heading') parts.push({ kind, depth, spans: spans() });
    else if (kind === 'table')
      parts.push({ kind, rows: cellsOf(block, text, locale), align: block.align?.[locale] ?? [] });
    else if (kind !== 'list-item') parts.push({ kind: 'paragraph', spans: spans() });
    else if (list !== undefined && number === (list.first === undefined ? undefined : list.first + list.items.length))
      list.items.push(spans());
    else {
      list = { kind: 'list', first: number, items: [spans()] };
      parts.push(list);
    }
  }
  return parts;
}

/** The cells of a table, row by row: all of its text as one cell where they are not known. */
function cellsOf(block: BlockJson, text: string, locale: Locale): (readonly Span[])[][] {
  let at = 0;
  return (block.rows?.[locale] ?? [[text]]).map((cells) =>
    cells.map((cell) => {
      // The text of a table joins its cells by spaces, without the empty ones.
      const from = text.indexOf(cell, at);
      if (from === -1) return [{ runs: [{ text: cell, bold: false }] }];
      at = from + cell.length;
      return spansOf(text, block, locale, from, at);
    }),
  );
}

/** A stretch of a block's text, cut where marks begin and end. */
function spansOf(text: string, block: BlockJson, locale: Locale, from: number, to: number): Span[] {
  const bold = block.bold?.[locale] ?? [];
  const spans: Span[] = [];
  let at = from;
  const until = (end: number, link?: LinkJson) => {
    if (end > at) spans.push({ runs: runsOf(text, bold, at, end), ...(link === undefined ? {} : { url: link.url }) });
    at = Math.max(at, end);
  };
  for (const link of block.links?.[locale] ?? []) {
    const [start = 0, end = 0] = link.at;
    if (start < at || end > to) continue;
    until(start);
    until(end, link);
  }
  until(to);
  return spans;
}

function runsOf(text: string, bold: readonly (readonly number[])[], from: number, to: number): Run[] {
  const runs: Run[] = [];
  let at = from;
  const until = (end: number, isBold: boolean) => {
    const next = Math.min(end, to);
    if (next > at) runs.push({ text: text.slice(at, next), bold: isBold });
    at = Math.max(at, next);
  };
  for (const [start = 0, end = 0] of bold) {
    until(start, false);
    until(end, true);
  }
  until(to, false);
  return runs;
}

/** The words of some spans, without what marks them. */
export const wordsOf = (spans: readonly Span[]): string =>
  spans.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');

/** Whether the words of a link are its address. */
export const saysItself = (words: string, url: string): boolean => words === url || `mailto:${words}` === url;
