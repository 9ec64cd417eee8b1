import type { Finding, Place } from '../errors.ts';
import type { Readable } from '../model/readable-part.ts';
import type { ReplyRecord } from '../model/reply.ts';
import { MODEL_RULES } from '../model/rules.ts';
import { brokenRelation, replyThreads } from '../model/threads.ts';
import { type CalendarYear, workedDays, workingDaysBetween } from '../model/working-days.ts';
import { file, found, key, rule } from '../rule.ts';
import { on, pass } from './checks.ts';
import type { ReadSite, SiteDocument } from './read-site.ts';

const LATER_REPLY = [
  ...file(
    'content/replies/2024-8/zh.mdx',
    `---
number: "〔2024〕8号"
title: 关于修复机井建议的再次答复
issuer: 虚构县水利局
date: 2024-06-05
disclosure: 主动公开
answers: { kind: suggestion, body: 县人大, number: 第1号, title: 关于修复机井的建议 }
---

尊敬的代表：

机井已全部修复。
`,
  ),
  ...file(
    'content/replies/2024-8/en.mdx',
    `---
title: Second Reply to the Suggestion on Repairing Wells
summary: All the wells have been repaired.
answers: { body: County People’s Congress, number: No. 1, title: Suggestion on Repairing Wells }
translation: { method: human }
---

Dear Deputy:

All the wells have been repaired.
`,
  ),
];

export const RELATES_ORDER = rule('relates-order', {
  severity: 'error',
  why: {
    zh: '“较早的答复”不会晚于本答复，“再次答复”和“办理结果”不会早于它；写反了，线索就倒了。',
    en: 'An earlier reply is not dated after this one, nor a second reply or a result before it: told the wrong way round, the thread misleads.',
  },
  examples: {
    bad: key('relates: [{ reply: 2024-8, as: earlier }]').concat(LATER_REPLY),
    good: key('relates: [{ reply: 2024-8, as: result }]').concat(LATER_REPLY),
  },
  check: on('site', outOfOrder),
});

/** The examples need none of a real notice's days. */
const CALENDAR = '{ "year": "2024", "source": "（示例）", "holidays": [], "makeUpDays": [] }';

export const CALENDAR_YEAR = rule('calendar-year', {
  severity: 'error',
  why: {
    zh: '节假日安排按文件名找年份；名称与内容不符，就会用错年份。',
    en: 'A calendar is found by its file name: another year inside would be counted with.',
  },
  examples: { bad: file('data/calendar/2023.json', CALENDAR), good: file('data/calendar/2024.json', CALENDAR) },
  check: on('site', otherYears),
});

/** A year's calendar and the file it is in. */
export interface CalendarSource {
  readonly path: string;
  /** As the file is called. */
  readonly year: string;
  readonly calendar: Readable<CalendarYear>;
}

export const RELATIONS = pass({
  finds: [MODEL_RULES['relates-unknown']],
  because: 'the threads of replies are read by the model, with what is broken in them',
  check: on('site', ({ documents, replies }) => {
    const records = recordsOf(documents);
    const threaded = records.map(({ id, date = '', relates = [] }) => ({ id, date, relates }));
    const placeOf = (id: string, name: string) =>
      records.find((record) => record.id === id)?.keyPlace(name) ?? { file: `content/replies/${id}/zh.mdx` };
    const known = new Set(replies.map(({ id }) => id));
    // A reply that is there with a faulty record is no broken relation.
    const broken = replyThreads(threaded).broken.filter(({ id, reply }) => reply === id || !known.has(reply));
    return broken.map((relation) => brokenRelation(relation, placeOf(relation.id, 'relates')));
  }),
});

const recordsOf = (documents: readonly SiteDocument[]) =>
  documents.flatMap(({ facts, keyPlace }) =>
    facts.frontMatter?.kind === 'record' ? [{ id: facts.id, ...facts.frontMatter.value, keyPlace }] : [],
  );

function outOfOrder({ documents }: ReadSite): Finding[] {
  const records = recordsOf(documents);
  const dates = new Map(records.map(({ id, date }) => [id, date]));
  return records.flatMap(({ date, relates = [], keyPlace }) =>
    relates.flatMap((relation): Finding[] => {
      const other = dates.get(relation.reply);
      return date === undefined || other === undefined || inOrder(relation.as, other, date)
        ? []
        : [wrongOrder(keyPlace('relates'), relation, other, date)];
    }),
  );
}

function otherYears({ calendars }: ReadSite): Finding[] {
  return calendars.flatMap(({ path, year, calendar }): Finding[] =>
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
  );
}

/** The replies whose working days until publication cannot be counted, by the year whose days off are not known. */
export function uncountedReplies({ documents, calendars }: ReadSite): Readonly<Record<string, readonly string[]>> {
  const own = new Map(calendars.flatMap(({ year, calendar }) => (calendar.whole ? [[year, calendar.value]] : [])));
  const worked = workedDays(own);
  const uncounted = documents.flatMap(({ facts: { id, frontMatter } }) => {
    if (frontMatter?.kind !== 'record') return [];
    const { date, published, sourceDate = published } = frontMatter.value;
    if (date === undefined || sourceDate === undefined) return [];
    const counted = workingDaysBetween(date, sourceDate, worked);
    return 'unknownYear' in counted ? [{ id, year: counted.unknownYear }] : [];
  });
  const years = Map.groupBy(uncounted, ({ year }) => year);
  return Object.fromEntries(Array.from(years, ([year, replies]) => [year, replies.map(({ id }) => id)]));
}

type Relation = ReplyRecord['relates'][number];

/** Whether what another reply is said to be to one of `date` fits its own date. Both may be of one day. */
function inOrder(relation: Relation['as'], other: string, date: string): boolean {
  if (relation === 'same-matter') return true;
  return relation === 'earlier' ? other <= date : other >= date;
}

function wrongOrder(place: Place, { reply, as }: Relation, other: string, date: string): Finding {
  return found(
    RELATES_ORDER,
    place,
    {
      zh: `relates 说“${reply}”是 ${as}，它的成文日期 ${other} 却${as === 'earlier' ? '晚于' : '早于'}本答复的 ${date}`,
      en: `relates says that “${reply}” is ${as}, but it is dated ${other}, ${as === 'earlier' ? 'after' : 'before'} this reply (${date})`,
    },
    {
      zh: '较早的写 earlier，后来的写 second-reply（再次答复）或 result（办理结果），分不清的写 same-matter',
      en: 'write earlier for one before, second-reply or result for one after, same-matter where neither is meant',
    },
  );
}
