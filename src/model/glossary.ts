import { z } from 'zod';
import type { Block } from './block.ts';
import { type Locale, type Localized, languageOf, perLanguages, type Translated, USUAL_LANGUAGES } from './locale.ts';
import { overlap, type QuoteMatch } from './quote.ts';
import { languageShape, localizedSchema, slugSchema, textSchema, withLanguages } from './text.ts';

const otherNamesSchema = perLanguages((languages) => {
  const list = z.array(textSchema).default([]);
  const keys = new Set([...languages, ...USUAL_LANGUAGES]);
  const none = Object.fromEntries([...keys].map((locale) => [locale, [] as string[]]));
  return z.strictObject(Object.fromEntries([...keys].map((locale) => [locale, list]))).default(none);
});

/** One term: how it is said in each language, other forms that count as it, and what it means. */
export const termSchema = perLanguages((languages) =>
  withLanguages<Term, TermInput>(
    z.strictObject({
      id: slugSchema,
      ...languageShape(languages, () => true, textSchema),
      /** Other words for the same thing, in any of the languages, used in search and accepted in translations. */
      also: otherNamesSchema(languages),
      meaning: localizedSchema(languages).optional(),
    }),
  ),
);

/** content/glossary.yaml */
export const glossarySchema = perLanguages((languages) => z.strictObject({ terms: z.array(termSchema(languages)) }));

interface TermInput extends Translated {
  readonly id: string;
  readonly also?: Translated<readonly string[]>;
  readonly meaning?: Translated;
}

/** A term: its names by language, other names, and what it means. */
export type Term = Localized & {
  readonly id: string;
  readonly also: Localized<readonly string[]>;
  readonly meaning?: Localized | undefined;
};
export type Glossary = z.infer<ReturnType<typeof glossarySchema>>;

/** A term at the place where a text first uses it. */
interface ExplainedTerm extends QuoteMatch {
  readonly term: Term & { readonly meaning: NonNullable<Term['meaning']> };
}

/** The words that a term goes by in a language. */
const namesOf = ({ also, ...term }: Term, locale: Locale): string[] =>
  [term[locale], ...(also[locale] ?? [])].filter((name) => name !== undefined);

/** A symbol such as `ha` or `km` is written in one way alone: “has” is not its plural. */
const SYMBOL = /^\p{L}{1,3}$/u;

/** Finds a name: as it is where words are written without spaces or may have endings; in English as whole words, in upper or lower case, in the plural too, but symbols as they are. */
export function finder(name: string, locale: Locale): (text: string) => QuoteMatch[] {
  const plain = RegExp.escape(name);
  const [plural, flags] = SYMBOL.test(name) ? ['', 'gu'] : ['s?', 'giu'];
  const pattern =
    languageOf(locale).search === 'pairs'
      ? new RegExp(plain, 'gu')
      : new RegExp(`(?<![\\p{L}-])${plain}${plural}(?![\\p{L}-])`, flags);
  return (text) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ block: '', start: index, end: index + found.length }));
}

/** In lower case, with the long s as s: what is not in a text so is not in it in any case. */
const fold = (text: string): string => text.toLowerCase().replaceAll('ſ', 's');

/**
 * Where each term that has a meaning is first used in a text: outside headings and what is `taken` by something else, the
 * longer term before the shorter that is part of it. In the order of the text.
 */
export function explainedTerms(
  blocks: readonly Block[],
  terms: readonly Term[],
  locale: Locale,
  taken: readonly QuoteMatch[],
): ExplainedTerm[] {
  const paragraphs = blocks.filter(({ kind }) => kind !== 'heading' && kind !== 'table');
  const folded = paragraphs.map(({ id, text }) => ({ id, text, folded: fold(text) }));
  // Few of a glossary's words are in any one text.
  const whole = folded.map(({ folded }) => folded).join('\n');
  const names = terms
    .flatMap(({ meaning, ...term }) => {
      if (meaning === undefined) return [];
      const used = namesOf(term, locale).filter((name) => whole.includes(fold(name)));
      return used.map((name) => ({ name, term: { ...term, meaning } }));
    })
    .sort((one, other) => other.name.length - one.name.length);
  // A place of a longer term is no place of a shorter one, whether it is the first of its term or not.
  const occupied = [...taken];
  const first = new Map<string, ExplainedTerm>();
  const place = new Map(paragraphs.map(({ id }, index) => [id, index]));
  const before = (one: QuoteMatch, other: QuoteMatch) =>
    (place.get(one.block) ?? 0) - (place.get(other.block) ?? 0) || one.start - other.start;
  for (const { name, term } of names) {
    const wanted = fold(name);
    const holding = folded.filter((paragraph) => paragraph.folded.includes(wanted));
    if (holding.length === 0) continue;
    const find = finder(name, locale);
    const matches = holding
      .flatMap(({ id, text }) => find(text).map((match) => ({ ...match, block: id })))
      .filter((match) => !occupied.some((other) => overlap(match, other)));
    occupied.push(...matches);
    const [own] = matches;
    const known = first.get(term.id);
    if (own && (known === undefined || before(own, known) < 0)) first.set(term.id, { ...own, term });
  }
  return [...first.values()].sort(before);
}
