import { z } from 'zod';
import type { FindingLanguage } from '../../errors.ts';
import { type FieldName, makeWords } from '../../language/messages/making.ts';
import { decimalSchema, KINDS } from '../../model/dataset.ts';
import { calendarDaySchema, periodSchema } from '../../model/dates.ts';
import { parseDocumentNumber } from '../../model/document-number.ts';
import { calledIn, type Languages, LOCALES, type Locale, originalLanguage, perLanguages } from '../../model/locale.ts';
import { disclosureSchema } from '../../model/reply.ts';
import { hasNoYear } from '../../model/reply-identity.ts';
import type { Site } from '../../model/site.ts';
import { slugSchema, textSchema } from '../../model/text.ts';

/** What can be made. */
export const NEW_KINDS = ['reply', 'report', 'dataset', 'term'] as const;
export type NewKind = (typeof NEW_KINDS)[number];

/** Something to be asked for: its flag, what is a right answer, and among what to choose, where it is a choice. */
export interface Field {
  /** The flag, without its dashes. */
  readonly name: string;
  /** What it is asked by. */
  readonly asked: FieldName;
  /** The language that it is in, where it is asked for in each. */
  readonly locale?: Locale;
  readonly schema: z.ZodType<string, string>;
  readonly choices?: (site: Site) => readonly string[];
  readonly optional?: true;
}

const of = (name: FieldName, schema: Field['schema'], others: Partial<Field> = {}): Field => ({
  ...{ name, asked: name, schema },
  ...others,
});
const text = (name: FieldName): Field => of(name, textSchema);
const optional = (name: FieldName): Field => of(name, textSchema, { optional: true });
const id = of('id', slugSchema);
const date = of('date', calendarDaySchema);

/** The flag of something in a language of a site: in that of the originals the plain one, else `title-en`. */
export const flagIn = (name: FieldName, locale: Locale, languages: Languages): string =>
  locale === originalLanguage(languages) ? name : `${name}-${locale}`;

/** A field for each language of a site; `may` says in which languages it may be left out. */
const inEach = (name: FieldName, languages: Languages, may: 'never' | 'translated' | 'always' = 'never'): Field[] =>
  languages.map((locale) => ({
    ...of(name, textSchema),
    name: flagIn(name, locale, languages),
    ...(languages.length === 1 ? {} : { locale }),
    ...(may === 'always' || (may === 'translated' && locale !== originalLanguage(languages)) ? { optional: true } : {}),
  }));

const documentNumber = z
  .string()
  .refine(
    (value) => parseDocumentNumber(value) !== undefined || hasNoYear(value),
    'must be a document number such as [2024] 7号',
  );

/** What is asked for in a site of some languages, for each kind, in the order in which it is asked. */
export const fieldsOf = perLanguages(
  (languages): Readonly<Record<NewKind, readonly Field[]>> => ({
    reply: [
      of('number', documentNumber, { optional: true }),
      text('title'),
      date,
      optional('issuer'),
      of('disclosure', disclosureSchema, { optional: true }),
      of('answered', slugSchema, { choices: (site) => site.answeredKinds.map((kind) => kind.id) }),
      optional('body'),
      optional('session'),
      optional('meeting'),
      optional('suggestion'),
      optional('suggestion-title'),
      optional('proposer'),
    ],
    report: [id, ...inEach('title', languages), ...inEach('summary', languages), date],
    dataset: [
      id,
      ...(['title', 'headline', 'measure', 'place', 'span', 'label'] as const).flatMap((name) =>
        inEach(name, languages),
      ),
      of('period', periodSchema),
      of('nature', z.enum(KINDS).exclude(['derived']), { choices: () => KINDS.filter((kind) => kind !== 'derived') }),
      of('stated-number', decimalSchema),
      text('stated-unit'),
      ...inEach('counter', languages, 'always'),
      of('reply', slugSchema),
      ...inEach('quote', languages, 'translated'),
    ],
    term: [id, ...languages.map((locale): Field => ({ ...text('term'), name: locale, locale }))],
  }),
);

/** Every flag of `dafu new`, each once, whatever the languages of the site. */
export const ALL_FIELDS: readonly Field[] = [
  ...new Map(
    LOCALES.flatMap((first) => {
      const fields = fieldsOf([first, ...LOCALES.filter((locale) => locale !== first)]);
      return NEW_KINDS.flatMap((kind) => fields[kind].map((field) => [field.name, field] as const));
    }),
  ).values(),
];

/** What is wrong with an answer; undefined where it is right. */
export function fault(field: Field, value: string, site: Site): string | undefined {
  const result = field.schema.safeParse(value);
  if (!result.success) return result.error.issues[0]?.message ?? '';
  const choices = field.choices?.(site);
  return choices === undefined || choices.includes(value) ? undefined : choices.join(', ');
}

/** The question for a field. */
export function askedBy({ asked, locale }: Field, language: FindingLanguage): string {
  const words = makeWords[language];
  return locale === undefined ? words.fields[asked] : words.inLanguage(words.fields[asked], calledIn(locale));
}
