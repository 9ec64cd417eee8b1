import type { Element, ElementContent, Root as HastRoot, Text } from 'hast';
import { h } from 'hastscript';
import { visitParents } from 'unist-util-visit-parents';
import type { Block } from '../model/block.ts';
import { overlap, type QuoteMatch } from '../model/quote.ts';
import { WHOLE_NUMBER } from '../model/whole-numbers.ts';
import { foldSpace } from './blocks.ts';

interface TextRun {
  readonly node: Text;
  readonly parent: Element;
  readonly start: number;
}

/**
 * The text nodes of a block with where each begins in the block's text. Between cells, rows and items the text has one
 * space, wherever and however often the elements have white space between them; at the ends of the block it has none.
 */
function textRuns(block: Element, text: string): TextRun[] {
  const runs: TextRun[] = [];
  let offset = 0;
  visitParents(block, 'text', (node, ancestors) => {
    const parent = ancestors.at(-1);
    if (parent?.type !== 'element') return;
    const { value } = node;
    const spaceHere = text[offset] === ' ';
    if (value.trim() === '') {
      if (spaceHere) offset += 1;
      return;
    }
    const leading = value.length - value.trimStart().length;
    const start = offset + (spaceHere && leading === 0 ? 1 : 0) - (spaceHere ? 0 : leading);
    runs.push({ node, parent, start });
    offset = start + value.length;
    if (value.endsWith(' ') && text[offset - 1] !== ' ') offset -= 1;
  });
  return runs;
}

/**
 * Puts words of a block, whose text is `text`, into elements of their own; `element` makes one from its place and words,
 * and must keep the words as they are. Gives the places where it could not because mark-up crosses them.
 */
export function wrapWords<Place extends QuoteMatch>(
  block: Element,
  text: string,
  places: readonly Place[],
  element: (place: Place, words: string) => Element,
): Place[] {
  const crossed: Place[] = [];
  // From the last to the first, so that splitting a text node does not move the offsets still to come.
  for (const place of [...places].sort((one, other) => other.start - one.start)) {
    const run = textRuns(block, text).find(
      ({ node, start }) => start <= place.start && place.end <= start + node.value.length,
    );
    const [from, to] = [place.start - (run?.start ?? 0), place.end - (run?.start ?? 0)];
    const value = run?.node.value ?? '';
    if (run === undefined || value.slice(from, to) !== text.slice(place.start, place.end)) {
      crossed.push(place);
      continue;
    }
    const pieces: ElementContent[] = [
      { type: 'text', value: value.slice(0, from) },
      element(place, value.slice(from, to)),
      { type: 'text', value: value.slice(to) },
    ];
    const at = run.parent.children.indexOf(run.node);
    run.parent.children.splice(at, 1, ...pieces.filter((piece) => piece.type !== 'text' || piece.value !== ''));
  }
  return crossed;
}

/** Words of a text that open a note of the site. */
interface NotedWords extends QuoteMatch {
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
const NOTE_ELEMENTS = { term: 'dfn', date: 'time', area: 'span' } as const;

/** The words of a text as a plain link to what the site says of them: read out, they are words of their sentence. */
const noteLink = ({ id }: NotedWords, words: string): Element => h('a', { href: `#${id}` }, words);

/** Marks words that a note explains. Words that mark-up crosses stay as they are: a note is a help, not part of the text. */
export function markNotes(block: Element, text: string, notes: readonly PlacedNote[]): void {
  wrapWords(block, text, notes, (note, words) =>
    h(NOTE_ELEMENTS[note.kind], { className: ['noted'], dateTime: note.dateTime }, [noteLink(note, words)]),
  );
}

/** A stated value at its place in a text, and the note that it opens. */
export interface PlacedFigure extends NotedWords {
  readonly dataset: string;
  readonly observation: string;
  /** The normalised value, a decimal string. */
  readonly value: string;
}

/** Folds white space in a block's text nodes as `foldSpace` does, so that words of a block's text are words here. */
export function foldBlockSpace(block: Element): void {
  visitParents(block, 'text', (node) => {
    node.value = foldSpace(node.value);
  });
}

/**
 * Wraps the words that state a value in `<data value>` as a link to the figure's note. Returns the figures
 * that could not be placed because mark-up crosses them.
 */
export function markFigures(block: Element, text: string, figures: readonly PlacedFigure[]): PlacedFigure[] {
  return wrapWords(block, text, figures, (figure, words) =>
    h('data', { value: figure.value, className: ['figure'] }, [noteLink(figure, words)]),
  );
}

/** All elements of a tree that carry an id, itself included, in the order of the text. */
export function elementsById(tree: HastRoot | Element): Map<string, Element> {
  const found = new Map<string, Element>();
  visitParents(tree, 'element', (element) => {
    if (typeof element.properties.id === 'string') found.set(element.properties.id, element);
  });
  return found;
}

/** The class of words that stay on one line. */
const WHOLE_CLASS = 'whole';

/** The places of a text where a line must not end, besides those that `taken` keeps together already. */
export function wholeWords(
  { id: block, kind, text }: Pick<Block, 'id' | 'kind' | 'text'>,
  taken: readonly QuoteMatch[],
): QuoteMatch[] {
  // A table's cells are narrow: there a number may have to break.
  if (kind === 'table' || !/\d/.test(text)) return [];
  return [...text.matchAll(WHOLE_NUMBER)].flatMap(({ 0: words, index }) => {
    const place = { block, start: index, end: index + words.length };
    return /^\d+$/.test(words) || taken.some((other) => overlap(place, other)) ? [] : [place];
  });
}

/** Puts such words into elements that the style sheet keeps on one line; where mark-up crosses them they may break. */
export function keepWhole(block: Element, text: string, places: readonly QuoteMatch[]): void {
  wrapWords(block, text, places, (_, words) => h('span', { className: [WHOLE_CLASS] }, words));
}
