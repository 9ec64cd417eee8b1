import { foldSpace } from './block.ts';
import type { Answers } from './reply.ts';

/** A paragraph of a document that a reply answers, published beside it. */
interface AskedParagraph {
  /** The id of its place on the reply's page: `q1-p2` is the second paragraph of the first document answered. */
  readonly id: string;
  readonly text: string;
}

/** A document answered whose words are published. */
interface AskedDocument {
  readonly title: string | undefined;
  readonly number: string | undefined;
  /** Who agreed to its publication, in words. */
  readonly cleared: string;
  readonly paragraphs: readonly AskedParagraph[];
}

/** The paragraphs of the words of a document answered; `index` says which of those that the reply answers. */
export function askedParagraphs(words: string, index: number): AskedParagraph[] {
  return words
    .split(/\n\s*\n/)
    .map((text) => foldSpace(text).trim())
    .filter((text) => text !== '')
    .map((text, place) => ({ id: `q${index + 1}-p${place + 1}`, text }));
}

/** The documents answered whose words are published, in the order of the record. */
export function askedDocuments(answers: readonly Answers[]): AskedDocument[] {
  return answers.flatMap(({ title, number, text }, index) =>
    text?.words === undefined
      ? []
      : [{ title, number, cleared: text.cleared, paragraphs: askedParagraphs(text.words, index) }],
  );
}

/** A point that was raised, with the place of the words that raise it where they are published. */
interface RaisedPoint {
  readonly point: Answers['points'][number]['point'];
  readonly paragraphs: readonly string[];
  /** The words of the document that raise it. */
  readonly quote: string | undefined;
  /** The id of the paragraph that has them. */
  readonly asked: string | undefined;
}

/** All points that were raised, in the order of the record. */
export function raisedPoints(answers: readonly Answers[]): RaisedPoint[] {
  return answers.flatMap(({ points, text }, index) =>
    points.map(({ point, quote, paragraphs }) => ({
      point,
      paragraphs,
      quote,
      asked: placesOf(quote, text?.words, index)[0],
    })),
  );
}

/** The ids of the paragraphs that have some words, once for each time that they have them. */
export function placesOf(quote: string | undefined, words: string | undefined, index: number): string[] {
  if (quote === undefined || words === undefined) return [];
  return askedParagraphs(words, index).flatMap(({ id, text }) =>
    text
      .split(quote)
      .slice(1)
      .map(() => id),
  );
}
