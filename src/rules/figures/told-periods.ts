import type { Finding, Place } from '../../errors.ts';
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
  const periods = datasets.flatMap(({ read: { value }, place }) =>
    (value.observations ?? []).flatMap(({ period, quote }, index) => {
      const point = quote && period.split('/').find((own) => open(own, quote.reply));
      return point === undefined ? [] : [untold(point, place(['observations', index, 'period']))];
    }),
  );
  const due = commitments.flatMap(({ commitment: { due: day, quote }, place }) =>
    day !== undefined && open(day, quote.reply) ? [untold(day, place('due'))] : [],
  );
  return [...periods, ...due];
}

/** The years that a reply names by their distance from its own. */
function relativeDays(replies: readonly DocumentFacts[], id: string): string[] {
  const own = replies.filter((facts) => facts.id === id);
  const dates = own.flatMap(({ frontMatter }) =>
    frontMatter?.kind === 'record' ? [frontMatter.value.date ?? ''] : [],
  );
  return dates.flatMap((date) => own.flatMap(({ blocks }) => blocks.flatMap(({ text }) => relativeYears(text, date))));
}

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
