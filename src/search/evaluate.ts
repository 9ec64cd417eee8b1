import type { Bundle } from './bundle.ts';
import type { Postings } from './index-format.ts';
import type { Condition } from './query.ts';
import { pairTokens, singleToken, stemToken } from './tokens.ts';
import type { Unit } from './units.ts';

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

/** Positions at which every token stands one place after the one before. */
function consecutive(lists: readonly (readonly number[])[]): number[] {
  const [first = [], ...others] = lists;
  const sets = others.map((list) => new Set(list));
  return first.filter((position) => sets.every((set, offset) => set.has(position + offset + 1)));
}

async function pairMatches(bundle: Bundle, units: readonly Unit[]): Promise<Matches> {
  const all = await Promise.all(pairTokens(units).map((token) => bundle.postings(token)));
  const rarest = all.reduce((least, postings) => (postings.size < least.size ? postings : least));
  const matches = new Map<number, Evidence>();
  for (const document of rarest.keys()) {
    const lists = all.map((postings) => postings.get(document) ?? []);
    const positions = lists.some((list) => list.length === 0) ? [] : consecutive(lists);
    const [first] = positions;
    if (first === undefined) continue;
    const whole = first === 0 && bundle.table.documents[document]?.titlePairs === units.length - 1;
    matches.set(document, { count: positions.length, first, whole });
  }
  return matches;
}

/** Matches of a token that the closing list of each document holds, in the order of first places. */
function listedMatches(bundle: Bundle, postings: Postings): Matches {
  return new Map(
    Array.from(postings, ([document, positions]) => {
      const listStart = bundle.table.documents[document]?.listStart ?? 0;
      return [document, { count: positions.length, first: (positions[0] ?? 0) - listStart, whole: false }];
    }),
  );
}

/** The documents of a bundle that meet one condition. */
export async function matchCondition(bundle: Bundle, condition: Condition): Promise<Matches> {
  if (condition.kind === 'stem') return listedMatches(bundle, await bundle.postings(stemToken(condition.unit)));
  const [only, ...rest] = condition.units;
  if (!only) return new Map();
  if (rest.length === 0) return listedMatches(bundle, await bundle.postings(singleToken(only)));
  return pairMatches(bundle, condition.units);
}

/** The documents that meet all of them: as often as the rarest, as early as the earliest. */
export async function matchAll(bundle: Bundle, conditions: readonly Condition[]): Promise<Matches> {
  const [first = new Map<number, Evidence>(), ...others] = await Promise.all(
    conditions.map((condition) => matchCondition(bundle, condition)),
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
