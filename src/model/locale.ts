import { LANGUAGES, type Language, type Locale } from '../locales/index.ts';

export type { Locale } from '../locales/index.ts';

/** The codes of the languages a site can have. */
export const LOCALES = Object.keys(LANGUAGES) as readonly Locale[];

/** All that is known of a language. */
export const languageOf = (locale: Locale): Language => LANGUAGES[locale];

/** Words in brackets, with the space that goes before them where the language has one. */
export function inBrackets(words: string, locale: Locale): string {
  const [open, close] = LANGUAGES[locale].punctuation.brackets;
  return open + words + close;
}

/** The language tag of pages in a locale (BCP 47). */
export const LANGUAGE_TAGS = Object.fromEntries(LOCALES.map((locale) => [locale, LANGUAGES[locale].tag])) as Readonly<
  Record<Locale, string>
>;

/** The governing language: x-default, and what a page falls back to. */
export const GOVERNING_LOCALE: Locale = 'zh';

/** Words of a record in a language; in Chinese where they are not given in it. Whoever shows them marks what is Chinese. */
export const wordsIn = (words: { readonly zh: string; readonly en?: string | undefined }, locale: Locale): string =>
  words[locale] ?? words.zh;
