import type { Locale } from '../model/locale.ts';
import type { SearchDocument } from '../model/search-document.ts';
import {
  type Excerpt,
  type ExcerptPart,
  excerptOf,
  markedParts,
  matchedSpans,
  matchText,
  type Span,
} from './excerpt.ts';
import type { Found, Version } from './found.ts';
import type { IndexedFigure } from './index-format.ts';
import type { StoredDocument } from './indexed-page.ts';
import type { ShownCondition } from './query.ts';

/** How wide excerpts are, in Han characters. */
const WIDTH = 76;
/** How many results are prepared in one task and shown first: about as many texts as a browser loads at once. */
export const AT_ONCE = 3;
/** How many passages of one document are shown. */
const PASSAGES = 3;

interface ResultPassage {
  readonly url: string;
  readonly excerpt: Excerpt;
  /** The value with its unit, where the passage is about an observation. */
  readonly figure: string | undefined;
}

/** A document as the list of results shows it. */
export interface Result {
  readonly kind: SearchDocument['kind'];
  readonly locale: Locale;
  /** Where it opens: at its best passage, or at its top where only the title matches. */
  readonly url: string;
  readonly title: readonly ExcerptPart[];
  /** What it is about, where its title does not say that; else empty. */
  readonly subject: readonly ExcerptPart[];
  readonly number: readonly ExcerptPart[];
  readonly date: string | undefined;
  /** The status of a commitment. */
  readonly status: string | undefined;
  /** The best first, then in the order of the page. */
  readonly passages: readonly ResultPassage[];
  /** How many more passages match than are shown. */
  readonly further: number;
  /** The indexes of conditions that nothing in it meets, in a list of documents that have only most of the words. */
  readonly unmet: readonly number[];
  /** Other languages in which it matches too. */
  readonly others: readonly { readonly locale: Locale; readonly url: string }[];
}

/** The parameter that tells a page which words to mark when it is opened from a result. */
export const MARK_PARAMETER = 'mark';
/** Distinct words marked on the opened page, at most. */
const MARKS = 4;

/** The address of a passage, which also says what to mark there. */
function passageUrl(url: string, anchor: string, text: string, spans: readonly Span[]): string {
  const marks = [...new Set(spans.map(({ start, end }) => text.slice(start, end)))].slice(0, MARKS);
  const query = new URLSearchParams(marks.map((mark) => [MARK_PARAMETER, mark]));
  return `${url}${marks.length > 0 ? `?${query}` : ''}${anchor === '' ? '' : `#${anchor}`}`;
}

interface MatchedPassage {
  readonly anchor: string;
  readonly text: string;
  readonly spans: readonly Span[];
  readonly place: number;
}

/** Whether a passage is the match and nothing else, as a table's cell may be: others say more. */
function isBare({ text, spans }: MatchedPassage): boolean {
  const [first] = spans;
  return first !== undefined && spans.length === 1 && first.start === 0 && first.end === text.length;
}

/** A passage, and which of the conditions it meets. */
interface ReadPassage extends MatchedPassage {
  readonly met: readonly boolean[];
}

function readPassages({ passages }: StoredDocument, conditions: readonly ShownCondition[]): ReadPassage[] {
  return passages.map(([anchor, text], place) => ({ anchor, text, place, ...matchText(text, conditions) }));
}

/** The passages that meet the most conditions: those with other words first, then by number of matches, then the earliest. */
function matchedPassages(passages: readonly ReadPassage[]): MatchedPassage[] {
  const counted = passages.map((passage) => ({ passage, count: passage.met.filter((isMet) => isMet).length }));
  const most = Math.max(1, ...counted.map(({ count }) => count));
  return counted
    .filter(({ count }) => count === most)
    .map(({ passage }) => passage)
    .sort(
      (one, other) =>
        Number(isBare(one)) - Number(isBare(other)) || other.spans.length - one.spans.length || one.place - other.place,
    );
}

/** Where a document's number matches; all of it, where it was typed in another form. */
function numberSpans(number: string, conditions: readonly ShownCondition[], own: boolean): readonly Span[] {
  const spans = matchedSpans(number, conditions);
  return own && spans.length === 0 ? [{ start: 0, end: number.length }] : spans;
}

