import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Finding, Place } from '../../errors.ts';
import { addressWords } from '../../i18n/address.ts';
import { LANGUAGE_TAGS, LOCALES } from '../../model/locale.ts';
import type { Redirect } from '../../model/redirect.ts';
import type { Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';

/** The file that a path below the base is served from: `zh/` is `zh/index.html`. */
export const fileOfPath = (path: string): string => (path === '' || path.endsWith('/') ? `${path}index.html` : path);

/**
 * The page that stands at a former address: it leads on at once without script, and has a link for whoever it does not.
 * Its language is that of the address.
 */
export function redirectPage({ from, to }: Redirect, site: Site): string {
  const urls = siteUrls(site);
  const locale = LOCALES.find((candidate) => from.startsWith(`${candidate}/`)) ?? 'zh';
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

/** What is wrong with redirects: an address that still exists, one that is named twice, or a target that does not exist. */
export function redirectFindings(
  redirects: readonly Redirect[],
  isBuilt: (file: string) => boolean,
  placeOf: (index: number, key: 'from' | 'to') => Place,
): Finding[] {
  const seen = new Set<string>();
  return redirects.flatMap(({ from, to }, index) => {
    const findings: Finding[] = [];
    if (seen.has(from) || isBuilt(fileOfPath(from))) {
      findings.push({
        rule: 'redirect-from',
        severity: 'error',
        place: placeOf(index, 'from'),
        message: seen.has(from)
          ? { zh: `“${from}”写了两次`, en: `"${from}" is there twice` }
          : {
              zh: `“${from}”现在仍是网站的地址，不能转向别处`,
              en: `"${from}" is an address of the site still: it cannot lead elsewhere`,
            },
        hint: { zh: '请删去这一条', en: 'remove this entry' },
      });
    }
    seen.add(from);
    if (!isBuilt(fileOfPath(to))) {
      findings.push({
        rule: 'redirect-to',
        severity: 'error',
        place: placeOf(index, 'to'),
        message: { zh: `要转到的“${to}”不存在`, en: `"${to}", where it is to lead, does not exist` },
        hint: {
          zh: '请写现有页面的路径，页面以“/”结尾；不要转到另一个转向',
          en: 'write the path of a page that exists (pages end in /), not of another redirect',
        },
      });
    }
    return findings;
  });
}
