import type { Element, Nodes, Root } from 'hast';
import { rehype } from 'rehype';
import { EXIT, visit } from 'unist-util-visit';
import type { Passage, SearchDocument } from '../../model/search-document.ts';
import { type FacetFacts, facetValuesOf } from '../../model/search-facets.ts';

const parser = rehype();

function find(tree: Root | Element, wanted: (element: Element) => boolean): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (element) => {
    if (!wanted(element)) return undefined;
    found = element;
    return EXIT;
  });
  return found;
}

/** Whether a page asks search engines to leave it out. */
function isKeptOut(tree: Root): boolean {
  const robots = find(tree, ({ tagName, properties }) => tagName === 'meta' && properties['name'] === 'robots');
  return String(robots?.properties['content'] ?? '').includes('noindex');
}

/** The text of a built page but for its title, from its HTML; nothing where the page is kept out of search. */
export function readPassages(html: string): readonly Passage[] | undefined {
  const tree = parser.parse(html);
  const main = find(tree, ({ tagName }) => tagName === 'main');
  return main === undefined || isKeptOut(tree) ? undefined : pagePassages(main);
}

/** The rows of a page's tables that have an id: the texts of each of their cells. */
export function rowsOf(html: string): Map<string, string[][]> {
  const rows = new Map<string, string[][]>();
  visit(parser.parse(html), 'element', ({ tagName, properties, children }) => {
    if (tagName !== 'tr' || typeof properties['id'] !== 'string') return;
    rows.set(
      properties['id'],
      children.flatMap((cell) => (cell.type === 'element' ? [pagePassages(cell).map(({ text }) => text)] : [])),
    );
  });
  return rows;
}

/** What is known of a page before it is read. */
interface KnownPage
  extends Pick<SearchDocument, 'id' | 'kind' | 'locale' | 'url' | 'title' | 'date'>,
    Pick<FacetFacts, 'topics' | 'bureaus'> {}

/** A page that was written as a whole: a document of the site's own, or a bureau's page. Its text is read from its HTML. */
export function pageDocument(html: string, { topics = [], bureaus = [], ...page }: KnownPage): SearchDocument[] {
  const passages = readPassages(html);
  if (passages === undefined) return [];
  return [
    {
      ...page,
      number: undefined,
      facets: facetValuesOf({ kind: page.kind, date: page.date, topics, bureaus }),
      passages: [...passages],
      figures: [],
    },
  ];
}

/** Block elements: no phrase continues across their edges. */
const BLOCKS: ReadonlySet<string> = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'caption',
    'dd',
    'details',
    'div',
    'dl',
    'dt',
    'figcaption',
    'figure',
  ],
  ...['footer', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'ol', 'p', 'pre', 'section', 'small', 'summary'],
  ...['table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
]);
/** What is not part of the page's text: its title, which documents have separately, drawings, and controls. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...[
    'h1',
    'script',
    'style',
    'svg',
    'nav',
    'form',
    'noscript',
    'template',
    'button',
    'fieldset',
    'select',
    'textarea',
  ],
]);
const HEADING = /^h[2-6]$/;

const folded = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** Whether a part of a page is kept out of search: the attribute that Pagefind has for it says so, or it is not shown. */
function isLeftOut({ tagName, properties }: Element): boolean {
  return LEFT_OUT.has(tagName) || 'dataPagefindIgnore' in properties || properties['hidden'] === true;
}

/**
 * The text of a page's main part, line for line as it is there. Each piece opens at the id of the element that it is in, or else at the
 * heading above it.
 */
function pagePassages(main: Element): Passage[] {
  const passages: Passage[] = [];
  let line = '';
  const end = (anchor: string) => {
    const text = folded(line);
    if (text !== '') passages.push({ anchor, text });
    line = '';
  };
  /** Reads a part that is under an anchor, and gives the anchor of what follows it. */
  const read = (node: Nodes, anchor: string): string => {
    if (node.type === 'text') line += node.value;
    if (node.type !== 'element' || isLeftOut(node)) return anchor;
    const { tagName, properties, children } = node;
    const isBlock = BLOCKS.has(tagName);
    if (isBlock) end(anchor);
    const own = isBlock && typeof properties['id'] === 'string' ? properties['id'] : anchor;
    let inner = own;
    for (const child of children) inner = read(child, inner);
    if (isBlock) end(inner);
    return HEADING.test(tagName) ? own : anchor;
  };
  let anchor = '';
  for (const child of main.children) anchor = read(child, anchor);
  end(anchor);
  return passages;
}
