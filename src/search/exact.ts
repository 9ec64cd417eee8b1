import { type Evidence, type Matches, matchAll, matchCondition } from './evaluate.ts';
import type { VolumeEntry } from './index-format.ts';
import type { Condition, Query } from './query.ts';
import { numberToken } from './tokens.ts';
import type { Volume } from './volume.ts';

/** What a document of this volume must have to contain the query. */
export function conditionsFor(volume: Volume, query: Query): readonly Condition[] {
  return volume.entry.locale === 'en' ? query.stemmed : query.literal;
}

/** Whether any document of a volume can contain the query: volumes say which words they have that are not of their script. */
export function mayContain({ locale, foreign }: VolumeEntry, query: Query): boolean {
  const kind = locale === 'zh' ? 'word' : 'han';
  return foreign === undefined || query.phrase.every((unit) => unit.kind !== kind || foreign.includes(unit.text));
}

async function numberMatches(volume: Volume, canonical: string): Promise<Matches> {
  const [own, mentioned] = await Promise.all([
    volume.listed(numberToken(canonical, 'own')),
    volume.listed(numberToken(canonical, 'mentioned')),
  ]);
  const matches = new Map<number, Evidence>();
  for (const document of mentioned.keys()) matches.set(document, { count: 1, first: 0, whole: false });
  for (const document of own.keys()) matches.set(document, { count: 1, first: 0, whole: true });
  return matches;
}

/** Later maps add documents, and better evidence for those already found. */
function unite(...all: readonly Matches[]): Matches {
  const united = new Map<number, Evidence>();
  for (const matches of all)
    for (const [document, evidence] of matches) {
      const known = united.get(document);
      united.set(document, {
        count: Math.max(known?.count ?? 0, evidence.count),
        first: Math.min(known?.first ?? Number.POSITIVE_INFINITY, evidence.first),
        whole: (known?.whole ?? false) || evidence.whole,
      });
    }
  return united;
}

/** A document in which the words stand together counts as many times more as they do. */
const TOGETHER = 100;

/** Where words match by stem, those documents come first in which they stand as they were typed, one after another. */
async function preferTogether(volume: Volume, query: Query, matches: Matches): Promise<Matches> {
  if (matches.size === 0 || query.phrase.length < 2) return matches;
  const together = await matchCondition(volume, { kind: 'phrase', units: query.phrase });
  return new Map(
    Array.from(matches, ([document, evidence]) => {
      const phrase = together.get(document);
      if (!phrase) return [document, evidence];
      return [document, { count: phrase.count * TOGETHER, first: phrase.first, whole: phrase.whole }];
    }),
  );
}

/** The documents of a volume that contain the query, by the definition in match.ts, by stem, or as a document number. */
export async function exactMatches(volume: Volume, query: Query): Promise<Matches> {
  if (!mayContain(volume.entry, query)) return new Map();
  const conditions = conditionsFor(volume, query);
  const [matches, numbered] = await Promise.all([
    matchAll(volume, conditions),
    query.number === undefined ? new Map<number, Evidence>() : numberMatches(volume, query.number),
  ]);
  const ordered =
    conditions === query.stemmed && conditions.length > 1 ? await preferTogether(volume, query, matches) : matches;
  return unite(ordered, numbered);
}

/** How many of the query's words each document has; documents with none are left out. */
export async function wordMatches(volume: Volume, query: Query): Promise<ReadonlyMap<number, ReadonlySet<number>>> {
  const found = new Map<number, Set<number>>();
  const all = await Promise.all(
    query.words.map((units) => matchCondition(volume, wordCondition(volume.entry.locale === 'en', units))),
  );
  for (const [word, matches] of all.entries())
    for (const document of matches.keys()) {
      const words = found.get(document) ?? new Set();
      words.add(word);
      found.set(document, words);
    }
  return found;
}

/** A word alone matches by its stem where the language does so. */
export function wordCondition(byStem: boolean, units: Query['phrase']): Condition {
  const [unit] = units;
  return byStem && unit?.kind === 'word' && units.length === 1 ? { kind: 'stem', unit } : { kind: 'phrase', units };
}
