import type { Element } from 'hast';
import { h } from 'hastscript';
import type { QuoteMatch } from '../model/quote.ts';
import { wrapWords } from './wrap-words.ts';

/** Words of a text that open a note of the site. */
export interface NotedWords extends QuoteMatch {
  /** Id of the note, unique in its text. */
  readonly id: string;
}

/** A term with its meaning, or a date or an area in another form. */
export interface PlacedNote extends NotedWords {
  readonly kind: 'term' | 'date' | 'area';
  /** For dates, `YYYY-MM-DD` or `YYYY-MM`. */
  readonly dateTime?: string;
}

/** The element of each kind of note. */
export const NOTE_ELEMENTS = { term: 'dfn', date: 'time', area: 'span' } as const;

/** The words of a text as a plain link to what the site says of them: read out, they are words of their sentence. */
export const noteLink = ({ id }: NotedWords, words: string): Element => h('a', { href: `#${id}` }, words);

/** Marks words that a note explains. Words that mark-up crosses stay as they are: a note is a help, not part of the text. */
export function markNotes(block: Element, text: string, notes: readonly PlacedNote[]): void {
  wrapWords(block, text, notes, (note, words) =>
    h(NOTE_ELEMENTS[note.kind], { className: ['noted'], dateTime: note.dateTime }, [noteLink(note, words)]),
  );
}
