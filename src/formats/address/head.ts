import type { IndexedPage } from './sitemap.ts';

/** A `<link>` or `<meta>` of a built page: each attribute by its name, with what it means. */
type HeadTag = ReadonlyMap<string, string>;

const TAG = /<(?:link|meta)((?:\s+[a-z:-]+(?:="[^"]*")?)*)\s*\/?>/g;
const ATTRIBUTE = /\s([a-z:-]+)="([^"]*)"/g;
const SIGNS: Readonly<Record<string, string>> = {
  amp: '&',
  '#38': '&',
  quot: '"',
  '#34': '"',
  '#39': "'",
  lt: '<',
  gt: '>',
};

/** The `<link>` and `<meta>` elements as the site's own layout writes them. A value may hold any sign, `>` too. */
function headTags(html: string): HeadTag[] {
  return [...html.matchAll(TAG)].map(
    ([, attributes = '']) =>
      new Map(
        [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [
          name,
          value.replace(/&(amp|#38|quot|#34|#39|lt|gt);/g, (written, sign: string) => SIGNS[sign] ?? written),
        ]),
      ),
  );
}

/**
 * What the head of a built page says of itself to search engines, or undefined where it is not to be indexed.
 * Reads only the `<link>` and `<meta>` elements that the site's own layout writes.
 */
export function indexedPage(head: string): IndexedPage | undefined {
  const tags = headTags(head);
  const robots = tags.find((tag) => tag.get('name') === 'robots');
  if (robots !== undefined && /noindex/.test(robots.get('content') ?? '')) return undefined;
  const address = tags.find((tag) => tag.get('rel') === 'canonical')?.get('href');
  if (address === undefined) return undefined;
  const alternates = tags.flatMap((tag) => {
    const [language, href] = [tag.get('hreflang'), tag.get('href')];
    return tag.get('rel') === 'alternate' && language !== undefined && href !== undefined
      ? [[language, href] as const]
      : [];
  });
  const changed = tags
    .find((tag) => tag.get('property') === 'article:modified_time' || tag.get('name') === 'DCTERMS.modified')
    ?.get('content');
  return { address, alternates, changed };
}
