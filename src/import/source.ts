import { isWhiteSpace } from './spaces.ts';

/** What was done to a source on its way into a reply; every change is listed for the user. */
const CHANGE_KINDS = [
  'byte-order-mark',
  'control-character',
  'mark',
  'image',
  'picture',
  'link',
  'page-number',
  'margin-text',
  'numbering',
  'raised',
  'symbol',
  'text-box',
  'merged-cells',
  'table-caption',
  'page-head',
  'table-from-tabs',
  'line-break',
  'joined-page',
  'joined-line',
  'cut',
  'space',
  'wide-space',
  'heading',
  'chrome',
  'repeated',
  'stamp',
  'unknown',
  'width',
  'date-form',
  'not-carried',
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One change. `removed` and `added` hold the characters it took away or put in, so that every character can be accounted for. */
export interface Change {
  readonly kind: ChangeKind;
  /** Line of a text file, paragraph of a Word document or web page; from 1. */
  readonly line: number;
  /** The words it concerns, to be shown. */
  readonly text: string;
  readonly removed: string;
  readonly added: string;
}

/** What the layout of a source says of a block, where it says anything. */
interface Layout {
  /** Whether a web page's main text holds it, as far as the extractor found one. */
  readonly place?: 'main' | 'outside' | undefined;
}

/** A paragraph of a source, without marks of its format. Its spaces and tabs are those of the source. */
export interface SourceParagraph extends Layout {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly line: number;
  /** The level that the source's own marks or styles give it, from 1; `undefined` where they call it no heading. */
  readonly heading: number | undefined;
  /** Whether the source marks it as an item of an unnumbered list. */
  readonly bullet: boolean;
  readonly align?: 'center' | 'right' | undefined;
  /** Whether it is an item of a list of what is enclosed, and so no heading whatever its number. */
  readonly enclosed?: boolean | undefined;
  /** Whether its first line is indented; `undefined` where the source cannot say. */
  readonly indent?: boolean | undefined;
}

/** A table of a source, every row with as many cells as the first. */
export interface SourceTable extends Layout {
  readonly kind: 'table';
  readonly rows: readonly (readonly string[])[];
  readonly line: number;
}

export type SourceBlock = SourceParagraph | SourceTable;

/** A file that came in a source, such as a picture of a Word document, and the words before the place where it stood. */
export interface SourceFile {
  readonly extension: string;
  readonly bytes: Uint8Array;
  readonly line: number;
  readonly after: string;
  /** What the source says that it shows, or nothing. */
  readonly description: string;
}

/** What a web page tells of itself besides its text. */
export interface PageFacts {
  readonly url?: string | undefined;
  /** The day on which the page says that it was published. */
  readonly published?: string | undefined;
}

/**
 * Names the format in the transcription note. `scan` is Markdown whose marks are those of character recognition, `spaced` a text file with
 * the spaces that it leaves.
 */
export type SourceFormat = 'docx' | 'md' | 'txt' | 'spaced' | 'scan' | 'html' | 'pdf' | 'doc';

/** Whether spaces between digits and Chinese come from a machine in a format, and not from the letter's author. */
export const isRecognised = (format: SourceFormat): boolean => ['scan', 'spaced', 'pdf'].includes(format);

/**
 * What may have broken a paragraph in two: the ends of pages (of scans and PDF), the ends of lines (of hard-wrapped text), or
 * nothing.
 */
export type Breaks = 'pages' | 'lines' | 'none';

/** A source read: its blocks in order, what reading took away or added, and every character that it holds. */
export interface SourceText {
  readonly format: SourceFormat;
  readonly breaks: Breaks;
  readonly blocks: readonly SourceBlock[];
  readonly changes: readonly Change[];
  /** The source's characters other than white space, before anything was done to it; in Word, with the numbers it shows. */
  readonly characters: string;
  readonly files?: readonly SourceFile[];
  readonly page?: PageFacts;
}

/** A text's characters other than white space, which layout may change freely. */
export function visibleCharacters(text: string): string {
  return Array.from(text)
    .filter((character) => !isWhiteSpace(character))
    .join('');
}
