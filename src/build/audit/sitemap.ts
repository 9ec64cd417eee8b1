import type { Finding } from '../../errors.ts';
import { auditFinding } from './finding.ts';

/**
 * Checks that the sitemaps name every page that may be indexed, by its canonical address, and nothing else.
 * `sitemaps` are their texts; `pages` maps canonical addresses to files.
 */
export function sitemapFindings(
  sitemaps: readonly { readonly file: string; readonly text: string }[],
  pages: ReadonlyMap<string, string>,
): readonly Finding[] {
  const listed = new Map<string, string>();
  for (const { file, text } of sitemaps) {
    if (text.includes('<sitemapindex')) continue;
    for (const { 1: address = '' } of text.matchAll(/<loc>\s*([^<\s]+)\s*<\/loc>/g))
      listed.set(address.replaceAll('&amp;', '&'), file);
  }
  const missing = [...pages].filter(([address]) => !listed.has(address));
  const unknown = [...listed].filter(([address]) => !pages.has(address));
  return [
    ...missing.map(([address, file]) =>
      auditFinding(
        'sitemap-missing',
        { file },
        { zh: `网站地图里没有这个页面：${address}`, en: `the sitemap does not name this page: ${address}` },
      ),
    ),
    ...unknown.map(([address, file]) =>
      auditFinding(
        'sitemap-unknown',
        { file },
        {
          zh: `网站地图里的页面不存在或不供收录：${address}`,
          en: `the sitemap names a page that does not exist or is not to be indexed: ${address}`,
        },
      ),
    ),
  ];
}
