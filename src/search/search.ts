import type { Locale } from '../model/locale.ts';
import type { Matches } from './evaluate.ts';
import { conditionsFor, exactMatches, mayContain, wordCondition, wordMatches } from './exact.ts';
import { countFacets, type FacetCounts, type Filters, passesAll } from './filters.ts';
import { type Found, joinVersions, type Order, sortFound, type Version } from './found.ts';
import { termsInOtherLanguages } from './glossary-match.ts';
import type { SharedEntries, VolumeEntry } from './index-format.ts';
import { figuresFor } from './quantities.ts';
import { type Condition, parseQuery, type Query } from './query.ts';
import { type Result, showResult } from './results.ts';
import { type IndexSource, once, openVolume, readShared, remember, type Volume } from './volume.ts';

export interface SearchRequest {
  readonly text: string;
  /** The reader's language: its version of a document is shown where both match. */
  readonly locale: Locale;
  readonly filters: Filters;
  readonly order: Order;
  /** How many results are shown. */
  readonly limit: number;
}

/** Results that share how they match. Groups are shown apart, each under a line that says what it is. */
export interface ResultGroup {
  readonly kind: 'exact' | 'all-words' | 'most-words' | 'other-language';
  /** How many documents there are, before any limit. */
  readonly total: number;
  readonly results: readonly Result[];
  /** The words looked for, in the groups that look for words. */
  readonly words: readonly string[];
  /** The glossary's term and what it is called, in the group of the other language. */
  readonly term?: { readonly from: string; readonly to: string; readonly locale: Locale };
}

export type FigureResult = SharedEntries['figures'][number];

export interface SearchOutcome {
  /** What was looked for; empty where nothing in the text can be. */
  readonly text: string;
  readonly wasCut: boolean;
  /** A single character was asked for, which finds much. */
  readonly broad: boolean;
  readonly figures: readonly FigureResult[];
  readonly groups: readonly ResultGroup[];
  /** Over all that was found, before filters; none where nothing was. */
  readonly facets: FacetCounts | undefined;
  /** How many documents were found, before filters. */
  readonly unfiltered: number;
  readonly labels: Pick<SharedEntries, 'topics' | 'answered'>;
  /** The years that have replies. */
  readonly replyYears: readonly string[];
}

/** How many results are shown before the others are there: as many texts as a browser asks a server for at once. */
const EARLY_RESULTS = 3;
/** How many results of the other language are shown. */
const OTHER_LANGUAGE_RESULTS = 3;

export interface Searcher {
  /** Loads what searches in a language need: what is shared, and the tables of its volumes. */
  warm(locale: Locale): Promise<void>;
  /** `early` is told the first results as soon as they are there, where more are on their way. */
  search(request: SearchRequest, early?: (outcome: SearchOutcome) => void): Promise<SearchOutcome>;
}

type Matched = readonly (readonly [Volume, Matches])[];

/** A query wholly between curly quotes: they may be the text's own, or the reader's. */
const CURLY = /^[“「『](.+)[”」』]$/su;

