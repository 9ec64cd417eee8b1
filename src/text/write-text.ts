import type { PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SiteError } from '../errors.ts';
import { plainText } from './blocks.ts';
import { parseBody } from './parse.ts';

const writer = unified()
  .use(remarkStringify, { bullet: '-', resourceLink: true })
  .use(remarkMdx)
  .use(remarkGfm, { singleTilde: false })
  .freeze();

function parsed(markdown: string): Root | undefined {
  try {
    return parseBody(markdown, { file: '', linesBefore: 0 });
  } catch (error) {
    if (error instanceof SiteError) return undefined;
    throw error;
  }
}

/** Whether a node of a paragraph is text, or an address that leads to just what it says. */
function isText(node: PhrasingContent): boolean {
  if (node.type !== 'link') return node.type === 'text';
  const text = plainText(node);
  return /^[!-~]+$/.test(text) && (node.url === text || node.url === `mailto:${text}`);
}

/** Whether a tree is one block of the kind wanted that holds nothing but this text. */
function isPlain(tree: Root | undefined, type: 'paragraph' | 'heading', text: string): boolean {
  const [only, ...rest] = tree?.children ?? [];
  if (only === undefined || rest.length > 0 || only.type !== type || plainText(only) !== text) return false;
  return (only.type === 'paragraph' || only.type === 'heading') && only.children.every(isText);
}

/** What an https address may hold, unescaped (RFC 3986), without the full stop or comma that ends a sentence. */
const ADDRESS = /https:\/\/[\w\-.~:/?#@!$&'*+,;=%]*[\w\-~/#=]/u;

/** A text with its https addresses as links: a bare one would run on over the Chinese after it. */
function withAddresses(text: string): PhrasingContent[] {
  const match = ADDRESS.exec(text);
  if (match === null) return text === '' ? [] : [{ type: 'text', value: text }];
  const [address] = match;
  const after = text.slice(match.index + address.length);
  return [
    ...withAddresses(text.slice(0, match.index)),
    { type: 'link', url: address, children: [{ type: 'text', value: address }] },
    ...withAddresses(after),
  ];
}

const stringify = (node: RootContent): string => writer.stringify({ type: 'root', children: [node] }).trimEnd();

/**
 * The beginning of a quotation or a list: such a text is not a paragraph unless escaped, and many in a row cost a
 * parser quadratic time.
 */
const CONTAINER = /^[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])/;

/** With more marks than this a text is escaped at once: a parser looks back from each mark to all before it. */
const MOST_MARKS = 200;
const isCrowded = (text: string) => (text.match(/[*_~`[\]<{&]/g)?.length ?? 0) > MOST_MARKS;

/** From this length on every mark is escaped: finding those that need it takes more than linear time. */
const LONG = 2000;

const withEverySign = (children: readonly PhrasingContent[], depth: number | undefined): string =>
  (depth === undefined ? '' : `${'#'.repeat(depth)} `) +
  children
    .map((node) => {
      const text = plainText(node).replace(/[!-/:-@[-`{-~]/g, '\\$&');
      return node.type === 'link' ? `[${text}](${node.url})` : text;
    })
    .join('');

/** Thrown for a text that Markdown cannot represent. */
export class UnwritableText extends Error {
  override name = 'UnwritableText';
  readonly text: string;
  constructor(text: string) {
    super(`cannot be written as Markdown: ${text}`);
    this.text = text;
  }
}

/**
 * A paragraph or heading as Markdown that reads back as exactly this text: unescaped where possible. Throws
 * UnwritableText where none of that reads back: control characters do not.
 */
export function writeText(text: string, depth?: number): string {
  const type = depth === undefined ? 'paragraph' : 'heading';
  const plain = depth === undefined ? text : `${'#'.repeat(depth)} ${text}`;
  const crowded = isCrowded(text);
  if (!crowded && !CONTAINER.test(plain) && isPlain(parsed(plain), type, text)) return plain;
  const children = withAddresses(text);
  if (crowded || text.length > LONG) {
    const all = withEverySign(children, depth);
    if (isPlain(parsed(all), type, text)) return all;
  }
  const level = Math.min(Math.max(depth ?? 1, 1), 6) as 1 | 2 | 3 | 4 | 5 | 6;
  const escaped = stringify(
    depth === undefined ? { type: 'paragraph', children } : { type: 'heading', depth: level, children },
  );
  if (isPlain(parsed(escaped), type, text)) return escaped;
  // A paragraph that begins with `import` is code to MDX however it is escaped, unless its first letter is a reference.
  const referenced = escaped.replace(/^[a-z]/u, (first) => `&#${first.codePointAt(0)};`);
  if (depth === undefined && isPlain(parsed(referenced), type, text)) return referenced;
  throw new UnwritableText(text);
}

/** An item of a list, with its number where the list is numbered. */
export function writeItem(text: string, number?: number): string {
  return `${number === undefined ? '-' : `${number}.`} ${writeText(text)}`;
}

/** A table as GFM writes it; its first row is the head. */
export function writeTable(rows: readonly (readonly string[])[]): string {
  const table: RootContent = {
    type: 'table',
    children: rows.map((row) => ({
      type: 'tableRow',
      children: row.map((cell) => ({
        type: 'tableCell',
        children: cell === '' ? [] : [{ type: 'text', value: cell }],
      })),
    })),
  };
  return stringify(table);
}
