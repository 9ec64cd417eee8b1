import { z } from 'zod';
import { bureauSchema } from '../../model/bureau.ts';
import { commitmentSchema } from '../../model/commitment.ts';
import { calendarDaySchema } from '../../model/dates.ts';
import { LISTED_KINDS } from '../../model/document-kinds.ts';
import { glossarySchema } from '../../model/glossary.ts';
import { originalLanguage, perLanguages } from '../../model/locale.ts';
import { languageShape, localizedSchema } from '../../model/text.ts';
import type { SiteUrls } from '../../urls.ts';
import { listPages, pageShape } from './pages.ts';
import { apiReplyItemSchema, inLanguagesSchema, type ReplyItemJson } from './reply.ts';

/** Replies on a page of the list. */
const REPLIES_PER_PAGE = 100;

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
    lists: z.string().describe('Lists of replies by topic, year, body, bureau, outcome and asker.'),
    changes: z.string().describe('What was published, corrected, masked and withdrawn, newest first.'),
    bureaus: z.string().optional().describe('Where the site records bureaus.'),
    datasets: z.string(),
    ...Object.fromEntries(LISTED_KINDS.map(([collection]) => [collection, z.string()])),
    commitments: z.string(),
    glossary: z.string(),
    bulk: z
      .array(z.strictObject({ path: z.string(), mediaType: z.string(), label: localizedSchema(languages) }))
      .describe('Files that hold all replies, all observations or all texts, where there are any.'),
    openapi: z.string(),
  }),
);

const bureauNameSchema = perLanguages((languages) =>
  z.strictObject({
    ...languageShape(languages, (locale) => locale === originalLanguage(languages), z.string()),
    from: z.string().optional().describe('A year, a month or a day, as precisely as the bureau says.'),
    to: z.string().optional(),
  }),
);

/** What is recorded of a bureau. Who approves its replies is not published. */
const apiBureauSchema = perLanguages((languages) =>
  bureauSchema(languages)
    .omit({ owners: true, names: true, contact: true })
    .extend({
      name: bureauNameSchema(languages).describe('Its name today.'),
      otherNames: z.array(bureauNameSchema(languages)).describe('Former names, and second names that it has today.'),
      contact: bureauSchema(languages).shape.contact,
      children: z.array(z.string()).describe('The ids of the bodies directly below it.'),
      total: z.int().nonnegative().describe('How many replies it signed.'),
      url: localizedSchema(languages),
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
        url: localizedSchema(languages),
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
    changelog: z.array(
      z.looseObject({ version: z.string(), date: calendarDaySchema, note: localizedSchema(languages) }),
    ),
    url: localizedSchema(languages),
    links: z
      .strictObject({ self: z.string(), page: localizedSchema(languages) })
      .describe('Absolute addresses. `self` is this version.'),
    versions: z
      .array(
        z.strictObject({
          version: z.string(),
          date: calendarDaySchema,
          json: z.string(),
          csv: z.string(),
          wide: z.string(),
        }),
      )
      .describe(
        'Every version that was published, oldest first, with absolute addresses. Each has the shape of this file.',
      ),
    observations: z.array(
      z.looseObject({
        id: z.string(),
        series: z.string(),
        period: z.string().describe('A year, a day, or an interval in ISO 8601; `..` where the start is not stated.'),
        kind: z.enum(['actual', 'plan', 'target', 'derived']),
        qualifier: z.string(),
        value: z.string().describe('A decimal string, exact.'),
        number: z.number().optional().describe('The same as a number; absent where a double cannot hold it exactly.'),
        unit: z.string(),
        url: localizedSchema(languages),
      }),
    ),
  }),
);

/** `/api/v1/commitments.json`: what the replies say will be done, each with the words that say so. Its status is for readers to judge by day. */
export const apiCommitmentsSchema = perLanguages((languages) =>
  z.strictObject({
    items: z.array(commitmentSchema(languages).extend({ url: localizedSchema(languages) })),
  }),
);

/** `/api/v1/glossary.json`. */
export const apiGlossarySchema = glossarySchema;

/** What lists of replies there are besides that of all; each is a folder of the interface. */
export const LIST_KINDS = ['topics', 'years', 'bodies', 'bureaus', 'outcomes', 'askers'] as const;
export type ListKind = (typeof LIST_KINDS)[number];

/** `/api/v1/lists.json`: every list of replies. */
export const apiListsSchema = perLanguages((languages) =>
  z.strictObject({
    items: z.array(
      z.strictObject({
        by: z.enum(LIST_KINDS).describe('`bodies` are those that the documents answered were put to; `bureaus` sign.'),
        id: z.string(),
        label: inLanguagesSchema(languages),
        detail: z.string().optional().describe('Askers only: the body and session that the name is printed with.'),
        total: z.int().nonnegative(),
        link: z.string().describe('The absolute address of the list.'),
      }),
    ),
  }),
);

export type ListJson = z.infer<ReturnType<typeof apiListsSchema>>['items'][number];

/** A page of a list of replies, newest first: `/api/v1/replies.json`, `/api/v1/topics/wells/replies-2.json` … */
export const apiReplyListSchema = perLanguages((languages) =>
  z.strictObject({
    ...pageShape,
    of: z
      .strictObject({ by: z.string(), id: z.string(), label: z.string() })
      .optional()
      .describe('What the replies have in common; absent in the list of all.'),
    items: z.array(apiReplyItemSchema(languages)).max(REPLIES_PER_PAGE),
  }),
);

/** The pages of a list of replies by their names in the interface (`topics/wells/replies-2`). `of` is what they have in common. */
export const replyListPages = (
  items: readonly ReplyItemJson[],
  { folder, of, urls }: { readonly folder: string; readonly of?: ReplyListJson['of']; readonly urls: SiteUrls },
): { name: string; body: ReplyListJson }[] =>
  listPages(`${folder}replies`, items, { length: REPLIES_PER_PAGE, urls, more: of === undefined ? {} : { of } });

export type ReplyListJson = z.infer<ReturnType<typeof apiReplyListSchema>>;
