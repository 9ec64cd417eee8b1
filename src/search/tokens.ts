import { type Locale, languageOf } from '../model/locale.ts';
import type { Unit } from './units.ts';

/*
 * Tokens are the words that Pagefind is given in place of a text: runs of letters and digits in lower case, so that it
 * drops and splits nothing. In Chinese they are the overlapping pairs of units, in English the units. Signs, and what tells
 * kinds of tokens apart, are written as letters of the Yi syllabary; Yi text itself by its code points like any rare character.
 *
 * An English word gets an accent on its last letter. Pagefind ignores accents and endings by default, so it finds a word in any
 * form; with `exactDiacritics`, only the word as it stands, since its other forms end in another letter.
 */

/** Between the two units of a pair where one of them is not a single Han character. */
const JOINT = '\ua000';
/** Opens and closes a character written by its code point. */
const ESCAPE = '\ua001';
/** After a single unit. */
const SINGLE = '\ua002';
/** After a token that ends in a Latin letter but is no word to stem. */
const WHOLE = '\ua003';
/** Before a document's own number, the serial of it, and a number that its text mentions. */
const NUMBER_MARKS = { own: '\ua004', serial: '\ua005', mentioned: '\ua006' } as const;

/** Marks the end of a text: no phrase runs from one text into the next. */
export const TEXT_END = '\ua007';

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
function spell(text: string): string {
  if (/^[a-z0-9\u3400-\u4dbf\u4e00-\u9fff]+$/.test(text)) return text;
  return Array.from(text, spellCharacter).join('');
}

/** Nearly all units are one Han character of one UTF-16 unit: two of those need neither joint nor spelling. */
const isPlain = ({ kind, text }: Unit) => kind === 'han' && text.length === 1;

const ends = (spelled: string) => (/[a-z]$/.test(spelled) ? spelled + WHOLE : spelled);

/** The tokens of all neighbouring units of a text, in order. */
function pairTokens(units: readonly Unit[]): string[] {
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

/** The letters of the alphabet with an accent, where there is such a letter. */
const ACCENTED = 'áḃćḋéḟǵḣíĵḱĺḿńóṕqŕśṫúṽẃẋýź';

/** Whether a unit is a word that has forms in English; others match only as they are. */
export function hasStem({ kind, text }: Unit): boolean {
  return kind === 'word' && /^[a-z]+$/.test(text);
}

function englishToken(unit: Unit): string {
  const { text } = unit;
  if (!hasStem(unit)) return ends(spell(text));
  return text.slice(0, -1) + (ACCENTED[text.charCodeAt(text.length - 1) - 0x61] ?? '');
}

/** The tokens of a text, in order. Where they are pairs, a text of one unit has none. */
export function textTokens(locale: Locale, units: readonly Unit[]): string[] {
  return languageOf(locale).search === 'stems' ? units.map(englishToken) : pairTokens(units);
}

/** The token by which a Chinese document is found that contains a unit anywhere. */
export function singleToken(unit: Unit): string {
  return spell(unit.text) + SINGLE;
}

/** The tokens that stand one after another in every document that contains a phrase, and in no other. */
export function phraseTokens(locale: Locale, units: readonly Unit[]): string[] {
  const [only, ...rest] = units;
  return languageOf(locale).search === 'pairs' && only && rest.length === 0
    ? [singleToken(only)]
    : textTokens(locale, units);
}

/** Words that nearly every English text has, and that have no other forms: loading all their positions would cost much. */
const COMMON: ReadonlySet<string> = new Set(
  'the of and to in for we by with on that a at as an from or this which not'.split(' '),
);

/** Whether a unit has too many positions in English texts to load them where the closing list will do. */
export function isCommon({ kind, text }: Unit): boolean {
  return kind === 'mark' || COMMON.has(text);
}

/** The token by which an English document is found that has a word in any form; of a common word, the one that says so once. */
export function formToken(unit: Unit): string {
  return COMMON.has(unit.text) ? singleToken(unit) : englishToken(unit);
}

/** The token of a document number, with or without its series, or of its serial alone. */
export function numberToken(canonical: string, whose: keyof typeof NUMBER_MARKS): string {
  return NUMBER_MARKS[whose] + spell(canonical);
}
