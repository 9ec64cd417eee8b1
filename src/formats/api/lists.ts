import { z } from 'zod';
import { bureauSchema } from '../../model/bureau.ts';
import { commitmentSchema } from '../../model/commitment.ts';
import { calendarDaySchema } from '../../model/dates.ts';
import { LISTED_KINDS } from '../../model/document-kinds.ts';
import { glossarySchema } from '../../model/glossary.ts';
import { originalLanguage, perLanguages } from '../../model/locale.ts';
import { languageShape, localizedSchema } from '../../model/text.ts';
import type { ReplyListJson, ReplySummaryJson } from './reply.ts';
import { inLanguagesSchema } from './reply.ts';

/** Replies on a page of the list. */
export const REPLIES_PER_PAGE = 100;

/** `/api/v1/index.json`: what there is, and where. */
export const apiIndexSchema = perLanguages((languages) =>
  z.strictObject({
    name: localizedSchema(languages),
    issuer: localizedSchema(languages),
    official: z.boolean().describe('False while the site is a demonstration and not the bureau’s publication.'),
    languages: z.array(z.enum(languages)),
    terms: localizedSchema(languages).optional(),
    topics: z.array(z.strictObject({ id: z.string(), label: localizedSchema(languages) })),
    answeredKinds: z.array(z.strictObject({ id: z.string(), label: localizedSchema(languages) })),
    replies: z.string(),
    bureaus: z.string().optional().describe('Where the site records bureaus.'),
    datasets: z.string(),
    ...Object.fromEntries(LISTED_KINDS.map(([collection]) => [collection, z.string()])),
    commitments: z.string(),
    glossary: z.string(),
    openapi: z.string(),
  }),
);

const bureauNameSchema = perLanguages((languages) =>
  z.strictObject({
    ...languageShape(languages, (locale) => locale === originalLanguage(languages), z.string()),
    from: z.string().optional().describe('A year, a month or a day, as far as the bureau says.'),
    to: z.string().optional(),
  }),
);

/** What is recorded of a bureau. Who approves its replies is not published. */
export const apiBureauSchema = perLanguages((languages) =>
  bureauSchema(languages)
    .omit({ owners: true, names: true, contact: true })
    .extend({
      name: bureauNameSchema(languages).describe('What it is called today.'),
      otherNames: z.array(bureauNameSchema(languages)).describe('Former names, and second names of today.'),
      contact: bureauSchema(languages).shape.contact,
      children: z.array(z.string()).describe('The ids of the bodies right below it.'),
      total: z.int().nonnegative().describe('How many replies it signed.'),
      url: inLanguagesSchema(languages),
      json: z.string().describe('The path of the newest hundred of its replies in this interface.'),
    }),
);

/** `/api/v1/bureaus.json`, where the site records bureaus. */
export const apiBureauListSchema = perLanguages((languages) =>
  z.strictObject({ items: z.array(apiBureauSchema(languages)) }),
);

/** `/api/v1/datasets.json`. */
export const apiDatasetListSchema = perLanguages((languages) =>
  z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        version: z.string(),
        title: localizedSchema(languages),
        headline: localizedSchema(languages),
        topics: z.array(z.string()),
        url: inLanguagesSchema(languages),
        json: z.string(),
      }),
    ),
  }),
);

/** `/api/v1/reports.json`, or that of another kind of document that the site itself writes: newest first. */
export const apiDocumentListSchema = perLanguages((languages) =>
  z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.string(),
        date: calendarDaySchema,
        topics: z.array(z.string()),
        title: inLanguagesSchema(languages),
        summary: inLanguagesSchema(languages),
        url: inLanguagesSchema(languages),
      }),
    ),
  }),
);

export type DocumentJson = z.infer<ReturnType<typeof apiDocumentListSchema>>['items'][number];

/** `/api/v1/datasets/<id>.json`: what a client can rely on; the Data Package on the dataset's page says more. */
export const apiDatasetSchema = perLanguages((languages) =>
  z.looseObject({
    id: z.string(),
    version: z.string(),
    title: localizedSchema(languages),
    headline: localizedSchema(languages),
    unit: z.string(),
    series: z.array(z.looseObject({ id: z.string(), label: localizedSchema(languages) })),
    notes: z.array(localizedSchema(languages)),
    url: inLanguagesSchema(languages),
    observations: z.array(
      z.looseObject({
        id: z.string(),
        series: z.string(),
        period: z.string().describe('A year, a day, or an interval in ISO 8601; `..` where the start is not stated.'),
        kind: z.enum(['actual', 'plan', 'target', 'derived']),
        qualifier: z.string(),
        value: z.string().describe('A decimal string.'),
        unit: z.string(),
        url: inLanguagesSchema(languages),
      }),
    ),
  }),
);

/** `/api/v1/commitments.json`: what the replies say will be done, each with the words that say so. Its status is for readers to judge by day. */
export const apiCommitmentsSchema = perLanguages((languages) =>
  z.strictObject({
    items: z.array(commitmentSchema(languages).extend({ url: inLanguagesSchema(languages) })),
  }),
);

/** `/api/v1/glossary.json`. */
export const apiGlossarySchema = glossarySchema;

/** The name of a page of the list of replies, without its ending: `replies`, `replies-2` … */
export const replyListName = (page: number): string => (page === 1 ? 'replies' : `replies-${page}`);

/** The list of replies cut into pages of a hundred; one empty page where there are none. `pathOf` gives a page's path. */
export function replyListPages(
  items: readonly ReplySummaryJson[],
  pathOf: (name: string) => string,
): { name: string; body: ReplyListJson }[] {
  const pages = Math.max(1, Math.ceil(items.length / REPLIES_PER_PAGE));
  return Array.from({ length: pages }, (_, index) => {
    const page = index + 1;
    const next = page < pages ? { next: pathOf(replyListName(page + 1)) } : {};
    const own = items.slice(index * REPLIES_PER_PAGE, page * REPLIES_PER_PAGE);
    return { name: replyListName(page), body: { total: items.length, page, pages, ...next, items: own } };
  });
}
