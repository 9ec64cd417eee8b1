import { z } from 'zod';
import { bilingualSchema, slugSchema, textSchema } from './text.ts';

/** One term: how it is said in each language, other forms that count as it, and what it means. */
export const termSchema = z.strictObject({
  id: slugSchema,
  zh: textSchema,
  en: textSchema,
  /** Other words for the same thing, in either language, used in search and accepted in translations. */
  also: z
    .strictObject({ zh: z.array(textSchema).default([]), en: z.array(textSchema).default([]) })
    .default({ zh: [], en: [] }),
  meaning: bilingualSchema.optional(),
});

/** content/glossary.yaml */
export const glossarySchema = z.strictObject({ terms: z.array(termSchema) });

export type Term = z.infer<typeof termSchema>;
export type Glossary = z.infer<typeof glossarySchema>;
