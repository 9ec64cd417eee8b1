import type { Bilingual, FindingLanguage } from '../errors.ts';
import { LANGUAGES, type Language, type Locale } from '../locales/index.ts';

/** The interface words of one subject in every language. */
export type Words<T> = Readonly<Record<Locale, T>>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Words with those that a language lacks filled in from another, key by key. */
function filled(own: unknown, fallback: unknown): unknown {
  if (own === undefined) return fallback;
  if (!isRecord(own) || !isRecord(fallback)) return own;
  return Object.fromEntries(Object.entries(fallback).map(([key, value]) => [key, filled(own[key], value)]));
}

/**
 * The interface words of a subject. Each subject has a file below `messages` with its Chinese, which gives the keys, and its
 * English, of which a missing or extra key fails the type check. Further languages keep theirs in one file a language
 * (`src/locales`), and what such a file lacks is shown in the language that it falls back to.
 */
/* @__NO_SIDE_EFFECTS__ */
export function words<T>(subject: string, own: { readonly zh: T; readonly en: T }): Words<T> {
  const all = Object.entries<Language>(LANGUAGES).map(([code, { fallback, words: given }]) => {
    if (code === 'zh' || code === 'en') return [code, own[code]];
    if (typeof given === 'function') return [code, given(own.en)];
    return [code, filled(given?.[subject as keyof typeof given], own[fallback])];
  });
  return Object.fromEntries(all) as Words<T>;
}

/** The words of a subject that a language's own file lacks, by their keys, so that they are shown in another language. */
export function lackingWords<T>(subject: string, own: Words<T>, locale: Locale): string[] {
  const { fallback, words: given } = LANGUAGES[locale];
  if (locale === fallback || typeof given === 'function') return [];
  const paths = (value: unknown, mine: unknown, path: string): string[] =>
    isRecord(value)
      ? Object.entries(value).flatMap(([key, inner]) =>
          paths(inner, isRecord(mine) ? mine[key] : undefined, `${path}.${key}`),
        )
      : mine === undefined
        ? [path]
        : [];
  return paths(own[fallback], given?.[subject as keyof typeof given], subject);
}

/** Gives words of the program for a page: in a further language, those of the one that it falls back to. */
export function phraseIn(phrase: Bilingual, locale: Locale): string {
  const { fallback, words: given } = LANGUAGES[locale] as Language;
  return typeof given === 'function' ? given(phrase[fallback]) : phrase[fallback];
}

/** The words of commands, in the languages of findings. */
export type CommandWords<T> = Readonly<Record<FindingLanguage, T>>;
