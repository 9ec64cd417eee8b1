import { z } from 'zod';
import { calendarDaySchema, periodSchema } from './dates.ts';
import { originalLanguage, perLanguages, type Translated } from './locale.ts';
import { languageShape, localizedSchema, slugSchema, textSchema, withLanguages } from './text.ts';
import { UNITS } from './units.ts';

/** A decimal number as a string: no exponent, no superfluous leading zero, so that no float ever touches it. */
export const decimalSchema = z
  .string()
  .max(40)
  .regex(/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/, 'must be a decimal number in quotes, such as "4.47"');

/** Words of a text, found again by what comes before and after them (W3C Web Annotation, TextQuoteSelector). */
export const textQuoteSchema = z.strictObject({
  exact: textSchema,
  prefix: z.string().min(1).optional(),
  suffix: z.string().min(1).optional(),
});

/** The words of a reply, in each of its languages, that state a value. */
export const quoteSchema = perLanguages((languages) =>
  withLanguages<Quote>(
    z.strictObject({
      reply: textSchema,
      ...languageShape(languages, (locale) => locale === originalLanguage(languages), textQuoteSchema),
    }),
  ),
);

/** What a value is: measured, planned, aimed at, or computed by this site from others. */
export const KINDS = ['actual', 'plan', 'target', 'derived'] as const;
/** How exactly the source states a value. */
export const QUALIFIERS = ['exact', 'approx', 'at-least', 'at-most', 'more-than', 'less-than'] as const;

/** One value of a dataset: what it is about, where it is stated, and how exactly. */
export const observationSchema = perLanguages((languages) =>
  z.strictObject({
    /** Unique in its dataset and never reused: the anchor of its row and what `supersedes` names. */
    id: slugSchema,
    series: slugSchema,
    period: periodSchema,
    kind: z.enum(KINDS),
    qualifier: z.enum(QUALIFIERS).default('exact'),
    /** The number and unit as printed. Absent for `derived` values only. */
    stated: z.strictObject({ number: decimalSchema, unit: textSchema }).optional(),
    /** The same in the dataset's unit. */
    value: decimalSchema,
    unit: z.enum(UNITS),
    quote: quoteSchema(languages).optional(),
    /** For `derived` values: the formula over observation ids, such as `plan-2025 + plan-2026`. */
    formula: textSchema.max(500).optional(),
    note: localizedSchema(languages).optional(),
    supersedes: slugSchema.optional(),
  }),
);

/** The name of a kind of chart. Which there are is for the charts' registry to say: a rule compares the two. */
export const chartKindSchema = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** One part of a dataset's figure. */
const panelSchema = perLanguages((languages) =>
  z.strictObject({
    /** How it is drawn. */
    kind: chartKindSchema,
    /** Names the panel where a figure has several. */
    title: localizedSchema(languages).optional(),
    /** The series drawn, in order. */
    series: z.array(slugSchema).min(1),
    /** Kept out of the panel that shows its plan or its results: the reply does not say that the two may be compared. */
    apart: z.literal(true).optional(),
  }),
);

const seriesSchema = perLanguages((languages) => z.strictObject({ id: slugSchema, label: localizedSchema(languages) }));

const changeSchema = perLanguages((languages) =>
  z.strictObject({
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    date: calendarDaySchema,
    note: localizedSchema(languages),
  }),
);

/** A dataset: `data/<id>.json`. Long form, one observation an object. */
export const datasetSchema = perLanguages((languages) =>
  z.strictObject({
    $schema: z.string().optional(),
    id: slugSchema,
    version: z.string().regex(/^\d+\.\d+\.\d+$/, 'must be a semantic version such as 1.0.0'),
    title: localizedSchema(languages),
    /** The finding, as a headline. */
    headline: localizedSchema(languages),
    /** What is measured, where and in what span: the subtitle's parts. */
    measure: localizedSchema(languages),
    place: localizedSchema(languages),
    span: localizedSchema(languages),
    unit: z.enum(UNITS),
    /** The counting word where `unit` is `count`: 座, mines. */
    counter: localizedSchema(languages).optional(),
    topics: z.array(slugSchema).default([]),
    series: z.array(seriesSchema(languages)).min(1),
    panels: z.array(panelSchema(languages)).min(1),
    /** What the source does not say, and other things a reader has to know. */
    notes: z.array(localizedSchema(languages)).default([]),
    changelog: z.array(changeSchema(languages)).min(1),
    observations: z.array(observationSchema(languages)).min(1),
  }),
);

export type TextQuote = z.infer<typeof textQuoteSchema>;
type Quote = { readonly reply: string } & Translated<TextQuote>;
export type Observation = z.infer<ReturnType<typeof observationSchema>>;
export type Panel = z.infer<ReturnType<typeof panelSchema>>;
export type Series = z.infer<ReturnType<typeof seriesSchema>>;
export type Dataset = z.infer<ReturnType<typeof datasetSchema>>;
export type ObservationKind = (typeof KINDS)[number];

/** Whether a value is one that was meant to come about, rather than one that did. */
export const isPlanned = ({ kind }: { readonly kind: ObservationKind }): boolean =>
  kind === 'plan' || kind === 'target';

export type Qualifier = (typeof QUALIFIERS)[number];
