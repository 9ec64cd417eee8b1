import {
  apiBureauListSchema,
  apiCommitmentsSchema,
  apiDatasetListSchema,
  apiDocumentListSchema,
  apiGlossarySchema,
  apiIndexSchema,
} from '../formats/api/lists.ts';
import { openApi } from '../formats/api/openapi.ts';
import { formatLabel, linkType } from '../formats/format.ts';
import { bulkFormats } from '../formats/registry.ts';
import { type Bureau, bureausBelow, currentName, otherNames, repliesByBureau } from '../model/bureau.ts';
import type { Dataset } from '../model/dataset.ts';
import { type DocumentCollection, LISTED_KINDS, type ListedDocument } from '../model/document-kinds.ts';
import { inEach, type Locale, originalLanguage } from '../model/locale.ts';
import type { Site } from '../model/site.ts';
import { siteUrls } from '../urls.ts';
import { readCommitments } from './commitments.ts';
import {
  catalogueDatasets,
  catalogueDocuments,
  catalogueGlossary,
  catalogueReplies,
  catalogueSite,
  type ReplySummary,
} from './index.ts';
import { valueKey } from './page-reads.ts';
import { type StaticPath, shownOf } from './paths.ts';
import { siteRoot } from './root.ts';

/** The files right under `/api/v1`: the index, the lists and the description of the interface. */
export async function apiResourcePaths(): Promise<StaticPath<{ resource: string }, { body: object }>[]> {
  const site = await catalogueSite();
  const urls = siteUrls(site);
  const summaries = await catalogueReplies();
  const datasets = await catalogueDatasets();
  const files = [
    { name: 'index', body: apiIndex(site, { replies: summaries.length, datasets: datasets.length }) },
    ...(site.bureaus === undefined ? [] : [{ name: 'bureaus', body: bureauList(site, site.bureaus, summaries) }]),
    { name: 'datasets', body: datasetList(datasets, site) },
    ...(await Promise.all(LISTED_KINDS.map(([collection]) => documentList(collection, site)))),
    { name: 'commitments', body: commitmentList(site) },
    { name: 'glossary', body: apiGlossarySchema(site.languages).parse(await catalogueGlossary()) },
    {
      name: 'openapi',
      body: openApi(site, {
        server: urls.absolute(urls.asset('api/v1')),
        page: urls.absolute(urls.developers(originalLanguage(site.languages))),
        examples: {
          reply: summaries[0]?.id,
          dataset: datasets[0]?.id,
          bureau: site.bureaus?.[0]?.id,
        },
      }),
    },
  ];
  return files.map(({ name, body }) => ({ params: { resource: name }, props: { body }, cacheKey: valueKey(body) }));
}

function bureauList(site: Site, bureaus: readonly Bureau[], replies: readonly ReplySummary[]) {
  const urls = siteUrls(site);
  const own = repliesByBureau(bureaus, replies);
  return apiBureauListSchema(site.languages).parse({
    items: bureaus.map((bureau) => {
      const { id, parent, contact } = bureau;
      return {
        ...{ id, parent, contact },
        name: currentName(bureau),
        otherNames: otherNames(bureau),
        children: bureausBelow(bureaus, bureau).map((child) => child.id),
        total: own.get(id)?.length ?? 0,
        url: Object.fromEntries(site.languages.map((locale) => [locale, urls.bureau(locale, id)])),
        json: urls.api(`bureaus/${id}/replies`),
      };
    }),
  });
}

function apiIndex(site: Site, amounts: Parameters<typeof bulkFormats>[0]) {
  const urls = siteUrls(site);
  const { name, issuer, official, languages, terms, topics, answeredKinds } = site;
  return apiIndexSchema(site.languages).parse({
    ...{ name, issuer, official, languages, terms, topics, answeredKinds },
    replies: urls.api('replies'),
    lists: urls.api('lists'),
    changes: urls.api('changes'),
    ...(site.bureaus === undefined ? {} : { bureaus: urls.api('bureaus') }),
    datasets: urls.api('datasets'),
    ...Object.fromEntries(LISTED_KINDS.map(([collection]) => [collection, urls.api(collection)])),
    commitments: urls.api('commitments'),
    glossary: urls.api('glossary'),
    bulk: bulkFormats(amounts).map((format) => ({
      path: urls.asset(format.path),
      mediaType: linkType(format),
      label: inEach(languages, (locale) => formatLabel(format, locale)),
    })),
    openapi: urls.api('openapi'),
  });
}

/** The documents of a kind with each of their languages together, newest first. */
async function documentList(collection: DocumentCollection, site: Site) {
  const urls = siteUrls(site);
  const documents = (await catalogueDocuments(collection)).map(shownOf);
  const items = [...Map.groupBy(documents, ({ id }) => id)].map(([id, own]) => {
    const each = (value: (document: ListedDocument) => string) =>
      Object.fromEntries(own.map((document) => [document.locale, value(document)]));
    return {
      id,
      date: own[0]?.day,
      topics: own[0]?.topics,
      title: each(({ title }) => title),
      summary: each(({ summary }) => summary),
      url: each(({ locale }) => urls.document(collection, locale, id)),
    };
  });
  return { name: collection, body: apiDocumentListSchema(site.languages).parse({ items }) };
}

function commitmentList(site: Site) {
  const urls = siteUrls(site);
  const url = (id: string) =>
    Object.fromEntries(site.languages.map((locale) => [locale, `${urls.commitments(locale)}#${id}`]));
  const items = readCommitments(siteRoot()).map((commitment) => ({ ...commitment, url: url(commitment.id) }));
  return apiCommitmentsSchema(site.languages).parse({ items });
}

function datasetList(datasets: readonly Dataset[], site: Site) {
  const urls = siteUrls(site);
  const each = (value: (locale: Locale) => string) =>
    Object.fromEntries(site.languages.map((locale) => [locale, value(locale)]));
  return apiDatasetListSchema(site.languages).parse({
    items: datasets.map(({ id, version, title, headline, topics }) => ({
      ...{ id, version, title, headline, topics },
      url: each((locale) => urls.dataset(locale, id)),
      json: urls.api(`datasets/${id}`),
    })),
  });
}
