import type { Finding, Place } from '../errors.ts';
import { isLocale } from '../model/locale.ts';
import { on, pass } from './checks.ts';
import { NUMBER_RULES, NUMBERS_TOGETHER, numberFindings } from './pairs/numbers.ts';

/** Finds a value of a file by its path, and words in it. */
export type ValuePlace = (path: readonly PropertyKey[], words: string) => Place;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is compared of a value in a language: its words, or the words that a quotation gives exactly. */
const wordsOf = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : isObject(value) && typeof value['exact'] === 'string'
      ? value['exact']
      : undefined;

export const NUMBERS_OF_VALUES = pass({
  finds: NUMBER_RULES,
  because: NUMBERS_TOGETHER,
  check: on('value', (value, place) => bilingualFindings(value, place)),
});

/**
 * What is wrong between the languages of everything in a value that is in several: whatever has words under the keys of two languages, of
 * which the first governs, at any depth, so that no field has to be named here.
 */
function bilingualFindings(value: unknown, place: ValuePlace, path: readonly PropertyKey[] = []): Finding[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => bilingualFindings(item, place, [...path, index]));
  if (!isObject(value)) return [];
  const [governing, ...others] = Object.keys(value).filter(isLocale);
  const text = governing && wordsOf(value[governing]);
  const at = (language: string) => (words: string) => place([...path, language], words);
  const own =
    governing === undefined || text === undefined
      ? []
      : others.flatMap((locale): Finding[] => {
          const other = wordsOf(value[locale]);
          if (other === undefined) return [];
          const places = { zhPlace: at(governing), otherPlace: at(locale) };
          return numberFindings({
            zh: text,
            other,
            original: governing,
            locale,
            isCut: typeof value[governing] !== 'string',
            ...places,
          });
        });
  return [...own, ...Object.entries(value).flatMap(([key, item]) => bilingualFindings(item, place, [...path, key]))];
}
