import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { byCodeUnit } from '../../model/order.ts';

/** A page that may be indexed, by absolute addresses: its own and those of its languages. */
interface IndexablePage {
  readonly address: string;
  /** `hreflang` → address, as the page itself says; empty where it is in one language only. */
  readonly alternates: readonly (readonly [language: string, address: string])[];
  /** `YYYY-MM-DD`: when what it shows last changed by its record; undefined where no record says so. */
  readonly changed?: string | undefined;
}

/** Addresses that one sitemap may hold (sitemaps.org). */
const ADDRESSES_PER_FILE = 50_000;

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const XHTML = 'http://www.w3.org/1999/xhtml';
const declaration = { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="utf-8"' } as const;

/** A file of the sitemap: its inputs as a JSON value, and its text. */
interface SitemapFile {
  readonly name: string;
  readonly from: unknown;
  readonly write: () => string;
}

/**
 * The sitemap of a site: one `sitemap.xml`, or where there are too many pages for one, an index of that name and `sitemap-1.xml` … beside
 * it. `folder` is the absolute address that they are under, ending in `/`.
 */
export function sitemapFiles(
  pages: readonly IndexablePage[],
  folder: string,
  limit = ADDRESSES_PER_FILE,
): readonly SitemapFile[] {
  const sorted = [...pages].sort((one, other) => byCodeUnit(one.address, other.address));
  const fileOf = (name: string, own: readonly IndexablePage[]) => ({ name, from: own, write: () => sitemap(own) });
  if (sorted.length <= limit) return [fileOf('sitemap.xml', sorted)];
  const parts: SitemapFile[] = [];
  for (let start = 0; start < sorted.length; start += limit)
    parts.push(fileOf(`sitemap-${parts.length + 1}.xml`, sorted.slice(start, start + limit)));
  const addresses = parts.map(({ name }) => folder + name);
  const index = () =>
    write(
      x(
        'sitemapindex',
        { xmlns: SITEMAP },
        addresses.map((address) => x('sitemap', [x('loc', address)])),
      ),
    );
  return [...parts, { name: 'sitemap.xml', from: addresses, write: index }];
}

function sitemap(pages: readonly IndexablePage[]): string {
  return write(
    x(
      'urlset',
      { xmlns: SITEMAP, 'xmlns:xhtml': XHTML },
      pages.map(({ address, alternates, changed }) =>
        x('url', [
          x('loc', address),
          ...(changed === undefined ? [] : [x('lastmod', changed)]),
          ...alternates.map(([language, href]) => x('xhtml:link', { rel: 'alternate', hreflang: language, href })),
        ]),
      ),
    ),
  );
}

const write = (root: ReturnType<typeof x>): string =>
  `${toXml(x(null, [declaration, root]), { closeEmptyElements: true })}\n`;

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

/** The `<link>` and `<meta>` elements as the site's own layout writes them. A value may hold any character, `>` too. */
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
 * What the head of a built page tells search engines; undefined where the page is not to be indexed. Reads only the
 * `<link>` and `<meta>` elements that the site's own layout writes.
 */
export function indexablePage(head: string): IndexablePage | undefined {
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
