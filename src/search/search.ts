import type { Locale } from '../model/locale.ts';
import type { Matches } from './evaluate.ts';
import { conditionsFor, exactMatches, mayContain, wordCondition, wordMatches } from './exact.ts';
import { countFacets, passesAll } from './filters.ts';
import { type Found, joinVersions, sortFound, type Version } from './found.ts';
import { termsInOtherLanguages } from './glossary-match.ts';
import type { SharedEntries, VolumeEntry } from './index-format.ts';
import type { ResultGroup, SearchOutcome, SearchRequest } from './outcome.ts';
import { figuresFor } from './quantities.ts';
import { type Condition, parseQuery, type Query } from './query.ts';
import { showResult } from './results.ts';
import { simplify } from './variants.ts';
import { type IndexSource, once, openVolume, readShared, readVariants, remember, type Volume } from './volume.ts';

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

/** How a query was read, and what contains it so. */
interface Reading {
  readonly asked: Query;
  readonly exact: readonly Found[];
  /** What was typed, in the characters in which it was looked for. */
  readonly text: string;
  readonly simplified: boolean;
}

/** Documents that match in one way, before filters. */
interface MainGroup {
  readonly kind: Exclude<ResultGroup['kind'], 'other-language'>;
  readonly found: readonly Found[];
}

type Matched = readonly (readonly [Volume, Matches])[];

/** A query wholly between curly quotes: they may be the text's own, or the reader's. */
const CURLY = /^[“「『](.+)[”」』]$/su;

/** Searches an index. What was loaded is kept for the next query; what failed is asked for again. */
export function createSearcher(source: IndexSource): Searcher {
  const list = once(() => source.list());
  const shared = once(async () => readShared(source, (await list()).shared));
  const variants = once(async () => readVariants(source, (await list()).variants));
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

  /** Finds what contains a query as it stands; if nothing does, without curly quotes around it, then in simplified characters. */
  async function read(query: Query, locale: Locale): Promise<Reading> {
    const { text } = query;
    const exact = await exactly(query, locale);
    const inner = CURLY.exec(text)?.[1];
    const unquoted = exact.length === 0 && inner !== undefined ? parseQuery(`"${inner}"`) : undefined;
    const asked = unquoted ?? query;
    const found = unquoted ? await exactly(unquoted, locale) : exact;
    if (found.length > 0 || !query.hasHan) return { asked, exact: found, text, simplified: false };
    const known = await variants();
    const simple = parseQuery(simplify(asked.text, known));
    if (!simple || simple.text === asked.text) return { asked, exact: [], text, simplified: false };
    return { asked: simple, exact: await exactly(simple, locale), text: simplify(text, known), simplified: true };
  }

  /** Documents with all of the words, and those with most of them: more than half, or one of two. */
  async function partly(query: Query, request: SearchRequest): Promise<MainGroup[]> {
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
    const words = query.words.length;
    const most = Math.max(1, words === 2 ? 1 : Math.floor(words / 2) + 1);
    return [
      { kind: 'all-words', found: found.filter(({ evidence }) => evidence.count === words) },
      { kind: 'most-words', found: found.filter(({ evidence: { count } }) => count >= most && count < words) },
    ];
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
        simplified: false,
        broad: false,
        figures: [],
        groups: [],
        facets: undefined,
        unfiltered: 0,
        labels: { topics, answered },
        replyYears,
      };
    }
    const { asked, exact, text, simplified } = await read(query, request.locale);
    const groups: readonly MainGroup[] =
      exact.length > 0 || asked.words.length === 0 ? [{ kind: 'exact', found: exact }] : await partly(asked, request);
    const found = groups.flatMap((group) => group.found);
    const { terms, figures, topics, answered } = await sharing;
    const facets = countFacets(
      found.map(({ entry }) => entry),
      request.filters,
    );
    const kept = groups
      .filter((group) => group.found.length > 0)
      .map(({ kind, found: all }) => {
        const passing = all.filter(({ entry }) => passesAll(entry, request.filters));
        return { kind, found: sortFound(passing, request.order) };
      });
    const words = exact.length > 0 ? [] : asked.words.map((units) => units.map((unit) => unit.text).join(''));
    const conditions = ({ volume }: Version) =>
      exact.length > 0
        ? conditionsFor(volume, asked)
        : asked.words.map((units) => wordCondition(volume.entry.locale === 'en', units));
    /** The first results of all groups together, each under its own. */
    const main = (limit: number): Promise<ResultGroup[]> => {
      let left = limit;
      return Promise.all(
        kept.map(async ({ kind, found: all }) => {
          const shown = all.slice(0, left);
          left -= shown.length;
          return { kind, total: all.length, results: await show(shown, shown.length, conditions), words };
        }),
      );
    };
    const outcome = (mains: readonly ResultGroup[], others: readonly ResultGroup[]): SearchOutcome => {
      return {
        text,
        wasCut: query.wasCut,
        simplified,
        broad: asked.phrase.length === 1 && asked.phrase[0]?.kind === 'han',
        figures: figuresFor(asked.text, { terms, figures, topics, answered }, request.locale),
        groups: [...mains, ...others.filter((group) => group.total > 0)],
        facets: found.length > 0 ? facets : undefined,
        unfiltered: found.length,
        labels: { topics, answered },
        replyYears,
      };
    };
    const total = kept.reduce((sum, group) => sum + group.found.length, 0);
    if (early && Math.min(total, request.limit) > EARLY_RESULTS) early(outcome(await main(EARLY_RESULTS), []));
    return outcome(...(await Promise.all([main(request.limit), inOtherLanguages(asked, terms)])));
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
