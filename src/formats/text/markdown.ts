import type { BlockContent, PhrasingContent, Root } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import type { Options } from 'mdast-util-to-markdown';
import remarkStringify from 'remark-stringify';
import { type Processor, unified } from 'unified';
import { type Span, saysItself, wordsOf } from './written-blocks.ts';

/** Where nothing is escaped, since nothing is read there. */
const LINKS = ['autolink', 'destinationLiteral', 'destinationRaw', 'reference'] as const;

/**
 * What programs read that know more than CommonMark and tables: a formula between two dollar signs, a picture by its name between colons,
 * and an address by `www.`, in which a backslash stands for itself.
 */
const FURTHER: Options = {
  unsafe: [
    { character: '$', inConstruct: 'phrasing', notInConstruct: [...LINKS] },
    { character: ':', after: '(?=[\\w+-]+:)', inConstruct: 'phrasing', notInConstruct: [...LINKS] },
    {
      character: '.',
      before: '[Ww]',
      after: '(?=\\S*(?:[\\\\`*_[\\]<>&~!$]|\\|.|:[\\w+-]+:))',
      inConstruct: 'phrasing',
      notInConstruct: [...LINKS],
    },
  ],
};

/**
 * Tables and what strikes through are escaped, bare addresses are not: those that hold signs which Markdown would read are written between
 * `<` and `>` (`phrasing`), and any other reads as it is.
 */
function marks(this: Processor): void {
  const data = this.data();
  data.toMarkdownExtensions = [gfmTableToMarkdown(), gfmStrikethroughToMarkdown(), FURTHER];
}

const writer = unified().use(remarkStringify, { bullet: '-' }).use(marks).freeze();

/** A tree as Markdown that every reader of CommonMark with tables takes for the same text. */
export const writeMarkdown = (children: Root['children']): string => writer.stringify({ type: 'root', children });

/** An address, of the signs that may stand between `<` and `>` and in a cell of a table. */
const ADDRESS = /(?<![a-z])(?:https?|ftp):\/\/[!-;=?-[\]^_a-{}~]+/gi;
/** What Markdown or its dialects read in an address: signs, a character by its name, an underscore that is not within a word. */
const READ = /[*[\]~!$]|:[\w+-]+:|&#?\w+;|(?<![a-z\d])_|_(?![a-z\d])/i;
/** What they read in the words after it. */
const READ_AFTER = /[\\`*_[\]<>&~|!$]|:[\w+-]+:/;
/** What markdown-it shows otherwise where an address stands between `<` and `>`: decoded, a host in small letters. */
const DECODED = /%|xn--|^[^/]*\/\/[^/]*[A-Z]/;

/**
 * A link that says its own address, every sign of it escaped: one that is read would be a link in the link. Where it leads stands between
 * `<` and `>`, since pandoc takes what follows a bare one for part of it.
 */
const labelled = (url: string): string => `[${url.replaceAll(/[*_[\]~!$:&]/g, '\\$&')}](<${url}>)`;

/**
 * A text whose bare addresses stand bare where no reader takes anything in them or in the words that run on after them for a mark. Else they
 * stand between `<` and `>`: a dialect's address ends at a space only, and what is escaped in it would show its backslash.
 */
function withAddresses(text: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = 0;
  for (const { 0: url, index } of text.matchAll(ADDRESS)) {
    const before = text.slice(at, index);
    at = index + url.length;
    const after = /^\S*/.exec(text.slice(at))?.[0] ?? '';
    const isBare = !READ.test(url) && !READ_AFTER.test(after);
    const isLabelled = !isBare && DECODED.test(url);
    // A sign of exclamation before a label would make it a picture.
    const called = isLabelled && before.endsWith('!');
    const words = called ? before.slice(0, -1) : before;
    if (words !== '') nodes.push({ type: 'text', value: words });
    if (isBare) nodes.push({ type: 'html', value: url });
    else if (isLabelled) nodes.push({ type: 'html', value: (called ? '\\!' : '') + labelled(url) });
    else nodes.push({ type: 'link', url, children: [{ type: 'text', value: url }] });
  }
  return at < text.length ? [...nodes, { type: 'text', value: text.slice(at) }] : nodes;
}

/** Words that may hold an address, which no reader may take for a link within a link. */
const MAY_LINK = /:\/\/|www|@/i;
/** Signs that Markdown or its dialects may read. */
const SIGNS = /[!-/:-@[-`{-~]/g;

/** Words within a link; where they may hold an address, every sign is escaped. */
const labelWords = (text: string): PhrasingContent =>
  MAY_LINK.test(text) ? { type: 'html', value: text.replaceAll(SIGNS, '\\$&') } : { type: 'text', value: text };

/** A text as Markdown's nodes, its bare addresses written as they are. */
export const phrasing = (text: string): PhrasingContent[] => withAddresses(text);

/** Words with what is bold in them and where they lead, as Markdown's nodes. */
export const markedPhrasing = (spans: readonly Span[]): PhrasingContent[] =>
  spans.flatMap((span): PhrasingContent[] => {
    const { runs, url } = span;
    const nodes = (words: (text: string) => PhrasingContent[]) =>
      runs.flatMap(({ text, bold }): PhrasingContent[] =>
        bold ? [{ type: 'strong', children: words(text) }] : words(text),
      );
    if (url === undefined || saysItself(wordsOf([span]), url)) return nodes(withAddresses);
    // A bar would end the cell of a table.
    return [{ type: 'link', url: url.replaceAll('|', '%7C'), children: nodes((text) => [labelWords(text)]) }];
  });

/** What the writer of Markdown looks at more closely: marks, addresses, and what begins a list, a heading or a rule. */
const MARKS = /[\\`*_[\]<>&~|!$\t\r\n@{}]|:\/\/|:[\w+-]+:|www|^[\s\d#+=-]|\s$/i;

/** A paragraph; one that nothing in needs escaping stays as it is, since writing it character by character takes far longer. */
export const paragraphNode = (value: string): BlockContent =>
  value === '' || MARKS.test(value) ? { type: 'paragraph', children: phrasing(value) } : { type: 'html', value };

/** A paragraph of marked words. */
export function markedParagraph(spans: readonly Span[]): BlockContent {
  const isPlain = spans.every(({ runs, url }) => url === undefined && runs.every(({ bold }) => !bold));
  return isPlain ? paragraphNode(wordsOf(spans)) : { type: 'paragraph', children: markedPhrasing(spans) };
}
