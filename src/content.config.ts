import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { bureausSchema } from './model/bureau.ts';
import { datasetSchema } from './model/dataset.ts';
import { pageSchema, reportSchema } from './model/document.ts';
import { glossarySchema } from './model/glossary.ts';
import { replyRecordSchema, replyTranslationSchema } from './model/reply.ts';
import { siteSchema } from './model/site.ts';
import { datasetsLoader, documentsLoader, glossaryLoader, repliesLoader, siteLoader } from './reading/loaders.ts';

/** Astro's own loader reads an unquoted day as a Date at midnight UTC: the same day, as the text that Dafu keeps. */
const dayOfYaml = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

export const collections = {
  site: defineCollection({ loader: siteLoader(), schema: siteSchema.extend(bureausSchema.partial().shape) }),
  glossary: defineCollection({ loader: glossaryLoader(), schema: glossarySchema }),
  datasets: defineCollection({ loader: datasetsLoader(), schema: datasetSchema }),
  replies: defineCollection({
    loader: repliesLoader(),
    schema: z.strictObject({ record: replyRecordSchema, translation: replyTranslationSchema.optional() }),
  }),
  pages: defineCollection({ loader: documentsLoader('pages'), schema: pageSchema }),
  reports: defineCollection({
    loader: documentsLoader('reports'),
    schema: reportSchema.extend({ date: z.preprocess(dayOfYaml, reportSchema.shape.date) }),
  }),
};
