import { isWhiteSpace } from './spaces.ts';

/** What was done to a source on its way into a reply, and listed for whoever imports it. */
export const CHANGE_KINDS = [
  'byte-order-mark',
  'control-character',
  'mark',
  'image',
  'link',
  'page-number',
  'margin-text',
  'numbering',
  'line-break',
  'joined',
  'space',
  'heading',
  'not-carried',
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One change. `removed` and `added` hold the characters it took away or put in, so that every character can be accounted for. */
export interface Change {
  readonly kind: ChangeKind;
  /** Line of a text file, paragraph of a Word document; from 1. */
  readonly line: number;
  /** The words it concerns, to be shown. */
  readonly text: string;
  readonly removed: string;
  readonly added: string;
}

/** A paragraph of a source, without marks of its format. */
export interface SourceParagraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly line: number;
  /** The level that the source's own marks or styles give it, from 1; `undefined` where they call it no heading. */
  readonly heading: number | undefined;
  /** Whether the source marks it as an item of an unnumbered list. */
  readonly bullet: boolean;
}

/** A table of a source, every row with as many cells as the first. */
export interface SourceTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly string[])[];
  readonly line: number;
}

export type SourceBlock = SourceParagraph | SourceTable;

/** How a source came to be: recognised from a scan (its pages break paragraphs), or typed. */
export type SourceForm = 'scan' | 'typed';

/** A source read: its blocks in order, what reading took away or added, and every character that it holds. */
export interface SourceText {
  readonly form: SourceForm;
  /** Names the format in the transcription note: `docx`, `md` or `txt`. */
  readonly format: 'docx' | 'md' | 'txt';
  readonly blocks: readonly SourceBlock[];
  readonly changes: readonly Change[];
  /** The source's characters other than white space, before anything was done to it; in Word, with the numbers it shows. */
  readonly characters: string;
}

/** A text's characters other than white space, which layout may change freely. */
export function visibleCharacters(text: string): string {
  return Array.from(text)
    .filter((character) => !isWhiteSpace(character))
    .join('');
}
