import { type Locale, languageOf } from '../model/locale.ts';
import { type NormalText, normalise } from './normalise.ts';

/**
 * What a unit is: one Han character, one letter of a script other than Latin (whose words may take endings, so that a part of a word
 * is looked for), a whole number, a whole run of Latin letters, or one other sign.
 */
type UnitKind = 'han' | 'letter' | 'number' | 'word' | 'mark';

/** The smallest thing that search compares. A match covers whole units, so it never cuts a number or a word. */
export interface Unit {
  readonly kind: UnitKind;
  /** As compared: normalised, without thousands separators. */
  readonly text: string;
  /** Where it is in the original text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const PATTERN =
  /(?<han>[\p{Unified_Ideograph}〇々])|(?<grouped>\p{Nd}{1,3}(?:,\p{Nd}{3})+(?!\p{Nd})(?:\.\p{Nd}+)*)|(?<number>\p{Nd}+(?:\.\p{Nd}+)*)|(?<letter>(?![\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])\p{L}\p{M}*)|(?<word>(?:(?=[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])[\p{L}\p{M}])+)|(?<mark>\S)/uy;

/** Whether each comma in a run of digits groups thousands: an ASCII comma, or a wide one between wide digits. */
function groupsThousands(original: string, { startOf }: NormalText, from: number, digits: string): boolean {
  for (let at = digits.indexOf(','); at >= 0; at = digits.indexOf(',', at + 1)) {
    const source = startOf(from + at);
    if (original[source] !== ',' && !/[\uff10-\uff19]/.test(original[source - 1] ?? '')) return false;
  }
  return true;
}

const LETTER = /(?![\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\p{Script=Han}])\p{L}/u;

/** Splits a text into units. White space separates units; between words that are split into letters it is a unit itself, of kind `mark`. */
export function unitsOf(original: string): Unit[] {
  const normal = normalise(original);
  const { text, startOf, endOf } = normal;
  const units: Unit[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === ' ') {
      const [before, after] = [units.at(-1), text[at + 1] ?? ''];
      if (before?.kind === 'letter' && LETTER.test(after))
        units.push({ kind: 'mark', text: ' ', start: startOf(at), end: endOf(at) });
      at += 1;
      continue;
    }
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) {
      units.push({ kind: 'han', text: text.charAt(at), start: startOf(at), end: endOf(at) });
      at += 1;
      continue;
    }
    PATTERN.lastIndex = at;
    const found = PATTERN.exec(text);
    const groups = found?.groups;
    if (!found || !groups) {
      at += 1;
      continue;
    }
    let matched = found[0];
    let kind: UnitKind = 'mark';
    if (groups['han'] !== undefined) kind = 'han';
    else if (groups['letter'] !== undefined) kind = 'letter';
    else if (groups['word'] !== undefined) kind = 'word';
    else if (groups['mark'] === undefined) {
      kind = 'number';
      // A wide comma between numbers lists them (24，368座): only the digits before it are one number.
      if (groups['grouped'] !== undefined && !groupsThousands(original, normal, at, matched))
        matched = matched.slice(0, matched.indexOf(','));
    }
    const last = at + matched.length - 1;
    units.push({
      kind,
      text: kind === 'number' ? matched.replaceAll(',', '') : matched,
      start: startOf(at),
      end: endOf(last),
    });
    at += matched.length;
  }
  return units;
}

/** Whether a unit means something by itself: signs do not. */
export function isTelling(unit: Unit): boolean {
  return unit.kind !== 'mark';
}

/** The units of scripts whose words are not split into letters. */
const KIND_OF_SCRIPT: Readonly<Record<string, UnitKind>> = { Han: 'han', Latin: 'word' };

/** Whether a unit is of another script than a language's own. */
export function isForeign({ kind }: Pick<Unit, 'kind'>, locale: Locale): boolean {
  return kind !== 'number' && kind !== 'mark' && kind !== (KIND_OF_SCRIPT[languageOf(locale).script] ?? 'letter');
}
