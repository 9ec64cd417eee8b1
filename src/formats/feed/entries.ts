import { createHash } from 'node:crypto';
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { formatDay } from '../../language/formats.ts';
import { followWords } from '../../language/messages/follow.ts';
import { replyWords } from '../../language/messages/reply.ts';
import { composedTitle } from '../../language/messages/reply-titles.ts';
import { byPart } from '../../model/block.ts';
import { type Locale, languageOf, marked, wordsIn } from '../../model/locale.ts';
import { signedBy } from '../../model/reply-identity.ts';
import type { Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';
import type { BlockJson } from '../api/blocks.ts';
import { lastChange, publicDay } from '../api/changes.ts';
import type { ReplyJson } from '../api/reply.ts';
import { offeredFiles } from '../files.ts';
import { formatLabel } from '../format.ts';
import { formatNamed, PRINT_FORMATS } from '../registry.ts';
import { type Span, type WrittenPart, writtenParts } from '../text/written-blocks.ts';
import type { Enclosure, FeedEntry } from './documents.ts';

/** The namespace of Dafu's ids: version 5 of the UUID of `dafu` in the DNS namespace of RFC 9562, appendix A. */
const NAMESPACE = uuid5(Buffer.from('6ba7b8109dad11d180b400c04fd430c8', 'hex'), 'dafu');

/** Version 5 UUID of a name (RFC 9562, 5.5), as 16 bytes. */
function uuid5(namespace: Buffer, name: string): Buffer {
  const bytes = createHash('sha1').update(namespace).update(name, 'utf8').digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes;
}

/**
 * An id derived from names, such as issuer and document number: `urn:uuid:…`. It survives a move of the site to another
 * address.
 */
export function stableId(...names: readonly string[]): string {
  const hex = uuid5(NAMESPACE, names.join('\n')).toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)];
  return `urn:uuid:${parts.join('-')}`;
}

/** What is in the language of the original: it comes first. */
const firstOf = (answers: ReplyJson['answers']) => Object.values(answers)[0] ?? { proposers: [] };

/** What identifies a reply whatever its address: issuer and number, or what it answers and its date. */
function lastingNames({ issuer, number, date, answers }: ReplyJson): string[] {
  if (number !== undefined) return [issuer, number];
  const { body = '', session = '', meeting = '', number: answered = '', title = '' } = firstOf(answers);
  return [issuer, body, session, meeting, answered, title, date];
}

/** The title of a reply in a language that it has none in. */
const composedOf = ({ issuers, date, answered: kind, answers }: ReplyJson, locale: Locale, site: Site): string =>
  composedTitle({ issuers, date, kind, number: firstOf(answers).number }, locale, site);

/** What the entries of a reply have in common in a language. */
function common(reply: ReplyJson, locale: Locale, site: Site) {
  const urls = siteUrls(site);
  return {
    url: urls.absolute(urls.reply(locale, reply.id)),
    title: reply.title[locale] ?? composedOf(reply, locale, site),
    author: signedBy(reply.issuers, locale, site),
    topics: site.topics.filter(({ id }) => reply.topics.includes(id)).map(({ label }) => label[locale]),
  };
}

/** The whole reply, after a line with its issuer, number and date and what was changed since. */
export function replyEntry(reply: ReplyJson, locale: Locale, site: Site): FeedEntry {
  const words = followWords[locale];
  const { url, title, author, topics } = common(reply, locale, site);
  const day = publicDay(reply);
  const dated = (reply.published === undefined ? words.datedDocument : words.datedPublished)(formatDay(day, locale));
  const extent = reply.extent === undefined ? [] : [words.extent(replyWords[locale].extents[reply.extent])];
  const changed = reply.corrections.map(({ date }) => words.datedCorrection(formatDay(date, locale)));
  const masked = (reply.masked ?? []).map(({ date }) => replyWords[locale].masked(formatDay(date, locale)));
  const withdrawn = reply.withdrawn ? [words.datedWithdrawal(formatDay(reply.withdrawn.date, locale))] : [];
  const original = reply.language;
  const own = reply.title[locale] === undefined ? original : locale;
  const translated = own === locale;
  const note = [
    words.source(reply.number, author),
    dated,
    ...extent,
    ...changed,
    ...masked,
    ...withdrawn,
    own === locale ? (locale === original ? '' : words.translation(original)) : words.untranslated(original, locale),
  ].filter((part) => part !== '');
  const { letter, after } = byPart(reply.blocks, ({ id: block }) => block);
  const elements = (blocks: readonly BlockJson[]) => writtenParts(blocks, own).map(partElement);
  const whole = [...elements(letter), ...(after.length === 0 ? [] : [h('hr')]), ...elements(after)];
  const text = translated
    ? whole
    : [h('div', marked(own, locale), [h('p', [h('strong', reply.title[own])]), ...whole])];
  return {
    ...{ url, title, author, topics, day },
    updated: lastChange(reply),
    id: stableId(...lastingNames(reply), locale),
    html: toHtml([h('p', [h('em', note.join(languageOf(locale).punctuation.sentences))]), ...text]),
    enclosures: [...printedFile(reply, own, site), ...offeredFiles(reply, locale, site)],
  };
}

