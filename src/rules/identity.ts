import type { Finding, Place } from '../errors.ts';
import { parseDocumentNumber, replyId } from '../model/document-number.ts';
import { key } from './example.ts';
import type { DocumentFacts } from './file-report.ts';
import { found, type Rule } from './rule.ts';

export const NUMBER_UNREADABLE: Rule = {
  id: 'number-unreadable',
  severity: 'error',
  why: {
    zh: '发文字号要能读出年份和序号，网址和检索都靠它。',
    en: 'The document number has to give a year and a serial: addresses and search rest on it.',
  },
  bad: key('number: "第7号"'),
  good: key('number: "〔2024〕7号"'),
};

export const FOLDER_MISMATCH: Rule = {
  id: 'folder-number-mismatch',
  severity: 'error',
  why: {
    zh: '文件夹名就是网址，必须与发文字号一致，否则会把一份答复发布到另一份的网址上。',
    en: 'The folder is the address: where it does not agree with the number, a reply is published under another’s address.',
  },
  bad: key('number: "〔2024〕8号"'),
  good: key('number: "〔2024〕7号"'),
};

export const DATE_MISMATCH: Rule = {
  id: 'number-date-mismatch',
  severity: 'error',
  why: {
    zh: '发文字号的年份与成文日期的年份应当一致（次年初印发的相差一年）。',
    en: 'The year in the number agrees with the date of the document (one year apart for what was issued early in the next).',
  },
  bad: key('date: 2019-05-06'),
  good: key('date: 2024-05-06'),
};

export const SAME_NUMBER: Rule = {
  id: 'number-twice',
  severity: 'error',
  why: {
    zh: '一个发文字号只属于一份答复；换了括号或全角数字仍是同一个号。',
    en: 'A document number belongs to one reply; other brackets or full-width digits do not make it another.',
  },
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
};

export const DATE_RANGE: Rule = {
  id: 'date-out-of-range',
  severity: 'error',
  why: {
    zh: '成文日期不会在今天之后，也不会早于 1949 年；多半是打错了一位。',
    en: 'A document is dated neither after today nor before 1949; a digit was mistyped.',
  },
  bad: key('date: 2124-05-06'),
  good: key('date: 2024-05-06'),
};

/** How a reply's folder, number and date go together. `place` finds a front-matter key; `today` is `YYYY-MM-DD`. */
export function identityFindings(facts: DocumentFacts, place: (key: string) => Place, today: string): Finding[] {
  if (facts.frontMatter?.kind === 'report')
    return dayFindings(facts.frontMatter.value.date, () => place('date'), today);
  if (facts.frontMatter?.kind !== 'record') return [];
  const { number, date, published, withdrawn, corrections } = facts.frontMatter.value;
  const findings: Finding[] = [];
  const parsed = number === undefined ? undefined : parseDocumentNumber(number);
  if (number !== undefined && parsed === undefined) {
    findings.push(
      found(
        NUMBER_UNREADABLE,
        place('number'),
        { zh: `从“${number}”里读不出年份和序号`, en: `“${number}” gives no year and serial` },
        {
          zh: '请照原件写，以“[”开头的外面加英文引号，如 "[2024] 7号"、水函〔2024〕7号',
          en: 'write it as printed, in plain quotes where it begins with [, such as "[2024] 7号"',
        },
      ),
    );
  } else if (parsed !== undefined) {
    const expected = replyId(parsed);
    if (facts.id !== expected && !facts.id.endsWith(`-${expected}`)) {
      findings.push(
        found(
          FOLDER_MISMATCH,
          place('number'),
          {
            zh: `文件夹是“${facts.id}”，发文字号“${number}”对应的却是“${expected}”`,
            en: `the folder is “${facts.id}”, but the number “${number}” belongs in “${expected}”`,
          },
          {
            zh: `请核对发文字号，或把文件夹改名为“${expected}”`,
            en: `check the number, or rename the folder to “${expected}”`,
          },
        ),
      );
    }
    const year = date === undefined ? undefined : Number(date.slice(0, 4));
    if (date !== undefined && year !== parsed.year && year !== parsed.year + 1) {
      findings.push(
        found(
          DATE_MISMATCH,
          place('date'),
          {
            zh: `发文字号是 ${parsed.year} 年的，成文日期却是 ${date}`,
            en: `the number is of ${parsed.year}, but the date is ${date}`,
          },
          { zh: '请对照原件核对这两处', en: 'check both against the original' },
        ),
      );
    }
  }
  const days: readonly (readonly [string, string | undefined])[] = [
    ['date', date],
    ['published', published],
    ['withdrawn', withdrawn?.date],
    ...(corrections ?? []).map((correction) => ['corrections', correction.date] as const),
  ];
  return [
    ...findings,
    ...days.flatMap(([name, day]) => {
      const own = dayFindings(day, () => place(name), today);
      return own.length === 0 && day !== undefined && date !== undefined && day < date
        ? [beforeDocument(place(name), name, day, date)]
        : own;
    }),
  ];
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

/**
 * Replies that carry the same number, however it is bracketed or spaced; the later path is at fault. `keyPlace` gives the place of a
 * key of the front matter.
 */
export function sameNumberFindings(
  documents: readonly {
    readonly path: string;
    readonly facts: DocumentFacts;
    readonly keyPlace: (key: string) => Place;
  }[],
): Finding[] {
  const first = new Map<string, string>();
  return documents.flatMap(({ path, facts, keyPlace }): Finding[] => {
    if (facts.frontMatter?.kind !== 'record') return [];
    const { number, issuer } = facts.frontMatter.value;
    const parsed = number === undefined ? undefined : parseDocumentNumber(number);
    if (parsed === undefined || issuer === undefined) return [];
    const identity = `${issuer} ${parsed.series} ${replyId(parsed)}`;
    const earlier = first.get(identity);
    if (earlier === undefined) {
      first.set(identity, path);
      return [];
    }
    return [
      found(
        SAME_NUMBER,
        keyPlace('number'),
        { zh: `发文字号“${number}”已经用于 ${earlier}`, en: `the number “${number}” is already that of ${earlier}` },
        { zh: '请核对发文字号；同一份答复只保留一份', en: 'check the number; keep one copy of a reply' },
      ),
    ];
  });
}
