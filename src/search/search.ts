import { type Locale, languageOf } from '../model/locale.ts';
import { conditionsFor, exactMatches, mayContain, NO_EVIDENCE, scored, wordCondition, wordMatches } from './exact.ts';
import { countFacets, type Filters, isNarrowed, NO_FILTERS } from './filters.ts';
import { type Found, joinVersions, type Matched, sortFound, type Version } from './found.ts';
import { termsInOtherLanguages } from './glossary-match.ts';
import type { IndexedFigure, IndexList, LanguageEntry, SharedEntries } from './index-format.ts';
import { once, remember } from './kept.ts';
import { simplify, type Variants } from './normalise.ts';
import { otherForms } from './other-forms.ts';
import type { ResultGroup, SearchOutcome, SearchRequest } from './outcome.ts';
import type { OpenLanguage } from './pagefind.ts';
import { figuresFor, parseQuantity } from './quantities.ts';
import { parseQuery, type Query } from './query.ts';
import { type Result, showResult } from './results.ts';

/** How many results are shown before the others are there: as many texts as a browser asks a server for at once. */
const EARLY_RESULTS = 3;
/** How many results of the other language are shown. */
const OTHER_LANGUAGE_RESULTS = 3;

/** Where the index is read from: the browser's network, or in tests a folder. Fails where a file cannot be had. */
export interface IndexSource {
  list(): Promise<IndexList>;
  open(entry: LanguageEntry): Promise<OpenLanguage>;
  /** A file of `parts`, parsed. The files are this project's own: their shape is not checked again. */
  shared(path: string): Promise<SharedEntries>;
  figures(path: string): Promise<readonly IndexedFigure[]>;
  variants(path: string): Promise<Variants>;
}

export interface Searcher {
  /** Loads what searches in a language need. */
  warm(locale: Locale): Promise<void>;
  /** `early` is told the first results as soon as they are there, where more are on their way. */
  search(request: SearchRequest, early?: (outcome: SearchOutcome) => void): Promise<SearchOutcome>;
}

/** How a query was read. */
interface Reading {
  readonly asked: Query;
  /** The same date or number in other forms. */
  readonly forms: readonly Query[];
  /** What was typed, in the characters in which it was looked for. */
  readonly text: string;
  readonly simplified: boolean;
}

/** Documents that match in one way. */
interface MainGroup {
  readonly kind: Exclude<ResultGroup['kind'], 'other-language'>;
  readonly found: readonly Found[];
  readonly words: readonly string[];
}

/** A query wholly between curly quotes: they may be the text's own, or the reader's. */
const CURLY = /^[“「『](.+)[”」』]$/su;

