import { formatDay, formatMonth } from '../language/formats.ts';
import { replyWords } from '../language/messages/reply.ts';
import { type Quantity, readQuantities } from '../language/quantities/index.ts';
import { numberInVariant, unitVariants, withUnitWord } from '../language/unit-variants.ts';
import type { Block } from '../model/block.ts';
import { explainedTerms, type Term } from '../model/glossary.ts';
import { type Locale, languageOf } from '../model/locale.ts';
import { overlap, type QuoteMatch } from '../model/quote.ts';
import type { PlacedNote } from '../text/marks.ts';

/** A note of the site on words of a text: it explains, and is no part of the text. */
export interface TextNote extends PlacedNote {
  readonly text: string;
  /** The words that it is on, as they are in the text. */
  readonly words: string;
}

type Content = Omit<TextNote, 'id'>;

/** Quick tests for texts that may hold a quantity with a note: most have none, and are not parsed for quantities. */
const NOTED = {
  chinese: /亩|公顷|[〇零一二两三四五六七八九]{4}年|[０-９]/,
  english: /hectare|ha\b|mu\b/i,
};

/**
 * The notes on a text, in its order: terms of the glossary at their first place, dates written in Chinese numerals in
 * digits, areas in the other unit. Nothing that is `taken`, such as a figure with a note of its own, gets a second one.
 */
export function textNotes(
  blocks: readonly Block[],
  locale: Locale,
  terms: readonly Term[],
  taken: readonly QuoteMatch[],
): TextNote[] {
  const { figures } = languageOf(locale);
  const quantities = blocks
    .filter(({ kind, text }) => kind !== 'heading' && figures !== undefined && NOTED[figures].test(text))
    .flatMap(({ id, text }) =>
      (readQuantities(text, locale) ?? []).flatMap((quantity) => quantityNote(id, quantity, locale)),
    )
    .filter((note) => !taken.some((other) => overlap(note, other)));
  const explained = explainedTerms(blocks, terms, locale, [...taken, ...quantities]).map(
    ({ term, block, start, end }): Content => ({
      kind: 'term',
      block,
      start,
      end,
      words: blocks.find(({ id }) => id === block)?.text.slice(start, end) ?? term[locale],
      text: term.meaning[locale],
    }),
  );
  return [...explained, ...quantities].map((note, index) => ({ ...note, id: `n${index + 1}` }));
}

function quantityNote(block: string, quantity: Quantity, locale: Locale): Content[] {
  const { kind, value, start, end, text } = quantity;
  const words = replyWords[locale];
  const own = { block, start, end, words: text };
  // Dates in digits need no note.
  if ((kind === 'date' || kind === 'year-month') && !/\d/.test(text)) {
    const day = kind === 'date' ? formatDay(value, locale) : formatMonth(value, locale);
    return [{ ...own, kind: 'date', dateTime: value, text: words.gregorian(day) }];
  }
  if (kind !== 'mu' && kind !== 'ha') return [];
  return unitVariants(kind, locale)
    .filter(({ converted }) => converted)
    .map((variant) => ({
      ...own,
      kind: 'area',
      text: words.areaInOtherUnit(
        withUnitWord(numberInVariant(value, kind, 'exact', variant, locale), variant, locale),
      ),
    }));
}
