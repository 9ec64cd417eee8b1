import type { Element, Nodes, Root } from 'hast';
import { rehype } from 'rehype';
import { SiteError } from '../../errors.ts';
import { parsePrintedDay } from '../letter/dates.ts';
import { fold } from '../letter/fold.ts';
import { IMPORT_RULES } from '../rules.ts';
import { type PageFacts, type SourceBlock, type SourceText, visibleCharacters } from '../source.ts';
import { PageReader } from './blocks.ts';
import { joinForm } from './forms.ts';
import { mainText } from './main-text.ts';

const parser = rehype().freeze();

/**
 * The blocks of a web page as a browser or a content system saves it, each with whether it is in the page's main text. Throws a SiteError
 * where the page holds frames only.
 */
export function readHtml(text: string, file: string): SourceText {
  const tree: Root = parser.parse(text);
  const { blocks, images, links, changes } = new PageReader().read(tree);
  if (blocks.length === 0 && hasFrames(tree)) throw onlyFrames(file);
  const main = mainText(tree, blocks);
  const placed = blocks.map(({ block, mark, around }): SourceBlock => {
    const place = around ? 'outside' : main === undefined ? undefined : main.marks.has(mark) ? 'main' : 'outside';
    return { ...block, place };
  });
  const joined = joinForm(placed);
  const within = main === undefined ? undefined : new Set(everyNode(main.element));
  const inMain = (line: number) => main === undefined || main.marks.has(String(line));
  const characters = joined.map((block) => (block.kind === 'table' ? block.rows.flat().join('') : block.text)).join('');
  return {
    format: 'html',
    breaks: 'none',
    blocks: joined,
    changes: [
      ...changes.map((change) => ({ ...change, added: '' })),
      ...links.filter(({ line }) => inMain(line)),
      ...images
        .filter(({ holder }) => within === undefined || within.has(holder))
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

const hasFrames = (tree: Root): boolean =>
  [...everyNode(tree)].some((node) => node.type === 'element' && /^i?frame$/u.test(node.tagName));

function onlyFrames(file: string): SiteError {
  return new SiteError({
    rule: IMPORT_RULES['import-empty'].id,
    severity: 'error',
    place: { file },
    message: {
      zh: '这个网页只有框架，正文在框架里的另一个网页上',
      en: 'this page holds frames only; the text is on another page in one of them',
    },
    hint: {
      zh: '请在浏览器里的正文上点右键，选“在新标签页中打开框架”，把打开的网页另存为“网页，仅 HTML”，再导入',
      en: 'open the frame that holds the text in a tab of its own, save that page as "web page, HTML only" and import it',
    },
  });
}

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
