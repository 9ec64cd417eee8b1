import { type Bureau, bureausAbove, currentName, nameIn, otherNames } from '../../model/bureau.ts';
import type { ReportFrontMatter } from '../../model/document-kinds.ts';
import { LANGUAGE_TAGS, type Locale, wordsIn } from '../../model/locale.ts';
import { answeredDocuments } from '../../model/reply-identity.ts';
import { issuerName, type Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';
import { lastChange } from '../api/changes.ts';
import type { RecordedReply } from '../api/record.ts';
import type { PrintJson } from '../api/reply.ts';

/** Values of schema.org; keys that are `undefined` vanish when it is written. */
export type Node = Readonly<Record<string, unknown>>;

const oneOrList = (nodes: readonly Node[]) => (nodes.length === 1 ? nodes[0] : nodes);

const organization = (name: string): Node => ({ '@type': 'GovernmentOrganization', name });

/**
 * A reply for schema.org: a message (a letter) from the bureau, in answer to a suggestion. The page in another language is the
 * translation of that in its own. `print` is its PDF in the language, where there is one.
 */
export function replyLinkedData(
  { id, record, language, translations }: RecordedReply,
  locale: Locale,
  site: Site,
  print?: PrintJson,
): Node {
  const urls = siteUrls(site);
  const address = (language: Locale) => urls.absolute(urls.reply(language, id));
  const translated = translations[locale];
  return {
    '@context': 'https://schema.org',
    '@type': 'Message',
    '@id': address(locale),
    name: translated?.title ?? record.title,
    identifier: record.number,
    inLanguage: LANGUAGE_TAGS[locale],
    dateCreated: record.date,
    datePublished: record.published,
    dateModified: lastChange(record),
    author: oneOrList(record.issuer.map((issuer) => organization(issuerName(issuer, locale, site)))),
    about: site.topics.filter((topic) => record.topics.includes(topic.id)).map(({ label }) => label[locale]),
    isBasedOn: oneOrList(
      answeredDocuments({ record, translations }, locale).map(({ title, number }) => ({
        '@type': 'CreativeWork',
        name: title,
        identifier: number,
      })),
    ),
    translationOfWork: translated === undefined ? undefined : { '@id': address(language) },
    encoding: print && {
      '@type': 'MediaObject',
      contentUrl: urls.absolute(print.url),
      encodingFormat: print.mediaType,
      contentSize: String(print.bytes),
      sha256: print.sha256,
    },
    isPartOf: { '@id': urls.absolute(urls.home(locale)) },
  };
}

/** A report for schema.org: the site writes it. */
export function reportLinkedData(slug: string, report: ReportFrontMatter, locale: Locale, site: Site): Node {
  const urls = siteUrls(site);
  return {
    '@context': 'https://schema.org',
    '@type': 'Report',
    '@id': urls.absolute(urls.report(locale, slug)),
    headline: report.title,
    abstract: report.summary,
    inLanguage: LANGUAGE_TAGS[locale],
    datePublished: report.date,
    dateModified: report.date,
    author: { '@type': 'Organization', name: site.name[locale] },
    about: site.topics.filter((topic) => report.topics.includes(topic.id)).map(({ label }) => label[locale]),
    image: urls.absolute(urls.card(locale, 'reports', slug)),
    isPartOf: { '@id': urls.absolute(urls.home(locale)) },
  };
}

/** The site itself with its search, for its home page. */
export function siteLinkedData(locale: Locale, site: Site): Node {
  const urls = siteUrls(site);
  const search = urls.absolute(urls.search(locale));
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': urls.absolute(urls.home(locale)),
    name: site.name[locale],
    url: urls.absolute(urls.home(locale)),
    inLanguage: LANGUAGE_TAGS[locale],
    publisher: site.official ? organization(site.issuer[locale]) : undefined,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={query}` },
      'query-input': 'required name=query',
    },
  };
}

/** A bureau for schema.org: its names, how it is reached, and what it belongs to. */
export function bureauLinkedData(bureau: Bureau, locale: Locale, site: Site): Node {
  const urls = siteUrls(site);
  const address = (id: string) => urls.absolute(urls.bureau(locale, id));
  const { contact } = bureau;
  const [above] = bureausAbove(site.bureaus ?? [], bureau);
  const others = otherNames(bureau).map((name) => nameIn(name, locale).text);
  return {
    '@context': 'https://schema.org',
    ...organization(nameIn(currentName(bureau), locale).text),
    '@id': address(bureau.id),
    alternateName: others.length === 0 ? undefined : others,
    url: contact?.website ?? address(bureau.id),
    email: contact?.email,
    telephone: contact?.telephones[0]?.number,
    address:
      contact?.address === undefined
        ? undefined
        : {
            '@type': 'PostalAddress',
            streetAddress: wordsIn(contact.address, locale),
            postalCode: contact.postcode,
          },
    parentOrganization: above && { '@id': address(above.id) },
  };
}

/** The breadcrumbs of a page, from the home page down; the page itself comes last and needs no address. */
export function breadcrumbLinkedData(
  steps: readonly { readonly label: string; readonly href?: string }[],
  site: Site,
): Node {
  const urls = siteUrls(site);
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ label, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: href === undefined ? undefined : urls.absolute(href),
    })),
  };
}

/** Linked data as it is in `<script type="application/ld+json">`: data, which no browser runs. No `<` can end it. */
export const linkedDataText = (...nodes: readonly Node[]): string =>
  JSON.stringify(nodes.length === 1 ? nodes[0] : nodes).replaceAll('<', '\\u003c');
