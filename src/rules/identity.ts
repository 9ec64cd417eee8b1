import type { Finding, Place } from '../errors.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../model/document-kinds.ts';
import { parseDocumentNumber } from '../model/document-number.ts';
import { isWhole } from '../model/readable-part.ts';
import { agreesWithFolder, type Filed, folderEnding, hasNoYear, replyIdentity } from '../model/reply-identity.ts';
import { found, key, rule } from '../rule.ts';
import { on } from './checks.ts';
import type { FrontMatter } from './file-report.ts';
import type { ReadSite, SiteDocument } from './read-site.ts';

export const NUMBER_UNREADABLE = rule('number-unreadable', {
  severity: 'error',
  why: {
    zh: '发文字号要能读出序号，印有年份的还要能读出年份，网址和检索都靠它；来文没有文号的不写这一字段。',
    en: 'A document number has to give its serial, and its year where one is printed: addresses and search rest on it. A letter that has none leaves the key out.',
  },
  examples: { bad: key('number: "〔204〕7号"'), good: key('number: "〔2024〕7号"') },
  check: on('document', unreadableNumber),
});

export const FOLDER_MISMATCH = rule('folder-number-mismatch', {
  severity: 'error',
  why: {
    zh: '文件夹名就是网址，必须与发文字号一致，没有文号的与所答复的建议、提案一致，否则会把一份答复发布到另一份的网址上。',
    en: 'The folder is the address: where it does not agree with the number, or with what is answered in a letter that has none, a reply is published under another’s address.',
  },
  examples: { bad: key('number: "〔2024〕8号"'), good: key('number: "〔2024〕7号"') },
  check: on('document', misfiled),
});

export const DATE_MISMATCH = rule('number-date-mismatch', {
  severity: 'error',
  why: {
    zh: '发文字号的年份与成文日期的年份应当一致（次年初印发的相差一年）。',
    en: 'The year in the number agrees with the date of the document (one year apart for what was issued early in the next).',
  },
  examples: { bad: key('date: 2019-05-06'), good: key('date: 2024-05-06') },
  check: on('document', datedOtherwise),
});

export const SAME_NUMBER = rule('number-twice', {
  severity: 'error',
  why: {
    zh: '一个发文字号只属于一份答复；换了括号或全角数字仍是同一个号，机关代字不同的是不同的号。没有文号的，同一天对同一件的答复只有一份。',
    en: 'A document number belongs to one reply; other brackets or full-width digits do not make it another, another series does. Without a number, one day has one reply to the same document.',
  },
  examples: {
    bad: [
      {
        kind: 'file',
        path: 'content/replies/a-2024-7/zh.mdx',
        text: `---
number: "［２０２４］７号"
title: 关于修复机井建议的答复
issuer: 虚构县水利局
date: 2024-05-06
disclosure: 主动公开
answers: { kind: suggestion, body: 县人大, number: 第1号, title: 关于修复机井的建议 }
---

尊敬的代表：

机井已全部修复。
`,
      },
    ],
    good: key('number: "〔2024〕7号"'),
  },
  check: on('site', sameNumbers),
});

export const DATE_RANGE = rule('date-out-of-range', {
  severity: 'error',
  why: {
    zh: '成文日期不会在今天之后，也不会早于 1949 年；多半是打错了一位。',
    en: 'A document is dated neither after today nor before 1949; a digit was mistyped.',
  },
  examples: { bad: key('date: 2124-05-06'), good: key('date: 2024-05-06') },
  check: on('document', wrongDays),
});

/** A record of a reply that was read, as far as it could be. */
type ReadRecord = Extract<FrontMatter, { kind: 'record' }>;

const recordOf = ({ facts: { frontMatter } }: SiteDocument): ReadRecord | undefined =>
  frontMatter?.kind === 'record' ? frontMatter : undefined;

const isUnreadable = (number: string): boolean => parseDocumentNumber(number) === undefined && !hasNoYear(number);

function unreadableNumber(document: SiteDocument): Finding[] {
  const number = recordOf(document)?.value.number;
  if (number === undefined || !isUnreadable(number)) return [];
  return [
    found(
      NUMBER_UNREADABLE,
      document.keyPlace('number'),
      { zh: `从“${number}”里读不出年份和序号`, en: `“${number}” gives no year and serial` },
      {
        zh: '请照原件写，以“[”开头的外面加英文引号，如 "[2024] 7号"、水函〔2024〕7号；来文没有文号的，删去这一行',
        en: 'write it as printed, in plain quotes where it begins with [, such as "[2024] 7号"; delete the line where the letter has none',
      },
    ),
  ];
}

function misfiled(document: SiteDocument): Finding[] {
  const record = recordOf(document);
  if (record === undefined || !isWhole(record, 'number') || !isWhole(record, 'answers')) return [];
  const { number } = record.value;
  if ((number !== undefined && isUnreadable(number)) || agreesWithFolder(document.facts.id, record.value)) return [];
  return [folderMismatch(document.keyPlace, document.facts.id, record.value)];
}