/** The indexes of the conditions that neither title, number nor any passage meets. */
function unmetConditions(
  { title, number = '' }: StoredDocument,
  passages: readonly ReadPassage[],
  conditions: readonly ShownCondition[],
): number[] {
  const all = [matchText(title, conditions), matchText(number, conditions), ...passages];
  return conditions.flatMap((_, place) => (all.some(({ met }) => met[place]) ? [] : [place]));
}

/** In characters; a passage of fewer is a greeting or a heading. */
const TELLING = 20;

/** The passage shown for a document that only its title or number matched: the first that says something. */
function openingPassage({ passages }: StoredDocument): StoredDocument['passages'] {
  const opening = passages.find(([, text]) => text.length >= TELLING) ?? passages[0];
  return opening ? [opening] : [];
}

const placeUrl = ({ url, place }: StoredDocument) => passageUrl(url, place, '', []);

const versionUrl = async (
  { language, document: found }: Version,
  conditions: readonly ShownCondition[],
): Promise<string> => {
  const document = await language.text(found);
  const best = matchedPassages(readPassages(document, conditions))[0];
  return best ? passageUrl(document.url, best.anchor, best.text, best.spans) : placeUrl(document);
};

/** What showing results needs besides the documents. */
interface Showing {
  /** The conditions in a version's language. */
  readonly conditions: (version: Version) => readonly ShownCondition[];
  /** The figures of a language's datasets. */
  readonly figures: (locale: Locale) => Promise<readonly IndexedFigure[]>;
  /** Documents may lack some of the conditions, and the page says which. */
  readonly partial: boolean;
}

/** Loads a document's text and shows where it meets the conditions. */
async function showResult(
  { entry, evidence, versions }: Found,
  { conditions: conditionsOf, figures: figuresOf, partial }: Showing,
): Promise<Result | undefined> {
  const [version, ...others] = versions;
  if (!version) return undefined;
  const conditions = conditionsOf(version);
  const document = await version.language.text(version.document);
  const passages = readPassages(document, conditions);
  const matched = matchedPassages(passages);
  const [best, ...rest] = matched;
  const telling = rest.filter((passage) => !isBare(passage));
  const shown = best
    ? [best, ...telling.slice(0, PASSAGES - 1).sort((one, other) => one.place - other.place)]
    : openingPassage(document).map(([anchor, text]) => ({ anchor, text, spans: [] }));
  const { subject = '', number } = document;
  const { locale } = version.language.entry;
  const figures = entry.kind === 'dataset' ? await figuresOf(locale) : [];
  return {
    kind: entry.kind,
    locale,
    url: best ? passageUrl(document.url, best.anchor, best.text, best.spans) : placeUrl(document),
    title: markedParts(document.title, matchedSpans(document.title, conditions)),
    subject: markedParts(subject, matchedSpans(subject, conditions)),
    number: number === undefined ? [] : markedParts(number, numberSpans(number, conditions, evidence.own)),
    date: entry.date === '' ? undefined : entry.date,
    status: document.status,
    passages: shown.map(({ anchor, text, spans }) => ({
      url: passageUrl(document.url, anchor, text, spans),
      excerpt: excerptOf(text, spans, WIDTH),
      figure: figures.find(({ dataset, observation }) => dataset === entry.id && observation === anchor)?.printed,
    })),
    further: Math.max(0, matched.length - shown.length),
    unmet: partial ? unmetConditions(document, passages, conditions) : [],
    others: await Promise.all(
      others.map(async (other) => ({
        locale: other.language.entry.locale,
        url: await versionUrl(other, conditionsOf(other)),
      })),
    ),
  };
}

/** The documents as a list shows them, in their order. */
export async function showResults(found: readonly Found[], how: Showing): Promise<Result[]> {
  // All texts are requested at once; an error is thrown below.
  for (const { versions } of found)
    for (const { language, document } of versions) language.text(document).catch(() => undefined);
  const results: (Result | undefined)[] = [];
  for (let from = 0; from < found.length; from += AT_ONCE) {
    if (from > 0) await nextTask();
    results.push(...(await Promise.all(found.slice(from, from + AT_ONCE).map((one) => showResult(one, how)))));
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
