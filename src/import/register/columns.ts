import type { z } from 'zod';
import type { registerWords } from '../../language/messages/register.ts';
import { REGISTERED } from '../../language/reply-fields.ts';
import { originalWords, USUAL_LANGUAGES } from '../../model/locale.ts';
import { DISCLOSURES, EXTENTS, OPINIONS, OUTCOMES, replyRecordSchema } from '../../model/reply.ts';
import { parsePrintedDay } from '../letter/dates.ts';
import type { DraftAnswer, DraftRecord, ImportSite, NamedValue } from '../record.ts';

/** What a cell may hold that a person corrects: nothing, one value, or several. */
export type Corrected = string | boolean | number | readonly string[] | undefined;

/** A column of the register that may be corrected: what it shows of a record, and the values that it may have. */
export interface CorrectedColumn {
  readonly key: keyof typeof registerWords.zh.columns;
  readonly width: number;
  /** Its text for a record; empty where the record says nothing. */
  readonly show: (record: DraftRecord) => string;
  /** The front matter key that it corrects: of the record, of `handling`, or one in each document of `answers`. */
  readonly field: string;
  readonly of: 'record' | 'handling' | 'answers';
  /** Whether the field is a list. */
  readonly list: boolean;
  /** Whether a list of one is written as the value itself. */
  readonly oneOrMore?: boolean;
  /** The values that a cell may have, where they are few; `strict` where others are refused. */
  readonly allowed?: (site: ImportSite) => { readonly values: readonly string[]; readonly strict: boolean };
  /** The values that have a name: cells show the name, and may hold either. */
  readonly named?: (site: ImportSite) => readonly NamedValue[];
  /** A cell's text as the record has it; `undefined` where it is not one. */
  readonly read?: (text: string) => string | boolean | number | undefined;
}

/** Between several values in a cell, and between the documents answered. */
const AND = '、';
const NEXT = '；';

const answersOf = ({ answers }: DraftRecord): readonly DraftAnswer[] => [answers].flat();

const ofRecord = (
  key: CorrectedColumn['key'],
  width: number,
  field: string,
  show: CorrectedColumn['show'],
  more: Partial<CorrectedColumn> = {},
): CorrectedColumn => ({ key, width, field, show, of: 'record', list: false, ...more });

const ofAnswers = (
  key: CorrectedColumn['key'],
  width: number,
  field: keyof DraftAnswer,
  more: Partial<CorrectedColumn> = {},
): CorrectedColumn => ({
  key,
  width,
  field,
  of: 'answers',
  list: false,
  show: (record) => {
    const values = answersOf(record).map((answer) => [answer[field] ?? []].flat().join(AND));
    return values.every((value) => value === '') ? '' : values.join(NEXT);
  },
  ...more,
});

const ofHandling = (
  key: CorrectedColumn['key'],
  width: number,
  field: keyof NonNullable<DraftRecord['handling']>,
  more: Partial<CorrectedColumn> = {},
): CorrectedColumn => ({
  key,
  width,
  field,
  of: 'handling',
  list: false,
  show: ({ handling }) => [handling?.[field] ?? []].flat().join(AND),
  ...more,
});

/** A column whose values site.yaml names: only these may stand in it. */
function byName(named: NonNullable<CorrectedColumn['named']>): Partial<CorrectedColumn> {
  return { named, allowed: (site) => ({ values: named(site).map(nameOf), strict: true }) };
}

const nameOf = ({ label }: NamedValue): string => originalWords(label);

/** A cell's text with the names of its values for their ids; as it is where its values have none. */
export function withNames({ named }: CorrectedColumn, text: string, site: ImportSite): string {
  return eachValue(text, named?.(site), (values, own) => {
    const value = values.find(({ id }) => id === own);
    return value === undefined ? own : nameOf(value);
  });
}

/** A cell's text with the ids of its values for their names. */
export function withIds({ named }: CorrectedColumn, text: string, site: ImportSite): string {
  return eachValue(text, named?.(site), (values, own) => values.find((value) => nameOf(value) === own)?.id ?? own);
}

function eachValue(
  text: string,
  values: readonly NamedValue[] | undefined,
  write: (values: readonly NamedValue[], own: string) => string,
): string {
  if (values === undefined) return text;
  return text
    .split(/([、，,；])/u)
    .map((part) => write(values, part.trim()))
    .join('');
}

