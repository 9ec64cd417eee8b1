import { accountWords } from '../../language/messages/accounts.ts';
import { dataWords } from '../../language/messages/data.ts';
import { listWords } from '../../language/messages/lists.ts';
import { replyWords } from '../../language/messages/reply.ts';
import { titleIn } from '../../language/messages/reply-titles.ts';
import { REPLY_FIELDS, recordFacts } from '../../language/reply-fields.ts';
import type { Account } from '../../model/askers.ts';
import { type Locale, languageOf, type Translated } from '../../model/locale.ts';
import { OPINIONS, OUTCOMES, type ReplyRecord, type ReplyTranslation } from '../../model/reply.ts';
import { answeredDocuments, signedBy } from '../../model/reply-identity.ts';
import type { Site } from '../../model/site.ts';
import { replySubject } from '../../model/subject.ts';
import { siteUrls } from '../../urls.ts';
import { replyRecordJson } from '../api/record.ts';
import type { Cell } from '../data/columns.ts';
import { csvTable } from '../data/tables.ts';
import { type SheetColumn, workbook } from '../workbook.ts';

/** A list of replies in a language. */
export interface ReplyListSubject {
  readonly replies: readonly {
    readonly id: string;
    readonly record: ReplyRecord;
    readonly language: Locale;
    readonly translations: Translated<ReplyTranslation>;
  }[];
  readonly locale: Locale;
  readonly site: Site;
}

/** The byte order mark by which Excel in Chinese knows UTF-8. */
const MARK = '\ufeff';

const csv = (rows: readonly (readonly Cell[])[]): string => MARK + csvTable(rows);

/** The fields of the record that have columns of their own, after the others. */
const LISTED = REPLY_FIELDS.filter(({ listed }) => listed);

/** A list of replies as CSV after RFC 4180, a row each; what a record does not state is empty. */
export function replyListCsv({ replies, locale, site }: ReplyListSubject): string {
  const { columns } = listWords[locale];
  const urls = siteUrls(site);
  const { clauses, list } = languageOf(locale).punctuation;
  const kindOf = (id: string) => site.answeredKinds.find((kind) => kind.id === id)?.label[locale] ?? id;
  const topicOf = (id: string) => site.topics.find((topic) => topic.id === id)?.label[locale] ?? id;
  const rows = replies.map((reply) => {
    const { id, record, language, translations } = reply;
    const own = translations[locale] === undefined ? language : locale;
    const documents = answeredDocuments(reply, own);
    const each = (of: (document: (typeof documents)[number]) => string | undefined) =>
      [...new Set(documents.map(of))].filter(Boolean).join(clauses);
    const words = replyWords[locale];
    const cells: Record<keyof typeof columns, string | undefined> = {
      subject: replySubject(reply, own),
      title: titleIn(reply, locale, site).text,
      number: record.number,
      date: record.date,
      published: record.published,
      issuer: signedBy(record.issuer, locale, site),
      body: each(({ body }) => body),
      session: each(({ session }) => session),
      meeting: each(({ meeting }) => meeting),
      answered: each(({ number }) => number),
      kind: [...new Set(record.answers.map(({ kind }) => kindOf(kind)))].join(clauses),
      proposers: each(({ proposers }) => proposers.join(list)),
      topics: record.topics.map(topicOf).join(clauses),
      outcome: record.outcome && words.outcomes[record.outcome],
      opinion: record.handling?.opinion && words.opinions[record.handling.opinion],
      disclosure: record.disclosure && words.disclosed(record.disclosure),
      address: urls.absolute(urls.reply(locale, id)),
    };
    const facts = recordFacts(replyRecordJson(reply, site, undefined), locale, site, LISTED);
    return [
      ...Object.keys(columns).map((column) => cells[column as keyof typeof columns]),
      ...LISTED.map(({ key }) => facts.find((fact) => fact.key === key)?.text),
    ];
  });
  return csv([[...Object.values(columns), ...LISTED.map(({ label }) => replyWords[locale][label])], ...rows]);
}

/** The accounts of a site in a language. */
export interface AccountsSubject {
  readonly accounts: readonly Account[];
  readonly locale: Locale;
  readonly title: string;
  /** Of the page. */
  readonly address: string;
}

/** The account as a table, its head first; what no record states is undefined. */
export function accountRows({ accounts, locale }: Pick<AccountsSubject, 'accounts' | 'locale'>): Cell[][] {
  const { columns } = accountWords[locale];
  const { outcomes, opinions } = replyWords[locale];
  return [
    [
      columns.year,
      columns.body,
      columns.received,
      columns.answered,
      columns.inTime,
      ...OUTCOMES.map((outcome) => outcomes[outcome]),
      ...OPINIONS.map((opinion) => opinions[opinion]),
    ],
    ...accounts.map((own) => [
      Number(own.year),
      own.body,
      own.received,
      own.answered,
      own.inTime,
      ...OUTCOMES.map((outcome) => own.outcomes[outcome]),
      ...OPINIONS.map((opinion) => own.opinions[opinion]),
    ]),
  ];
}

export const accountsCsv = (subject: AccountsSubject): string => csv(accountRows(subject));

/** A day that no table is of, so that the same account gives the same bytes. */
const NO_DAY = '2000-01-01';

/** The account as a workbook: the table, and a sheet that says what it is. */
export function accountsXlsx({ title, address, ...subject }: AccountsSubject): Promise<Uint8Array<ArrayBuffer>> {
  const words = accountWords[subject.locale];
  const [head = [], ...rows] = accountRows(subject);
  // A year is a number that nobody parts by thousands, and the body is the one column of words.
  const columns = head.map((label, at): SheetColumn => ({ label: String(label), type: at === 1 ? 'words' : 'number' }));
  return workbook({
    ...{ title, address, locale: subject.locale, day: NO_DAY },
    table: { name: words.title, columns, rows },
    notes: {
      name: dataWords[subject.locale].note,
      notes: [
        [dataWords[subject.locale].title, title],
        [dataWords[subject.locale].note, words.lead],
        [words.columns.address, address],
      ],
    },
  });
}
