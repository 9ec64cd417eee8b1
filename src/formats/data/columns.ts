import Big from 'big.js';
import type { Bilingual } from '../../errors.ts';
import type { Dataset, Observation } from '../../model/dataset.ts';
import { parsePeriod } from '../../model/dates.ts';
import { calledIn, type Languages, type Locale, originalLanguage, perLanguages } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';
import { type Code, KIND_CODES, QUALIFIER_CODES, seriesCodes, unitCodes } from './codes.ts';

/** What a cell holds: words, a number, or nothing. Spreadsheets may calculate with numbers, never with words. */
export type Cell = string | number | undefined;

/** One column of the tables that a dataset is taken away in. Names are ASCII and stay as they are from version to version. */
export interface Column {
  readonly name: string;
  readonly type: 'string' | 'number' | 'date';
  /** Whether its words are an address. */
  readonly format?: 'uri';
  /** A heading. */
  readonly label: Bilingual;
  /** What it says, where the heading does not. */
  readonly definition?: Bilingual;
  /** The language that its words are in, where there is one column for each. */
  readonly language?: Locale;
  /** Whether it is for programs rather than readers. */
  readonly technical?: true;
  /** Whether every row has it. */
  readonly required?: true;
  /** All that it can hold in a dataset, where that is a list. */
  readonly codes?: (dataset: Dataset) => readonly Code[];
  cell(observation: Observation, dataset: Dataset, links: DataLinks): Cell;
}

/** What tables need of their site: its languages, that of the originals first, and absolute addresses. */
export interface DataLinks {
  readonly languages: Languages;
  observation(dataset: string, observation: string): string;
  reply(id: string): string;
}

/** Those of a site; addresses are in the language of its originals. */
export function dataLinks(site: Site): DataLinks {
  const urls = siteUrls(site);
  const original = originalLanguage(site.languages);
  return {
    languages: site.languages,
    observation: (dataset, observation) => urls.absolute(urls.observation(original, dataset, observation)),
    reply: (id) => urls.absolute(urls.reply(original, id)),
  };
}

/** The first and the last day of an observation; no start where the source leaves it open. */
export const periodOf = ({ period }: Observation): { start: string | undefined; end: string | undefined } => {
  const parsed = parsePeriod(period);
  switch (parsed?.kind) {
    case 'year':
      return { start: `${parsed.year}-01-01`, end: `${parsed.year}-12-31` };
    case 'day':
      return { start: undefined, end: parsed.day };
    case 'interval': {
      const { start, end } = parsed;
      return {
        start: start?.length === 4 ? `${start}-01-01` : start,
        end: end.length === 4 ? `${end}-12-31` : end,
      };
    }
    default:
      return { start: undefined, end: undefined };
  }
};

const seriesOf = (observation: Observation, dataset: Dataset) =>
  dataset.series.find(({ id }) => id === observation.series);

/** A decimal string as a number; one that a number cannot hold exactly stays a string. */
export function exactNumber(decimal: string): string | number {
  const number = Number(decimal);
  return Number.isFinite(number) && Big(number).eq(decimal) ? number : decimal;
}

/** The heading of a column that exists in each language: it names its language, unless that is the reader's own. */
function headingIn(locale: Locale, { zh, en }: Bilingual): Bilingual {
  const called = calledIn(locale);
  const isOwn = (reader: keyof Bilingual) => called[reader] === calledIn(reader)[reader];
  return { zh: isOwn('zh') ? zh : `${zh}（${called.zh}）`, en: isOwn('en') ? en : `${en} (${called.en})` };
}

/** A column for each language of a site. */
export const inEachLanguage = (
  languages: Languages,
  name: string,
  heading: Bilingual,
  words: (locale: Locale, observation: Observation, dataset: Dataset) => Cell,
): Column[] =>
  languages.map((locale) => ({
    name: `${name}_${locale}`,
    type: 'string',
    language: locale,
    label: headingIn(locale, heading),
    cell: (observation, dataset) => words(locale, observation, dataset),
  }));

/** The words that state a value, in the original and in each translation. */
const quoteColumns = (languages: Languages): Column[] =>
  inEachLanguage(languages, 'quote', { zh: '原文', en: 'Words' }, (locale, { quote }) => quote?.[locale]?.exact).map(
    (column, index): Column =>
      index === 0
        ? {
            ...column,
            label: { zh: '原文', en: column.label.en },
            definition: { zh: '答复中载有该数的文字', en: 'Words of the reply that state it' },
          }
        : {
            ...column,
            label: {
              zh: `${column.language === undefined ? '' : calledIn(column.language).zh}译文`,
              en: column.label.en,
            },
            definition: { zh: '非官方译文中的相应文字', en: 'The same words of the unofficial translation' },
          },
  );

