import type { Finding } from '../../errors.ts';
import type { Dataset } from '../../model/dataset.ts';
import { quotedObservations } from '../../model/figures.ts';
import { placeInJson } from '../../model/json-source.ts';
import type { Locale } from '../../model/locale.ts';
import { dataset as example } from '../example.ts';
import type { DocumentFacts } from '../file-report.ts';
import { found, type Rule } from '../rule.ts';
import { missingEnglish, missingReply } from './quote-target.ts';
import { valueFindings } from './values.ts';

export const DATASET_ID: Rule = {
  id: 'dataset-id',
  severity: 'error',
  why: {
    zh: '数据集的文件名就是它的网址，必须与 id 相同。',
    en: 'The file name is the dataset’s address and equals its id.',
  },
  bad: example('"id": "wells"', '"id": "well"'),
  good: example('"id": "wells"', '"id": "wells"'),
};

/** A dataset with the text it was read from. */
export interface DatasetSource {
  readonly path: string;
  /** As the file is called. */
  readonly id: string;
  readonly dataset: Dataset;
  readonly text: () => string;
}

/** What is wrong with the figures of a site: values, and the quotes that state them. */
export function figureFindings(
  datasets: readonly DatasetSource[],
  documents: readonly DocumentFacts[],
  languages: readonly Locale[],
): Finding[] {
  const replies = documents.filter(({ collection }) => collection === 'replies');
  const own = datasets.flatMap((source) => {
    const place = (path: readonly (string | number)[]) => placeInJson(source.text(), source.path, path);
    const wrongName =
      source.dataset.id === source.id
        ? []
        : [
            found(
              DATASET_ID,
              place(['id']),
              {
                zh: `文件名是“${source.id}”，id 却是“${source.dataset.id}”`,
                en: `the file is called “${source.id}”, but its id is “${source.dataset.id}”`,
              },
              { zh: '请改成一样', en: 'make them the same' },
            ),
          ];
    return [...wrongName, ...valueFindings(source.dataset, place), ...quoteTargetFindings(source, replies, languages)];
  });
  const quoted = new Set(
    datasets.flatMap(({ dataset }) => dataset.observations.flatMap(({ quote }) => quote?.reply ?? [])),
  );
  const plain = datasets.map(({ dataset }) => dataset);
  const quotes = replies
    .filter(({ id, locale }) => quoted.has(id) && languages.includes(locale))
    .flatMap(({ id, locale, blocks }) => {
      const placeOf = (name: string, index: number, language: Locale) => {
        const source = datasets.find(({ dataset }) => dataset.id === name);
        const path = ['observations', index, 'quote', language, 'exact'];
        return source ? placeInJson(source.text(), source.path, path) : { file: `data/${name}.json` };
      };
      return quotedObservations(id, locale, blocks, plain, placeOf).findings;
    });
  return [...own, ...quotes];
}

/** Quotes of replies that are not there, and quotes without the words of the site's other language. */
function quoteTargetFindings(
  { dataset, path, text }: DatasetSource,
  replies: readonly DocumentFacts[],
  languages: readonly Locale[],
): Finding[] {
  return dataset.observations.flatMap(({ quote }, index): Finding[] => {
    if (quote === undefined) return [];
    const place = (key: string) => placeInJson(text(), path, ['observations', index, 'quote', key]);
    if (!replies.some(({ id }) => id === quote.reply)) return [missingReply(place('reply'), quote.reply)];
    return quote.en === undefined && languages.includes('en') ? [missingEnglish(place('zh'))] : [];
  });
}
