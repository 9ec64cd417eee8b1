import { askerWords } from '../../../language/messages/askers.ts';
import { bureauWords } from '../../../language/messages/bureaus.ts';
import { commitmentWords } from '../../../language/messages/commitments.ts';
import { developerWords } from '../../../language/messages/developers.ts';
import { documentWords } from '../../../language/messages/documents.ts';
import { followWords } from '../../../language/messages/follow.ts';
import { siteWords } from '../../../language/messages/site.ts';
import { verifyWords } from '../../../language/messages/verify.ts';
import { LISTED_KINDS } from '../../../model/document-kinds.ts';
import type { PageContext, PageFrame } from '../../../reading/page-context.ts';

/** A way to a page of the site. */
interface SiteLink {
  readonly href: string;
  readonly label: string;
  /** What is there, in a sentence. */
  readonly summary?: string;
  /** Whether it leads to this very page, or to the list that this page belongs to. */
  readonly current?: 'page' | 'true' | undefined;
}

/** The standing pages of the site. */
type Pages = PageFrame['pages'];

/** The ways to the main parts of the site, from a page of it; to what the site says of itself only where it does. */
export function mainLinks({ site, urls, locale, path }: PageContext, pages: Pages): SiteLink[] {
  const words = siteWords[locale];
  // One bureau alone needs no list of bureaus: the foot of the page leads to it.
  const hasBureaus = (site.bureaus ?? []).length > 1;
  const links = [
    { href: urls.replies(locale), label: words.replies },
    ...(hasBureaus ? [{ href: urls.bureaus(locale), label: bureauWords[locale].title }] : []),
    { href: urls.askers(locale), label: askerWords[locale].title },
    { href: urls.datasets(locale), label: words.data },
    { href: urls.commitments(locale), label: commitmentWords[locale].title },
    ...LISTED_KINDS.map(([collection, { name }]) => ({
      href: urls.documents(collection, locale),
      label: documentWords[locale][name].title,
    })),
    { href: urls.search(locale), label: words.search },
    ...pages
      .filter(({ href }) => href === urls.page(locale, 'about'))
      .map(({ href }) => ({ href, label: words.about })),
  ];
  return links.map((link) => ({
    ...link,
    current: path === link.href ? 'page' : path.startsWith(link.href) ? 'true' : undefined,
  }));
}

/** The ways at the foot of every page: what else the site offers, and its standing pages. */
export function footLinks({ urls, locale }: PageContext, pages: Pages): SiteLink[] {
  return [
    { label: followWords[locale].title, summary: followWords[locale].lead, href: urls.follow(locale) },
    { label: verifyWords[locale].title, summary: verifyWords[locale].lead, href: urls.verify(locale) },
    { label: developerWords[locale].title, summary: developerWords[locale].lead, href: urls.developers(locale) },
    ...pages.map(({ title, summary, href }) => ({ label: title, summary, href })),
  ];
}
