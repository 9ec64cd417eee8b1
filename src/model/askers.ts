import { nameSlug } from './facets.ts';
import { inBrackets, type Locale, type Translated } from './locale.ts';
import { byCodeUnit } from './order.ts';
import { OPINIONS, OUTCOMES, type ReplyRecord } from './reply.ts';

/** A document that somebody asked with, in a record. */
interface Asked {
  readonly body?: string | undefined;
  readonly session?: string | undefined;
  readonly proposers?: readonly string[] | undefined;
}

/** Somebody who asked, as printed: a deputy, a member, a party, a committee. */
export interface Asker<Reply> {
  /** Its place in addresses. */
  readonly id: string;
  /** As printed, 代表 and 委员 included. */
  readonly name: string;
  /** Where it is printed. The same name in another body or session is another asker: whether it is the same person, no letter says. */
  readonly body: string | undefined;
  readonly session: string | undefined;
  /** What was asked: the reply that answers it, and its place among the documents that the reply answers. In the order of the replies. */
  readonly asked: readonly { readonly reply: Reply; readonly index: number }[];
}

/** 等5位代表, 等十一名委员, 5人: how many more there were, and nobody's name. */
const COUNT = /^等?(?:[\d０-９]+|[一二三四五六七八九十百两]+)[位名人余]/;

/** Whether what is printed among those who asked names somebody. */
export const namesSomebody = (proposer: string): boolean =>
  !COUNT.test(proposer) && !/^等(?:代表|委员)?$/.test(proposer);

/** The place of an asker in addresses. */
export const askerId = (name: string, { body, session }: Asked): string => nameSlug(name, body, session);

/** Everybody who asked, by body, session and name in code point order. Askers are never merged by a guess. */
export function askersOf<Reply extends { readonly record: { readonly answers: readonly Asked[] } }>(
  replies: readonly Reply[],
): Asker<Reply>[] {
  const askers = new Map<string, Asker<Reply> & { readonly asked: { reply: Reply; index: number }[] }>();
  for (const reply of replies)
    for (const [index, document] of reply.record.answers.entries())
      for (const name of new Set(document.proposers?.filter(namesSomebody))) {
        const id = askerId(name, document);
        const { body, session } = document;
        const asker = askers.get(id) ?? { id, name, body, session, asked: [] };
        asker.asked.push({ reply, index });
        askers.set(id, asker);
      }
  const order = ({ body = '', session = '', name }: Asker<Reply>) => [body, session, name].join('\n');
  return [...askers.values()].sort((one, other) => byCodeUnit(order(one), order(other)));
}

/** Others of the same name, printed in another body or session. */
export const namesakes = <Reply>(askers: readonly Asker<Reply>[], { id, name }: Asker<Reply>): Asker<Reply>[] =>
  askers.filter((other) => other.name === name && other.id !== id);

/** What a record says for the account of a year. */
type Accounted = Pick<ReplyRecord, 'date' | 'outcome' | 'handling' | 'answers'> & {
  /** Whether it was published within the bureau's limit; undefined where there is none, or the day is not known. */
  readonly inTime: boolean | undefined;
};

/** The account of what one body asked and was answered in a year. Counts are of documents; what no record states is undefined. */
export interface Account {
  readonly year: string;
  /** As printed; undefined where the letters do not say. */
  readonly body: string | undefined;
  readonly answered: number;
  /** Those whose day of receipt is recorded. */
  readonly received: number | undefined;
  readonly inTime: number | undefined;
  readonly outcomes: Readonly<Record<(typeof OUTCOMES)[number], number | undefined>>;
  readonly opinions: Readonly<Record<(typeof OPINIONS)[number], number | undefined>>;
}

interface Document extends Omit<Accounted, 'answers'> {
  readonly body: string | undefined;
}

/** How many have one of some values, each value with its count; where none states any, every count is undefined. */
function tally<Value extends string>(
  documents: readonly Document[],
  values: readonly Value[],
  of: (document: Document) => Value | undefined,
): Record<Value, number | undefined> {
  const stated = documents.some((document) => of(document) !== undefined);
  return Object.fromEntries(
    values.map((value) => [value, stated ? documents.filter((document) => of(document) === value).length : undefined]),
  ) as Record<Value, number | undefined>;
}

