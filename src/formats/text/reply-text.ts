import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { formatDay } from '../../language/formats.ts';
import { attachmentWords, filesHeading, formatBytes } from '../../language/messages/attachments.ts';
import { replyWords } from '../../language/messages/reply.ts';
import { siteWords } from '../../language/messages/site.ts';
import { type Fact, recordFacts } from '../../language/reply-fields.ts';
import { byPart } from '../../model/block.ts';
import { type Locale, languageOf, wordsIn } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';
import { printedUnder } from '../api/record.ts';
import type { ReplyJson } from '../api/reply.ts';
import { type OfferedFile, offeredFiles } from '../files.ts';
import { markedParagraph, markedPhrasing, paragraphNode, phrasing, writeMarkdown } from './markdown.ts';
import { type Span, saysItself, type WrittenPart, wordsOf, writtenParts } from './written-blocks.ts';

/** What surrounds a reply's text where it is read outside the site. */
interface TextFrame {
  readonly title: string;
  /** What its record states, as on its page, and where that is. */
  readonly facts: readonly Pick<Fact, 'label' | 'text' | 'href'>[];
  /** What a reader has to know before the text: that it is a translation, or that the site is a demonstration. */
  readonly notices: readonly string[];
  /** The printed lines under the text. */
  readonly closing: readonly string[];
  /** The files that are published with it. */
  readonly files: readonly OfferedFile[];
}

/** The frame of a reply in a language. */
function textFrame(reply: ReplyJson, locale: Locale, site: Site): TextFrame {
  const words = replyWords[locale];
  const urls = siteUrls(site);
  const { colon } = languageOf(locale).punctuation;
  const page = urls.absolute(wordsIn(reply.url, locale));
  const original = reply.language;
  const isOriginal = locale === original;
  const notices = [
    ...(reply.withdrawn === undefined ? [] : [`${words.withdrawn}${colon}${wordsIn(reply.withdrawn.why, locale)}`]),
    ...reply.corrections.map(
      ({ date, what, why }) =>
        words.corrections +
        colon +
        words.correctedOn(formatDay(date, locale), wordsIn(what, locale), wordsIn(why, locale)),
    ),
    ...(reply.masked ?? []).map(({ date }) => words.masked(formatDay(date, locale))),
    ...(isOriginal ? [] : [words.translationNotice(original, locale)]),
    ...(site.official ? [] : [siteWords[locale].demonstration]),
  ];
  const printed = printedUnder(reply, locale);
  const lines = [...printed.signers, ...printed.contact];
  return {
    title: wordsIn(reply.title, locale),
    facts: [
      ...recordFacts(reply, locale, site),
      { label: words.source, text: page, href: page },
      ...printFact(reply, locale, site),
    ],
    notices,
    files: offeredFiles(reply, locale, site),
    closing: lines.map(({ label, value }) => label + colon + (value === '' ? words.blank : value)),
  };
}

/** The letter on paper, where that is published: its size and address. */
function printFact({ pdf }: ReplyJson, locale: Locale, site: Site): TextFrame['facts'][number][] {
  const own = pdf?.[locale];
  return own === undefined
    ? []
    : [{ label: 'PDF', text: formatBytes(own.bytes), href: siteUrls(site).absolute(own.url) }];
}

/** A labelled fact as a list item; its words may be a link. */
function factItem({ label, text, href }: TextFrame['facts'][number], colon: string): ListItem {
  const shown: PhrasingContent[] =
    href === undefined ? phrasing(text) : [{ type: 'link', url: href, children: [{ type: 'text', value: text }] }];
  return {
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children: [{ type: 'text', value: label + colon }, ...shown] }],
  };
}

/** A reply as Markdown: title, record and text, with whatever Markdown would take for a mark escaped. */
export function replyMarkdown(reply: ReplyJson, locale: Locale, site: Site): string {
  const { title, facts, notices, closing, files } = textFrame(reply, locale, site);
  const { letter, after } = byPart(reply.blocks, ({ id }) => id);
  const { colon } = languageOf(locale).punctuation;
  const children: RootContent[] = [
    { type: 'heading', depth: 1, children: phrasing(title) },
    { type: 'list', spread: false, children: facts.map((fact) => factItem(fact, colon)) },
    ...notices.map((notice): RootContent => ({ type: 'blockquote', children: [paragraphNode(notice)] })),
    ...writtenParts(letter, locale).map(partNode),
    ...closing.map((line) => paragraphNode(line)),
    ...(after.length === 0 ? [] : [{ type: 'thematicBreak' } as const]),
    ...writtenParts(after, locale).map(partNode),
    ...fileNodes(files, locale),
  ];
  return writeMarkdown(children);
}

