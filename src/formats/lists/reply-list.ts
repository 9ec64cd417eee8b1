import { formatDay } from '../../language/formats.ts';
import { accountWords } from '../../language/messages/accounts.ts';
import { commitmentWords } from '../../language/messages/commitments.ts';
import { dataWords } from '../../language/messages/data.ts';
import { listWords } from '../../language/messages/lists.ts';
import { replyWords } from '../../language/messages/reply.ts';
import { titleIn } from '../../language/messages/reply-titles.ts';
import { REPLY_FIELDS, recordFacts } from '../../language/reply-fields.ts';
import type { Account, NamesOf } from '../../model/askers.ts';
import type { Commitment } from '../../model/commitment.ts';
import { type Locale, languageOf, type Translated } from '../../model/locale.ts';
import { OPINIONS, OUTCOMES, type ReplyRecord, type ReplyTranslation } from '../../model/reply.ts';
import { answeredDocuments, replySubject, signedBy } from '../../model/reply-identity.ts';
import type { Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';
import { lastChange } from '../api/changes.ts';
import { replyRecordJson } from '../api/record.ts';
import type { Cell } from '../data/columns.ts';
import type { Table } from '../table-files.ts';

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
  readonly title: string;
  /** Of its page, absolute. */
  readonly address: string;
}

/** Notes for the reader of a list. */
const notesOf = (
  title: string,
  note: string,
  address: string,
  locale: Locale,
  ...more: Table['notes']['notes']
): Table['notes'] => ({
  name: dataWords[locale].note,
  notes: [
    [dataWords[locale].title, title],
    [dataWords[locale].note, note],
    [dataWords[locale].address, address],
    ...more,
  ],
});

/** The last of some days; without any, the first day that spreadsheets know. */
const lastOf = (days: readonly string[]): string => days.toSorted().at(-1) ?? '1900-03-01';

/** A field's key as the code of a column: `handling.opinion` is `handling_opinion`. */
const codeOf = (key: string): string =>
  key.replaceAll('.', '_').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The fields of the record that have columns of their own, after the others. */
const LISTED = REPLY_FIELDS.filter(({ listed }) => listed);

/** The columns that are folded in a workbook, whose gist is in the others. */
const FOLDED: ReadonlySet<string> = new Set(['session', 'meeting', 'disclosure']);

/** A list of replies as a table, a row each; what a record does not state is empty. */
export function replyTable({ replies, locale, site, title, address }: ReplyListSubject): Table {
  const { columns, blank } = listWords[locale];
  const names = Object.keys(columns) as (keyof typeof columns)[];
  const urls = siteUrls(site);
  const { clauses, list } = languageOf(locale).punctuation;
  const kindOf = (id: string) => site.answeredKinds.find((kind) => kind.id === id)?.label[locale] ?? id;
  const topicOf = (id: string) => site.topics.find((topic) => topic.id === id)?.label[locale] ?? id;
  const rows = replies.map((reply) => {
    const { id, record, language, translations } = reply;
    const own = translations[locale] === undefined ? language : locale;
    const documents = answeredDocuments(reply, own);
    const each = (of: (document: (typeof documents)[number]) => string | undefined) =>
      [...new Set(documents.map(of))].filter(Boolean).join(clauses) || undefined;
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
      topics: record.topics.map(topicOf).join(clauses) || undefined,
      outcome: record.outcome && words.outcomes[record.outcome],
      opinion: record.handling?.opinion && words.opinions[record.handling.opinion],
      disclosure: record.disclosure && words.disclosed(record.disclosure),
      withdrawn: record.withdrawn?.date,
      address: urls.absolute(urls.reply(locale, id)),
    };
    const facts = recordFacts(replyRecordJson(reply, site, undefined), locale, site, LISTED);
    return [
      // Titles are not links, since LibreOffice does not wrap links and would cut them.
      ...names.map((name) => cells[name]),
      ...LISTED.map(({ key }) => facts.find((fact) => fact.key === key)?.text),
    ];
  });
  const typeOf = (name: (typeof names)[number]) =>
    name === 'address' ? 'link' : name === 'date' || name === 'published' || name === 'withdrawn' ? 'date' : 'words';
  return {
    ...{ title, locale, address },
    day: lastOf(replies.map(({ record }) => lastChange(record))),
    columns: [
      ...names.map((code) => ({ code, label: columns[code], type: typeOf(code), folded: FOLDED.has(code) }) as const),
      ...LISTED.map(
        ({ key, label }) =>
          ({ code: codeOf(key), label: replyWords[locale][label], type: 'words', folded: true }) as const,
      ),
    ],
    rows,
    notes: notesOf(title, blank, address, locale, [dataWords[locale].columns, dataWords[locale].folded]),
  };
}

