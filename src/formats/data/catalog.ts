import { developerWords } from '../../language/messages/developers.ts';
import { type FormatId, formatWords } from '../../language/messages/formats.ts';
import type { Dataset } from '../../model/dataset.ts';
import { LANGUAGE_TAGS, type Locale, type Localized } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';
import { periodOf } from './columns.ts';
import {
  type DatasetFile,
  type DescribedDataset,
  firstPublished,
  lastChanged,
  type PackageLinks,
  plainTag,
} from './package.ts';

/** Prefixes of the vocabularies; terms outside the context are written in full. */
const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  prov: 'http://www.w3.org/ns/prov#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const PUBLISHER = { '@id': '_:publisher' };
const TERMS = { '@id': '_:terms' };

/** The register of kinds of files that DCAT-AP asks for. */
const FILE_TYPES = 'http://publications.europa.eu/resource/authority/file-type/';
const FILE_TYPE: Partial<Record<FormatId, string>> = {
  csv: 'CSV',
  plain: 'CSV',
  wide: 'CSV',
  codebook: 'CSV',
  xlsx: 'XLSX',
  json: 'JSON',
};

const inEachLanguage = (languages: readonly Locale[], words: (locale: Locale) => string) =>
  languages.map((locale) => ({ '@language': LANGUAGE_TAGS[locale], '@value': words(locale) }));
const inLanguages = (words: Localized, languages: readonly Locale[]) =>
  inEachLanguage(languages, (locale) => words[locale]);

const typed = (type: string, value: string) => ({ '@type': `xsd:${type}`, '@value': value });
const day = (date: string) => typed('date', date);

/** Languages with two-letter codes, by the register that DCAT names; it has no others. */
const languageNodes = (languages: readonly Locale[]) =>
  languages
    .map(plainTag)
    .filter((tag) => tag.length === 2)
    .map((tag) => ({ '@id': `http://id.loc.gov/vocabulary/iso639-1/${tag}`, '@type': 'dct:LinguisticSystem' }));

/** The first and the last day that a dataset speaks of; where a source leaves the beginning open, it is open here. */
function temporal({ observations }: Dataset) {
  const periods = observations.map(periodOf);
  const starts = periods.map(({ start }) => start);
  const end = periods
    .flatMap((period) => period.end ?? [])
    .sort()
    .at(-1);
  const start = starts.includes(undefined) ? undefined : starts.sort()[0];
  if (end === undefined) return {};
  return {
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      ...(start === undefined ? {} : { 'dcat:startDate': day(start) }),
      'dcat:endDate': day(end),
    },
  };
}

/**
 * All datasets as a DCAT 3 catalogue in JSON-LD, with the properties that DCAT-AP 3 requires and recommends, as far as site and data state
 * them: no licence without terms, no contact, no theme.
 */
