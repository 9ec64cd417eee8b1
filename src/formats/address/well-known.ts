import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { addressWords } from '../../language/address.ts';
import type { Redirect } from '../../model/addresses.ts';
import { LANGUAGE_TAGS, LOCALES, originalLanguage } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';

/** robots.txt (RFC 9309): everything may be read; the sitemap is named. `sitemap` is absolute. */
export function robotsText(sitemap: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}

/** security.txt (RFC 9116) of what site.yaml gives, or undefined where it gives nothing. `canonical` is its own absolute address. */
export function securityText(
  { security, languages }: Pick<Site, 'security' | 'languages'>,
  canonical: string,
): string | undefined {
  if (security === undefined) return undefined;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['Contact', security.contact],
    ['Expires', `${security.expires}T23:59:59+08:00`],
    ['Preferred-Languages', languages.join(', ')],
    ['Policy', security.policy],
    ['Canonical', canonical],
  ];
  return fields.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}\n`])).join('');
}

/**
 * The page at a former address: it redirects at once without a script, and has a link for when that fails. Its language
 * is that of the address.
 */
export function redirectPage({ from, to }: Redirect, site: Site): string {
  const urls = siteUrls(site);
  const locale = LOCALES.find((candidate) => from.startsWith(`${candidate}/`)) ?? originalLanguage(site.languages);
  const words = addressWords[locale];
  const target = urls.asset(to);
  const page = [
    { type: 'doctype' as const },
    h('html', { lang: LANGUAGE_TAGS[locale] }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('title', words.moved),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'robots', content: 'noindex' }),
        h('meta', { httpEquiv: 'refresh', content: `0; url=${target}` }),
        h('link', { rel: 'canonical', href: urls.absolute(target) }),
      ]),
      h('body', [h('h1', words.moved), h('p', [h('a', { href: target }, urls.absolute(target))])]),
    ]),
  ];
  return toHtml(page);
}
