import { states } from '../../language/quantities/compare.ts';
import { contrastsIn } from '../../language/quantities/contrasts.ts';
import { bareKind, isYearNumber, type Quantity, readQuantities } from '../../language/quantities/index.ts';
import { type Locale, languageOf } from '../../model/locale.ts';
import type { Statement } from './claims.ts';

/** Two values of a text, of which each is stated with the words that stand beside the other here. */
export interface ExchangedClaims {
  readonly one: Quantity;
  readonly other: Quantity;
}

/** A value that is told of one year or thing, and the statement that tells it of another. */
export interface MovedClaim {
  readonly claim: Quantity;
  /** The words that name the year or thing. */
  readonly toldOf: string;
  readonly statement: Statement;
}

/** What parts a sentence into statements of one value each. */
const PART = /[，。；：、！？（）,;:!?()\n\t]|\.(?=\s|$)|\s(?:and|while|whereas)\s|以及|其中/gu;
/** Words that are beside any value. */
const COMMON =
  /^(?:and|the|for|from|per|are|was|were|has|have|had|been|being|with|than|that|which|will|this|these|its|their|all|more|less|about|year)$/;

/** A year, lot, place or the like that a value may be told of, and the words that name it. */
interface Anchor {
  readonly family: string;
  readonly key: string;
  readonly name: string;
}

/** The part of a sentence that a value stands in: its words, and what it may be told of. */
interface Part {
  readonly words: ReadonlySet<string>;
  readonly anchors: readonly Anchor[];
}

/** A year that names a document, and not the time of a value: “the 2025 reply”. */
const OF_DOCUMENT = /^年?(?:度)?\s?(?:答复|报告|计划|方案|reply|report|letter|plan)/i;

/** Gives the part of a sentence that a value stands in. */
export type PartReader = (text: string, quantity: Quantity) => Part;

/** A reader of parts in one language, which reads each text once, however many of its values are asked for. */
export function partReader(locale: Locale): PartReader {
  const read = new Map<string, ReadText>();
  return (text, quantity) => {
    const known = read.get(text) ?? readText(text, locale);
    read.set(text, known);
    return partOf(text, known, quantity, locale);
  };
}

/** The quantities of a text, and where it is cut into parts. */
interface ReadText {
  readonly quantities: readonly Quantity[];
  readonly cuts: readonly (readonly [from: number, to: number])[];
}

function readText(text: string, locale: Locale): ReadText {
  const quantities = readQuantities(text, locale) ?? [];
  const isInside = (at: number) => quantities.some((own) => own.start < at && at < own.end);
  const cuts = [...text.matchAll(PART)].flatMap(({ index, 0: { length } }) =>
    isInside(index) ? [] : [[index, index + length] as const],
  );
  return { quantities, cuts };
}

function partOf(text: string, { quantities, cuts }: ReadText, { start, end }: Quantity, locale: Locale): Part {
  const from = cuts.findLast(([, to]) => to <= start)?.[1] ?? 0;
  const to = cuts.find(([at]) => at >= end)?.[0] ?? text.length;
  const within = quantities.filter((own) => own.start >= from && own.end <= to);
  // Of several values in one part, English names what is counted after each, and Chinese before.
  const others = within.filter((own) => /\d/.test(own.text) && !isYearTold(own) && own.start !== start);
  const last = others.findLast((own) => own.end <= start)?.end;
  const next = others.find((own) => own.start >= end)?.start;
  const isEnglish = languageOf(locale).figures === 'english';
  const before = text.slice(last === undefined ? from : isEnglish ? start : last, start);
  const after = text.slice(end, next === undefined ? to : isEnglish ? next : end);
  const isBeside =
    others.length === 0
      ? () => true
      : (at: number) => (isEnglish ? at >= end && at < (next ?? to) : at >= (last ?? from) && at < start);
  return {
    words: wordsOf(`${before} ${after}`, locale),
    anchors: anchorsIn(text, within, [from, to], locale).filter(({ at }) => isBeside(at)),
  };
}

/** What values may be told of in a part of a text: years, lots by their ordinals, and one of several things. */
function anchorsIn(
  text: string,
  within: readonly Quantity[],
  [from, to]: readonly [number, number],
  locale: Locale,
): (Anchor & { readonly at: number })[] {
  const told = within.flatMap((own) => {
    const named = { name: own.text, at: own.start };
    if (isYearTold(own))
      return OF_DOCUMENT.test(text.slice(own.end)) ? [] : [{ family: 'year', key: own.value.slice(0, 4), ...named }];
    return own.ordinal && own.kind === 'number' ? [{ family: 'nth', key: own.value, ...named }] : [];
  });
  const { figures } = languageOf(locale);
  const things = figures === undefined ? [] : contrastsIn(text.slice(from, to), figures === 'chinese' ? 'zh' : 'en');
  return [
    ...told,
    ...things.map(({ family, key, start, end }) => ({
      ...{ family, key, at: from + start },
      name: text.slice(from + start, from + end),
    })),
  ];
}

