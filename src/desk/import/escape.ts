import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SiteError } from '../../errors.ts';
import { plainText } from '../../markdown/blocks.ts';
import { parseBody } from '../../markdown/parse.ts';

const writer = unified()
  .use(remarkStringify, { bullet: '-', rule: '-', fences: true })
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

/** Whether a tree is one block of the kind wanted that holds nothing but this text. */
function isPlain(tree: Root | undefined, type: RootContent['type'], text: string): boolean {
  const [only, ...rest] = tree?.children ?? [];
  if (only === undefined || rest.length > 0 || only.type !== type || plainText(only) !== text) return false;
  return 'children' in only && only.children.every((child) => child.type === 'text');
}

const stringify = (node: RootContent): string => writer.stringify({ type: 'root', children: [node] }).trimEnd();

/**
 * A paragraph or heading as Markdown that reads back as exactly this text: as it stands where that is so, else with
 * escapes. Throws an Error where neither reads back, which would be a fault of this program.
 */
export function writeText(text: string, depth?: number): string {
  const type = depth === undefined ? 'paragraph' : 'heading';
  const plain = depth === undefined ? text : `${'#'.repeat(depth)} ${text}`;
  if (isPlain(parsed(plain), type, text)) return plain;
  const children = [{ type: 'text' as const, value: text }];
  const level = Math.min(Math.max(depth ?? 1, 1), 6) as 1 | 2 | 3 | 4 | 5 | 6;
  const escaped = stringify(
    depth === undefined ? { type: 'paragraph', children } : { type: 'heading', depth: level, children },
  );
  if (isPlain(parsed(escaped), type, text)) return escaped;
  throw new Error(`cannot be written as Markdown: ${text}`);
}

/** An item of an unnumbered list. */
export function writeItem(text: string): string {
  return `- ${writeText(text)}`;
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