/** How a cell says whether something was done. */
const [YES, NO] = ['是', '否'] as const;

/**
 * The columns that may be corrected, in the order of the sheet; last those of fields that ask for one (`register` in
 * `src/language/reply-fields.ts`).
 */
export const CORRECTED: readonly CorrectedColumn[] = [
  ofRecord('number', 22, 'number', ({ number = '' }) => number),
  ofRecord('title', 44, 'title', ({ title = '' }) => title),
  ofRecord('issuer', 24, 'issuer', ({ issuer }) => [issuer ?? []].flat().join(AND), {
    list: true,
    oneOrMore: true,
    allowed: ({ bureaus }) => ({ values: bureaus, strict: false }),
  }),
  ofRecord('date', 12, 'date', ({ date = '' }) => date, { read: parsePrintedDay }),
  ofRecord('disclosure', 12, 'disclosure', ({ disclosure = '' }) => disclosure, {
    allowed: () => ({ values: DISCLOSURES, strict: false }),
    read: (text) => (text.includes('公开') && !/\s/u.test(text) ? text : undefined),
  }),
  ofRecord('extent', 8, 'extent', ({ extent = '' }) => extent, { allowed: () => ({ values: EXTENTS, strict: true }) }),
  ofRecord('outcome', 8, 'outcome', ({ outcome = '' }) => outcome, {
    allowed: () => ({ values: OUTCOMES, strict: true }),
  }),
  ofAnswers('kind', 16, 'kind', { ...byName(({ kinds }) => kinds) }),
  ofAnswers('body', 12, 'body'),
  ofAnswers('session', 10, 'session'),
  ofAnswers('meeting', 10, 'meeting'),
  ofAnswers('answered', 10, 'number'),
  ofAnswers('suggestion', 40, 'title'),
  ofAnswers('proposers', 24, 'proposers', { list: true }),
  ofRecord('topics', 20, 'topics', ({ topics = [] }) => topics.join(AND), {
    list: true,
    ...byName(({ topics }) => topics),
  }),
  ofHandling('lead', 20, 'lead', { list: true, oneOrMore: true }),
  ofHandling('assisting', 24, 'assisting', { list: true, oneOrMore: true }),
  ofHandling('received', 12, 'received', { read: parsePrintedDay }),
  ofHandling('met', 8, 'met', {
    show: ({ handling }) => (handling?.met === undefined ? '' : handling.met ? YES : NO),
    allowed: () => ({ values: [YES, NO], strict: false }),
    read: (text) => (text === YES ? true : text === NO ? false : undefined),
  }),
  ofHandling('opinion', 10, 'opinion', { allowed: () => ({ values: OPINIONS, strict: true }) }),
  ...REGISTERED.map(columnOfField),
];

/** The column that a field of the record asks for. Its values are those that its schema takes. */
function columnOfField({ key, width, list, values }: (typeof REGISTERED)[number]): CorrectedColumn {
  const { shape } = replyRecordSchema(USUAL_LANGUAGES);
  const schema: z.ZodType = shape[key];
  return ofRecord(
    key,
    width,
    key,
    (record) => [Object.entries(record).find(([own]) => own === key)?.[1] ?? []].flat().map(String).join(AND),
    {
      list: list ?? false,
      ...(values === undefined ? {} : { allowed: () => ({ values, strict: true }) }),
      ...(list ? {} : { read: (text) => [text, Number(text)].find((value) => schema.safeParse(value).success) }),
    },
  );
}

/** The values of a cell by what its column corrects: one for the record, or one for each document answered. */
export function valuesOfCell({ of, list, read }: CorrectedColumn, text: string): Corrected[] | undefined {
  const parts = of === 'answers' ? text.split(NEXT) : [text];
  const values = parts.map((part): Corrected => {
    const own = part.trim();
    if (own === '') return undefined;
    if (list)
      return own
        .split(/[、，,]/u)
        .map((item) => item.trim())
        .filter((item) => item !== '');
    return read === undefined ? own : read(own);
  });
  const isWrong = read !== undefined && parts.some((part, index) => part.trim() !== '' && values[index] === undefined);
  return isWrong ? undefined : values;
}
