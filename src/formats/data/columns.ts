import Big from 'big.js';
import type { Dataset, Observation } from '../../model/dataset.ts';
import { parsePeriod } from '../../model/dates.ts';
import { originalLanguage } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';

/** What a cell holds: words, a number, or nothing. Numbers are what spreadsheets may reckon with; words never are. */
export type Cell = string | number | undefined;

/** One column of the tables that a dataset is taken away in. Names are ASCII and stay as they are from version to version. */
export interface Column {
  readonly name: string;
  readonly type: 'string' | 'number' | 'date';
  readonly title: { readonly zh: string; readonly en: string };
  cell(observation: Observation, dataset: Dataset, links: DataLinks): Cell;
}

/** Absolute addresses that a table carries. */
export interface DataLinks {
  observation(dataset: string, observation: string): string;
  reply(id: string): string;
}

/** Those of a site, in the language of its originals. */
export function dataLinks(site: Site): DataLinks {
  const urls = siteUrls(site);
  const original = originalLanguage(site.languages);
  return {
    observation: (dataset, observation) => urls.absolute(urls.observation(original, dataset, observation)),
    reply: (id) => urls.absolute(urls.reply(original, id)),
  };
}

const periodOf = ({ period }: Observation): { start: string | undefined; end: string | undefined } => {
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

/** The columns, provenance included, in their order. */
export const COLUMNS: readonly Column[] = [
  {
    name: 'dataset',
    type: 'string',
    title: { zh: '数据集', en: 'Dataset' },
    cell: (_, dataset) => dataset.id,
  },
  {
    name: 'dataset_version',
    type: 'string',
    title: { zh: '数据版本', en: 'Version of the dataset' },
    cell: (_, dataset) => dataset.version,
  },
  {
    name: 'observation',
    type: 'string',
    title: { zh: '数据编号', en: 'Identifier of the observation' },
    cell: ({ id }) => id,
  },
  {
    name: 'series',
    type: 'string',
    title: { zh: '项目编号', en: 'Identifier of the series' },
    cell: ({ series }) => series,
  },
  {
    name: 'series_zh',
    type: 'string',
    title: { zh: '项目', en: 'Series, in Chinese' },
    cell: (own, dataset) => seriesOf(own, dataset)?.label.zh,
  },
  {
    name: 'series_en',
    type: 'string',
    title: { zh: '项目（英文）', en: 'Series' },
    cell: (own, dataset) => seriesOf(own, dataset)?.label.en,
  },
  {
    name: 'period',
    type: 'string',
    title: { zh: '时间（EDTF）', en: 'Period (EDTF; .. is a start that the source does not state)' },
    cell: ({ period }) => period,
  },
  {
    name: 'period_start',
    type: 'date',
    title: { zh: '起始日（原文未说明的留空）', en: 'First day, empty where the source does not state it' },
    cell: (own) => periodOf(own).start,
  },
  { name: 'period_end', type: 'date', title: { zh: '截止日', en: 'Last day' }, cell: (own) => periodOf(own).end },
  {
    name: 'kind',
    type: 'string',
    title: { zh: '性质', en: 'Kind: actual, plan, target or derived' },
    cell: ({ kind }) => kind,
  },
  {
    name: 'qualifier',
    type: 'string',
    title: { zh: '精确程度', en: 'How exactly the source states it' },
    cell: ({ qualifier }) => qualifier,
  },
  {
    name: 'value',
    type: 'number',
    title: { zh: '数值', en: 'Value in the unit beside it' },
    cell: ({ value }) => exactNumber(value),
  },
  { name: 'unit', type: 'string', title: { zh: '单位', en: 'Unit' }, cell: ({ unit }) => unit },
  {
    name: 'stated_number',
    type: 'number',
    title: { zh: '原文数字', en: 'Number as printed' },
    cell: ({ stated }) => (stated ? exactNumber(stated.number) : undefined),
  },
  {
    name: 'stated_unit',
    type: 'string',
    title: { zh: '原文单位', en: 'Unit as printed' },
    cell: ({ stated }) => stated?.unit,
  },
  {
    name: 'formula',
    type: 'string',
    title: { zh: '本站计算公式', en: 'Formula, of values that this site computed' },
    cell: ({ formula }) => formula,
  },
  {
    name: 'reply',
    type: 'string',
    title: { zh: '出处答复', en: 'Reply that states it' },
    cell: ({ quote }) => quote?.reply,
  },
  {
    name: 'quote_zh',
    type: 'string',
    title: { zh: '原文', en: 'Words of the reply' },
    cell: ({ quote }) => quote?.zh?.exact,
  },
  {
    name: 'quote_en',
    type: 'string',
    title: { zh: '英文译文', en: 'Words of the unofficial translation' },
    cell: ({ quote }) => quote?.en?.exact,
  },
  {
    name: 'reply_url',
    type: 'string',
    title: { zh: '答复网址', en: 'Address of the reply' },
    cell: ({ quote }, _, links) => (quote ? links.reply(quote.reply) : undefined),
  },
  {
    name: 'url',
    type: 'string',
    title: { zh: '本条数据网址', en: 'Address of the observation' },
    cell: ({ id }, dataset, links) => links.observation(dataset.id, id),
  },
  {
    name: 'supersedes',
    type: 'string',
    title: { zh: '所更正的数据', en: 'Observation that this one corrects' },
    cell: ({ supersedes }) => supersedes,
  },
  { name: 'note_zh', type: 'string', title: { zh: '说明', en: 'Note, in Chinese' }, cell: ({ note }) => note?.zh },
  { name: 'note_en', type: 'string', title: { zh: '说明（英文）', en: 'Note' }, cell: ({ note }) => note?.en },
];

/** A dataset's rows, one an observation, superseded ones included. */
export function dataRows(dataset: Dataset, links: DataLinks): Cell[][] {
  return dataset.observations.map((observation) => COLUMNS.map((column) => column.cell(observation, dataset, links)));
}