/** The accounts of a site in a language. */
export interface AccountsSubject {
  readonly accounts: readonly Account[];
  /** What bodies are called in the language. */
  readonly names: NamesOf;
  readonly locale: Locale;
  readonly title: string;
  /** Of the page. */
  readonly address: string;
  /** The last day on which any of the records changed. */
  readonly day: string;
}

/** The account as a page shows it, its head first; what no record states is undefined. */
export function accountRows({
  accounts,
  names,
  locale,
}: Pick<AccountsSubject, 'accounts' | 'names' | 'locale'>): Cell[][] {
  const columns = accountColumns(locale, names);
  return [columns.map(({ label }) => label), ...accounts.map((own) => columns.map(({ value }) => value(own)))];
}

/** The opinions of those who asked, as programs know them. */
const OPINION_CODES = {
  满意: 'satisfied',
  基本满意: 'mostly_satisfied',
  不满意: 'dissatisfied',
} as const satisfies Record<(typeof OPINIONS)[number], string>;

const accountColumns = (locale: Locale, names: NamesOf) => {
  const { columns } = accountWords[locale];
  const { outcomes, opinions } = replyWords[locale];
  const column = (code: string, label: string, value: (own: Account) => Cell) => ({ code, label, value });
  return [
    // A year is a number, but has no thousands separator.
    column('year', columns.year, ({ year }) => Number(year)),
    column('body', columns.body, ({ body }) => names(body) ?? body),
    column('received', columns.received, ({ received }) => received),
    column('answered', columns.answered, ({ answered }) => answered),
    column('in_time', columns.inTime, ({ inTime }) => inTime),
    ...OUTCOMES.map((code) => column(`outcome_${code.toLowerCase()}`, outcomes[code], (own) => own.outcomes[code])),
    ...OPINIONS.map((code) => column(`opinion_${OPINION_CODES[code]}`, opinions[code], (own) => own.opinions[code])),
  ];
};

/** The account as a table to take away. */
export function accountTable({ accounts, names, locale, title, address, day }: AccountsSubject): Table {
  const columns = accountColumns(locale, names);
  return {
    ...{ title, locale, address, day },
    columns: columns.map(({ code, label }) => ({ code, label, type: code === 'body' ? 'words' : 'number' })),
    rows: accounts.map((own) => columns.map(({ value }) => value(own))),
    notes: notesOf(title, accountWords[locale].lead, address, locale),
  };
}

/** The commitments of a site in a language. */
export interface CommitmentsSubject {
  readonly commitments: readonly {
    readonly commitment: Commitment;
    /** What is said of it: what was published last, else what follows from its own words. */
    readonly status: string;
    /** What was published of it, newest first. */
    readonly progress: readonly { readonly date: string; readonly exact: string; readonly href: string }[];
    /** The reply that promises it: its name, its date, its words, and the absolute address of these. */
    readonly replyName: string;
    readonly replyDate: string;
    readonly exact: string;
    readonly source: string;
  }[];
  readonly locale: Locale;
  readonly title: string;
  /** Of the page. */
  readonly address: string;
  /** The day as of which their statuses hold. */
  readonly day: string;
}

/** The commitments as a table, a row each; what no reply states is empty. */
export function commitmentTable({ commitments, locale, title, address, day }: CommitmentsSubject): Table {
  const words = commitmentWords[locale];
  const labels = words.columns;
  return {
    ...{ title, locale, address, day },
    columns: [
      { code: 'id', label: labels.id, type: 'words', folded: true },
      { code: 'commitment', label: words.what, type: 'words' },
      { code: 'due', label: words.due, type: 'date' },
      { code: 'measure', label: words.measure, type: 'words' },
      { code: 'status', label: words.status, type: 'words' },
      { code: 'status_date', label: labels.told, type: 'date' },
      { code: 'status_words', label: labels.toldWords, type: 'words' },
      { code: 'status_source', label: labels.toldAt, type: 'link' },
      { code: 'reply', label: labels.reply, type: 'words' },
      { code: 'reply_date', label: labels.replyDate, type: 'date' },
      { code: 'words', label: labels.words, type: 'words' },
      { code: 'source', label: words.source, type: 'link' },
    ],
    rows: commitments.map(({ commitment, status, progress: [last], ...own }) => [
      ...[commitment.id, commitment.statement[locale], commitment.due, commitment.measure?.[locale]],
      ...[status, last?.date, last?.exact, last?.href],
      ...[own.replyName, own.replyDate, own.exact, own.source],
    ]),
    notes: notesOf(title, `${words.asOf(formatDay(day, locale))}${words.lead}`, address, locale),
  };
}
