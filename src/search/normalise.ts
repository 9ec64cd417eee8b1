/** A text as search compares it, and where each part of it was in the original. */
export interface NormalText {
  readonly text: string;
  /** Where the source of the UTF-16 unit at a place of `text` begins in the original. */
  startOf(place: number): number;
  /** Where it ends. */
  endOf(place: number): number;
}

/** Kinds of one sign that writers and keyboards mix: each kind is compared as its first character. */
const FOLDED_KINDS = [
  '(〔［[【（❲〚',
  ')〕］]】）❳〛',
  '"“”„‟＂「」『』',
  "'‘’‚‛＇",
  '-‐‑‒–—―−﹣－',
  '~～〜∼',
  '·•・‧∙',
  // A zero in characters, typed as the circle that looks like it: 二○二四年.
  '〇○◯',
] as const;

/** Wide forms of ASCII signs, which NFKC makes narrow; listed here for speed. */
const WIDE_SIGNS = Array.from('，：；！？％／．＋＝＆', (sign) => [sign, sign.normalize('NFKC')] as const);

const FOLDS: ReadonlyMap<string, string> = new Map([
  ...WIDE_SIGNS,
  ...FOLDED_KINDS.flatMap((kind) => Array.from(kind, (sign) => [sign, kind.charAt(0)] as const)),
]);

/** A run in which only the case of Latin letters changes, or one character with the marks that NFKC may compose it with. */
const PIECE =
  /[A-Za-z0-9\u3400-\u4dbf\u4e00-\u9fff、。《》,.:;%/]+(?: [A-Za-z0-9\u3400-\u4dbf\u4e00-\u9fff、。《》,.:;%/]+)*(?!\p{M})|\P{M}\p{M}*|\p{M}+/gsu;
const PLAIN = /^[A-Za-z0-9\u3400-\u4dbf\u4e00-\u9fff、。《》,.:;%/ ]+$/;
/** Invisible characters: soft hyphens, zero-width signs, byte order marks, variation selectors. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;

/** A text with lone surrogates replaced, as `toWellFormed` does, which browsers of 2022 do not have. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** Compares one cluster: NFKC, lower case, one sign for each kind of bracket, quote and dash, one kind of space. */
function fold(cluster: string): string {
  const sign = FOLDS.get(cluster);
  if (sign !== undefined) return sign;
  const folded = cluster.normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
  return FOLDS.get(folded) ?? folded.replace(/\s/gu, ' ');
}

/**
 * The one normalisation that the index and a query share: NFKC, lower case, widths, kinds of brackets, quotes and
 * dashes, invisible characters dropped, lone surrogates replaced. White space stays as single spaces: the units
 * (units.ts) leave it out, and thousands separators with it.
 */
export function normalise(original: string): NormalText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  /** How much of the text has not moved: most texts keep their length and need no map. */
  let unmoved = 0;
  for (const { 0: piece, index } of wellFormed(original).matchAll(PIECE)) {
    const plain = piece.length > 1 && PLAIN.test(piece);
    const folded = plain ? piece.toLowerCase() : fold(piece);
    if (folded === ' ' && text.endsWith(' ')) continue;
    const stays = text.length === unmoved && index === unmoved && folded.length === piece.length;
    text += folded;
    if (stays && (plain || folded.length === 1)) {
      unmoved = text.length;
      continue;
    }
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(plain ? index + unit : index);
      ends.push(plain ? index + unit + 1 : index + piece.length);
    }
  }
  return {
    text,
    startOf: (place) => (place < unmoved ? place : (starts[place - unmoved] ?? original.length)),
    endOf: (place) => (place < unmoved ? place + 1 : (ends[place - unmoved] ?? original.length)),
  };
}

/**
 * Characters of traditional Chinese and, place by place, the simplified ones that stand for them: the first that OpenCC gives. Some are
 * characters of simplified Chinese too (覆): they are there twice, first as themselves.
 */
export interface Variants {
  readonly traditional: string;
  readonly simplified: string;
}

function written(text: string, { simplified }: Variants, placeOf: (character: string) => number): string {
  return Array.from(text, (character) => {
    const place = placeOf(character);
    return place < 0 ? character : simplified.charAt(place);
  }).join('');
}

/** A text in simplified characters; the same text where it has no traditional ones. */
export function simplify(text: string, variants: Variants): string {
  return written(text, variants, (character) => variants.traditional.indexOf(character));
}

/** The same, with the second reading of each character that has two: 覆 is 复, as in 答覆, where it would stay as in 覆盖. */
export function simplifyByWord(text: string, variants: Variants): string {
  return written(text, variants, (character) => variants.traditional.lastIndexOf(character));
}

/** At most this many forms in traditional characters are searched. */
const MOST_SPELLINGS = 6;

/**
 * A text in other characters: in traditional ones, of which a simplified one may stand for several, then in simplified ones. `known` has the
 * characters of texts written in traditional ones, including those that simplified Chinese shares with them (里).
 */
export function otherCharacters(text: string, known: Variants): string[] {
  const written = new Map<string, string[]>();
  for (const [place, character] of Array.from(known.simplified).entries()) {
    const spellings = written.get(character) ?? [];
    written.set(character, [...spellings, known.traditional.charAt(place)]);
  }
  let spellings = [''];
  for (const character of text) {
    const choices = written.get(character) ?? [character];
    spellings = spellings.flatMap((before) => choices.map((choice) => before + choice)).slice(0, MOST_SPELLINGS);
  }
  return [...new Set([...spellings, simplify(text, known), simplifyByWord(text, known)])].filter(
    (spelling) => spelling !== text,
  );
}
