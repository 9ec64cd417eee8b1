import { sharedParts } from '../../src/build/search-index/index.ts';
import type { DocumentSource } from '../../src/build/search-index/sources.ts';
import type { SharedParts } from '../../src/build/search-index/write.ts';
import { formatValue } from '../../src/language/units.ts';
import type { Locale } from '../../src/model/locale.ts';
import type { Passage, SearchDocument } from '../../src/model/search-document.ts';
import { facetValuesOf } from '../../src/model/search-facets.ts';
import type { CorpusBlock } from '../corpus/blocks.ts';
import { corpusGlossary, corpusSite } from '../corpus/bureau.ts';
import { corpusReplies } from '../corpus/corpus.ts';
import { corpusDataset, datasetCount } from '../corpus/figures.ts';
import type { CorpusReply } from '../corpus/reply.ts';

function blockTexts(block: CorpusBlock, locale: Locale): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text[locale]];
    case 'list':
      return block.items.map((item) => item[locale]);
    case 'table':
      return [block.rows.map((row) => row.map((cell) => cell[locale]).join(' ')).join(' ')];
  }
}

/** A made-up reply as search sees it. */
export function corpusDocument({ id, record, translation, blocks }: CorpusReply, locale: Locale): SearchDocument {
  const texts = blocks.flatMap((block) => blockTexts(block, locale));
  return {
    id,
    kind: 'reply',
    locale,
    url: `/${locale}/replies/${id}/`,
    title: locale === 'zh' ? record.title : translation.title,
    number: record.number,
    date: record.date,
    facets: facetValuesOf({
      kind: 'reply',
      date: record.date,
      topics: record.topics,
      answeredDocuments: [{ kind: record.answers.kind }],
      bureaus: [record.issuer].flat(),
      outcome: record.outcome,
    }),
    passages: texts.map((text, index): Passage => ({ anchor: `p${index + 1}`, text })),
    figures: [],
  };
}

/** The replies of a made-up corpus in the languages asked for. */
export function corpusDocuments(replies: number, locales: readonly Locale[], seed = '1'): SearchDocument[] {
  return [...corpusReplies({ seed, replies })].flatMap((reply) =>
    locales.map((locale) => corpusDocument(reply, locale)),
  );
}

/** What the indexes of a made-up corpus share: its glossary, topics and the figures of its datasets. */
export function corpusShared(replies: number, locales: readonly Locale[], seed = '1'): SharedParts {
  const datasets = Array.from({ length: datasetCount(replies) }, (_, index) => corpusDataset(seed, replies, index + 1));
  const documents = datasets.flatMap(({ id, headline, observations, series }) =>
    locales.map((locale) => ({
      locale,
      title: headline[locale],
      figures: observations.map((observation) => ({
        dataset: id,
        observation: observation.id,
        printed: formatValue(observation.value, observation.unit, locale),
        value: observation.value,
        unit: observation.unit,
        label: `${series.find((one) => one.id === observation.series)?.label[locale]} · ${observation.period}`,
        url: `/${locale}/data/${id}/#${observation.id}`,
      })),
    })),
  );
  return sharedParts(documents, corpusSite(locales, []), corpusGlossary());
}

/**
 * The sources of a made-up corpus; the replies of a year are made when its index is, so that not all of them are in
 * memory at once.
 */
export function corpusSources(replies: number, locales: readonly Locale[], seed = '1'): DocumentSource[] {
  const ids = new Map<string, Set<string>>();
  for (const { id, record } of corpusReplies({ seed, replies })) {
    const year = record.date.slice(0, 4);
    ids.set(year, (ids.get(year) ?? new Set()).add(id));
  }
  return [...ids].flatMap(([year, own]) =>
    locales.map((locale) => ({
      locale,
      year,
      key: `${seed} ${replies} ${locale} ${year}`,
      count: own.size,
      documents: async () => {
        const documents: SearchDocument[] = [];
        for (const reply of corpusReplies({ seed, replies }))
          if (own.has(reply.id)) documents.push(corpusDocument(reply, locale));
        return documents;
      },
    })),
  );
}
