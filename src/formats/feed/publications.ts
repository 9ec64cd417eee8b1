import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { formatDay } from '../../language/days.ts';
import { dataWords } from '../../language/messages/data.ts';
import { reportWords } from '../../language/messages/reports.ts';
import type { Dataset } from '../../model/dataset.ts';
import { DOCUMENT_KINDS, type DocumentCollection } from '../../model/document-kinds.ts';
import { type Locale, originalLanguage } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';
import type { DocumentJson } from '../api/lists.ts';
import type { FeedEntry } from './documents.ts';
import { stableId } from './entries.ts';

const topicLabels = (topics: readonly string[], locale: Locale, site: Site) =>
  site.topics.filter(({ id }) => topics.includes(id)).map(({ label }) => label[locale]);

/** One entry for each version of a dataset: what it says now, and what that version changed. */
export function datasetEntries(
  { id, headline, topics, changelog }: Pick<Dataset, 'id' | 'headline' | 'topics' | 'changelog'>,
  locale: Locale,
  site: Site,
): FeedEntry[] {
  const urls = siteUrls(site);
  return changelog.map(({ version, date, note }) => ({
    id: stableId(site.issuer[originalLanguage(site.languages)], 'dataset', id, version, locale),
    url: urls.absolute(urls.dataset(locale, id)),
    title: headline[locale],
    day: date,
    updated: date,
    author: site.name[locale],
    topics: topicLabels(topics, locale, site),
    html: toHtml([
      h('p', [h('em', dataWords[locale].changeLine(version, formatDay(date, locale)))]),
      h('p', note[locale]),
    ]),
  }));
}

/** A document that the site wrote: its summary, and when it was compiled. None in a language that it is not in. */
export function documentEntry(
  { id, title, summary, date, topics }: DocumentJson,
  collection: DocumentCollection,
  locale: Locale,
  site: Site,
): FeedEntry | undefined {
  const urls = siteUrls(site);
  const [own, words] = [title[locale], summary[locale]];
  if (own === undefined || words === undefined) return undefined;
  return {
    id: stableId(site.issuer[originalLanguage(site.languages)], DOCUMENT_KINDS[collection].name, id, locale),
    url: urls.absolute(urls.document(collection, locale, id)),
    title: own,
    day: date,
    updated: date,
    author: site.name[locale],
    topics: topicLabels(topics, locale, site),
    html: toHtml([h('p', [h('em', reportWords[locale].published(formatDay(date, locale)))]), h('p', words)]),
  };
}
