import { LANGUAGES, type Language, type Locale } from '../locales/index.ts';

export type { Language, Locale } from '../locales/index.ts';

/** The codes of the languages a site can have. */
export const LOCALES = Object.keys(LANGUAGES) as readonly Locale[];

/** All that is known of a language. */
export const languageOf = (locale: Locale): Language => LANGUAGES[locale];

/** What a language is called in findings. */
export const calledIn = (locale: Locale): Language['called'] => LANGUAGES[locale].called;

/** Words in brackets, with the space that goes before them where the language has one. */
export function inBrackets(words: string, locale: Locale): string {
  const [open, close] = LANGUAGES[locale].punctuation.brackets;
  return open + words + close;
}

/** The language tag of pages in a locale (BCP 47). */
export const LANGUAGE_TAGS = Object.fromEntries(LOCALES.map((locale) => [locale, LANGUAGES[locale].tag])) as Readonly<
  Record<Locale, string>
>;

const SCRIPTS = Object.fromEntries(
  LOCALES.map((locale) => [locale, new RegExp(`\\p{Script=${LANGUAGES[locale].script}}`, 'gu')]),
) as Readonly<Record<Locale, RegExp>>;

/** How many characters of a text are of the script that a language is written in. */
export const lettersOf = (text: string, locale: Locale): number => text.match(SCRIPTS[locale])?.length ?? 0;

/** The languages of a site, or of a document: the first is that of the original, which governs and which the others translate. */
export type Languages = readonly Locale[];

/** The languages of most sites. Schemas for editors and examples are in them. */
export const USUAL_LANGUAGES: Languages = ['zh', 'en'];

/** The language of letters where no site is asked: what the importer reads. */
export const GOVERNING_LOCALE: Locale = 'zh';

/** The language of the originals: what governs, `x-default`, and what a page falls back to. */
export const originalLanguage = ([first = 'zh']: Languages): Locale => first;

/** The same in each of a site's languages. Ask only for those. */
export type Localized<T = string> = Readonly<Record<Locale, T>>;

/** What is in the original's language, and in others as far as somebody has translated it. */
export type Translated<T = string> = Readonly<Partial<Record<Locale, T>>>;

/** The same in each of some languages. */
export function inEach<T>(languages: Languages, value: (locale: Locale) => T): Localized<T> {
  return Object.fromEntries(languages.map((locale) => [locale, value(locale)])) as Localized<T>;
}

/** Whether a text is the code of a language that a site can have. */
export const isLocale = (text: string): text is Locale => Object.hasOwn(LANGUAGES, text);

/** The language of a code; the first that there is where it is not one. */
export const localeOf = (code: string | undefined): Locale =>
  LOCALES.find((locale) => locale === code) ?? LOCALES[0] ?? 'zh';

/** Something in a language, or in the first that there is, which is that of the original, with the language it is in; undefined where it is in none. */
export function translated<T>(
  given: Translated<T> | undefined,
  locale: Locale,
): { readonly value: T; readonly locale: Locale } | undefined {
  const own = [locale, ...Object.keys(given ?? {}).filter(isLocale)].find(
    (language) => given?.[language] !== undefined,
  );
  const value = own === undefined ? undefined : given?.[own];
  return own === undefined || value === undefined ? undefined : { value, locale: own };
}

/** Something in the language of the original: it is the first that is given. */
export const original = <T>(given: Translated<T>): { readonly value: T; readonly locale: Locale } | undefined => {
  const first = Object.keys(given).find(isLocale);
  return first === undefined ? undefined : translated(given, first);
};

/** Words in the language of the original; empty where there are none. */
export const originalWords = (words: Translated): string => original(words)?.value ?? '';

/** Words of a record in a language, or in that of the original. Whoever shows them marks what is in another. */
export const wordsIn = (words: Translated, locale: Locale): string => translated(words, locale)?.value ?? '';

/** The attributes of an element whose words are in another language than those around it; none where they are in the same. */
export function marked(of: Locale, among: Locale): { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' } {
  if (of === among) return {};
  const { tag, direction } = LANGUAGES[of];
  return direction === LANGUAGES[among].direction ? { lang: tag } : { lang: tag, dir: direction };
}

/** Makes something of a list of languages, once for each list: schemas are slow to make and quick to use. */
export function perLanguages<T>(make: (languages: Languages) => T): (languages: Languages) => T {
  const made = new Map<string, T>();
  return (languages) => {
    const key = languages.join(' ');
    const known = made.get(key) ?? make(languages);
    made.set(key, known);
    return known;
  };
}

/** Whether the figures of a translation can be compared with those of the original: both languages have a reader of theirs. */
export const areFiguresCompared = (one: Locale, other: Locale): boolean =>
  [one, other].every((locale) => languageOf(locale).figures !== undefined);
