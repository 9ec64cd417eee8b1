import { formatDay } from '../../language/days.ts';
import { searchWords, textIn } from '../../language/messages/search.ts';
import { LANGUAGE_TAGS, type Locale, languageOf, localeOf } from '../../model/locale.ts';
import type { IndexedFigure } from '../../search/index-format.ts';
import type { ResultGroup, SearchOutcome } from '../../search/outcome.ts';
import type { Result } from '../../search/results.ts';
import { type Content, excerptText, make, markedText } from './search-dom.ts';
import { kindLabel } from './search-facets.ts';

/** The attribute of the links that the arrow keys move through. */
export const RESULT_LINK = 'data-search-result';

function foreignTag(result: { readonly locale: Locale }, locale: Locale): string | undefined {
  return result.locale === locale ? undefined : LANGUAGE_TAGS[result.locale];
}

function factsLine({ kind, number, date, status, locale: own }: Result, locale: Locale): HTMLElement {
  const words = searchWords[locale];
  const facts: Content[] = [make('span', { class: 'search-kind' }, kindLabel(kind, locale))];
  if (status !== undefined) facts.push(make('span', { class: 'search-status' }, status));
  if (number.length > 0)
    facts.push(
      make('span', { class: 'search-number', lang: LANGUAGE_TAGS[localeOf(undefined)] }, ...markedText(number)),
    );
  if (date !== undefined && kind !== 'page') facts.push(make('time', { datetime: date }, formatDay(date, locale)));
  if (own !== locale) facts.push(make('span', { class: 'search-language' }, textIn(words, own)));
  return make('p', { class: 'search-facts' }, ...facts);
}

function passageItems({ passages }: Result): HTMLElement[] {
  return passages.map(({ url, excerpt, figure }) =>
    make(
      'li',
      {},
      make('a', { href: url }, ...excerptText(excerpt)),
      ...(figure === undefined ? [] : [' ', make('strong', { class: 'search-figure' }, figure)]),
    ),
  );
}

function otherLine({ others }: Result, locale: Locale): HTMLElement[] {
  if (others.length === 0) return [];
  const links = others.map(({ locale: other, url }) =>
    make('a', { href: url, hreflang: LANGUAGE_TAGS[other] }, textIn(searchWords[locale], other)),
  );
  return [make('p', { class: 'search-others' }, ...links)];
}

/** Which of the words a document lacks, where it has only most of them. */
function unmetLine({ unmet }: Result, { kind, words: asked }: ResultGroup, locale: Locale): HTMLElement[] {
  if (kind !== 'most-words' || unmet.length === 0) return [];
  const { missing, wordList } = searchWords[locale];
  const list = make('s', {}, wordList(unmet.map((place) => asked[place] ?? '')));
  return [make('p', { class: 'search-unmet' }, `${missing} `, list)];
}

/** One document: what it is, its title, the passages that match, and where more is. */
function resultItem(result: Result, group: ResultGroup, locale: Locale): HTMLElement {
  const words = searchWords[locale];
  const lang = foreignTag(result, locale);
  const { title, subject } = result;
  const heading = markedText(subject.length > 0 ? subject : title);
  const link = make('a', { href: result.url, lang, hreflang: lang, [RESULT_LINK]: '' }, ...heading);
  return make(
    'li',
    { class: 'search-result' },
    factsLine(result, locale),
    make('h3', {}, link),
    ...(subject.length > 0 ? [make('p', { class: 'search-title', lang }, ...markedText(title))] : []),
    ...unmetLine(result, group, locale),
    make('ul', { class: 'search-passages', lang, 'aria-label': words.passages }, ...passageItems(result)),
    ...(result.further > 0 ? [make('p', { class: 'search-further' }, words.further(result.further))] : []),
    ...otherLine(result, locale),
  );
}

function resultList(group: ResultGroup, locale: Locale): HTMLElement {
  return make('ol', { class: 'search-list' }, ...group.results.map((result) => resultItem(result, group, locale)));
}

