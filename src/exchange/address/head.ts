import type { IndexedPage } from './sitemap.ts';

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value?.replaceAll('&#38;', '&').replaceAll('&amp;', '&');
};

/**
 * What the head of a built page says of itself to search engines, or undefined where it is not to be indexed.
 * Reads only the `<link>` and `<meta>` elements that the site's own layout writes.
 */
export function indexedPage(head: string): IndexedPage | undefined {
  const tags = head.match(/<(?:link|meta)\s[^>]*>/g) ?? [];
  const robots = tags.find((tag) => attribute(tag, 'name') === 'robots');
  if (robots !== undefined && /noindex/.test(attribute(robots, 'content') ?? '')) return undefined;
  const canonical = tags.find((tag) => attribute(tag, 'rel') === 'canonical');
  const address = canonical && attribute(canonical, 'href');
  if (address === undefined) return undefined;
  const alternates = tags.flatMap((tag) => {
    const language = attribute(tag, 'hreflang');
    const href = attribute(tag, 'href');
    return attribute(tag, 'rel') === 'alternate' && language !== undefined && href !== undefined
      ? [[language, href] as const]
      : [];
  });
  return { address, alternates };
}

/** The content of a `<meta>` of a built page, by its property or its name. */
export function metaContent(html: string, property: string): string | undefined {
  const tags = html.match(/<meta\s[^>]*>/g) ?? [];
  const tag = tags.find((candidate) =>
    [attribute(candidate, 'property'), attribute(candidate, 'name')].includes(property),
  );
  return (
    tag &&
    attribute(tag, 'content')
      ?.replaceAll('&#34;', '"')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
  );
}
