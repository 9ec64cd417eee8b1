import { inBrackets, type Locale, languageOf } from '../../model/locale.ts';
import type { WorkingDays } from '../../model/working-days.ts';
import { formatDay } from '../formats.ts';
import { words } from '../words.ts';

const zh = {
  takeAway: '引用和取用',
  cite: '引用本答复',
  verify: '核对引文',
  thread: '同一事项的答复',
  relations: { earlier: '较早的答复', 'second-reply': '再次答复', result: '办理结果', 'same-matter': '同一事项' },
  here: '（本答复）',
  withdrawn: '已撤回',
  daysToPublish: (days: number) => (days === 0 ? '成文后不到1个工作日公布' : `成文后${days}个工作日公布`),
  withinLimit: (limit: number) => `规定期限为${limit}个工作日，在期限内`,
  overLimit: (limit: number) => `规定期限为${limit}个工作日，已超过`,
  notCounted: (year: string) => `没有${year}年的节假日安排，未计工作日`,
};

const en: typeof zh = {
  takeAway: 'Cite and reuse',
  cite: 'Cite this reply',
  verify: 'Check a quotation',
  thread: 'Replies on the same matter',
  relations: {
    earlier: 'earlier reply',
    'second-reply': 'second reply',
    result: 'result',
    'same-matter': 'same matter',
  },
  here: ' (this reply)',
  withdrawn: 'withdrawn',
  daysToPublish: (days) => {
    if (days === 0) return 'less than a working day after its date';
    return days === 1 ? '1 working day after its date' : `${days} working days after its date`;
  },
  withinLimit: (limit) => `within the limit of ${limit} working days`,
  overLimit: (limit) => `over the limit of ${limit} working days`,
  notCounted: (year) => `working days not counted: the holidays of ${year} are not known`,
};

/** Words of what can be taken away from a reply, of threads and of deadlines. */
export const exchangeWords = words('exchange', { zh, en });

/**
 * The day of publication in words, with the working days it took, or why they were not counted, and whether that is within
 * the limit where site.yaml has one.
 */
export function publication(
  day: string,
  waited: WorkingDays | undefined,
  limit: number | undefined,
  locale: Locale,
): string {
  if (waited === undefined) return formatDay(day, locale);
  const note = waitedNote(waited, limit, locale);
  return formatDay(day, locale) + inBrackets(note, locale);
}

function waitedNote(waited: WorkingDays, limit: number | undefined, locale: Locale): string {
  const words = exchangeWords[locale];
  if ('unknownYear' in waited) return words.notCounted(waited.unknownYear);
  const { days } = waited;
  const measured = limit === undefined ? [] : [days <= limit ? words.withinLimit(limit) : words.overLimit(limit)];
  return [words.daysToPublish(days), ...measured].join(languageOf(locale).punctuation.clauses);
}
