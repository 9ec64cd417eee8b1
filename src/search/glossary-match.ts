import { LOCALES, type Locale } from '../model/locale.ts';
import type { TermEntry } from './index-format.ts';
import { stemOf } from './stem.ts';
import { unitsOf } from './units.ts';

/** A glossary term that the query matches, as another language says it. */
export interface TermInOtherLanguage {
  /** The glossary's own form of the term in the query's language. */
  readonly term: string;
  readonly locale: Locale;
  /** Every form in the other language, the preferred one first. */
  readonly forms: readonly string[];
}

/** The same key for texts that differ only in the form of their words. */
function keyOf(text: string): string {
  return unitsOf(text)
    .filter((unit) => unit.kind !== 'mark')
    .map(stemOf)
    .join(' ');
}

/** What the query is called in the other languages of the glossary; empty where it is no term. */
export function termsInOtherLanguages(query: string, terms: readonly TermEntry[]): TermInOtherLanguage[] {
  const key = keyOf(query);
  if (key === '') return [];
  return terms.flatMap((entry): TermInOtherLanguage[] => {
    const languages = LOCALES.filter((locale) => entry[locale] !== undefined);
    const own = languages.find((locale) => entry[locale]?.some((form) => keyOf(form) === key));
    if (own === undefined) return [];
    return languages.flatMap((locale) =>
      locale === own ? [] : [{ term: entry[own]?.[0] ?? query, locale, forms: entry[locale] ?? [] }],
    );
  });
}