function datedOtherwise(document: SiteDocument): Finding[] {
  const { number, date } = recordOf(document)?.value ?? {};
  const parsed = number === undefined ? undefined : parseDocumentNumber(number);
  if (parsed === undefined || date === undefined) return [];
  const year = Number(date.slice(0, 4));
  if (year === parsed.year || year === parsed.year + 1) return [];
  return [
    found(
      DATE_MISMATCH,
      document.keyPlace('date'),
      {
        zh: `发文字号是 ${parsed.year} 年的，成文日期却是 ${date}`,
        en: `the number is of ${parsed.year}, but the date is ${date}`,
      },
      { zh: '请对照原件核对这两处', en: 'check both against the original' },
    ),
  ];
}

/** Days of a document that are still to come, too long ago, or before the letter that they belong to. */
function wrongDays(document: SiteDocument, { today }: ReadSite): Finding[] {
  const { facts, keyPlace } = document;
  if (facts.frontMatter?.kind === 'document' && facts.collection !== 'replies') {
    const { keys }: DocumentKind = DOCUMENT_KINDS[facts.collection];
    return dayFindings(facts.frontMatter.shown.day, () => keyPlace(keys.day ?? ''), today);
  }
  const record = recordOf(document);
  if (record === undefined) return [];
  const { date, published, sourceDate, withdrawn, corrections } = record.value;
  const days: readonly (readonly [string, string | undefined])[] = [
    ['date', date],
    ['published', published],
    ['sourceDate', sourceDate],
    ['withdrawn', withdrawn?.date],
    ...(corrections ?? []).map((correction) => ['corrections', correction.date] as const),
  ];
  return days.flatMap(([name, day]) => {
    const own = dayFindings(day, () => keyPlace(name), today);
    return own.length === 0 && day !== undefined && date !== undefined && day < date
      ? [beforeDocument(keyPlace(name), name, day, date)]
      : own;
  });
}

function folderMismatch(place: (key: string) => Place, folder: string, record: Filed): Finding {
  const expected = folderEnding(record);
  const { number } = record;
  if (number === undefined)
    return found(
      FOLDER_MISMATCH,
      place('answers'),
      {
        zh: `文件夹是“${folder}”，所答复的建议、提案和成文年份对应的却是“${expected}”`,
        en: `the folder is “${folder}”, but the document answered and the year belong in “${expected}”`,
      },
      {
        zh: `请核对所答复的建议、提案，或把文件夹改名为“${expected}”`,
        en: `check what is answered, or rename the folder to “${expected}”`,
      },
    );
  return found(
    FOLDER_MISMATCH,
    place('number'),
    {
      zh: `文件夹是“${folder}”，发文字号“${number}”对应的却是“${expected}”`,
      en: `the folder is “${folder}”, but the number “${number}” belongs in “${expected}”`,
    },
    {
      zh: `请核对发文字号，或把文件夹改名为“${expected}”`,
      en: `check the number, or rename the folder to “${expected}”`,
    },
  );
}

function beforeDocument(place: Place, name: string, day: string, date: string): Finding {
  return found(
    DATE_RANGE,
    place,
    {
      zh: `字段 ${name} 的日期 ${day} 早于成文日期 ${date}`,
      en: `${name} has the date ${day}, before that of the document, ${date}`,
    },
    { zh: '请对照原件核对这两个日期', en: 'check both dates against the original' },
  );
}

function dayFindings(day: string | undefined, place: () => Place, today: string): Finding[] {
  if (day === undefined || (day >= '1949-10-01' && day <= today)) return [];
  return [
    found(
      DATE_RANGE,
      place(),
      day > today
        ? { zh: `日期 ${day} 还没有到（今天是 ${today}）`, en: `${day} is still to come (today is ${today})` }
        : { zh: `日期 ${day} 早于 1949 年 10 月 1 日`, en: `${day} is before 1 October 1949` },
      { zh: '请对照原件改正日期', en: 'check the date against the original' },
    ),
  ];
}

/** Replies that carry the same number, however it is bracketed or spaced; the later path is at fault. */
function sameNumbers({ documents }: ReadSite): Finding[] {
  const first = new Map<string, string>();
  return documents.flatMap(({ path, facts, keyPlace }): Finding[] => {
    const { frontMatter } = facts;
    if (frontMatter?.kind !== 'record') return [];
    const { number, issuer, date, answers } = frontMatter.value;
    if (issuer === undefined || date === undefined || answers === undefined) return [];
    if (!isWhole(frontMatter, 'number') || !isWhole(frontMatter, 'answers')) return [];
    const identity = replyIdentity({ number, issuer, date, answers });
    const earlier = first.get(identity);
    if (earlier === undefined) {
      first.set(identity, path);
      return [];
    }
    return [
      number === undefined
        ? found(
            SAME_NUMBER,
            keyPlace('answers'),
            {
              zh: `这一天对这一件的答复已经有了：${earlier}`,
              en: `${earlier} answers the same document on the same day`,
            },
            {
              zh: '请核对所答复的建议、提案和成文日期；同一份答复只保留一份',
              en: 'check what is answered and the date; keep one copy of a reply',
            },
          )
        : found(
            SAME_NUMBER,
            keyPlace('number'),
            {
              zh: `发文字号“${number}”已经用于 ${earlier}`,
              en: `the number “${number}” is already that of ${earlier}`,
            },
            { zh: '请核对发文字号；同一份答复只保留一份', en: 'check the number; keep one copy of a reply' },
          ),
    ];
  });
}
