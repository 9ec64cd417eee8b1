import { z } from 'zod';
import { calendarDaySchema } from './dates.ts';
import { slugSchema, textSchema } from './text.ts';

/** Front matter of `content/pages/<slug>/<locale>.mdx`. */
export const pageSchema = z.strictObject({
  title: textSchema,
  description: textSchema,
  /** Where the page stands in the footer's list; pages without it are not listed. */
  order: z.number().int().optional(),
});

/** Front matter of `content/reports/<slug>/<locale>.mdx`: a data story compiled by the site. */
export const reportSchema = z.strictObject({
  title: textSchema,
  summary: textSchema,
  date: calendarDaySchema,
  topics: z.array(slugSchema).default([]),
});

export type PageRecord = z.infer<typeof pageSchema>;
export type ReportRecord = z.infer<typeof reportSchema>;
