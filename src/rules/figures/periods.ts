import { chartKind, isChartKind } from '../../charts/registry.ts';
import type { Finding } from '../../errors.ts';
import type { Observation } from '../../model/dataset.ts';
import { parsePeriod } from '../../model/dates.ts';
import { dataset as example, found, rule } from '../../rule.ts';
import { on } from '../checks.ts';
import type { DatasetSource } from './source.ts';

/** The sample's dataset drawn as columns, with two values of one series. */
const columns = (period: string) => [
  ...example('"kind": "bars"', '"kind": "columns"'),
  ...example(
    '"series": "covered",\n      "period": "2024-05-06"',
    `"series": "repaired",\n      "period": "${period}"`,
  ),
];

export const MIXED_PERIODS = rule('periods-mixed', {
  severity: 'error',
  why: {
    zh: '一年的数、某一天的数和几年累计的数不能并排画在同一条时间轴上比较。',
    en: 'What is of a year, of a day and of a span of years is not compared side by side on one axis of time.',
  },
  examples: { bad: columns('2023'), good: columns('2024-12-31') },
  check: on('dataset', mixed),
});

export const VALUE_TWICE = rule('value-twice', {
  severity: 'error',
  why: {
    zh: '同一系列、同一时间、同一性质只能有一个现行的数；更正要用 supersedes 指明更正了哪一个。',
    en: 'A series has one value in force for a period and kind; a correction names the value that it supersedes.',
  },
  examples: {
    bad: example('"series": "covered",\n      "period"', '"series": "repaired",\n      "period"'),
    good: example('"series": "covered",\n      "period"', '"series": "covered",\n      "period"'),
  },
  check: on('dataset', twice),
});

/** The values of a dataset that no other corrects. */
function inForce({ read: { value } }: DatasetSource) {
  const { observations = [] } = value;
  const superseded = new Set(observations.map(({ supersedes }) => supersedes));
  return observations.flatMap((observation, index) => (superseded.has(observation.id) ? [] : [{ observation, index }]));
}

/** Panels over time whose values are of several kinds of period. */
function mixed(source: DatasetSource): Finding[] {
  const current = inForce(source);
  return (source.read.value.panels ?? [])
    .filter(({ kind }) => isChartKind(kind) && chartKind(kind).onePeriodKind === true)
    .flatMap((panel): Finding[] => {
      const [first, ...others] = current.filter(({ observation }) => panel.series.includes(observation.series));
      const other = others.find(({ observation }) => kindOf(observation) !== kindOf(first?.observation));
      return first && other
        ? [mixedPeriods(source.place(['observations', other.index, 'period']), first.observation, other.observation)]
        : [];
    });
}

/** Values that are there twice. */
function twice(source: DatasetSource): Finding[] {
  const current = inForce(source);
  return current.flatMap(({ observation, index }): Finding[] => {
    const before = current.find(
      (other) => other.index < index && whatOf(other.observation) === whatOf(observation),
    )?.observation;
    return before ? [valueTwice(source.place(['observations', index, 'period']), before, observation)] : [];
  });
}

const kindOf = (observation: Observation | undefined) => parsePeriod(observation?.period ?? '')?.kind;
const whatOf = ({ series, period, kind }: Observation) => `${series}\n${period}\n${kind}`;

function mixedPeriods(place: Finding['place'], first: Observation, other: Observation): Finding {
  return found(
    MIXED_PERIODS,
    place,
    {
      zh: `同一幅图里“${first.id}”的时间是“${first.period}”，“${other.id}”的时间是“${other.period}”，不是同一种`,
      en: `one chart holds “${first.id}” of ${first.period} and “${other.id}” of ${other.period}, which are not periods of one kind`,
    },
    {
      zh: '柱形图和折线图的时间要同为年份、同为日期或同为时段；请分成两幅图（panels），或改用 bars、period-total',
      en: 'columns and lines take years, or days, or spans: split the figure into two panels, or use bars or period-total',
    },
  );
}

function valueTwice(place: Finding['place'], before: Observation, own: Observation): Finding {
  return found(
    VALUE_TWICE,
    place,
    {
      zh: `“${before.id}”和“${own.id}”是同一系列、同一时间、同一性质的两个数`,
      en: `“${before.id}” and “${own.id}” are two values of one series, period and kind`,
    },
    {
      zh: `后者如果是更正，请加 "supersedes": "${before.id}"；否则请改正系列、时间或性质`,
      en: `where the second corrects the first, add "supersedes": "${before.id}"; else correct the series, period or kind`,
    },
  );
}
