import type { Element, Nodes, Root } from 'hast';
import { rehype } from 'rehype';
import { parsePrintedDay } from '../letter/dates.ts';
import { fold } from '../letter/fold.ts';
import { type PageFacts, type SourceBlock, type SourceText, visibleCharacters } from '../source.ts';
import { PageReader } from './blocks.ts';
import { mainBlocks } from './main-text.ts';

const parser = rehype().freeze();

/** The blocks of a web page as a browser or a content system saves it, each with whether it stands in the page's main text. */
export function readHtml(text: string): SourceText {
  const tree: Root = parser.parse(text);
  const { blocks, images, links, changes } = new PageReader().read(tree);
  const main = mainBlocks(tree, blocks);
  const placed = blocks.map(({ block, mark, around }): SourceBlock => {
    const place = around ? 'outside' : main === undefined ? undefined : main.has(mark) ? 'main' : 'outside';
    return { ...block, place };
  });
  const inMain = (line: number) => main === undefined || main.has(String(line));
  const characters = placed.map((block) => (block.kind === 'table' ? block.rows.flat().join('') : block.text)).join('');
  return {
    format: 'html',
    breaks: 'none',
    blocks: placed,
    changes: [
      ...changes.map((change) => ({ ...change, added: '' })),
      ...links.filter(({ line }) => inMain(line)),
      ...images
        .filter(({ line }) => inMain(line))
        .map(({ line, text: name }) => ({ kind: 'image' as const, line, text: name, removed: '', added: '' })),
    ],
    characters: visibleCharacters(characters),
    page: pageFacts(tree),
  };
}

const everyNode = function* (node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* everyNode(child);
};

const PUBLISHED = /^(?:pubdate|publishdate|article:published_time|og:release_date|firstpublishedtime|date)$/iu;

/** What a page tells of itself: its address (canonical, or noted by the browser that saved it) and the day it was published. */
function pageFacts(tree: Root): PageFacts {
  let url: string | undefined;
  let published: string | undefined;
  for (const node of everyNode(tree)) {
    if (node.type === 'comment') url ??= webAddress(/saved from url=\(\d+\)(\S+)/u.exec(node.value)?.[1]);
    if (node.type !== 'element') continue;
    if (node.tagName === 'link' && isCanonical(node)) url = webAddress(node.properties['href']) ?? url;
    const { name, property, content } = node.properties;
    const key = typeof name === 'string' ? name : typeof property === 'string' ? property : '';
    if (node.tagName === 'meta' && typeof content === 'string' && PUBLISHED.test(key)) published ??= dayOf(content);
  }
  return { url, published };
}

const isCanonical = ({ properties }: Element): boolean => [properties['rel']].flat().includes('canonical');

const dayOf = (text: string): string | undefined =>
  parsePrintedDay(/^\S{8,11}?(?=[T ]|$)/u.exec(fold(text).trim())?.[0] ?? '');

function webAddress(address: unknown): string | undefined {
  if (typeof address !== 'string' || !/^https?:\/\/[^\s]+$/u.test(address) || !URL.canParse(address)) return undefined;
  return address;
}
