import { type Locale, languageOf } from '../model/locale.ts';
import { conditionsFor, exactMatches, mayContain, NO_EVIDENCE, scored, wordCondition, wordMatches } from './exact.ts';
import { type Filters, NO_FILTERS } from './facets.ts';
import { type Found, joinVersions, type Matched, sortFound } from './found.ts';
import { type TermInOtherLanguage, termsInOtherLanguages } from './glossary-match.ts';
import type { LanguageEntry, SharedEntries } from './index-format.ts';
import { otherCharacters, type Variants } from './normalise.ts';
import { otherForms } from './other-forms.ts';
import type { ResultGroup, SearchRequest } from './outcome.ts';
import type { OpenLanguage } from './pagefind.ts';
import { parseQuery, type Query } from './query.ts';

/** Asks every language that may have something, all at once. */
export type Ask = (
  wanted: (entry: LanguageEntry) => boolean,
  matches: (language: OpenLanguage) => Promise<Matched[number][1]>,
) => Promise<Matched>;

/** Who searches, and in which order results are wanted. */
type Reader = Pick<SearchRequest, 'locale' | 'order'>;

/** Documents that match in the same way. */
export interface MainGroup {
  readonly kind: Exclude<ResultGroup['kind'], 'other-language'>;
  readonly found: readonly Found[];
  readonly words: readonly string[];
}

/** The documents that contain a query as it stands. */
export async function findExactly(ask: Ask, query: Query, reader: Reader, filters: Filters): Promise<Found[]> {
  const matched = await ask(
    (entry) => mayContain(entry, query),
    async (language) => {
      const matches = await exactMatches(language, query, filters);
      return reader.order === 'date' ? matches : scored(language, conditionsFor(language.entry, query), matches);
    },
  );
  return joinVersions(matched, reader.locale);
}

/**
 * The same query with its dates and numbers in other forms, and in traditional or simplified characters where `traditional` says that texts have
 * both. A quoted query has no other forms.
 */
export function formsOf({ text, quoted, hasHan }: Query, traditional: Variants | undefined): readonly Query[] {
  if (quoted) return [];
  const spellings = traditional && hasHan ? otherCharacters(text, traditional) : [];
  return [...otherForms(text), ...spellings].flatMap((form) => parseQuery(form) ?? []);
}

const keyOf = ({ entry: { kind, id } }: Found) => `${kind} ${id}`;

/** The documents that have the query in another form, and not as it was typed. */
export async function findInOtherForms(
  ask: Ask,
  forms: readonly Query[],
  exact: readonly Found[],
  reader: Reader,
  filters: Filters,
): Promise<MainGroup> {
  const known = new Set(exact.map(keyOf));
  const matched = await Promise.all(
    forms.map(async (form) => ({ form, found: await findExactly(ask, form, reader, filters) })),
  );
  const found = new Map<string, Found>();
  const words: string[] = [];
  for (const { form, found: all } of matched) {
    const more = all.filter((one) => !known.has(keyOf(one)));
    if (more.length > 0) words.push(form.text);
    for (const one of more) if (!found.has(keyOf(one))) found.set(keyOf(one), one);
  }
  return { kind: 'other-forms', found: [...found.values()], words };
}

/** The documents that have all of the words, and those that have most of them: more than half, or one of two. */
export async function findWords(ask: Ask, query: Query, reader: Reader, filters: Filters): Promise<MainGroup[]> {
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
  const found = joinVersions(matched, reader.locale);
  const count = ({ versions }: Found) => Math.max(...versions.map(({ document }) => counts.get(document.hash) ?? 0));
  const words = query.words.length;
  const most = Math.max(1, words === 2 ? 1 : Math.floor(words / 2) + 1);
  const said = query.words.map((units) => units.map((unit) => unit.text).join(''));
  return [
    { kind: 'all-words', found: found.filter((one) => count(one) === words), words: said },
    { kind: 'most-words', found: found.filter((one) => count(one) >= most && count(one) < words), words: said },
  ];
}

/** What a term of the glossary finds in another language. */
interface FoundTerm extends TermInOtherLanguage {
  readonly queries: readonly Query[];
  readonly found: readonly Found[];
}

/** What a query that is a glossary term finds in the other languages. */
export function findTerms(ask: Ask, query: Query, terms: SharedEntries['terms']): Promise<FoundTerm[]> {
  return Promise.all(
    termsInOtherLanguages(query.text, terms).map(async (term) => {
      const queries = term.forms.map((form) => parseQuery(form)).filter((form) => form !== undefined);
      const matched = await Promise.all(queries.map((form) => findForm(ask, form, term.locale)));
      return {
        ...term,
        queries,
        found: sortFound(joinVersions(matched.flat(), term.locale), { locale: term.locale, order: 'relevance' }),
      };
    }),
  );
}

const findForm = (ask: Ask, form: Query, locale: Locale): Promise<Matched> =>
  ask(
    (entry) => entry.locale === locale && mayContain(entry, form),
    async (language) =>
      scored(language, conditionsFor(language.entry, form), await exactMatches(language, form, NO_FILTERS)),
  );
