import type { Root as HastRoot } from 'hast';
import { toString as hastToString } from 'hast-util-to-string';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { parseBody } from '../../src/text/parse.ts';

const withoutSpace = (text: string) => text.replace(/\s+/g, '');

/**
 * The words of a Markdown body as a person reads them, without any Markdown parser: marks of the few kinds that content
 * may have are taken off line by line, an escape gives the character after its backslash, white space does not count.
 */
export function wordsOfSource(body: string): string {
  const lines = body.split('\n').map((line) => {
    if (/^\s*\|[\s|:-]+\|\s*$/.test(line) || /^\*{3,}\s*$/.test(line)) return '';
    // The bar at a row's end may be left out.
    const table = /^\s*\|.*\|/.test(line);
    const bare = line.replace(/^\s*(?:> ?)*/, '').replace(/^(?:#{1,6} +|- +|\d+\. +)/, '');
    return table ? bare.replace(/(?<!\\)\|/g, '') : bare;
  });
  const held: string[] = [];
  const text = lines
    .join('\n')
    .replace(/\\([!-/:-@[-`{-~])/g, (_escape, character: string) => {
      held.push(character);
      return '\u0000';
    })
    .replace(/\\\n/g, '\n')
    .replace(/<\/?[A-Z][A-Za-z]*(?:\s+[a-z]+\s*=\s*"[^"]*")*\s*\/?>/g, '')
    .replace(/(\*\*|__)(.+?)\1/gs, '$2')
    .replace(/(?<![A-Za-z0-9])\*([^*\n]+)\*(?![A-Za-z0-9])/g, '$1')
    .replace(/`([^`\n]+)`/g, '$1')
    .replace(/\[((?:[^\][\n]|\n(?!\s*\n)|\[[^\][\n]*\])*)\]\([^()\n]*\)/g, '$1')
    .replaceAll('\u0000', () => held.shift() ?? '');
  return withoutSpace(text);
}

/** The words that a page shows of a body. */
export function wordsOfPage(body: string): string {
  const tree = unified()
    .use(remarkRehype)
    .runSync(parseBody(body, { file: 'x.mdx', linesBefore: 0 })) as HastRoot;
  return withoutSpace(hastToString(tree));
}
