import { stemOf } from './stem.ts';
import type { Unit } from './units.ts';

/*
 * Tokens are what the index holds: runs of letters and digits in lower case. What stands before them and signs are
 * written as letters of the Yi syllabary, so that no token of one kind is one of another; Yi text itself is written by
 * its code points like any rare character.
 */

/** Between the two units of a pair where one of them is not a single Han character. */
const JOINT = '\ua000';
/** Opens and closes a character written by its code point. */
const ESCAPE = '\ua001';
/** Before a single unit, a stem, a document's own number and a number that it mentions. */
const SINGLE = '\ua002';
const STEM = '\ua003';
const OWN_NUMBER = '\ua004';
const MENTIONED_NUMBER = '\ua005';
/** Whether a token is a stem. */
export function isStem(token: string): boolean {
  return token[0] === STEM;
}

/** Signs that are common in official texts, one letter each. Their order is part of the index's format. */
const SIGNS = ',.;:!?、。()《》"\'-—~·%/+=<>&@#*×…°￥$[]{}|^_`\\';
const FIRST_SIGN = 0xa010;

const SIGN_LETTERS: ReadonlyMap<string, string> = new Map(
  Array.from(SIGNS, (sign, index) => [sign, String.fromCharCode(FIRST_SIGN + index)] as const),
);

function spellCharacter(character: string): string {
  if (/^[a-z0-9\u3400-\u4dbf\u4e00-\u9fff]$/.test(character)) return character;
  return SIGN_LETTERS.get(character) ?? ESCAPE + (character.codePointAt(0) ?? 0).toString(16) + ESCAPE;
}

/** A unit's text in letters and digits only. Different texts are spelled differently. */
export function spell(text: string): string {
  if (/^[a-z0-9\u3400-\u4dbf\u4e00-\u9fff]+$/.test(text)) return text;
  return Array.from(text, spellCharacter).join('');
}

/** Nearly all units are one Han character of one UTF-16 unit: two of those need no joint, and no spelling. */
const isPlain = ({ kind, text }: Unit) => kind === 'han' && text.length === 1;

/** The tokens of all neighbouring units of a text, in order. */
export function pairTokens(units: readonly Unit[]): string[] {
  const tokens: string[] = [];
  let [before, beforePlain] = ['', false];
  for (const unit of units) {
    const plain = isPlain(unit);
    const spelled = plain ? unit.text : spell(unit.text);
    if (before !== '') tokens.push(before + (plain && beforePlain ? '' : JOINT) + spelled);
    before = spelled;
    beforePlain = plain;
  }
  return tokens;
}

/** The token by which a document is found that contains a unit anywhere. */
export function singleToken(unit: Unit): string {
  return SINGLE + spell(unit.text);
}

/** The token by which a document is found that contains any form of a word. */
export function stemToken(unit: Unit): string {
  return STEM + spell(stemOf(unit));
}

/** Tokens of a document number, with and without its series: the document's own, or one that its text mentions. */
export function numberToken(canonical: string, whose: 'own' | 'mentioned'): string {
  return (whose === 'own' ? OWN_NUMBER : MENTIONED_NUMBER) + spell(canonical);
}
