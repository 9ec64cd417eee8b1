import { Readability } from '@mozilla/readability';
import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { parseHTML } from 'linkedom';
import type { PageBlock } from './blocks.ts';

/** The share of the main text that its container must hold. */
const MOST = 0.9;

/** Containers in which content systems put the text of an article, by class or id. */
const CONTAINERS =
  /^(?:TRS_Editor|js_content|TRS_UEDITOR|view|zoom|vsb_content.*|v_news_content|UCAP-CONTENT|article-content|article_content|articleContent|news_content|newsContent|conTxt|con_txt|content_text|detail-content|xxgk_content|j-fontContent|zwgk_content|main-txt|TRS_PreAppend|Custom_UnionStyle)$/iu;

/** The blocks that the extractor takes for a page's text, by their marks; empty where it finds none. */
function extracted(tree: Root): ReadonlySet<string> {
  // linkedom's document has what Readability uses, but not all of the browser's type.
  const { document } = parseHTML(toHtml(tree));
  const article = new Readability(document as unknown as Document, { keepClasses: false, charThreshold: 100 }).parse();
  const attribute = /data-dafu-block="([\d ]+)"/g;
  return new Set([...(article?.content ?? '').matchAll(attribute)].flatMap(([, marks = '']) => marks.split(' ')));
}

/** A page's main text: the marks of its blocks, and the element that holds them. */
interface MainText {
  readonly marks: ReadonlySet<string>;
  readonly element: Element;
}

/**
 * A page's main text: what is in the smallest element that holds what the extractor found, or in a content system's own container;
 * `undefined` where neither says.
 */
export function mainText(tree: Root, blocks: readonly PageBlock[]): MainText | undefined {
  const found = extracted(tree);
  const weight = (own: readonly PageBlock[]) =>
    own.reduce(
      (sum, { block }) => sum + (block.kind === 'table' ? block.rows.flat().join('').length : block.text.length),
      0,
    );
  const main = blocks.filter(({ mark, around }) => found.has(mark) && !around);
  const named = smallest(tree, blocks, (element, inside) => isContainer(element) && weight(inside) * 3 >= weight(main));
  const total = weight(main);
  const container =
    named ??
    (total === 0
      ? undefined
      : smallest(
          tree,
          blocks,
          (_element, inside) => weight(inside.filter(({ mark }) => found.has(mark))) >= total * MOST,
        ));
  if (container === undefined || container.element.tagName === 'body' || container.element.tagName === 'html') {
    return undefined;
  }
  return { marks: new Set(container.inside.map(({ mark }) => mark)), element: container.element };
}

const isContainer = ({ properties }: Element): boolean => {
  const { id, className } = properties;
  const names = [...(typeof id === 'string' ? [id] : []), ...(Array.isArray(className) ? className.map(String) : [])];
  return names.some((name) => CONTAINERS.test(name));
};

/** The smallest element for whose blocks something holds: the deepest, and of those the first. */
function smallest(
  tree: Root,
  blocks: readonly PageBlock[],
  holds: (element: Element, inside: readonly PageBlock[]) => boolean,
): { readonly element: Element; readonly inside: readonly PageBlock[] } | undefined {
  const byHolder = new Map<Element, PageBlock[]>();
  for (const one of blocks) byHolder.set(one.holder, [...(byHolder.get(one.holder) ?? []), one]);
  let best: { element: Element; inside: readonly PageBlock[]; depth: number } | undefined;
  const walk = (node: Root | Element, depth: number): readonly PageBlock[] => {
    const inside = [
      ...(node.type === 'element' ? (byHolder.get(node) ?? []) : []),
      ...node.children.flatMap((child) => (child.type === 'element' ? walk(child, depth + 1) : [])),
    ];
    if (
      node.type === 'element' &&
      inside.length > 0 &&
      (best === undefined || depth > best.depth) &&
      holds(node, inside)
    )
      best = { element: node, inside, depth };
    return inside;
  };
  walk(tree, 0);
  return best;
}
