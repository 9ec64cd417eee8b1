import { z } from 'zod';
import type { FieldName } from '../../language/messages/making.ts';
import { decimalSchema, KINDS } from '../../model/dataset.ts';
import { calendarDaySchema, periodSchema } from '../../model/dates.ts';
import { parseDocumentNumber } from '../../model/document-number.ts';
import { disclosureSchema } from '../../model/reply.ts';
import { hasNoYear } from '../../model/reply-identity.ts';
import type { Site } from '../../model/site.ts';
import { slugSchema, textSchema } from '../../model/text.ts';

/** What can be made. */
export const NEW_KINDS = ['reply', 'report', 'dataset', 'term'] as const;
export type NewKind = (typeof NEW_KINDS)[number];

/** Something to be asked for: its flag, what is a right answer, and among what to choose, where it is a choice. */
export interface Field {
  readonly name: FieldName;
  readonly schema: z.ZodType<string, string>;
  readonly choices?: (site: Site) => readonly string[];
  readonly optional?: true;
}

const text = (name: FieldName): Field => ({ name, schema: textSchema });
const optional = (name: FieldName): Field => ({ name, schema: textSchema, optional: true });
const id: Field = { name: 'id', schema: slugSchema };
const date: Field = { name: 'date', schema: calendarDaySchema };

const documentNumber = z
  .string()
  .refine(
    (value) => parseDocumentNumber(value) !== undefined || hasNoYear(value),
    'must be a document number such as [2024] 7号',
  );

/** What is asked for, for each kind, in the order in which it is asked. */
export const FIELDS: Readonly<Record<NewKind, readonly Field[]>> = {
  reply: [
    { name: 'number', schema: documentNumber, optional: true },
    text('title'),
    date,
    optional('issuer'),
    { name: 'disclosure', schema: disclosureSchema, optional: true },
    { name: 'answered', schema: slugSchema, choices: (site) => site.answeredKinds.map((kind) => kind.id) },
    optional('body'),
    optional('session'),
    optional('meeting'),
    optional('suggestion'),
    optional('suggestion-title'),
    optional('proposer'),
  ],
  report: [id, text('title'), text('title-en'), text('summary'), text('summary-en'), date],
  dataset: [
    id,
    text('title'),
    text('title-en'),
    text('headline'),
    text('headline-en'),
    text('measure'),
    text('measure-en'),
    text('place'),
    text('place-en'),
    text('span'),
    text('span-en'),
    text('label'),
    text('label-en'),
    { name: 'period', schema: periodSchema },
    {
      name: 'nature',
      schema: z.enum(KINDS).exclude(['derived']),
      choices: () => KINDS.filter((kind) => kind !== 'derived'),
    },
    { name: 'stated-number', schema: decimalSchema },
    text('stated-unit'),
    optional('counter'),
    optional('counter-en'),
    { name: 'reply', schema: slugSchema },
    text('quote'),
    text('quote-en'),
  ],
  term: [id, text('zh'), text('en')],
};

/** Every flag of `dafu new`, each once. */
export const ALL_FIELDS: readonly FieldName[] = [
  ...new Set(NEW_KINDS.flatMap((kind) => FIELDS[kind].map(({ name }) => name))),
];

/** Why an answer is not right, or `undefined` where it is. */
export function fault(field: Field, value: string, site: Site): string | undefined {
  const result = field.schema.safeParse(value);
  if (!result.success) return result.error.issues[0]?.message ?? '';
  const choices = field.choices?.(site);
  return choices === undefined || choices.includes(value) ? undefined : choices.join(', ');
}
