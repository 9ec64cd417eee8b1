import type { Bilingual } from '../../src/errors.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { TOPICS, topicLabel } from './bureau.ts';
import { areaPhrase, areaValues } from './quantities.ts';
import { seededRandom } from './random.ts';
import { corpusYears, type Slot, slotId } from './schedule.ts';

const MOST_DATASETS = 20;

/** Datasets of a corpus: dataset n is stated by the n-th reply of each year. */
export function datasetCount(replies: number): number {
  return Math.min(MOST_DATASETS, Math.max(1, Math.floor(replies / corpusYears(replies).length / 4)));
}

/** Words before the two values of a statement, in both languages: what a quote needs to match once. */
const BEFORE = {
  done: { zh: '本年度完成生态修复面积', en: 'an ecological restoration area completed this year of ' },
  planned: { zh: '下一年度计划修复面积', en: 'an area planned for restoration next year of ' },
} as const;

interface Statement {
  readonly done: number;
  readonly planned: number;
}

function statementOf(seed: string, slot: Slot): Statement {
  const random = seededRandom(seed, `figures ${slotId(slot)}`);
  return { done: random.integer(11, 980), planned: random.integer(11, 980) };
}

/** The paragraph of a reply that its dataset quotes, or `undefined` where it states none. */
export function figureParagraph(seed: string, replies: number, slot: Slot): Bilingual | undefined {
  if (slot.serial > datasetCount(replies)) return undefined;
  const { done, planned } = statementOf(seed, slot);
  const areas = { done: areaPhrase(done), planned: areaPhrase(planned) };
  return {
    zh: `据统计，${slot.year}年${BEFORE.done.zh}${areas.done.zh}，${BEFORE.planned.zh}${areas.planned.zh}。`,
    en: `The figures for ${slot.year} show ${BEFORE.done.en}${areas.done.en} and ${BEFORE.planned.en}${areas.planned.en}.`,
  };
}

/** The n-th dataset of a corpus, from 1. */
export function corpusDataset(seed: string, replies: number, number: number): Dataset {
  const topic = TOPICS[(number - 1) % TOPICS.length] ?? 'land-use';
  const label = topicLabel(topic);
  const years = corpusYears(replies);
  const observations = years.flatMap((year) => {
    const slot = { year, serial: number };
    const statement = statementOf(seed, slot);
    return (['done', 'planned'] as const).map((series) => {
      const { stated, value } = areaValues(statement[series]);
      const printed = areaPhrase(statement[series]);
      const period = series === 'done' ? year : year + 1;
      return {
        id: `${series}-${period}`,
        series,
        period: String(period),
        kind: series === 'done' ? ('actual' as const) : ('plan' as const),
        qualifier: 'exact' as const,
        stated: { number: stated, unit: '万亩' },
        value,
        unit: 'mu' as const,
        quote: {
          reply: slotId(slot),
          zh: { exact: printed.zh, prefix: BEFORE[series].zh },
          en: { exact: printed.en, prefix: BEFORE[series].en },
        },
      };
    });
  });
  return {
    id: `restored-area-${number}`,
    version: '1.0.0',
    title: { zh: `${label.zh}生态修复面积（虚构之${number}）`, en: `Restored area, ${label.en} (fictional ${number})` },
    headline: { zh: `${label.zh}：逐年生态修复面积`, en: `${label.en}: restored area by year` },
    measure: { zh: '生态修复面积', en: 'Restored area' },
    place: { zh: '虚构市', en: 'Xugou (fictional)' },
    span: { zh: `${years[0]}—${(years.at(-1) ?? 0) + 1}年`, en: `${years[0]}–${(years.at(-1) ?? 0) + 1}` },
    unit: 'mu',
    topics: [topic],
    series: [
      { id: 'done', label: { zh: '完成', en: 'Completed' } },
      { id: 'planned', label: { zh: '计划', en: 'Planned' } },
    ],
    panels: [
      { kind: 'columns', title: { zh: '完成', en: 'Completed' }, series: ['done'] },
      { kind: 'columns', title: { zh: '计划', en: 'Planned' }, series: ['planned'] },
    ],
    notes: [{ zh: '本数据由程序生成，纯属虚构。', en: 'These data were written by a program and are fictional.' }],
    changelog: [{ version: '1.0.0', date: '2026-01-05', note: { zh: '首次生成', en: 'First written' } }],
    observations,
  };
}
