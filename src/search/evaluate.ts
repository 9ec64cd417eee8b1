import type { ListedPostings, Postings } from './chunk.ts';
import type { Condition } from './query.ts';
import { pairTokens, singleToken, stemToken } from './tokens.ts';
import type { Unit } from './units.ts';
import type { Volume } from './volume.ts';

/** How well a document meets a condition. */
export interface Evidence {
  /** Matches; single units and stems are counted up to three. */
  readonly count: number;
  /** How early the first one is, counted in units. */
  readonly first: number;
  /** The match is the whole title, or the document's own number. */
  readonly whole: boolean;
}

export type Matches = ReadonlyMap<number, Evidence>;

/** A token of a phrase, and how many places after the phrase's beginning it stands. */
interface PlacedToken {
  readonly token: string;
  readonly offset: number;
}

/**
 * Every second pair of a phrase, and its last: together they have all of its units. Since the pairs of a text overlap
 * and two places never lie across the end of a passage, what stands between them is the pair left out.
 */
function coveringTokens(units: readonly Unit[]): PlacedToken[] {
  const tokens = pairTokens(units).map((token, offset) => ({ token, offset }));
  return tokens.filter(({ offset }) => offset % 2 === 0 || offset === tokens.length - 1);
}

/** Where a phrase can begin in each document, by those of its tokens that were looked at. */
type Beginnings = Map<number, readonly number[]>;

function narrow(beginnings: Beginnings | undefined, postings: Postings, offset: number): Beginnings {
  const narrowed: Beginnings = new Map();
  if (!beginnings) {
    for (const [document, positions] of postings)
      narrowed.set(
        document,
        positions.map((position) => position - offset),
      );
    return narrowed;
  }
  for (const [document, places] of beginnings) {
    const positions = new Set(postings.get(document));
    const kept = places.filter((place) => positions.has(place + offset));
    if (kept.length > 0) narrowed.set(document, kept);
  }
  return narrowed;
}

/** How many tokens are loaded at once: where the first ones rule a volume out, the others are never loaded. */
const AT_ONCE = 4;

async function pairMatches(volume: Volume, units: readonly Unit[]): Promise<Matches> {
  const tokens = coveringTokens(units);
  let beginnings: Beginnings | undefined;
  for (let at = 0; at < tokens.length && beginnings?.size !== 0; at += AT_ONCE) {
    const some = tokens.slice(at, at + AT_ONCE);
    const postings = await Promise.all(some.map(({ token }) => volume.postings(token)));
    for (const [index, { offset }] of some.entries())
      beginnings = narrow(beginnings, postings[index] ?? new Map(), offset);
  }
  const matches = new Map<number, Evidence>();
  for (const [document, places] of beginnings ?? []) {
    const first = places[0] ?? 0;
    const whole = first === 0 && volume.documents[document]?.titlePairs === units.length - 1;
    matches.set(document, { count: places.length, first, whole });
  }
  return matches;
}

/** Matches of a token that the closing list of each document holds. */
function listedMatches(postings: ListedPostings): Matches {
  return new Map(Array.from(postings, ([document, { count, first }]) => [document, { count, first, whole: false }]));
}

/** The documents of a volume that meet one condition. */
export async function matchCondition(volume: Volume, condition: Condition): Promise<Matches> {
  if (condition.kind === 'stem') return listedMatches(await volume.listed(stemToken(condition.unit)));
  const [only, ...rest] = condition.units;
  if (!only) return new Map();
  if (rest.length === 0) return listedMatches(await volume.listed(singleToken(only)));
  return pairMatches(volume, condition.units);
}

/** The documents that meet all of them: as often as the rarest, as early as the earliest. */
export async function matchAll(volume: Volume, conditions: readonly Condition[]): Promise<Matches> {
  const [first = new Map<number, Evidence>(), ...others] = await Promise.all(
    conditions.map((condition) => matchCondition(volume, condition)),
  );
  return others.reduce<Matches>((kept, matches) => {
    const both = new Map<number, Evidence>();
    for (const [document, evidence] of kept) {
      const further = matches.get(document);
      if (!further) continue;
      both.set(document, {
        count: Math.min(evidence.count, further.count),
        first: Math.min(evidence.first, further.first),
        whole: evidence.whole && further.whole,
      });
    }
    return both;
  }, first);
}
