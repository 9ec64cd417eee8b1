import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { bureausSchema } from './model/bureau.ts';
import { datasetSchema } from './model/dataset.ts';
import { DOCUMENT_KIND_LIST, type DocumentKind } from './model/document-kinds.ts';
import { glossarySchema } from './model/glossary.ts';
import { LOCALES } from './model/locale.ts';
import { replyRecordSchema, replyTranslationSchema } from './model/reply.ts';
import { siteSchema } from './model/site.ts';
import { siteLanguages } from './reading/files.ts';
import { datasetsLoader, documentsLoader, glossaryLoader, repliesLoader, siteLoader } from './reading/loaders.ts';
import { siteRoot } from './reading/root.ts';

/** The schema of a kind's front matter as Astro's own loader reads it: an unquoted day as a Date at midnight UTC. */
const schemaOf = ({ schema, keys: { day } }: DocumentKind) => {
  const own = day === undefined ? undefined : schema.shape[day];
  return day === undefined || own === undefined ? schema : schema.extend({ [day]: z.preprocess(dayOfYaml, own) });
};

/** Astro's own loader reads an unquoted day as a Date at midnight UTC: the same day, as the text that Dafu keeps. */
const dayOfYaml = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);

const languages = siteLanguages(siteRoot());

export const collections = {
  site: defineCollection({
    loader: siteLoader(),
    schema: siteSchema(languages).extend(bureausSchema(languages).partial().shape),
  }),
  glossary: defineCollection({ loader: glossaryLoader(), schema: glossarySchema(languages) }),
  datasets: defineCollection({ loader: datasetsLoader(), schema: datasetSchema(languages) }),
  replies: defineCollection({
    loader: repliesLoader(),
    schema: z.strictObject({
      record: replyRecordSchema(languages),
      language: z.enum(LOCALES),
      translations: z.partialRecord(z.enum(LOCALES), replyTranslationSchema),
    }),
  }),
  ...Object.fromEntries(
    DOCUMENT_KIND_LIST.map(([collection, kind]) => [
      collection,
      defineCollection({ loader: documentsLoader(collection), schema: schemaOf(kind) }),
    ]),
  ),
};