/** Searches an index. What was loaded is kept for the next query; what failed is asked for again. */
export function createSearcher(source: IndexSource): Searcher {
  const list = once(() => source.list());
  const shared = once(async () => source.shared((await list()).shared));
  const variants = once(async () => source.variants((await list()).variants));
  const open = remember((entry: LanguageEntry) => source.open(entry));
  const figures = remember(async (locale: Locale) => {
    const path = (await list()).languages.find((entry) => entry.locale === locale)?.figures;
    return path === undefined ? [] : source.figures(path);
  });

  /** Asks every language that may have something, all at once. */
  async function ask(
    wanted: (entry: LanguageEntry) => boolean,
    matches: (language: OpenLanguage) => Promise<Matched[number][1]>,
  ): Promise<Matched> {
    const { languages } = await list();
    return Promise.all(
      languages.filter(wanted).map(async (entry) => {
        const language = await open(entry);
        return [language, await matches(language)] as const;
      }),
    );
  }

  /** What contains a query as it stands. */
  async function exactly(query: Query, request: SearchRequest, filters: Filters): Promise<Found[]> {
    const matched = await ask(
      (entry) => mayContain(entry, query),
      async (language) => {
        const matches = await exactMatches(language, query, filters);
        return request.order === 'date' ? matches : scored(language, conditionsFor(language.entry, query), matches);
      },
    );
    return joinVersions(matched, request.locale);
  }

  /** Documents with all of the words, and those with most of them: more than half, or one of two. */
  async function partly(query: Query, request: SearchRequest, filters: Filters): Promise<MainGroup[]> {
    const counts = new Map<string, number>();
    const matched = await ask(
      ({ locale }) => !query.hasHan || languageOf(locale).script === 'Han',
      async (language) => {
        const words = await wordMatches(language, query, filters);
        for (const [{ hash }, has] of words) counts.set(hash, has.size);
        const conditions = query.words.map((units) => wordCondition(language.entry, units));
        return scored(language, conditions, new Map(Array.from(words.keys(), (document) => [document, NO_EVIDENCE])));
      },
    );
    const found = joinVersions(matched, request.locale);
    const count = ({ versions }: Found) => Math.max(...versions.map(({ document }) => counts.get(document.hash) ?? 0));
    const words = query.words.length;
    const most = Math.max(1, words === 2 ? 1 : Math.floor(words / 2) + 1);
    const said = query.words.map((units) => units.map((unit) => unit.text).join(''));
    return [
      { kind: 'all-words', found: found.filter((one) => count(one) === words), words: said },
      { kind: 'most-words', found: found.filter((one) => count(one) >= most && count(one) < words), words: said },
    ];
  }

  /** Finds what contains a query as it stands; if nothing does, without curly quotes around it, then in simplified characters. */
  async function read(query: Query, request: SearchRequest): Promise<Reading & { readonly exact: readonly Found[] }> {
    const { text } = query;
    const reading = (asked: Query) => ({ asked, forms: formsOf(asked), text, simplified: false });
    const exact = await exactly(query, request, NO_FILTERS);
    const inner = CURLY.exec(text)?.[1];
    const unquoted = exact.length === 0 && inner !== undefined ? parseQuery(`"${inner}"`) : undefined;
    const asked = unquoted ?? query;
    const found = unquoted ? await exactly(unquoted, request, NO_FILTERS) : exact;
    if (found.length > 0 || !query.hasHan) return { ...reading(asked), exact: found };
    const known = await variants();
    const simple = parseQuery(simplify(asked.text, known));
    if (!simple || simple.text === asked.text) return { ...reading(asked), exact: [] };
    const simply = await exactly(simple, request, NO_FILTERS);
    return { ...reading(simple), exact: simply, text: simplify(text, known), simplified: true };
  }

  async function inOtherLanguages(query: Query, terms: SharedEntries['terms']): Promise<ResultGroup[]> {
    return Promise.all(
      termsInOtherLanguages(query.text, terms).map(async ({ term, locale, forms }) => {
        const queries = forms.map((form) => parseQuery(form)).filter((form) => form !== undefined);
        const matched = await Promise.all(
          queries.map((form) =>
            ask(
              (entry) => entry.locale === locale && mayContain(entry, form),
              async (language) =>
                scored(language, conditionsFor(language.entry, form), await exactMatches(language, form, NO_FILTERS)),
            ),
          ),
        );
        const found = sortFound(joinVersions(matched.flat(), locale), 'relevance');
        const conditions = ({ language }: Version) => queries.flatMap((form) => conditionsFor(language.entry, form));
        return {
          kind: 'other-language' as const,
          total: found.length,
          results: await show(found.slice(0, OTHER_LANGUAGE_RESULTS), { conditions, figures, partial: false }),
          words: forms,
          term: { from: term, to: forms[0] ?? '', locale },
        };
      }),
    );
  }

  /** What has the query in another of its forms, and not as it was asked for. */
  async function inOtherForms(
    forms: readonly Query[],
    exact: readonly Found[],
    request: SearchRequest,
    filters: Filters,
  ): Promise<MainGroup> {
    const known = new Set(exact.map(({ entry }) => `${entry.kind} ${entry.id}`));
    const matched = await Promise.all(
      forms.map(async (form) => ({ form, found: await exactly(form, request, filters) })),
    );
    const found = new Map<string, Found>();
    const words: string[] = [];
    for (const { form, found: all } of matched) {
      const more = all.filter(({ entry }) => !known.has(`${entry.kind} ${entry.id}`));
      if (more.length > 0) words.push(form.text);
      for (const one of more)
        if (!found.has(`${one.entry.kind} ${one.entry.id}`)) found.set(`${one.entry.kind} ${one.entry.id}`, one);
    }
    return { kind: 'other-forms', found: [...found.values()], words };
  }

  /** Everything that a reading finds, group by group. */
  async function find(reading: Reading, exact: readonly Found[], request: SearchRequest, filters: Filters) {
    const { asked, forms } = reading;
    const groups: MainGroup[] = [{ kind: 'exact', found: exact, words: [] }];
    if (forms.length > 0) groups.push(await inOtherForms(forms, exact, request, filters));
    // Of a date, or of a number with what it counts, a part is another date or number.
    const isWhole = forms.length > 0 && asked.words.every(([unit]) => unit?.kind === 'number');
    return groups.some(({ found }) => found.length > 0) || asked.words.length === 0 || isWhole
      ? groups
      : partly(asked, request, filters);
  }

  async function search(request: SearchRequest, early?: (outcome: SearchOutcome) => void): Promise<SearchOutcome> {
    const query = parseQuery(request.text);
    const sharing = shared();
    // Awaited below: where the search itself fails first, nobody else hears of this.
    sharing.catch(() => undefined);
    const { languages } = await list();
    const replyYears = languages.flatMap(({ indexes }) => indexes.flatMap(({ years }) => years));
    const { filters } = request;
    if (!query) return { ...NOTHING, labels: await sharing, replyYears };
    const reading = await read(query, request);
    const { asked, forms, text, simplified } = reading;
    const all = await find(reading, reading.exact, request, NO_FILTERS);
    const isPartial = all.some(({ kind }) => kind === 'all-words');
    const narrowed = async (): Promise<readonly MainGroup[]> => {
      if (!isNarrowed(filters)) return all;
      if (isPartial) return partly(asked, request, filters);
      const exact = await exactly(asked, request, filters);
      return [
        { kind: 'exact', found: exact, words: [] },
        ...(forms.length > 0 ? [await inOtherForms(forms, exact, request, filters)] : []),
      ];
    };
    const left = await narrowed();
    const found = all.flatMap((group) => group.found);
    const { terms, ...labels } = await sharing;
    const amounts = parseQuantity(asked.text) ? figuresFor(asked.text, await figures(request.locale)) : [];
    const kept = all
      .filter((group) => group.found.length > 0)
      .map(({ kind, words }) => {
        const passing = left.find((group) => group.kind === kind)?.found ?? [];
        return { kind, words, found: sortFound(passing, request.order) };
      });
    const readings = [asked, ...forms];
    const conditions = ({ language }: Version) =>
      isPartial
        ? asked.words.map((units) => wordCondition(language.entry, units))
        : readings.flatMap((one) => conditionsFor(language.entry, one));
    const toShow = { conditions, figures, partial: isPartial };
    /** The first results of all groups together, each under its own. */
    const main = (limit: number): Promise<ResultGroup[]> => {
      let room = limit;
      return Promise.all(
        kept.map(async ({ kind, words, found: passing }) => {
          const shown = passing.slice(0, room);
          room -= shown.length;
          return { kind, total: passing.length, results: await show(shown, toShow), words };
        }),
      );
    };
    const facets = countFacets(
      found.map(({ entry }) => entry),
      filters,
    );
    const outcome = (mains: readonly ResultGroup[], others: readonly ResultGroup[]): SearchOutcome => ({
      text,
      wasCut: query.wasCut,
      simplified,
      broad: asked.phrase.length === 1 && asked.phrase[0]?.kind === 'han',
      figures: amounts,
      groups: [...mains, ...others.filter((group) => group.total > 0)],
      facets: found.length > 0 ? facets : undefined,
      unfiltered: found.length,
      labels,
      replyYears,
    });
    const total = kept.reduce((sum, group) => sum + group.found.length, 0);
    if (early && Math.min(total, request.limit) > EARLY_RESULTS) early(outcome(await main(EARLY_RESULTS), []));
    const mains = main(request.limit);
    return outcome(await mains, await inOtherLanguages(asked, terms));
  }

  return {
    search,
    async warm(locale) {
      const { languages } = await list();
      await Promise.all([shared(), ...languages.filter((entry) => entry.locale === locale).map(open)]);
    },
  };
}

