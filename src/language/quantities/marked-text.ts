import type { Quantity } from './quantity.ts';

/** A name that both languages have a word for, where it stands in a text. */
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
