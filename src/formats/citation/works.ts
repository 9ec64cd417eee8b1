import type { Dataset } from '../../model/dataset.ts';
import type { ReportRecord } from '../../model/document.ts';
import type { Locale } from '../../model/locale.ts';
import type { ReplyRecord, ReplyTranslation } from '../../model/reply.ts';
import { signatories } from '../../model/reply-names.ts';
import type { Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';
import type { CitedWork } from './work.ts';

/** A reply in a language: the bureau's own text in Chinese, the site's unofficial translation in English. */
export function citedReply(
  { id, record, translation }: { id: string; record: ReplyRecord; translation: ReplyTranslation | undefined },
  locale: Locale,
  site: Site,
): CitedWork {
  const urls = siteUrls(site);
  const translated = locale === 'en' ? translation : undefined;
  return {
    kind: 'reply',
    key: `reply-${id}-${locale}`,
    locale,
    authors: signatories(record.issuer, locale, site),
    title: translated?.title ?? record.title,
    number: record.number,
    version: undefined,
    issued: record.date,
    publisher: site.name[locale],
    url: urls.absolute(urls.reply(locale, id)),
    translation: translated !== undefined,
  };
}

/** A dataset, which the site compiles: so the site is its author, not the bureau. Its date is that of its version. */
export function citedDataset(dataset: Dataset, locale: Locale, site: Site): CitedWork {
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
export function citedReport(slug: string, record: ReportRecord, locale: Locale, site: Site): CitedWork {
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
