import {
  apiCommitmentsSchema,
  apiDatasetListSchema,
  apiGlossarySchema,
  apiIndexSchema,
  replyListPages,
} from '../exchange/api/lists.ts';
import { openApi } from '../exchange/api/openapi.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { siteUrls } from '../urls.ts';
import { readCommitments } from './commitments.ts';
import { catalogueDatasets, catalogueGlossary, catalogueReplies, catalogueSite } from './index.ts';
import { valueKey } from './page-reads.ts';
import type { StaticPath } from './paths.ts';
import { replySummaryJson } from './reply-json.ts';
import { siteRoot } from './root.ts';

/** The files right under `/api/v1`: the index, the lists and the description of the interface. */
export async function apiResourcePaths(): Promise<StaticPath<{ resource: string }, { body: object }>[]> {
  const site = await catalogueSite();
  const urls = siteUrls(site);
  const replies = (await catalogueReplies()).map((summary) => replySummaryJson(summary, site));
  const files = [
    { name: 'index', body: apiIndex(site) },
    ...replyListPages(replies, urls.api),
    { name: 'datasets', body: datasetList(await catalogueDatasets(), site) },
    { name: 'commitments', body: commitmentList(site) },
    { name: 'glossary', body: apiGlossarySchema.parse(await catalogueGlossary()) },
    {
      name: 'openapi',
      body: openApi({ title: site.name.en, server: urls.absolute(urls.asset('api/v1')) }),
    },
  ];
  return files.map(({ name, body }) => ({ params: { resource: name }, props: { body }, cacheKey: valueKey(body) }));
}

function apiIndex(site: Site) {
  const urls = siteUrls(site);
  const { name, issuer, official, languages, terms, topics, answeredKinds } = site;
  return apiIndexSchema.parse({
    ...{ name, issuer, official, languages, terms, topics, answeredKinds },
    replies: urls.api('replies'),
    datasets: urls.api('datasets'),
    commitments: urls.api('commitments'),
    glossary: urls.api('glossary'),
    openapi: urls.api('openapi'),
  });
}

function commitmentList(site: Site) {
  const urls = siteUrls(site);
  const url = (id: string) =>
    Object.fromEntries(site.languages.map((locale) => [locale, `${urls.commitments(locale)}#${id}`]));
  const items = readCommitments(siteRoot()).map((commitment) => ({ ...commitment, url: url(commitment.id) }));
  return apiCommitmentsSchema.parse({ items });
}

function datasetList(datasets: readonly Dataset[], site: Site) {
  const urls = siteUrls(site);
  const each = (value: (locale: Locale) => string) =>
    Object.fromEntries(site.languages.map((locale) => [locale, value(locale)]));
  return apiDatasetListSchema.parse({
    items: datasets.map(({ id, version, title, headline, topics }) => ({
      ...{ id, version, title, headline, topics },
      url: each((locale) => urls.dataset(locale, id)),
      json: urls.api(`datasets/${id}`),
    })),
  });
}
