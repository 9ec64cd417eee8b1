import { z } from 'zod';
import { calendarDaySchema, periodSchema } from './dates.ts';
import { bilingualSchema, slugSchema, textSchema } from './text.ts';
import { UNITS } from './units.ts';

/** A decimal number as a string: no exponent, no superfluous leading zero, so that no float ever touches it. */
export const decimalSchema = z
  .string()
  .max(40)
  .regex(/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/, 'must be a decimal number in quotes, such as "4.47"');

/** Words of a text, found again by what stands before and after them (W3C Web Annotation, TextQuoteSelector). */
export const textQuoteSchema = z.strictObject({
  exact: textSchema,
  prefix: z.string().min(1).optional(),
  suffix: z.string().min(1).optional(),
});

/** The words of a reply, in each of its languages, that state a value. */
export const quoteSchema = z.strictObject({ reply: textSchema, zh: textQuoteSchema, en: textQuoteSchema.optional() });

/** What a value is: measured, planned, aimed at, or computed by this site from others. */
export const KINDS = ['actual', 'plan', 'target', 'derived'] as const;
/** How exactly the source states a value. */
export const QUALIFIERS = ['exact', 'approx', 'at-least', 'at-most', 'more-than', 'less-than'] as const;

export const observationSchema = z.strictObject({
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
  quote: quoteSchema.optional(),
  /** For `derived` values: the formula over observation ids, such as `plan-2025 + plan-2026`. */
  formula: textSchema.max(500).optional(),
  note: bilingualSchema.optional(),
  supersedes: slugSchema.optional(),
});

/** The name of a kind of chart. Which there are is for the charts' registry to say: a rule compares the two. */
export const chartKindSchema = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** One part of a dataset's figure. */
export const panelSchema = z.strictObject({
  /** How it is drawn. */
  kind: chartKindSchema,
  /** Names the panel where a figure has several. */
  title: bilingualSchema.optional(),
  /** The series drawn, in order. */
  series: z.array(slugSchema).min(1),
});

export const seriesSchema = z.strictObject({ id: slugSchema, label: bilingualSchema });

export const changeSchema = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  date: calendarDaySchema,
  note: bilingualSchema,
});

/** A dataset: `data/<id>.json`. Long form, one observation an object. */
export const datasetSchema = z.strictObject({
  $schema: z.string().optional(),
  id: slugSchema,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'must be a semantic version such as 1.0.0'),
  title: bilingualSchema,
  /** The finding, as a headline. */
  headline: bilingualSchema,
  /** What is measured, where and in what span: the subtitle's parts. */
  measure: bilingualSchema,
  place: bilingualSchema,
  span: bilingualSchema,
  unit: z.enum(UNITS),
  /** The counting word where `unit` is `count`: 座, mines. */
  counter: bilingualSchema.optional(),
  topics: z.array(slugSchema).default([]),
  series: z.array(seriesSchema).min(1),
  panels: z.array(panelSchema).min(1),
  /** What the source does not say, and other things a reader has to know. */
  notes: z.array(bilingualSchema).default([]),
  changelog: z.array(changeSchema).min(1),
  observations: z.array(observationSchema).min(1),
});

export type TextQuote = z.infer<typeof textQuoteSchema>;
export type Quote = z.infer<typeof quoteSchema>;
export type Observation = z.infer<typeof observationSchema>;
export type Panel = z.infer<typeof panelSchema>;
export type Series = z.infer<typeof seriesSchema>;
export type Dataset = z.infer<typeof datasetSchema>;
export type ObservationKind = (typeof KINDS)[number];
export type Qualifier = (typeof QUALIFIERS)[number];