/** Documents with the query in another form, or with some of the words only: under a heading that says so. */
function partialHeading(group: ResultGroup, locale: Locale): HTMLElement {
  const words = searchWords[locale];
  const headings = { 'other-forms': words.otherForms(group.total), 'all-words': words.allWords };
  const heading = group.kind === 'other-forms' || group.kind === 'all-words' ? headings[group.kind] : words.mostWords;
  const list = make('span', { class: 'search-words' }, words.wordList(group.words));
  return make('h2', { class: 'search-partial' }, `${heading} `, list);
}

/** What a glossary term finds in the other language, and why it is shown. */
function otherLanguageSection(group: ResultGroup, page: string, locale: Locale): HTMLElement {
  const words = searchWords[locale];
  const { from = '', to = '', locale: other = locale } = group.term ?? {};
  const { name } = languageOf(other);
  const all = make('a', { href: `${page}?${new URLSearchParams({ q: to })}` }, words.otherLanguageAll(group.total));
  return make(
    'section',
    { class: 'search-other-language' },
    make('h2', {}, (words.otherLanguages[other] ?? words.inLanguage(name))(to)),
    make(
      'p',
      { class: 'search-why' },
      (words.glossary[other] ?? words.byGlossary(name))(from, to),
      ...(group.total > group.results.length ? [' ', all] : []),
    ),
    resultList(group, locale),
  );
}

function figureItem({ printed, label, url, source }: IndexedFigure, locale: Locale): HTMLElement {
  return make(
    'li',
    {},
    make(
      'a',
      { href: url, [RESULT_LINK]: '' },
      make('strong', { class: 'search-value' }, printed),
      make('span', { class: 'search-label' }, label),
    ),
    make('p', { class: 'search-source' }, searchWords[locale].figureSource(source)),
  );
}

function figuresSection(figures: readonly IndexedFigure[], locale: Locale): HTMLElement[] {
  if (figures.length === 0) return [];
  return [
    make(
      'section',
      { class: 'search-figures' },
      make('h2', {}, searchWords[locale].figures),
      make('ul', {}, ...figures.map((figure) => figureItem(figure, locale))),
    ),
  ];
}

/** Notes on how the query was read. */
function notes({ text, wasCut, simplified, broad }: SearchOutcome, locale: Locale): HTMLElement[] {
  const words = searchWords[locale];
  const lines = [
    ...(wasCut ? [words.wasCut] : []),
    ...(simplified ? [words.simplified(text)] : []),
    ...(broad ? [words.broad] : []),
  ];
  return lines.map((line) => make('p', { class: 'search-note' }, line));
}

/** The groups of what was looked for itself, without those of the other language. */
export function mainGroups({ groups }: SearchOutcome): ResultGroup[] {
  return groups.filter(({ kind }) => kind !== 'other-language');
}

/** The sentence that says how much was found: shown above the results and announced. */
export function summaryOf(outcome: SearchOutcome, locale: Locale): string {
  const words = searchWords[locale];
  const { text, unfiltered } = outcome;
  if (text === '') return words.unsearchable;
  const groups = mainGroups(outcome);
  const [main] = groups;
  if (main?.kind !== 'exact' && main?.kind !== 'other-forms') return words.nothing(text);
  const shown = groups.reduce((sum, { total }) => sum + total, 0);
  if (shown < unfiltered) return words.narrowed(shown, unfiltered);
  return main.kind === 'exact' ? words.foundFor(main.total, text) : words.foundInOtherForms(main.total, text);
}

/** Everything below the summary. `page` is the address of the search page, without a query. */
export function renderOutcome(outcome: SearchOutcome, locale: Locale, page: string): HTMLElement[] {
  const words = searchWords[locale];
  const main = mainGroups(outcome);
  const others = outcome.groups.filter(({ kind }) => kind === 'other-language');
  const content = notes(outcome, locale).concat(figuresSection(outcome.figures, locale));
  if (main.length === 0) content.push(make('p', { class: 'search-note' }, words.nothingHint));
  else if (main.every(({ total }) => total === 0)) content.push(make('p', { class: 'search-note' }, words.nothingLeft));
  for (const group of main) {
    if (group.results.length === 0) continue;
    // What was found is told above; whoever goes from heading to heading needs one here too.
    content.push(
      group.kind === 'exact' ? make('h2', { class: 'unseen' }, words.results) : partialHeading(group, locale),
    );
    content.push(resultList(group, locale));
  }
  return content.concat(others.map((group) => otherLanguageSection(group, page, locale)));
}
