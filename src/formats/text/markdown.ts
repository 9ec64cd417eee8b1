import type { BlockContent, PhrasingContent, Root } from 'mdast';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import type { Options } from 'mdast-util-to-markdown';
import remarkStringify from 'remark-stringify';
import { type Processor, unified } from 'unified';
import { type Span, saysItself, wordsOf } from './written-blocks.ts';

/** Constructs in which nothing is escaped, since nothing is parsed there. */
const LINKS = ['autolink', 'destinationLiteral', 'destinationRaw', 'reference'] as const;

/**
 * Syntax of dialects beyond CommonMark and tables: formulas between dollar signs, emoji names between colons, and
 * addresses that begin with `www.`, in which a backslash is literal.
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
 * Escapes tables and strikethrough, but not bare addresses: `phrasing` writes those with Markdown characters between
 * `<` and `>`, and others need no escapes.
 */
function marks(this: Processor): void {
  const data = this.data();
  data.toMarkdownExtensions = [gfmTableToMarkdown(), gfmStrikethroughToMarkdown(), FURTHER];
}

const writer = unified().use(remarkStringify, { bullet: '-' }).use(marks).freeze();

/** A tree as Markdown that every parser of CommonMark with tables reads back as the same text. */
export const writeMarkdown = (children: Root['children']): string => writer.stringify({ type: 'root', children });

/** An address, of characters that are allowed between `<` and `>` and in a cell of a table. */
const ADDRESS = /(?<![a-z])(?:https?|ftp):\/\/[!-;=?-[\]^_a-{}~]+/gi;
/**
 * What Markdown or its dialects would interpret in an address: marks, character references, an underscore that is not
 * within a word.
 */
const READ = /[*[\]~!$]|:[\w+-]+:|&#?\w+;|(?<![a-z\d])_|_(?![a-z\d])/i;
/** What they would interpret in the words after it. */
const READ_AFTER = /[\\`*_[\]<>&~|!$]|:[\w+-]+:/;
/** What markdown-it changes in an address between `<` and `>`: it decodes it, and lowers the host's case. */
const DECODED = /%|xn--|^[^/]*\/\/[^/]*[A-Z]/;

/**
 * A link labelled with its own address. Every mark in the label is escaped, or it would become a link within the link;
 * the destination is between `<` and `>`, since pandoc reads on into what follows a bare one.
 */
const labelled = (url: string): string => `[${url.replaceAll(/[*_[\]~!$:&]/g, '\\$&')}](<${url}>)`;

/**
 * A text in which an address stays bare where no parser interprets anything in it or in the words directly after it.
 * Otherwise it is put between `<` and `>`: in some dialects an address ends only at a space, and an escape in it would
 * show its backslash.
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
    // An exclamation mark before a label would make it an image.
    const called = isLabelled && before.endsWith('!');
    const words = called ? before.slice(0, -1) : before;
    if (words !== '') nodes.push({ type: 'text', value: words });
    if (isBare) nodes.push({ type: 'html', value: url });
    else if (isLabelled) nodes.push({ type: 'html', value: (called ? '\\!' : '') + labelled(url) });
    else nodes.push({ type: 'link', url, children: [{ type: 'text', value: url }] });
  }
  return at < text.length ? [...nodes, { type: 'text', value: text.slice(at) }] : nodes;
}

/** Finds words that may hold an address, which must not become a link within a link. */
const MAY_LINK = /:\/\/|www|@/i;
/** Characters that Markdown or its dialects may interpret. */
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

/** Finds what may need escapes: marks, addresses, and what begins a list, a heading or a rule. */
const MARKS = /[\\`*_[\]<>&~|!$\t\r\n@{}]|:\/\/|:[\w+-]+:|www|^[\s\d#+=-]|\s$/i;

/**
 * A paragraph. Text that needs no escapes is passed through, since writing it character by character takes far longer.
 */
export const paragraphNode = (value: string): BlockContent =>
  value === '' || MARKS.test(value) ? { type: 'paragraph', children: phrasing(value) } : { type: 'html', value };

/** A paragraph of marked words. */
export function markedParagraph(spans: readonly Span[]): BlockContent {
  const isPlain = spans.every(({ runs, url }) => url === undefined && runs.every(({ bold }) => !bold));
  return isPlain ? paragraphNode(wordsOf(spans)) : { type: 'paragraph', children: markedPhrasing(spans) };
}