/** The letter on paper, where that is published. */
function printedFile({ pdf }: ReplyJson, locale: Locale, site: Site): Enclosure[] {
  const own = pdf?.[locale];
  if (own === undefined) return [];
  const { url, mediaType, bytes } = own;
  const title = formatLabel(formatNamed(PRINT_FORMATS, 'pdf'), locale);
  return [{ url: siteUrls(site).absolute(url), mediaType, bytes, title }];
}

/** Words with what is bold in them and where they lead. */
const markedWords = (spans: readonly Span[]): (string | ElementContent)[] =>
  spans.flatMap(({ runs, url }) => {
    const words = runs.map(({ text, bold }) => (bold ? h('strong', text) : text));
    return url === undefined ? words : [h('a', { href: url }, words)];
  });

/** A part of a letter as a feed reader shows it: headings below the entry's own title. */
function partElement(part: WrittenPart): ElementContent {
  switch (part.kind) {
    case 'heading':
      return h(`h${Math.min(part.depth + 1, 6)}`, markedWords(part.spans));
    case 'paragraph':
      return h('p', markedWords(part.spans));
    case 'list': {
      const items = part.items.map((spans) => h('li', markedWords(spans)));
      if (part.first === undefined) return h('ul', items);
      return h('ol', part.first === 1 ? {} : { start: part.first }, items);
    }
    case 'table': {
      const row = (cells: readonly (readonly Span[])[], tag: 'td' | 'th') =>
        h(
          'tr',
          // The obsolete attribute, because feed readers remove styles.
          cells.map((spans, column) => h(tag, { align: part.align[column] ?? undefined }, markedWords(spans))),
        );
      const [head = [], ...rows] = part.rows;
      return h('table', [
        h('thead', [row(head, 'th')]),
        h(
          'tbody',
          rows.map((cells) => row(cells, 'td')),
        ),
      ]);
    }
  }
}

/** What was corrected in a reply, and its withdrawal: one entry each. */
export function correctionEntries(reply: ReplyJson, locale: Locale, site: Site): FeedEntry[] {
  const words = followWords[locale];
  const { url, title, author, topics } = common(reply, locale, site);
  const entry = (day: string, name: string, heading: string, dated: string, lines: readonly string[]): FeedEntry => ({
    ...{ url, author, topics, day },
    updated: day,
    title: heading,
    id: stableId(...lastingNames(reply), locale, name),
    html: toHtml([
      h('p', [h('em', `${words.source(reply.number, author)}${languageOf(locale).punctuation.sentences}${dated}`)]),
      ...lines.map((line) => h('p', line)),
    ]),
  });
  const { colon, list } = languageOf(locale).punctuation;
  const corrections = reply.corrections.map(({ date, what, why, paragraphs }, index) =>
    entry(
      date,
      `correction ${index + 1}`,
      words.correctionTitle(title),
      words.datedCorrection(formatDay(date, locale)),
      [
        `${words.what}${colon}${wordsIn(what, locale)}`,
        `${words.why}${colon}${wordsIn(why, locale)}`,
        ...(paragraphs.length === 0 ? [] : [`${words.paragraphs}${colon}${paragraphs.join(list)}`]),
      ],
    ),
  );
  if (reply.withdrawn === undefined) return corrections;
  const { date, why } = reply.withdrawn;
  const dated = words.datedWithdrawal(formatDay(date, locale));
  const withdrawal = entry(date, 'withdrawn', words.withdrawalTitle(title), dated, [
    `${words.why}${colon}${wordsIn(why, locale)}`,
  ]);
  return [...corrections, withdrawal];
}