/** The columns of the tables of a site in some languages, provenance included, in their order. */
export const columnsIn = perLanguages((languages): readonly Column[] => [
  {
    name: 'dataset',
    type: 'string',
    technical: true,
    label: { zh: '数据集', en: 'Dataset' },
    definition: { zh: '数据集的编号，也是其网址的一部分', en: 'Identifier of the dataset, part of its address' },
    required: true,
    cell: (_, dataset) => dataset.id,
  },
  {
    name: 'dataset_version',
    type: 'string',
    technical: true,
    label: { zh: '版本', en: 'Version' },
    definition: { zh: '数据集的版本（语义化版本）', en: 'Version of the dataset (semantic versioning)' },
    required: true,
    cell: (_, dataset) => dataset.version,
  },
  {
    name: 'observation',
    type: 'string',
    technical: true,
    label: { zh: '数据编号', en: 'Observation' },
    definition: {
      zh: '本条数据的编号，在数据集内不重复，不再用于别的数据',
      en: 'Identifier of the observation, unique in its dataset and never used for another one',
    },
    required: true,
    cell: ({ id }) => id,
  },
  {
    name: 'series',
    type: 'string',
    technical: true,
    label: { zh: '项目编号', en: 'Series code' },
    required: true,
    codes: seriesCodes,
    cell: ({ series }) => series,
  },
  ...inEachLanguage(
    languages,
    'series',
    { zh: '项目', en: 'Series' },
    (locale, own, dataset) => seriesOf(own, dataset)?.label[locale],
  ),
  {
    name: 'period',
    type: 'string',
    label: { zh: '时间', en: 'Period' },
    definition: {
      zh: '按EDTF（ISO 8601-2）书写；起点“..”表示原文未说明',
      en: 'Written in EDTF (ISO 8601-2); .. is a start that the source does not state',
    },
    required: true,
    cell: ({ period }) => period,
  },
  {
    name: 'period_start',
    type: 'date',
    label: { zh: '起始日', en: 'First day' },
    definition: { zh: '原文未说明的留空', en: 'Empty where the source does not state it' },
    cell: (own) => periodOf(own).start,
  },
  {
    name: 'period_end',
    type: 'date',
    label: { zh: '截止日', en: 'Last day' },
    cell: (own) => periodOf(own).end,
  },
  {
    name: 'kind',
    type: 'string',
    label: { zh: '性质', en: 'Kind' },
    definition: { zh: '数值是怎样的数', en: 'What sort of value it is' },
    required: true,
    codes: () => KIND_CODES,
    cell: ({ kind }) => kind,
  },
  {
    name: 'qualifier',
    type: 'string',
    label: { zh: '精确程度', en: 'Exactness' },
    definition: { zh: '原文怎样限定这个数', en: 'How exactly the source states it' },
    required: true,
    codes: () => QUALIFIER_CODES,
    cell: ({ qualifier }) => qualifier,
  },
  {
    name: 'value',
    type: 'number',
    label: { zh: '数值', en: 'Value' },
    definition: {
      zh: '以“单位”一列的单位计；百分数81.5%写作81.5',
      en: 'In the unit of the column “unit”; 81.5 per cent is 81.5',
    },
    required: true,
    cell: ({ value }) => exactNumber(value),
  },
  {
    name: 'unit',
    type: 'string',
    label: { zh: '单位', en: 'Unit' },
    required: true,
    codes: unitCodes,
    cell: ({ unit }) => unit,
  },
  {
    name: 'stated_number',
    type: 'number',
    label: { zh: '原文数字', en: 'Number printed' },
    definition: { zh: '原文所写的数，以原文单位计', en: 'As printed, in the unit as printed' },
    cell: ({ stated }) => (stated ? exactNumber(stated.number) : undefined),
  },
  {
    name: 'stated_unit',
    type: 'string',
    label: { zh: '原文单位', en: 'Unit printed' },
    cell: ({ stated }) => stated?.unit,
  },
  {
    name: 'formula',
    type: 'string',
    label: { zh: '计算公式', en: 'Formula' },
    definition: {
      zh: '本站计算的数值由哪几条数据（按编号）算得',
      en: 'Of values that this site computed, from which observations',
    },
    cell: ({ formula }) => formula,
  },
  {
    name: 'reply',
    type: 'string',
    label: { zh: '出处答复', en: 'Reply' },
    definition: { zh: '载有该数的答复的编号', en: 'Identifier of the reply that states it' },
    cell: ({ quote }) => quote?.reply,
  },
  ...quoteColumns(languages),
  {
    name: 'reply_url',
    type: 'string',
    technical: true,
    format: 'uri',
    label: { zh: '答复网址', en: 'Reply address' },
    cell: ({ quote }, _, links) => (quote ? links.reply(quote.reply) : undefined),
  },
  {
    name: 'url',
    type: 'string',
    format: 'uri',
    label: { zh: '本条网址', en: 'Address' },
    definition: { zh: '本条数据在本站的网址', en: 'Address of the observation on this site' },
    required: true,
    cell: ({ id }, dataset, links) => links.observation(dataset.id, id),
  },
  {
    name: 'supersedes',
    type: 'string',
    label: { zh: '更正', en: 'Corrects' },
    definition: { zh: '本条所更正的数据的编号', en: 'The observation that this one corrects' },
    cell: ({ supersedes }) => supersedes,
  },
  ...inEachLanguage(languages, 'note', { zh: '说明', en: 'Note' }, (locale, { note }) => note?.[locale]),
]);

/** A dataset's rows, one an observation, superseded ones included. */
export function dataRows(dataset: Dataset, links: DataLinks): Cell[][] {
  return dataset.observations.map((observation) =>
    columnsIn(links.languages).map((column) => column.cell(observation, dataset, links)),
  );
}