const isYearTold = ({ kind, value }: Quantity) =>
  (kind === 'number' && isYearNumber(value)) || kind === 'year-month' || kind === 'date';

/** The words of some text: of English their first five letters, which endings leave alone; of Chinese every two characters. */
function wordsOf(text: string, locale: Locale): ReadonlySet<string> {
  if (languageOf(locale).figures === 'english')
    return new Set(
      (text.toLowerCase().match(/[a-z]{3,}/g) ?? [])
        .filter((word) => !COMMON.test(word))
        .map((word) => word.slice(0, 5)),
    );
  const runs = text.match(/\p{Script=Han}{2,}/gu) ?? [];
  return new Set(runs.flatMap((run) => Array.from(run.slice(1), (_, index) => run.slice(index, index + 2))));
}

const inCommon = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].filter((word) => other.has(word)).length;

/** The claims of a text, and what they rest on. */
export interface ToldClaims {
  readonly text: string;
  readonly locale: Locale;
  readonly claims: readonly Quantity[];
  readonly sources: readonly Statement[];
  readonly read: PartReader;
}

/** The statements of a claim in words of its language, each with the part of the sentence that it is in. */
function statedIn(claim: Quantity, { locale, sources, read }: ToldClaims) {
  return sources.flatMap((statement) =>
    statement.text !== undefined && statement.locale === locale && states(claim, statement.quantity)
      ? [{ statement, part: read(statement.text, statement.quantity) }]
      : [],
  );
}

/** More claims than this are not compared with one another. */
const MOST_CLAIMS = 40;

/**
 * The values of a text that have changed places: in the sources each stands with the words that are beside the other here. What the text
 * says in words of its own is not compared.
 */
export function exchangedClaims(told: ToldClaims): ExchangedClaims[] {
  const { text, claims, read } = told;
  if (claims.length < 2 || claims.length > MOST_CLAIMS) return [];
  const compared = claims.map((claim) => ({
    claim,
    own: read(text, claim).words,
    stated: statedIn(claim, told).map(({ part }) => part.words),
  }));
  const likeness = (own: ReadonlySet<string>, stated: readonly ReadonlySet<string>[]) =>
    Math.max(0, ...stated.map((words) => inCommon(own, words)));
  return compared.flatMap((one, index) =>
    compared.slice(index + 1).flatMap((other): ExchangedClaims[] => {
      if (bareKind(one.claim.kind) !== bareKind(other.claim.kind) || one.claim.value === other.claim.value) return [];
      const straight = [likeness(one.own, one.stated), likeness(other.own, other.stated)] as const;
      const crossed = [likeness(one.own, other.stated), likeness(other.own, one.stated)] as const;
      const isCrossed =
        crossed.every((like, at) => like > 0 && like >= (straight[at] ?? 0)) &&
        crossed[0] + crossed[1] > straight[0] + straight[1];
      return isCrossed ? [{ one: one.claim, other: other.claim }] : [];
    }),
  );
}

/** The values of a text that it tells of one year or thing and the sources of another, where they tell other values of that one. */
export function movedClaims(told: ToldClaims): MovedClaim[] {
  const { text, locale, claims, sources, read } = told;
  return claims.flatMap((claim): MovedClaim[] => {
    const { anchors } = read(text, claim);
    const isAlone = ({ family, key }: Anchor) => anchors.every((other) => other.family !== family || other.key === key);
    const anchor = anchors.find(isAlone);
    if (anchor === undefined) return [];
    const { family, key, name } = anchor;
    const keysOf = (part: Part) => [
      ...new Set(part.anchors.flatMap((own) => (own.family === family ? [own.key] : []))),
    ];
    const stated = statedIn(claim, told);
    const first = stated.find(({ part }) => keysOf(part).length === 1);
    if (first === undefined || stated.some(({ part }) => keysOf(part).includes(key))) return [];
    const isOfAnother = sources.some(
      ({ quantity, text: words, locale: own }) =>
        words !== undefined &&
        own === locale &&
        bareKind(quantity.kind) === bareKind(claim.kind) &&
        quantity.value !== claim.value &&
        !isYearNumber(quantity.value) &&
        !quantity.ordinal &&
        keysOf(read(words, quantity)).join() === key,
    );
    return isOfAnother ? [{ claim, toldOf: name, statement: first.statement }] : [];
  });
}
