import porter2 from 'wink-porter2-stemmer';
import { hasStem } from './tokens.ts';
import type { Unit } from './units.ts';

/*
 * The stems of Pagefind's English index, so that a result can mark the word that was found. Pagefind stems by the English
 * algorithm of Snowball 3, which is Porter's second with a few more exceptions; they are added here. A test compares both.
 */

/** Beginnings that Snowball 3 keeps whole (organ-ization is no organ); the algorithm does so for `gener` since ever. */
const KEPT_BEGINNINGS = /^(?:univers|organ|emerg|inter|past)(?=.)/;
const KEPT = 'gener';
/** `add`, `egg`, `err` keep their double letter before an ending. */
const SHORT_DOUBLE = /^([aeo]([bdfgmnprt])\2)(?:ed|edly|ing|ingly)$/;

function stemWord(word: string): string {
  const short = SHORT_DOUBLE.exec(word)?.[1];
  if (short !== undefined) return short;
  const beginning = KEPT_BEGINNINGS.exec(word)?.[0];
  if (beginning === undefined) return porter2(word);
  return beginning + porter2(KEPT + word.slice(beginning.length)).slice(KEPT.length);
}

/** What an English word is found by: its stem. Numbers, Han characters and other scripts are their own stems. */
export function stemOf(unit: Unit): string {
  return hasStem(unit) ? stemWord(unit.text) : unit.text;
}
