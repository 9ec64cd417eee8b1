import type { Finding } from '../errors.ts';
import type { Readable } from '../model/readable-part.ts';
import { brokenRelation, replyThreads } from '../model/threads.ts';
import { type CalendarYear, missingCalendar, workingDaysBetween } from '../model/working-days.ts';
import { file, key } from './example.ts';
import type { SiteDocument } from './inspect-site.ts';
import { found, type Rule } from './rule.ts';

export const RELATES: Rule = {
  id: 'relates-unknown',
  severity: 'error',
  why: {
    zh: '相关的答复串成一条线索；写错一个编号，线索就断了。',
    en: 'Replies on one matter are read as a thread; a wrong name breaks it.',
  },
  bad: key('relates: [{ reply: 2024-9, as: earlier }]'),
  good: key('relates: []'),
};

/** 2023 was a year with its own calendar: an example needs none of the real notice's days. */
const CALENDAR = '{ "year": "2024", "source": "（示例）", "holidays": [], "makeUpDays": [] }';

export const CALENDAR_MISSING: Rule = {
  id: 'calendar-missing',
  severity: 'error',
  why: {
    zh: '网页写明成文到公布用了几个工作日；没有那一年的节假日安排就算不出来。',
    en: 'The page says how many working days passed until publication, which takes the year’s calendar.',
  },
  bad: key('published: 2024-05-20'),
  good: key('published: 2024-05-20').concat(file('data/calendar/2024.json', CALENDAR)),
};

export const CALENDAR_YEAR: Rule = {
  id: 'calendar-year',
  severity: 'error',
  why: {
    zh: '节假日安排按文件名找年份；名称与内容不符，就会用错年份。',
    en: 'A calendar is found by its file name: another year inside would be counted with.',
  },
  bad: file('data/calendar/2023.json', CALENDAR),
  good: file('data/calendar/2024.json', CALENDAR),
};

/** A year's calendar and the file it stands in. */
export interface CalendarSource {
  readonly path: string;
  /** As the file is called. */
  readonly year: string;
  readonly calendar: Readable<CalendarYear>;
}

/** What is wrong between the records of a site's replies, and with the calendars they are counted by. */
export function recordFindings(documents: readonly SiteDocument[], calendars: readonly CalendarSource[]): Finding[] {
  const records = documents.flatMap(({ facts, keyPlace }) =>
    facts.frontMatter?.kind === 'record' ? [{ id: facts.id, ...facts.frontMatter.value, keyPlace }] : [],
  );
  const threaded = records.map(({ id, date = '', relates = [] }) => ({ id, date, relates }));
  const placeOf = (id: string, name: string) =>
    records.find((record) => record.id === id)?.keyPlace(name) ?? { file: `content/replies/${id}/zh.mdx` };
  const known = new Set(documents.filter(({ facts }) => facts.collection === 'replies').map(({ facts }) => facts.id));
  // A reply that is there with a faulty record is no broken relation.
  const broken = replyThreads(threaded).broken.filter(({ id, reply }) => reply === id || !known.has(reply));
  const years = new Map(calendars.flatMap(({ year, calendar }) => (calendar.whole ? [[year, calendar.value]] : [])));
  const unread = new Set(calendars.flatMap(({ year, calendar }) => (calendar.whole ? [] : [year])));
  return [
    ...broken.map((relation) => brokenRelation(relation, placeOf(relation.id, 'relates'))),
    ...records.flatMap(({ date, published, keyPlace }): Finding[] => {
      if (published === undefined || date === undefined) return [];
      const counted = workingDaysBetween(date, published, years);
      return 'days' in counted || unread.has(counted.missingYear)
        ? []
        : [missingCalendar(counted.missingYear, keyPlace('published'))];
    }),
    ...calendars.flatMap(({ path, year, calendar }): Finding[] =>
      calendar.value.year === undefined || calendar.value.year === year
        ? []
        : [
            found(
              CALENDAR_YEAR,
              { file: path, line: 1, column: 1 },
              {
                zh: `文件名是 ${year} 年，year 却是 ${calendar.value.year}`,
                en: `the file is of ${year}, year is ${calendar.value.year}`,
              },
              { zh: '请改成同一年', en: 'make them the same year' },
            ),
          ],
    ),
  ];
}