const NOTHING: Omit<SearchOutcome, 'labels' | 'replyYears'> = {
  text: '',
  wasCut: false,
  simplified: false,
  broad: false,
  figures: [],
  groups: [],
  facets: undefined,
  unfiltered: 0,
};

/** The same query with its dates and numbers in other forms. What is in quotes stands as it is. */
function formsOf({ text, quoted }: Query): readonly Query[] {
  return quoted ? [] : otherForms(text).flatMap((form) => parseQuery(form) ?? []);
}

/** The documents as a list shows them. */
async function show(found: readonly Found[], how: Parameters<typeof showResult>[1]): Promise<Result[]> {
  // All texts are asked for at once, and what failed is heard of below.
  for (const { versions } of found)
    for (const { language, document } of versions) language.text(document).catch(() => undefined);
  const results: (Result | undefined)[] = [];
  for (let from = 0; from < found.length; from += EARLY_RESULTS) {
    if (from > 0) await nextTask();
    results.push(...(await Promise.all(found.slice(from, from + EARLY_RESULTS).map((one) => showResult(one, how)))));
  }
  return results.filter((result) => result !== undefined);
}

/**
 * Lets a page answer its reader meanwhile: finding the places of many results takes longer than one task of a page may. By a message,
 * since browsers hold timers back in a page that is not in front.
 */
function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
