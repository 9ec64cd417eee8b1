import type { Element, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { rehype } from 'rehype';
import { SKIP, visit } from 'unist-util-visit';
import type { Locale } from '../../model/locale.ts';
import type { Passage, SearchDocument } from '../../model/search-document.ts';

/** Elements whose text is one passage. */
const PASSAGE_ELEMENTS: ReadonlySet<string> = new Set([
  ...['p', 'li', 'dt', 'dd', 'tr', 'figcaption', 'blockquote', 'summary'],
  ...['h2', 'h3', 'h4', 'h5', 'h6'],
]);
/** Parts of a page that are not its text. */
const LEFT_OUT: ReadonlySet<string> = new Set(['script', 'style', 'svg', 'nav', 'form', 'noscript', 'template']);

const parser = rehype();

function find(tree: Root | Element, wanted: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (element) => {
    if (found || !wanted(element)) return undefined;
    found = element;
    return SKIP;
  });
  return found;
}

const folded = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** The passages of a page's main part: each opens at its own id, or at the nearest one before it. */
function passagesOf(main: Element): Passage[] {
  const passages: Passage[] = [];
  let anchor = '';
  visit(main, 'element', (element) => {
    if (element === main) return undefined;
    if (LEFT_OUT.has(element.tagName) || element.properties['hidden'] === true) return SKIP;
    const { id } = element.properties;
    if (typeof id === 'string') anchor = id;
    if (!PASSAGE_ELEMENTS.has(element.tagName)) return undefined;
    // An item or a quotation may hold paragraphs of its own: those are the passages then.
    const holdsPassages = element.children.some(
      (child) => child.type === 'element' && (PASSAGE_ELEMENTS.has(child.tagName) || child.tagName === 'ul'),
    );
    if (holdsPassages) return undefined;
    const text = folded(textOf(element));
    if (text !== '') passages.push({ anchor, text });
    return SKIP;
  });
  return passages;
}

/** A page that was written as a whole (a report, the about page), from its HTML; nothing where it is kept out of search. */
export function pageDocument(
  html: string,
  page: { readonly id: string; readonly kind: 'report' | 'page'; readonly locale: Locale; readonly url: string },
): SearchDocument | undefined {
  const tree = parser.parse(html);
  const robots = find(tree, ({ tagName, properties }) => tagName === 'meta' && properties['name'] === 'robots');
  if (String(robots?.properties['content'] ?? '').includes('noindex')) return undefined;
  const main = find(tree, ({ tagName }) => tagName === 'main');
  const heading = main && find(main, ({ tagName }) => tagName === 'h1');
  if (!main || !heading) return undefined;
  const time = find(
    main,
    ({ tagName, properties }) => tagName === 'time' && typeof properties['dateTime'] === 'string',
  );
  const date =
    page.kind === 'report' ? /^\d{4}-\d{2}-\d{2}/.exec(String(time?.properties['dateTime'] ?? ''))?.[0] : undefined;
  return {
    ...page,
    title: folded(textOf(heading)),
    number: undefined,
    date,
    topics: [],
    answered: undefined,
    passages: passagesOf(main),
    figures: [],
  };
}