/** How many are so, of those of which it is known. */
function known(documents: readonly Document[], is: (document: Document) => boolean | undefined): number | undefined {
  const answers = documents.flatMap((document) => is(document) ?? []);
  return answers.length === 0 ? undefined : answers.filter(Boolean).length;
}

/** The accounts of some records, newest year first, then by body. */
export function accountsOf(records: readonly Accounted[]): Account[] {
  const documents = records.flatMap(({ answers, ...record }) =>
    answers.map(({ body }): Document => ({ ...record, body })),
  );
  const groups = Map.groupBy(documents, ({ date, body = '' }) => `${date.slice(0, 4)}\n${body}`);
  return [...groups]
    .map(([key, own]): Account => {
      const [year = '', body = ''] = key.split('\n');
      return {
        year,
        body: body === '' ? undefined : body,
        answered: own.length,
        received: known(own, ({ handling }) => (handling?.received === undefined ? undefined : true)),
        inTime: known(own, ({ inTime }) => inTime),
        outcomes: tally(own, OUTCOMES, ({ outcome }) => outcome),
        opinions: tally(own, OPINIONS, ({ handling }) => handling?.opinion),
      };
    })
    .sort((one, other) => byCodeUnit(other.year, one.year) || byCodeUnit(one.body ?? '', other.body ?? ''));
}

/** What is printed of where somebody asked. */
interface AskedIn {
  readonly body?: string | undefined;
  readonly session?: string | undefined;
}

interface TranslatedReply {
  readonly record: { readonly answers: readonly AskedIn[] };
  readonly translations: Translated<{ readonly answers: readonly AskedIn[] }>;
}

/** Gives what a printed name is called in another language; undefined where no letter says. */
export type NamesOf = (printed: string | undefined) => string | undefined;

/**
 * The translated names of printed bodies or sessions: of several, the one that most letters use. Two with the same name
 * are distinguished by the printed one.
 */
export function askedNames(replies: readonly TranslatedReply[], locale: Locale, key: keyof AskedIn): NamesOf {
  const given = new Map<string, Map<string, number>>();
  for (const { record, translations } of replies)
    for (const [index, { [key]: printed }] of record.answers.entries()) {
      const name = translations[locale]?.answers[index]?.[key];
      if (printed === undefined || name === undefined) continue;
      const counts = given.get(printed) ?? new Map<string, number>();
      given.set(printed, counts.set(name, (counts.get(name) ?? 0) + 1));
    }
  const chosen = new Map([...given].map(([printed, counts]) => [printed, mostGiven(counts)]));
  const alike = Map.groupBy(chosen.values(), (name) => name);
  return (printed) => {
    const name = printed === undefined ? undefined : chosen.get(printed);
    if (printed === undefined || name === undefined) return undefined;
    return alike.get(name)?.length === 1 ? name : name + inBrackets(printed, locale);
  };
}

const mostGiven = (counts: ReadonlyMap<string, number>): string =>
  [...counts].sort(([one, many], [other, more]) => more - many || byCodeUnit(one, other))[0]?.[0] ?? '';

interface AskedByName extends AskedIn {
  readonly proposers?: readonly string[] | undefined;
}

/** What a letter calls somebody who asked, in its translation; undefined where it has none, or names others. */
export function askerNameIn(
  asked: readonly {
    readonly reply: {
      readonly record: { readonly answers: readonly AskedByName[] };
      readonly translations: Translated<{ readonly answers: readonly AskedByName[] }>;
    };
    readonly index: number;
  }[],
  name: string,
  locale: Locale,
): string | undefined {
  for (const { reply, index } of asked) {
    const printed = reply.record.answers[index]?.proposers ?? [];
    const others = reply.translations[locale]?.answers[index]?.proposers;
    // Names are matched by position, which is certain only where both lists are equally long.
    if (others?.length === printed.length) return others[printed.indexOf(name)];
  }
  return undefined;
}
