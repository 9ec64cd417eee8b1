/** The languages a site can have. Chinese governs; English is an unofficial translation. */
export const LOCALES = ['zh', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** The language tag of pages in a locale (BCP 47). */
export const LANGUAGE_TAGS: Readonly<Record<Locale, string>> = { zh: 'zh-Hans', en: 'en' };

/** The governing language: x-default, and what a page falls back to. */
export const GOVERNING_LOCALE: Locale = 'zh';

/** Words of a record in a language; in Chinese where they are not given in it. Whoever shows them marks what is Chinese. */
export const wordsIn = (words: { readonly zh: string; readonly en?: string | undefined }, locale: Locale): string =>
  words[locale] ?? words.zh;
