import { readFileSync } from 'node:fs';
import path from 'node:path';
import { SiteError } from '../errors.ts';
import { type Block, keepBlockIds } from '../model/block.ts';
import type { Dataset } from '../model/dataset.ts';
import { type PlaceOfQuote, type QuotedObservation, quotedObservations } from '../model/figures.ts';
import type { Term } from '../model/glossary.ts';
import { placeInJson } from '../model/json-source.ts';
import type { Locale } from '../model/locale.ts';
import { outdatedBlocks } from '../model/reply.ts';
import { splitFrontMatter } from '../model/source-file.ts';
import type { PlacedFigure } from '../text/marks.ts';
import {
  type OfficialText,
  parseOfficialText,
  type RenderedPiece,
  renderOfficialText,
  withBlockIds,
} from '../text/official-text.ts';
import type { SiteUrls } from '../urls.ts';
import { replyFile, replyLanguage } from './files.ts';
import type { ReplySummary } from './index.ts';
import { recently } from './once.ts';
import { noteRead, replyKey } from './page-reads.ts';
import { readPublishedBlocks } from './published.ts';
import { siteRoot } from './root.ts';
import { type TextNote, textNotes } from './text-notes.ts';

/** The text of a reply in one language, ready for a page. */
export interface ReplyText {
  readonly locale: Locale;
  readonly pieces: readonly RenderedPiece[];
  readonly blocks: readonly Block[];
  readonly quoted: readonly QuotedObservation[];
  /** Explanations of its words by the site. */
  readonly notes: readonly TextNote[];
}

/** A reply's text in one language, parsed, with the figures that datasets draw from it; nothing is rendered. */
interface ReplyBlocks {
  readonly locale: Locale;
  readonly text: OfficialText;
  readonly blocks: readonly Block[];
  readonly quoted: readonly QuotedObservation[];
}

const parsed = recently<OfficialText>();
const rendered = recently<ReplyText>();

function parseReply(root: string, id: string, locale: Locale): OfficialText {
  noteRead(replyKey(id));
  const file = replyFile(root, id, locale);
  return parsed(file, root, () => {
    const { body, bodyLine } = splitFrontMatter(readFileSync(path.join(root, file), 'utf8'), file);
    const text = parseOfficialText(body, { file, linesBefore: bodyLine - 1 });
    const published = readPublishedBlocks(root, id);
    if (published.length === 0) return text;
    // A translation has the ids of the original, block by block.
    const original = replyLanguage(root, id);
    const ids =
      locale === original
        ? keepBlockIds(text.blocks, published)
        : parseReply(root, id, original).blocks.map((block) => block.id);
    return withBlockIds(text, ids);
  });
}

/** Reads a reply's text in a language. Throws a SiteError with every quote that does not match just once. */
export function readReplyBlocks(root: string, id: string, locale: Locale, datasets: readonly Dataset[]): ReplyBlocks {
  const text = parseReply(root, id, locale);
  const { quoted, findings } = quotedObservations(id, locale, text.blocks, datasets, quotePlace(root));
  if (findings.length > 0) throw new SiteError(findings);
  return { locale, text, blocks: text.blocks, quoted };
}

/** Reads and renders a reply's text in a language; `terms` are those that it explains. Throws a SiteError with every quote that does not match just once. */
export function readReplyText(
  root: string,
  id: string,
  locale: Locale,
  datasets: readonly Dataset[],
  urls: SiteUrls,
  terms: readonly Term[] = [],
): ReplyText {
  noteRead(replyKey(id));
  // The page of both languages shows the same text without terms.
  const key = `${urls.reply(locale, id)} ${terms.length}`;
  return rendered(key, datasets, () =>
    annotatedText(readReplyBlocks(root, id, locale, datasets), terms, urls.asset('')),
  );
}

/** Renders a text with its figures marked and its words explained; `base` is the path that the site lives at. */
export function annotatedText({ locale, text, quoted }: ReplyBlocks, terms: readonly Term[], base: string): ReplyText {
  const places = new Map(text.blocks.map(({ id }, index) => [id, index]));
  const place = ({ match }: QuotedObservation) => places.get(match.block) ?? 0;
  const figures = [...quoted]
    .sort((one, other) => place(one) - place(other) || one.match.start - other.match.start)
    .map(
      ({ dataset, observation, match }, index): PlacedFigure => ({
        ...match,
        id: `f${index + 1}`,
        dataset: dataset.id,
        observation: observation.id,
        value: observation.value,
      }),
    );
  const notes = textNotes(text.blocks, locale, terms, figures);
  const pieces = renderOfficialText(text, figures, notes, base);
  return { locale, pieces, blocks: text.blocks, quoted, notes };
}

/** Up to so few replies a list also shows their headings, since it would not fill a page. */
const FEW = 3;

/**
 * The headings of the newest reply where there are few, in the page's language if it is translated; none where there
 * are many.
 */
export function headingsOfFew(replies: readonly ReplySummary[], locale: Locale): readonly Block[] {
  const [newest] = replies;
  if (newest === undefined || replies.length > FEW) return [];
  const own = newest.translations[locale] === undefined ? newest.language : locale;
  return parseReply(siteRoot(), newest.id, own).blocks.filter(
    ({ kind, depth = 1 }) => kind === 'heading' && depth <= 2,
  );
}

/** The ids of the blocks of a reply whose original has changed since they were translated into a language. */
export function outdatedTranslation(
  root: string,
  { id, language, translations }: ReplySummary,
  locale: Locale,
): string[] {
  const translation = translations[locale];
  if (translation === undefined) return [];
  return outdatedBlocks(parseReply(root, id, language).blocks, translation.translation.basedOn);
}

/** Points at the `exact` of a quote in its dataset's file. */
function quotePlace(root: string): PlaceOfQuote {
  return (dataset, index, locale) => {
    const file = `data/${dataset}.json`;
    return placeInJson(readFileSync(path.join(root, file), 'utf8'), file, [
      'observations',
      index,
      'quote',
      locale,
      'exact',
    ]);
  };
}