export function dcatCatalog(described: readonly DescribedDataset[], site: Site, links: PackageLinks): object {
  const { languages } = site;
  const urls = siteUrls(site);
  const changes = described.flatMap(({ dataset }) => dataset.changelog.map(({ date }) => date)).sort();
  const [first, last] = [changes[0], changes.at(-1)];
  const licence = site.terms === undefined ? {} : { 'dct:license': TERMS };
  const api = urls.absolute(urls.asset('api/v1'));
  const page = (at: (locale: Locale) => string) =>
    languages.slice(0, 1).map((locale) => ({ '@id': urls.absolute(at(locale)), '@type': 'foaf:Document' }));

  const distribution = ({ dataset }: DescribedDataset, file: DatasetFile) => ({
    '@type': 'dcat:Distribution',
    '@id': links.file(file.name),
    'dct:title': inEachLanguage(languages, (locale) => formatWords[locale].labels[file.format]),
    'dct:description': inLanguages(dataset.title, languages),
    'dcat:accessURL': { '@id': links.page(dataset.id) },
    'dcat:downloadURL': { '@id': links.file(file.name) },
    'dct:format': { '@id': `${FILE_TYPES}${FILE_TYPE[file.format] ?? 'OCTET'}`, '@type': 'dct:MediaTypeOrExtent' },
    'dcat:mediaType': {
      '@id': `https://www.iana.org/assignments/media-types/${file.mediaType.split(';')[0]}`,
      '@type': 'dct:MediaType',
    },
    'dcat:byteSize': typed('nonNegativeInteger', String(file.bytes)),
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256', '@type': 'spdx:ChecksumAlgorithm' },
      'spdx:checksumValue': typed('hexBinary', file.sha256),
    },
    'dct:language': languageNodes(file.locale === undefined ? languages : [file.locale]),
    'dct:issued': day(firstPublished(dataset)),
    'dct:modified': day(lastChanged(dataset)),
    ...licence,
  });

  const dataset = (own: DescribedDataset) => {
    const { dataset, files, sources } = own;
    const topics = site.topics.filter(({ id }) => dataset.topics.includes(id));
    return {
      '@type': 'dcat:Dataset',
      '@id': links.page(dataset.id),
      'dct:identifier': dataset.id,
      'dct:title': inLanguages(dataset.title, languages),
      'dct:description': inEachLanguage(languages, (locale) =>
        [dataset.headline, ...dataset.notes].map((words) => words[locale]).join('\n\n'),
      ),
      'dcat:version': dataset.version,
      'dct:issued': day(firstPublished(dataset)),
      'dct:modified': day(lastChanged(dataset)),
      'dct:publisher': PUBLISHER,
      'dct:language': languageNodes(languages),
      'dcat:keyword': topics.flatMap(({ label }) => inLanguages(label, languages)),
      'dct:spatial': { '@type': 'dct:Location', 'skos:prefLabel': inLanguages(dataset.place, languages) },
      ...temporal(dataset),
      // Not `dct:source`, which would call the letters datasets.
      'prov:wasDerivedFrom': sources.map(({ path }) => ({ '@id': path, '@type': 'foaf:Document' })),
      'dcat:landingPage': { '@id': links.page(dataset.id), '@type': 'foaf:Document' },
      'dcat:distribution': files.map((file) => distribution(own, file)),
    };
  };

  return {
    '@context': CONTEXT,
    '@type': 'dcat:Catalog',
    '@id': links.home,
    'dct:title': inLanguages(site.name, languages),
    'dct:description': inLanguages(site.description, languages),
    // Described once here, and referred to by id afterwards.
    'dct:publisher': {
      ...PUBLISHER,
      '@type': ['foaf:Agent', 'foaf:Organization'],
      'foaf:name': inLanguages(site.issuer, languages),
    },
    ...(site.terms === undefined
      ? {}
      : {
          'dct:license': {
            ...TERMS,
            '@type': 'dct:LicenseDocument',
            'dct:title': inLanguages(site.terms, languages),
          },
        }),
    'foaf:homepage': page((locale) => urls.home(locale)),
    'dct:language': languageNodes(languages),
    ...(first === undefined || last === undefined ? {} : { 'dct:issued': day(first), 'dct:modified': day(last) }),
    'dcat:dataset': described.map(dataset),
    'dcat:service': {
      '@type': 'dcat:DataService',
      '@id': api,
      'dct:title': inEachLanguage(languages, (locale) => developerWords[locale].title),
      'dct:conformsTo': { '@id': 'https://spec.openapis.org/oas/v3.1.0', '@type': 'dct:Standard' },
      'dcat:endpointURL': { '@id': api },
      'dcat:endpointDescription': { '@id': urls.absolute(urls.api('openapi')) },
      'dcat:servesDataset': described.map(({ dataset }) => ({ '@id': links.page(dataset.id) })),
      'dct:publisher': PUBLISHER,
      'foaf:page': page((locale) => urls.developers(locale)),
      ...licence,
    },
  };
}
