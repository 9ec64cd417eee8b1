import { languageOf } from '../model/locale.ts';
import type { SearchDocument } from '../model/search-document.ts';
import { SEARCH_FACET_NAMES } from '../model/search-facets.ts';
import { canonicalNumbers, mentionedNumbers, readNumber } from './document-numbers.ts';
import { formToken, isCommon, numberToken, singleToken, TEXT_END, textTokens } from './tokens.ts';
import { isForeign, isTelling, type Unit, unitsOf } from './units.ts';

/*
 * What Pagefind is given of a document is a page of HTML: the tokens of its texts as words, its facets as filters, and its
 * texts themselves as the titles of empty anchors, which Pagefind stores and does not index.
 */

/** What Pagefind takes a document from, and what is known of it once its texts are cut. */
interface IndexedPage {
  readonly url: string;
  readonly content: string;
  /** How many tokens its title has: a match of them all at the first position is the whole title. */
  readonly titleTokens: number;
  /** Distinct words of another script than the language's own: Han characters in English, Latin words in Chinese. */
  readonly foreign: readonly string[];
}

/** How often a number or Latin word of a Chinese document is repeated in the closing list, at most: enough to rank by. */
const COUNTED = 3;

/** The ids of anchors that are no passages; ids of elements begin otherwise. */
const TITLE = '.title';
const SUBJECT = '.subject';
const NUMBER = '.number';
const NOWHERE = '.';
const STATUS = '.status';
const SALT = '.salt';

/** The searchable texts of a document: its title, its number, then its passages, each with the anchor that it is stored by. */
function searchedTexts({
  title,
  number,
  passages,
}: SearchDocument): { readonly anchor: string; readonly text: string }[] {
  return [
    { anchor: TITLE, text: title },
    ...(number === undefined ? [] : [{ anchor: NUMBER, text: number }]),
    ...passages.map(({ anchor, text }) => ({ anchor: anchor === '' ? NOWHERE : anchor, text })),
  ];
}

/** Distinct tokens in the order of their first place; then those that come a second time, and so on up to `most`. */
function repeated(tokens: readonly string[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return Array.from({ length: most }, (_, round) =>
    [...counts].filter(([, count]) => count > round).map(([token]) => token),
  ).flat();
}

function numberTokens({ number, passages, title }: SearchDocument): string[] {
  const own = number === undefined ? undefined : readNumber(number);
  const mentioned = new Set([title, ...passages.map((passage) => passage.text)].flatMap(mentionedNumbers));
  return [
    ...(own ? canonicalNumbers(own).map((form) => numberToken(form, 'own')) : []),
    ...(own && own.sub === undefined ? [numberToken(String(own.serial), 'serial')] : []),
    ...Array.from(mentioned, (form) => numberToken(form, 'mentioned')),
  ];
}

/**
 * The tokens after those of the texts: document numbers; in Chinese the single units, by which one character, number or word is
 * found; in English the common words, once each.
 */
function closingTokens(document: SearchDocument, units: readonly Unit[]): string[] {
  const telling = units.filter(isTelling);
  if (languageOf(document.locale).search === 'stems')
    return [...repeated(telling.filter(isCommon).map(formToken), 1), ...numberTokens(document)];
  const isLetter = ({ kind }: Unit) => kind === 'han' || kind === 'letter';
  const [han, others] = [telling.filter(isLetter), telling.filter((unit) => !isLetter(unit))];
  return [
    ...repeated(han.map(singleToken), 1),
    ...repeated(others.map(singleToken), COUNTED),
    ...numberTokens(document),
  ];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };
const quoted = (text: string) => text.replace(/[&"<>]/g, (sign) => ENTITIES[sign] ?? sign);

/** Before and after the code point of a character that Pagefind would not keep. */
const KEEP = '\ue000';
const KEPT_END = '\ue001';

/** Pagefind trims titles and makes one space of several: all white space but single spaces between words is spelled out. */
function keepSpaces(text: string): string {
  return text.replace(
    /^\s|\s$|\s(?=\s)|[^\S ]|[\ue000\ue001]/gu,
    (character) => KEEP + (character.codePointAt(0) ?? 0).toString(16) + KEPT_END,
  );
}

function restoreSpaces(text: string): string {
  return text.replace(/\ue000([0-9a-f]+)\ue001/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
}

const anchorElement = (id: string, text: string) =>
  `<i id="${quoted(id)}" data-pagefind-title="${quoted(keepSpaces(text))}"></i>`;

/** The page of a document. Its `salt`, where there is one, only makes it another page than without. */
export function indexedPage(document: SearchDocument, salt = 0): IndexedPage {
  const { url, locale } = document;
  const texts = searchedTexts(document).map(({ anchor, text }) => {
    const units = unitsOf(text);
    return { anchor, text, units, tokens: textTokens(locale, units) };
  });
  const units = texts.flatMap((text) => text.units);
  const filters = SEARCH_FACET_NAMES.flatMap((facet) =>
    document.facets[facet].map((value) => `<i data-pagefind-filter="${facet}:${quoted(value)}"></i>`),
  );
  const passages = texts.map(
    ({ anchor, text, tokens }) => `${anchorElement(anchor, text)}${[...tokens, TEXT_END].join(' ')} `,
  );
  const unsearched = (id: string, text: string | undefined) => (text === undefined ? [] : [anchorElement(id, text)]);
  const body = [
    ...filters,
    ...unsearched(SUBJECT, document.subject),
    ...unsearched(STATUS, document.status),
    ...(salt === 0 ? [] : [anchorElement(SALT, String(salt))]),
    ...passages,
    closingTokens(document, units).join(' '),
  ];
  // The full stop that Pagefind sets after a block falls on the last word.
  return {
    url,
    content: `<html><body>${body.join('')} ${TEXT_END}</body></html>`,
    titleTokens: texts[0]?.tokens.length ?? 0,
    foreign: [...new Set(units.filter((unit) => isForeign(unit, locale)).map(({ text }) => text))],
  };
}

/** The texts of a document, as results show them. */
export interface StoredDocument {
  /** The address of its page. */
  readonly url: string;
  /** Its place on the page, where that has others too; else empty. */
  readonly place: string;
  readonly title: string;
  readonly subject?: string;
  readonly number?: string;
  readonly status?: string;
  readonly passages: readonly (readonly [anchor: string, text: string])[];
}

/** What Pagefind gives back of a page (a fragment), as far as it is used. */
export interface Fragment {
  readonly url: string;
  readonly anchors: readonly { readonly id: string; readonly title?: string }[];
}

/** Reads the texts of a document out of its fragment. */
export function storedDocument({ url, anchors }: Fragment): StoredDocument {
  const textOf = (wanted: string) => {
    const title = anchors.find(({ id }) => id === wanted)?.title;
    return title === undefined ? undefined : restoreSpaces(title);
  };
  const [subject, number, status] = [textOf(SUBJECT), textOf(NUMBER), textOf(STATUS)];
  const [address = url, place = ''] = url.split('#');
  return {
    url: address,
    place,
    title: textOf(TITLE) ?? '',
    ...(subject === undefined ? {} : { subject }),
    ...(number === undefined ? {} : { number }),
    ...(status === undefined ? {} : { status }),
    passages: anchors
      .filter(({ id }) => id === NOWHERE || !id.startsWith('.'))
      .map(({ id, title = '' }) => [id === NOWHERE ? '' : id, restoreSpaces(title)] as const),
  };
}
