import type { BlockContent, ListItem, PhrasingContent, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { attachmentWords, filesHeading } from '../../language/messages/attachments.ts';
import { byPart } from '../../model/block.ts';
import type { Locale } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import type { BlockJson, ReplyJson } from '../api/reply.ts';
import type { OfferedFile } from '../files.ts';
import { textFrame } from './head.ts';
import { tableRows } from './table.ts';

/** What the writer of Markdown looks at more closely: marks, addresses, and what begins a list, a heading or a rule. */
const MARKS = /[\\`*_[\]<>&~|!$\t\r\n@{}]|:\/\/|www|^[\s\d#+=-]|\s$/i;

/** A paragraph; one that nothing in needs escaping stands as it is, since writing it character by character takes far longer. */
export const paragraphNode = (value: string): BlockContent =>
  value === '' || MARKS.test(value)
    ? { type: 'paragraph', children: [{ type: 'text', value }] }
    : { type: 'html', value };

/** A label and its value; an address is a link, so that its marks are not escaped. */
function fact(label: string, value: string): ListItem {
  const shown: PhrasingContent = /^https?:\/\//.test(value)
    ? { type: 'link', url: value, children: [{ type: 'text', value }] }
    : { type: 'text', value };
  return {
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children: [{ type: 'text', value: label }, shown] }],
  };
}

const writer = unified().use(remarkStringify, { bullet: '-' }).use(remarkGfm).freeze();

/** A reply as Markdown: title, record and text, with whatever Markdown would take for a mark escaped. */
export function replyMarkdown(reply: ReplyJson, locale: Locale, site: Site): string {
  const { title, facts, notices, closing, files } = textFrame(reply, locale, site);
  const { letter, after } = byPart(reply.blocks, ({ id }) => id);
  const colon = locale === 'zh' ? '：' : ': ';
  const children: RootContent[] = [
    { type: 'heading', depth: 1, children: [{ type: 'text', value: title }] },
    { type: 'list', spread: false, children: facts.map(([label, value]) => fact(label + colon, value)) },
    ...notices.map((notice): RootContent => ({ type: 'blockquote', children: [paragraphNode(notice)] })),
    ...letter.flatMap((block) => blockNode(block, locale)),
    ...closing.map(paragraphNode),
    ...(after.length === 0 ? [] : [{ type: 'thematicBreak' } as const]),
    ...after.flatMap((block) => blockNode(block, locale)),
    ...fileNodes(files, locale),
  ];
  return writer.stringify({ type: 'root', children });
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

function blockNode(block: BlockJson, locale: Locale): RootContent[] {
  const { kind, depth, [locale]: text } = block;
  if (text === undefined) return [];
  if (kind === 'heading') {
    return [
      { type: 'heading', depth: depth === 1 ? 2 : depth === 2 ? 3 : 4, children: [{ type: 'text', value: text }] },
    ];
  }
  if (kind !== 'table') return [paragraphNode(text)];
  return [
    {
      type: 'table',
      children: tableRows(block, locale).map((cells) => ({
        type: 'tableRow',
        children: cells.map((value) => ({ type: 'tableCell', children: [{ type: 'text', value }] })),
      })),
    },
  ];
}
