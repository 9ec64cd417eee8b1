import { byCodeUnit } from './order.ts';
import { OPINIONS, OUTCOMES, type ReplyRecord } from './reply.ts';

/** What a record says for the account of a year. */
export type Accounted = Pick<ReplyRecord, 'date' | 'outcome' | 'handling' | 'answers'> & {
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
