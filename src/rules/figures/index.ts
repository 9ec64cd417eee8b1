import { CHART_KIND_NAMES, isChartKind } from '../../charts/registry.ts';
import type { Finding, Place } from '../../errors.ts';
import { type PlaceOfQuote, quotedObservations } from '../../model/figures.ts';
import { MODEL_RULES } from '../../model/rules.ts';
import { body, dataset as example, found, rule } from '../../rule.ts';
import { on, pass } from '../checks.ts';
import type { DatasetSource } from './source.ts';

export const DATASET_ID = rule('dataset-id', {
  severity: 'error',
  why: {
    zh: '数据集的文件名就是它的网址，必须与 id 相同。',
    en: 'The file name is the dataset’s address and equals its id.',
  },
  examples: { bad: example('"id": "wells"', '"id": "well"'), good: example('"id": "wells"', '"id": "wells"') },
  check: on('dataset', otherId),
});

export const CHART_KIND = rule('chart-kind-unknown', {
  severity: 'error',
  why: {
    zh: '图表只能用本程序会画的几种，写错了名称就画不出来。',
    en: 'A panel is drawn by a kind of chart that the program has; another name draws nothing.',
  },
  examples: { bad: example('"kind": "bars"', '"kind": "pie"'), good: example('"kind": "bars"', '"kind": "columns"') },
  check: on('dataset', unknownKinds),
});

export const QUOTE_CROSSES = rule('quote-crosses-mark-up', {
  severity: 'error',
  why: {
    zh: '引文在网页上要整段标出；一半加粗、一半不加粗，或者分在两个格子里，就标不出来。',
    en: 'The words quoted are marked as one on the page; half bold, or in two cells, they cannot be.',
  },
  examples: {
    bad: body('已修复机井**24**眼，加盖36眼。', '24 wells have been repaired and 36 covered.'),
    good: body('已修复机井**24眼**，加盖36眼。', '24 wells have been repaired and 36 covered.'),
  },
});

export const QUOTED = pass({
  finds: [QUOTE_CROSSES, MODEL_RULES['quote-not-found'], MODEL_RULES['quote-ambiguous'], MODEL_RULES['quote-overlap']],
  because: 'the model places the quotes of a reply together, since none may overlap',
  check: on('site', ({ datasets, replies, languages }) => {
    const observed = datasets.map(({ id, read }) => ({ id, observations: read.value.observations ?? [] }));
    const quoted = new Set(
      observed.flatMap(({ observations }) => observations.flatMap(({ quote }) => quote?.reply ?? [])),
    );
    const places = new Map(datasets.map(({ id, place }) => [id, place]));
    const placeOf: PlaceOfQuote = (name, index, language) =>
      places.get(name)?.(['observations', index, 'quote', language, 'exact']) ?? { file: `data/${name}.json` };
    return replies
      .filter(({ id, locale, unread }) => quoted.has(id) && languages.includes(locale) && !unread)
      .flatMap(({ id, locale, blocks, pieces }) => {
        const { quoted: placed, findings } = quotedObservations(id, locale, blocks, observed, placeOf);
        const crossing = placed.flatMap(({ dataset, observation, match }) => {
          const own = pieces[blocks.findIndex((block) => block.id === match.block)];
          const words = observation.quote?.[locale]?.exact ?? '';
          if (own === undefined || own.some((piece) => piece.includes(words))) return [];
          return [crossed(placeOf(dataset.id, dataset.observations.indexOf(observation), locale), words)];
        });
        return [...findings, ...crossing];
      });
  }),
});

function crossed(place: Place, words: string): Finding {
  return found(
    QUOTE_CROSSES,
    place,
    {
      zh: `引文“${words}”跨过了加粗、链接或表格的格子`,
      en: `the quote “${words}” runs across bold words, a link or cells`,
    },
    {
      zh: '请只引其中写明数的那几个字，不要跨过去',
      en: 'quote the words on one side only: those that state the number',
    },
  );
}

function otherId({ id, read, place }: DatasetSource): Finding[] {
  const named = read.value.id;
  if (named === undefined || named === id) return [];
  return [
    found(
      DATASET_ID,
      place(['id']),
      { zh: `文件名是“${id}”，id 却是“${named}”`, en: `the file is called “${id}”, but its id is “${named}”` },
      { zh: '请改成一样', en: 'make them the same' },
    ),
  ];
}

/** Panels of a kind that no chart has. */
function unknownKinds({ read, place }: DatasetSource): Finding[] {
  return (read.value.panels ?? []).flatMap(({ kind }, index): Finding[] =>
    isChartKind(kind)
      ? []
      : [
          found(
            CHART_KIND,
            place(['panels', index, 'kind']),
            { zh: `没有叫“${kind}”的图表`, en: `there is no kind of chart called “${kind}”` },
            { zh: `请写 ${CHART_KIND_NAMES.join('、')} 之一`, en: `write one of ${CHART_KIND_NAMES.join(', ')}` },
          ),
        ],
  );
}
