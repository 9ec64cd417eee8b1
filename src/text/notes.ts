import type { Element } from 'hast';
import { h } from 'hastscript';
import type { QuoteMatch } from '../model/quote.ts';
import { wrapWords } from './wrap-words.ts';

/** Words of a text that open a note of the site. */
export interface NotedWords extends QuoteMatch {
  /** Id of the note, unique in its text. */
  readonly id: string;
  /** What the button that opens the note is called. */
  readonly label: string;
}

/** A term with its meaning, or a date or an area in another form. */
export interface PlacedNote extends NotedWords {
  readonly kind: 'term' | 'date' | 'area';
  /** For dates, `YYYY-MM-DD` or `YYYY-MM`. */
  readonly dateTime?: string;
}

/** The element of each kind of note. */
export const NOTE_ELEMENTS = { term: 'dfn', date: 'time', area: 'span' } as const;

/**
 * The empty button that opens a note without script. The words stay outside it, and the style sheet lays it over them:
 * inside, no browser would find a phrase that runs across them.
 */
export function noteButton({ id, label }: NotedWords): Element {
  return h('button', { type: 'button', popovertarget: id, ariaLabel: label });
}

/** Marks words that a note explains. Words that mark-up crosses stay as they are: a note is a help, not part of the text. */
export function markNotes(block: Element, text: string, notes: readonly PlacedNote[]): void {
  wrapWords(block, text, notes, (note, words) =>
    h(NOTE_ELEMENTS[note.kind], { className: ['noted'], dateTime: note.dateTime }, [words, noteButton(note)]),
  );
}
