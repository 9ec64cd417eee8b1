import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { byCodeUnit } from '../../model/order.ts';

/** A page that may be indexed, by absolute addresses: its own and those of its languages. */
export interface IndexedPage {
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

/**
 * The sitemap of a site by file name: one `sitemap.xml`, or where there are too many pages for one, an index of that
 * name and `sitemap-1.xml` … beside it. `folder` is the absolute address that they stand under, ending in `/`.
 */
export function sitemapFiles(
  pages: readonly IndexedPage[],
  folder: string,
  limit = ADDRESSES_PER_FILE,
): Map<string, string> {
  const sorted = [...pages].sort((one, other) => byCodeUnit(one.address, other.address));
  if (sorted.length <= limit) return new Map([['sitemap.xml', sitemap(sorted)]]);
  const files = new Map<string, string>();
  for (let start = 0; start < sorted.length; start += limit) {
    files.set(`sitemap-${files.size + 1}.xml`, sitemap(sorted.slice(start, start + limit)));
  }
  const entries = [...files.keys()].map((name) => x('sitemap', [x('loc', folder + name)]));
  files.set('sitemap.xml', write(x('sitemapindex', { xmlns: SITEMAP }, entries)));
  return files;
}

function sitemap(pages: readonly IndexedPage[]): string {
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