/** Searches an index. What was loaded is kept for the next query; what failed is asked for again. */
export function createSearcher(source: IndexSource): Searcher {
  const list = once(() => source.list());
  const shared = once(async () => readShared(source, (await list()).shared));
  const open = remember((entry: VolumeEntry) => openVolume(source, entry));

  /** Asks every volume that may have something, all at once. */
  async function ask(
    query: Query,
    wanted: (locale: Locale) => boolean,
    matches: (volume: Volume) => Promise<Matches>,
  ): Promise<Matched> {
    const { volumes } = await list();
    const asked = volumes.filter((entry) => wanted(entry.locale) && mayContain(entry, query));
    return Promise.all(
      asked.map(async (entry) => {
        const volume = await open(entry);
        return [volume, await matches(volume)] as const;
      }),
    );
  }

  async function show(found: readonly Found[], limit: number, conditions: (version: Version) => readonly Condition[]) {
    const results = await Promise.all(found.slice(0, limit).map((one) => showResult(one, conditions)));
    return results.filter((result) => result !== undefined);
  }

  async function exactly(query: Query, locale: Locale): Promise<Found[]> {
    const matched = await ask(
      query,
      () => true,
      (volume) => exactMatches(volume, query),
    );
    return joinVersions(matched, locale);
  }

  /** Documents with all of the words, or else with at least half of them; those with more words first. */
  async function partly(query: Query, request: SearchRequest) {
    const matched = await ask(
      { ...query, phrase: [] },
      (locale) => !query.hasHan || locale === 'zh',
      async (volume) =>
        new Map(
          Array.from(await wordMatches(volume, query), ([document, words]) => [
            document,
            { count: words.size, first: 0, whole: false },
          ]),
        ),
    );
    const found = joinVersions(matched, request.locale);
    const all = found.filter(({ evidence }) => evidence.count === query.words.length);
    const most = found.filter(({ evidence }) => evidence.count * 2 >= query.words.length);
    return all.length > 0 ? { kind: 'all-words' as const, found: all } : { kind: 'most-words' as const, found: most };
  }

  async function inOtherLanguages(query: Query, terms: SharedEntries['terms']): Promise<ResultGroup[]> {
    return Promise.all(
      termsInOtherLanguages(query.text, terms).map(async ({ term, locale, forms }) => {
        const queries = forms.map((form) => parseQuery(form)).filter((form) => form !== undefined);
        const matched = await Promise.all(
          queries.map((form) =>
            ask(
              form,
              (other) => other === locale,
              (volume) => exactMatches(volume, form),
            ),
          ),
        );
        const found = sortFound(joinVersions(matched.flat(), locale), 'relevance').map(onceEach);
        const conditions = (version: Version) => queries.flatMap((form) => conditionsFor(version.volume, form));
        return {
          kind: 'other-language' as const,
          total: found.length,
          results: await show(found, OTHER_LANGUAGE_RESULTS, conditions),
          words: forms,
          term: { from: term, to: forms[0] ?? '', locale },
        };
      }),
    );
  }

  async function search(request: SearchRequest, early?: (outcome: SearchOutcome) => void): Promise<SearchOutcome> {
    const query = parseQuery(request.text);
    const sharing = shared();
    // Awaited below: where the search itself fails first, nobody else hears of this.
    sharing.catch(() => undefined);
    const replyYears = (await list()).volumes.flatMap(({ years }) => years);
    if (!query) {
      const { topics, answered } = await sharing;
      return {
        text: '',
        wasCut: false,
        broad: false,
        figures: [],
        groups: [],
        facets: undefined,
        unfiltered: 0,
        labels: { topics, answered },
        replyYears,
      };
    }
    let asked = query;
    let kind: ResultGroup['kind'] = 'exact';
    let found = await exactly(query, request.locale);
    const inner = CURLY.exec(query.text)?.[1];
    const unquoted = found.length === 0 && inner !== undefined ? parseQuery(`"${inner}"`) : undefined;
    if (unquoted) {
      asked = unquoted;
      found = await exactly(asked, request.locale);
    }
    if (found.length === 0 && asked.words.length > 0) ({ kind, found } = await partly(asked, request));
    const { terms, figures, topics, answered } = await sharing;
    const facets = countFacets(
      found.map(({ entry }) => entry),
      request.filters,
    );
    const kept = sortFound(
      found.filter(({ entry }) => passesAll(entry, request.filters)),
      request.order,
    );
    const conditions = ({ volume }: Version) =>
      kind === 'exact'
        ? conditionsFor(volume, asked)
        : asked.words.map((units) => wordCondition(volume.entry.locale === 'en', units));
    const outcome = (results: readonly Result[], others: readonly ResultGroup[]): SearchOutcome => {
      const words = kind === 'exact' ? [] : asked.words.map((units) => units.map((unit) => unit.text).join(''));
      const main: ResultGroup = { kind, total: kept.length, results, words };
      return {
        text: query.text,
        wasCut: query.wasCut,
        broad: asked.phrase.length === 1 && asked.phrase[0]?.kind === 'han',
        figures: figuresFor(asked.text, { terms, figures, topics, answered }, request.locale),
        groups: [...(found.length > 0 ? [main] : []), ...others.filter((group) => group.total > 0)],
        facets: found.length > 0 ? facets : undefined,
        unfiltered: found.length,
        labels: { topics, answered },
        replyYears,
      };
    };
    if (early && Math.min(kept.length, request.limit) > EARLY_RESULTS)
      early(outcome(await show(kept, EARLY_RESULTS, conditions), []));
    return outcome(...(await Promise.all([show(kept, request.limit, conditions), inOtherLanguages(asked, terms)])));
  }

  return {
    search,
    async warm(locale) {
      const { volumes } = await list();
      const own = volumes.filter((entry) => entry.locale === locale);
      await Promise.all([shared(), ...own.map(open)]);
    },
  };
}

/** A document found by several forms of a term has one version for each: the first is enough. */
function onceEach(found: Found): Found {
  return { ...found, versions: found.versions.slice(0, 1) };
}
