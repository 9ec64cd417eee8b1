import type { Dataset } from '../../model/dataset.ts';
import { LANGUAGE_TAGS, type Locale, type Localized } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { lastChanged, type PackageLinks } from './package.ts';

const MEDIA = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const;

const inLanguages = (words: Localized, languages: readonly Locale[]) =>
  languages.map((locale) => ({ '@language': LANGUAGE_TAGS[locale], '@value': words[locale] }));

/** All datasets as a DCAT 3 catalogue in JSON-LD. */
export function dcatCatalog(datasets: readonly Dataset[], site: Site, links: PackageLinks): object {
  const publisher = { '@type': 'foaf:Organization', 'foaf:name': inLanguages(site.issuer, site.languages) };
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@type': 'dcat:Catalog',
    '@id': links.home,
    'dct:title': inLanguages(site.name, site.languages),
    'dct:description': inLanguages(site.description, site.languages),
    'dct:publisher': publisher,
    'dcat:dataset': datasets.map((dataset) => ({
      '@type': 'dcat:Dataset',
      '@id': links.page(dataset.id),
      'dct:identifier': dataset.id,
      'dct:title': inLanguages(dataset.title, site.languages),
      'dct:description': inLanguages(dataset.headline, site.languages),
      'dcat:version': dataset.version,
      'dct:issued': { '@type': 'xsd:date', '@value': dataset.changelog.map(({ date }) => date).sort()[0] ?? '' },
      'dct:modified': { '@type': 'xsd:date', '@value': lastChanged(dataset) },
      'dct:publisher': publisher,
      'dct:spatial': { '@type': 'dct:Location', 'dct:title': inLanguages(dataset.place, site.languages) },
      'dcat:landingPage': { '@id': links.page(dataset.id) },
      'dcat:distribution': Object.entries(MEDIA).map(([ending, mediaType]) => ({
        '@type': 'dcat:Distribution',
        '@id': links.file(`${dataset.id}.${ending}`),
        'dcat:downloadURL': { '@id': links.file(`${dataset.id}.${ending}`) },
        'dcat:mediaType': mediaType,
      })),
    })),
  };
}
