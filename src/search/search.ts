import type { Locale } from '../model/locale.ts';
import { conditionsFor, wordCondition } from './exact.ts';
import { countFacets, type Filters, isNarrowed, NO_FILTERS } from './facets.ts';
import { type Found, sortFound, type Version } from './found.ts';
import { type Ask, findExactly, findInOtherForms, findTerms, findWords, formsOf, type MainGroup } from './groups.ts';
import type { IndexedFigure, IndexList, LanguageEntry, SharedEntries } from './index-format.ts';
import { once, remember } from './kept.ts';
import { simplify, simplifyByWord, type Variants } from './normalise.ts';
import type { ResultGroup, SearchOutcome, SearchRequest } from './outcome.ts';
import type { OpenLanguage } from './pagefind.ts';
import { figuresFor, parseQuantity } from './quantities.ts';
import { parseQuery, type Query, type ShownCondition } from './query.ts';
import { AT_ONCE, showResults } from './results.ts';

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
  /** The same in other forms: dates, numbers, characters. */
  readonly forms: readonly Query[];
  /** What was typed, in the characters in which it was looked for. */
  readonly text: string;
  readonly simplified: boolean;
}

/** A query wholly between quotes or the marks of a title: they may be the text's own, or the reader's. */
const ENCLOSED = /^[“「『《](.+)[”」』》]$/su;

