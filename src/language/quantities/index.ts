import { type Locale, languageOf } from '../../model/locale.ts';
import { readChineseQuantities } from './chinese.ts';
import { readEnglishQuantities } from './english.ts';
import type { Quantity } from './quantity.ts';

export { bareKind, isSpan, isYearNumber, type Quantity } from './quantity.ts';

const READERS = { chinese: readChineseQuantities, english: readEnglishQuantities };

/** The quantities of a text in their order; `undefined` in a language whose numbers nobody reads. */
export function readQuantities(text: string, locale: Locale): Quantity[] | undefined {
  const { figures } = languageOf(locale);
  return figures === undefined ? undefined : READERS[figures](text);
}

/** A name that both languages have a word for, where it is in a text. */
export interface NamedPlace {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** A text with its quantities and the names in it that a glossary knows. */
export interface MarkedText {
  readonly text: string;
  readonly quantities: readonly Quantity[];
  readonly names: readonly NamedPlace[];
}