/** The files that are published with the reply, each as a link with what it is. */
function fileNodes(files: readonly OfferedFile[], locale: Locale): RootContent[] {
  if (files.length === 0) return [];
  const words = attachmentWords[locale];
  const items = files.map(({ title, url, facts, sha256 }): ListItem => {
    const link: PhrasingContent = { type: 'link', url, children: [{ type: 'text', value: title }] };
    const rest: PhrasingContent = { type: 'text', value: words.line('', facts, sha256) };
    return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: [link, rest] }] };
  });
  return [
    { type: 'heading', depth: 2, children: [{ type: 'text', value: filesHeading(files, locale) }] },
    { type: 'list', spread: false, children: items },
  ];
}

/** A part of a letter as Markdown has it: its headings come below the title. */
function partNode(part: WrittenPart): RootContent {
  switch (part.kind) {
    case 'heading':
      return {
        type: 'heading',
        depth: part.depth === 1 ? 2 : part.depth === 2 ? 3 : 4,
        children: markedPhrasing(part.spans),
      };
    case 'paragraph':
      return markedParagraph(part.spans);
    case 'list':
      return {
        type: 'list',
        ordered: part.first !== undefined,
        start: part.first ?? null,
        spread: false,
        children: part.items.map((spans) => ({ type: 'listItem', spread: false, children: [markedParagraph(spans)] })),
      };
    case 'table':
      return {
        type: 'table',
        align: [...part.align],
        children: part.rows.map((cells) => ({
          type: 'tableRow',
          children: cells.map((spans) => ({ type: 'tableCell', children: markedPhrasing(spans) })),
        })),
      };
  }
}

/** A reply as plain text: its record, then every block, paragraphs parted by blank lines. Ends with a line feed. */
export function replyPlainText(reply: ReplyJson, locale: Locale, site: Site): string {
  const { title, facts, notices, closing, files } = textFrame(reply, locale, site);
  const { letter, after } = byPart(reply.blocks, ({ id }) => id);
  const { colon } = languageOf(locale).punctuation;
  const parts = [
    title,
    facts.map((fact) => factLine(fact, colon)).join('\n'),
    ...notices,
    ...writtenParts(letter, locale).map(partText),
    closing.join('\n'),
    ...writtenParts(after, locale).map(partText),
    fileLines(files, locale).join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A fact in a line, with the address that it leads to where that is not what it says. */
const factLine = ({ label, text, href }: TextFrame['facts'][number], colon: string): string =>
  label + colon + (href === undefined || href === text ? text : `${text} ${href}`);

/** A part of a letter as plain text; of a table a line for each row, with tabs between the cells. */
function partText(part: WrittenPart): string {
  switch (part.kind) {
    case 'heading':
    case 'paragraph':
      return plainWords(part.spans);
    case 'list': {
      const { first, items } = part;
      const mark = (at: number) => (first === undefined ? '- ' : `${first + at}. `);
      return items.map((spans, at) => mark(at) + plainWords(spans)).join('\n');
    }
    case 'table':
      return part.rows.map((cells) => cells.map(plainWords).join('\t')).join('\n');
  }
}

/** Plain words, each link followed by its address unless it says that itself. */
const plainWords = (spans: readonly Span[]): string =>
  spans
    .map((span) => {
      const words = wordsOf([span]);
      return span.url === undefined || saysItself(words, span.url) ? words : `${words} <${span.url}>`;
    })
    .join('');

/** The files that are published with the reply: what each is, and its address below. */
function fileLines(files: readonly OfferedFile[], locale: Locale): string[] {
  if (files.length === 0) return [];
  const words = attachmentWords[locale];
  const lines = files.map(({ title, facts, sha256, url }) => `${words.line(title, facts, sha256)}\n${url}`);
  return [filesHeading(files, locale), ...lines];
}
