import type { Dataset } from '../../model/dataset.ts';
import type { ReportFrontMatter } from '../../model/document-kinds.ts';
import { type Locale, original, wordsIn } from '../../model/locale.ts';
import { signatories } from '../../model/reply-identity.ts';
import type { Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';
import { type RecordedReply, replySummaryJson } from '../api/record.ts';
import type { ReplySummaryJson } from '../api/reply.ts';

/** What is cited, in the language of the page that cites it. */
export interface CitedWork {
  readonly kind: 'reply' | 'dataset' | 'report';
  /** Names the work in BibTeX and CSL-JSON: `reply-2024-7-zh`. */
  readonly key: string;
  readonly locale: Locale;
  /** Who made it, in the order in which they sign; several where bodies reply jointly. */
  readonly authors: readonly [string, ...string[]];
  readonly title: string;
  /** The document number as printed; replies only. */
  readonly number: string | undefined;
  /** A dataset's version, such as `1.0.0`. */
  readonly version: string | undefined;
  /** The date of the document or of the version, `YYYY-MM-DD`. */
  readonly issued: string;
  /** The site that publishes it. */
  readonly publisher: string;
  /** The page's absolute address, with a fragment where a paragraph is cited. */
  readonly url: string;
  /** Whether the text cited is a translation that its author did not make. */
  readonly translation: boolean;
}

/** Whether a work is published by its one author. */
export const isOwnPublisher = ({ authors, publisher }: CitedWork): boolean =>
  authors.length === 1 && authors[0] === publisher;

/** The same work cited at a paragraph. */
export function citedParagraph(work: CitedWork, block: string): CitedWork {
  return { ...work, url: `${work.url}#${block}` };
}

/** The styles in which every work is cited, in the order in which they are shown. */
export const CITATION_STYLES = ['gbt7714', 'apa', 'plain', 'bibtex', 'csl'] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/** A paragraph is cited in these only. */
export const PARAGRAPH_STYLES = ['gbt7714', 'plain'] as const satisfies readonly CitationStyle[];

/** A reply in a language: the bureau's own text, or the site's unofficial translation. */
export const citedReply = (reply: RecordedReply, locale: Locale, site: Site): CitedWork =>
  citedReplyJson(replySummaryJson(reply, site), locale, site);

/** Whether any of some replies is in a language, so that it can be cited there. */
export const isAnyIn = (
  replies: readonly Pick<RecordedReply, 'language' | 'translations'>[],
  locale: Locale,
): boolean => replies.some(({ language, translations }) => locale === language || translations[locale] !== undefined);

/** The same of a reply as the JSON interface gives it. */
export function citedReplyJson(
  {
    id,
    issuers,
    number,
    date,
    title,
  }: Pick<ReplySummaryJson, 'id' | 'date' | 'title'> & {
    readonly issuers: readonly string[];
    readonly number?: string | undefined;
  },
  locale: Locale,
  site: Site,
): CitedWork {
  const urls = siteUrls(site);
  const [first = '', ...others] = issuers;
  return {
    kind: 'reply',
    key: `reply-${id}-${locale}`,
    locale,
    authors: signatories([first, ...others], locale, site),
    title: wordsIn(title, locale),
    number,
    version: undefined,
    issued: date,
    publisher: site.name[locale],
    url: urls.absolute(urls.reply(locale, id)),
    translation: locale !== original(title)?.locale && title[locale] !== undefined,
  };
}

/** A dataset, which the site compiles: so the site is its author, not the bureau. Its date is that of its version. */
export function citedDataset(
  dataset: Pick<Dataset, 'id' | 'title' | 'version' | 'changelog'>,
  locale: Locale,
  site: Site,
): CitedWork {
  const urls = siteUrls(site);
  const change = dataset.changelog.find(({ version }) => version === dataset.version) ?? dataset.changelog[0];
  return {
    kind: 'dataset',
    key: `dataset-${dataset.id}-${locale}`,
    locale,
    authors: [site.name[locale]],
    title: dataset.title[locale],
    number: undefined,
    version: dataset.version,
    issued: change?.date ?? '',
    publisher: site.name[locale],
    url: urls.absolute(urls.dataset(locale, dataset.id)),
    translation: false,
  };
}

/** A report, which the site writes. */
export function citedReport(
  slug: string,
  record: Pick<ReportFrontMatter, 'title' | 'date'>,
  locale: Locale,
  site: Site,
): CitedWork {
  const urls = siteUrls(site);
  return {
    kind: 'report',
    key: `report-${slug}-${locale}`,
    locale,
    authors: [site.name[locale]],
    title: record.title,
    number: undefined,
    version: undefined,
    issued: record.date,
    publisher: site.name[locale],
    url: urls.absolute(urls.report(locale, slug)),
    translation: false,
  };
}
