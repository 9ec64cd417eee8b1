import type { Element, Root } from 'hast';
import { rehype } from 'rehype';
import { EXIT, visit } from 'unist-util-visit';
import type { Passage, SearchDocument } from '../../model/search-document.ts';
import { pagePassages } from './page-text.ts';

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
function isLeftOut(tree: Root): boolean {
  const robots = find(tree, ({ tagName, properties }) => tagName === 'meta' && properties['name'] === 'robots');
  return String(robots?.properties['content'] ?? '').includes('noindex');
}

/** The text of a built page but for its title, from its HTML; nothing where the page is kept out of search. */
export function readPassages(html: string): readonly Passage[] | undefined {
  const tree = parser.parse(html);
  const main = find(tree, ({ tagName }) => tagName === 'main');
  return main === undefined || isLeftOut(tree) ? undefined : pagePassages(main);
}

/** The rows of a page's tables that have an id: the text of their cells. */
export function rowsOf(html: string): Map<string, string[]> {
  const rows = new Map<string, string[]>();
  visit(parser.parse(html), 'element', ({ tagName, properties, children }) => {
    if (tagName !== 'tr' || typeof properties['id'] !== 'string') return;
    rows.set(
      properties['id'],
      children.flatMap((cell) => (cell.type === 'element' ? [pagePassages(cell)[0]?.text ?? ''] : [])),
    );
  });
  return rows;
}

/** What is known of a page without reading it. */
type KnownPage = Pick<SearchDocument, 'id' | 'kind' | 'locale' | 'url' | 'title' | 'date' | 'topics' | 'bureaus'>;

/** A page that was written as a whole: a document of the site's own, or a bureau's page. Its text is read from its HTML. */
export function pageDocument(html: string, page: KnownPage): SearchDocument[] {
  const passages = readPassages(html);
  if (passages === undefined) return [];
  return [
    { ...page, number: undefined, answered: undefined, outcome: undefined, passages: [...passages], figures: [] },
  ];
}
