import type { Element, Root } from 'hast';
import { rehype } from 'rehype';
import { EXIT, visit } from 'unist-util-visit';
import type { Locale } from '../../model/locale.ts';
import type { Passage, SearchDocument } from '../../model/search-document.ts';
import type { Site } from '../../model/site.ts';
import { lineOf, pagePassages } from './page-text.ts';

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

/** What a page says of itself in its head, by the name of the entry. */
function entries(tree: Root, name: string): string[] {
  const found: string[] = [];
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'meta' && (properties['name'] === name || properties['property'] === name))
      found.push(String(properties['content'] ?? ''));
  });
  return found;
}

/** The text of a page, from its HTML; nothing where the page is kept out of search or has no title. */
export interface PageText {
  readonly title: string;
  readonly passages: readonly Passage[];
  /** `YYYY-MM-DD`, where the page says when it was published. */
  readonly date: string | undefined;
  /** The words of its topics. */
  readonly tags: readonly string[];
}

/** Reads a built page. */
export function readPage(html: string): PageText | undefined {
  const tree = parser.parse(html);
  if (entries(tree, 'robots').some((content) => content.includes('noindex'))) return undefined;
  const main = find(tree, ({ tagName }) => tagName === 'main');
  const heading = main && find(main, ({ tagName }) => tagName === 'h1');
  if (!main || !heading) return undefined;
  return {
    title: lineOf(heading),
    passages: pagePassages(main),
    date: entries(tree, 'article:published_time')[0],
    tags: entries(tree, 'article:tag'),
  };
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

/** A page that was written as a whole: a report, or one of the site's own such as the about page. */
export function pageDocument(
  html: string,
  page: { readonly id: string; readonly kind: 'report' | 'page'; readonly locale: Locale; readonly url: string },
  topics: Site['topics'],
): SearchDocument | undefined {
  const text = readPage(html);
  if (!text) return undefined;
  const { title, passages, date, tags } = text;
  return {
    ...page,
    title,
    number: undefined,
    date,
    topics: topics.filter(({ label }) => tags.includes(label[page.locale])).map(({ id }) => id),
    answered: undefined,
    bureaus: [],
    outcome: undefined,
    passages,
    figures: [],
  };
}