/** Searches an index. What was loaded is cached for the next query; what failed is requested again. */
export function createSearcher(source: IndexSource): Searcher {
  const list = once(() => source.list());
  const shared = once(async () => source.shared((await list()).shared));
  const variants = once(async () => source.variants((await list()).variants));
  const open = remember((entry: LanguageEntry) => source.open(entry));
  const figures = remember(async (locale: Locale) => {
    const path = (await list()).languages.find((entry) => entry.locale === locale)?.figures;
    return path === undefined ? [] : source.figures(path);
  });

  const ask: Ask = async (wanted, matches) => {
    const { languages } = await list();
    return Promise.all(
      languages.filter(wanted).map(async (entry) => {
        const language = await open(entry);
        return [language, await matches(language)] as const;
      }),
    );
  };

  /** Finds what contains a query as it is; if nothing does, without curly quotes around it, then in simplified characters. */
  async function read(query: Query, request: SearchRequest): Promise<Reading & { readonly exact: readonly Found[] }> {
    const { text } = query;
    const traditional = (await list()).languages.find((entry) => entry.traditional)?.traditional;
    const reading = (asked: Query) => ({ asked, forms: formsOf(asked, traditional), text, simplified: false });
    const exact = await findExactly(ask, query, request, NO_FILTERS);
    const inner = ENCLOSED.exec(text)?.[1];
    const unquoted = exact.length === 0 && inner !== undefined ? parseQuery(`"${inner}"`) : undefined;
    const asked = unquoted ?? query;
    const found = unquoted ? await findExactly(ask, unquoted, request, NO_FILTERS) : exact;
    if (found.length > 0 || !query.hasHan) return { ...reading(asked), exact: found };
    const known = await variants();
    const simply = async (write: typeof simplify) => {
      const simple = parseQuery(write(asked.text, known));
      if (!simple || simple.text === asked.text) return undefined;
      const matches = await findExactly(ask, simple, request, NO_FILTERS);
      return { ...reading(simple), exact: matches, text: write(text, known), simplified: true };
    };
    const simple = await simply(simplify);
    if (simple && simple.exact.length > 0) return simple;
    const isRead = simplifyByWord(asked.text, known) === simplify(asked.text, known);
    const byWord = isRead ? undefined : await simply(simplifyByWord);
    return byWord && byWord.exact.length > 0 ? byWord : (simple ?? { ...reading(asked), exact: [] });
  }

  /** Everything that a reading finds, group by group, and with which words. */
  async function find(
    { asked, forms, exact }: Awaited<ReturnType<typeof read>>,
    request: SearchRequest,
  ): Promise<{ readonly asked: Query; readonly all: readonly MainGroup[] }> {
    const groups: MainGroup[] = [{ kind: 'exact', found: exact, words: [] }];
    if (forms.length > 0) groups.push(await findInOtherForms(ask, forms, exact, request, NO_FILTERS));
    if (groups.some(({ found }) => found.length > 0) || asked.words.length === 0) return { asked, all: groups };
    // Parts that were typed apart are wanted as they are: only where no document has them all are they cut into words.
    const apart = { ...asked, words: asked.parts };
    const parts = apart.words.length > 1 ? await findWords(ask, apart, request, NO_FILTERS) : [];
    if (parts.some(({ kind, found }) => kind === 'all-words' && found.length > 0)) return { asked: apart, all: parts };
    // A part of a date, or of a number with what it counts, is another date or number.
    const isWhole = forms.length > 0 && asked.words.every(([unit]) => unit?.kind === 'number');
    return { asked, all: isWhole ? groups : await findWords(ask, asked, request, NO_FILTERS) };
  }

  /** The same groups, narrowed. */
  async function narrow(
    groups: readonly MainGroup[],
    { asked, forms }: Reading,
    request: SearchRequest,
    filters: Filters,
  ): Promise<readonly MainGroup[]> {
    if (!isNarrowed(filters)) return groups;
    if (isPartial(groups)) return findWords(ask, asked, request, filters);
    const exact = await findExactly(ask, asked, request, filters);
    return [
      { kind: 'exact', found: exact, words: [] },
      ...(forms.length > 0 ? [await findInOtherForms(ask, forms, exact, request, filters)] : []),
    ];
  }

  async function inOtherLanguages(query: Query, terms: SharedEntries['terms']): Promise<ResultGroup[]> {
    const all = await findTerms(ask, query, terms);
    return Promise.all(
      all.map(async ({ term, locale, forms, queries, found }) => {
        const conditions = ({ language }: Version) => queries.flatMap((form) => conditionsFor(language.entry, form));
        const shown = found.slice(0, OTHER_LANGUAGE_RESULTS);
        return {
          kind: 'other-language' as const,
          total: found.length,
          results: await showResults(shown, { conditions, figures, partial: false }),
          words: forms,
          term: { from: term, to: forms[0] ?? '', locale },
        };
      }),
    );
  }

  async function search(request: SearchRequest, early?: (outcome: SearchOutcome) => void): Promise<SearchOutcome> {
    const query = parseQuery(request.text);
    const sharing = shared();
    // Awaited below: where the search itself fails first, this rejection must not go unhandled.
    sharing.catch(() => undefined);
    const { languages } = await list();
    const replyYears = languages.flatMap(({ indexes }) => indexes.flatMap(({ years }) => years));
    const { filters } = request;
    if (!query) return { ...NOTHING, labels: (await sharing).labels, replyYears };
    const reading = await read(query, request);
    const { forms, text, simplified } = reading;
    const { asked, all } = await find(reading, request);
    const left = await narrow(all, { ...reading, asked }, request, filters);
    const found = all.flatMap((group) => group.found);
    const { terms, labels } = await sharing;
    const readings = [asked, ...forms];
    const amount = readings.find(({ text: written }) => parseQuantity(written))?.text;
    const amounts = amount === undefined ? [] : figuresFor(amount, await figures(request.locale));
    const kept = all
      .filter((group) => group.found.length > 0)
      .map(({ kind, words }) => {
        const passing = left.find((group) => group.kind === kind)?.found ?? [];
        return { kind, words, found: sortFound(passing, request) };
      });
    const partial = isPartial(all);
    const conditions = ({ language }: Version) =>
      partial
        ? asked.words.map((units) => wordCondition(language.entry, units))
        : readings.flatMap((one) => shownConditions(language.entry, one));
    const toShow = { conditions, figures, partial };
    /** The first results of all groups together, each under its own. */
    const main = (limit: number): Promise<ResultGroup[]> => {
      let room = limit;
      return Promise.all(
        kept.map(async ({ kind, words, found: passing }) => {
          const shown = passing.slice(0, room);
          room -= shown.length;
          return { kind, total: passing.length, results: await showResults(shown, toShow), words };
        }),
      );
    };
    const facets = countFacets(
      found.map(({ entry }) => entry.facets),
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
    if (early && Math.min(total, request.limit) > AT_ONCE) early(outcome(await main(AT_ONCE), []));
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

/** What the excerpts of a document of a language show of what a query asks for. */
function shownConditions(entry: LanguageEntry, query: Query): ShownCondition[] {
  const { number } = query;
  return [
    ...conditionsFor(entry, query),
    ...(number === undefined ? [] : [{ kind: 'number' as const, canonical: number }]),
  ];
}

/** Whether nothing has the query as a whole, and documents with its words are listed instead. */
const isPartial = (groups: readonly MainGroup[]) => groups.some(({ kind }) => kind === 'all-words');
