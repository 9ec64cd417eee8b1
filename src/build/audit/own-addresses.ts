import type { SiteLocation } from './link-place.ts';
import type { Reference } from './page-facts.ts';

/**
 * The site's own addresses that a file spells out in full: canonical links, feeds, sitemaps, JSON, texts. Each has to lead
 * somewhere, wherever it stands. A template's address (`…/{id}/`) counts up to its brace.
 */
export function ownAddresses(source: string, { address, base }: SiteLocation): readonly Reference[] {
  const start = address + base;
  const found: Reference[] = [];
  for (let at = source.indexOf(start); at !== -1; at = source.indexOf(start, at + start.length)) {
    const [rest = ''] =
      /^[!#-%*+./0-;=?-Z_a-z~-]*(?:&amp;[!#-%*+./0-;=?-Z_a-z~-]*)*/.exec(source.slice(at + start.length, at + 2000)) ??
      [];
    found.push({
      target: start + rest.replaceAll('&amp;', '&').replace(/(?<![.;:!?])[.;:!?]+$/, ''),
      kind: 'name',
      offset: at,
    });
  }
  return found;
}
