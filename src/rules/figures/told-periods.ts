import type { Finding, Place } from '../../errors.ts';
import { isYearNumber, type Quantity, readQuantities } from '../../language/quantities/index.ts';
import type { Commitment } from '../../model/commitment.ts';
import type { Observation } from '../../model/dataset.ts';
import { original } from '../../model/locale.ts';
import { dataset, found, rule } from '../../rule.ts';
import { on } from '../checks.ts';
import type { DocumentFacts } from '../file-report.ts';
import type { ReadSite } from '../read-site.ts';
import { followsFrom, relativeYears, toldDays } from './days.ts';
import { isComplete } from './statements.ts';

export const PERIOD_UNSTATED = rule('period-unstated', {
  severity: 'warning',
  waivable: true,
  why: {
    zh: '数据的时间、承诺的期限都出自答复：写错一年，图和日历就都错了。',
    en: 'The time of a value and the day on which a commitment is due come from the reply; a wrong year puts chart and calendar wrong.',
  },
  examples: {
    bad: dataset(
      '"period": "2024-05-06",\n      "kind": "actual",\n      "stated": { "number": "36"',
      '"period": "2021-05-06",\n      "kind": "actual",\n      "stated": { "number": "36"',
    ),
    good: dataset('"value": "24"', '"value": "24"'),
  },
  check: on('site', untoldPeriods),
});

/** Periods of values, and days on which commitments are due, that do not follow from the reply that is quoted for them. */
function untoldPeriods({ replies, datasets, commitments, sources: { reply } }: ReadSite): Finding[] {
  const toldBy = new Map<string, ReadonlySet<string>>();
  const days = (id: string) => {
    const known = toldBy.get(id) ?? new Set([...toldDays(reply(id)), ...relativeDays(replies, id)]);
    toldBy.set(id, known);
    return known;
  };
  const open = (point: string, id: string) => point !== '..' && isComplete(reply(id)) && !followsFrom(point, days(id));
  const periods = datasets.flatMap(({ read: { value }, place }) => {
    const { observations = [] } = value;
    const known = new Map(observations.map((observation) => [observation.id, observation]));
    return observations.flatMap((observation, index) => {
      const { period, quote } = observation;
      const points = period.split('/').filter((point) => point !== '..');
      const at = () => place(['observations', index, 'period']);
      if (quote === undefined) {
        const computed = operandsOf(observation, known).flatMap((operand) => operand.period.split('/'));
        const other = computed.length === 0 ? undefined : points.find((point) => !isWithin(point, computed));
        return other === undefined ? [] : [uncomputed(other, at())];
      }
      const point = points.find((own) => open(own, quote.reply) || !isOfQuote(own, observation, replies));
      return point === undefined ? [] : [untold(point, at())];
    });
  });
  const due = commitments.flatMap(({ commitment, place }) => {
    const { due: day, quote } = commitment;
    return day !== undefined && (open(day, quote.reply) || !isOfWords(day, commitment))
      ? [untold(day, place('due'))]
      : [];
  });
  return [...periods, ...due];
}

/** The observations that a derived one is computed from. */
const operandsOf = ({ formula }: Observation, known: ReadonlyMap<string, Observation>): Observation[] =>
  [...new Set(formula?.match(/[a-z][a-z0-9-]*/g))].flatMap((id) => known.get(id) ?? []);

/** Whether a year or day is of the time that such values are of: one of these, or between them. */
function isWithin(point: string, periods: readonly string[]): boolean {
  const known = periods.filter((period) => period !== '..');
  const years = known.map((period) => period.slice(0, 4)).sort();
  const year = point.slice(0, 4);
  return known.includes(point) || (year >= (years[0] ?? year) && year <= (years.at(-1) ?? year));
}

/** Whether the time of a value is that which the reply names just before it: “2027年” of “2027年完成1.2万亩”. */
function isOfQuote(point: string, { quote, period }: Observation, replies: readonly DocumentFacts[]): boolean {
  const words = quote && original(quote);
  if (words === undefined || period.includes('/')) return true;
  const { exact } = words.value;
  const texts = replies
    .filter(({ id, locale }) => id === quote?.reply && locale === words.locale)
    .flatMap(({ blocks }) => blocks.map(({ text }) => text).filter((text) => text.includes(exact)));
  const [text = ''] = texts;
  const at = text.indexOf(exact);
  if (texts.length !== 1 || at !== text.lastIndexOf(exact)) return true;
  const quantities = readQuantities(text.slice(0, at + exact.length), words.locale) ?? [];
  const own = quantities.find(({ start, value }) => start >= at && !isYearNumber(value));
  const before = quantities.findLast(({ end }) => own !== undefined && end <= own.start);
  if (own === undefined || before === undefined || !isYearTold(before)) return true;
  const isNamed = /^[年度月日]{0,2}[^，。；、：较比\d]{0,12}$/.test(text.slice(before.end, own.start));
  // 较2023年增加12座: the year that something is compared with.
  const isBase = /[较比同与和自从由]$/.test(text.slice(0, before.start));
  return !isNamed || isBase || before.value.slice(0, 4) === point.slice(0, 4);
}

const isYearTold = ({ kind, value }: Quantity) =>
  (kind === 'number' && isYearNumber(value)) || kind === 'date' || kind === 'year-month';

/** Whether a commitment that names years in its own words is due in one of them. */
function isOfWords(day: string, { statement, measure, note, quote }: Commitment): boolean {
  const own = [statement, measure, note].map((words) => (words === undefined ? undefined : original(words)));
  const words = [...own, original(quote)].flatMap((text) =>
    text === undefined
      ? []
      : [{ text: typeof text.value === 'string' ? text.value : text.value.exact, locale: text.locale }],
  );
  if (words.some(({ text }) => /明年|次年|今年|本年|年内|next year|this year/.test(text))) return true;
  const years = words.flatMap(({ text, locale }) =>
    (readQuantities(text, locale) ?? []).filter(isYearTold).map(({ value }) => value.slice(0, 4)),
  );
  return years.length === 0 || years.includes(day.slice(0, 4));
}

/** The years that a reply names by their distance from its own. */
function relativeDays(replies: readonly DocumentFacts[], id: string): string[] {
  const own = replies.filter((facts) => facts.id === id);
  const dates = own.flatMap(({ frontMatter }) =>
    frontMatter?.kind === 'record' ? [frontMatter.value.date ?? ''] : [],
  );
  return dates.flatMap((date) => own.flatMap(({ blocks }) => blocks.flatMap(({ text }) => relativeYears(text, date))));
}

const uncomputed = (point: string, place: Place): Finding =>
  found(
    PERIOD_UNSTATED,
    place,
    { zh: `“${point}”不是算式里各数的时间`, en: `“${point}” is not of the time of the values in the formula` },
    { zh: '请改成所据各数的时间', en: 'give the time of the values that it is computed from' },
  );

const untold = (point: string, place: Place): Finding =>
  found(
    PERIOD_UNSTATED,
    place,
    {
      zh: `“${point}”在所引的答复里没有写，也推不出来`,
      en: `“${point}” does not follow from the reply that is quoted`,
    },
    {
      zh: '请对照答复改正；答复只写年月的，以该年、该月最后一日计',
      en: 'fix it after the reply; of a year or month that it names, the last day is taken',
    },
  );
