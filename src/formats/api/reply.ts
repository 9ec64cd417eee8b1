import { z } from 'zod';
import { GIVEN, type GivenKey } from '../../language/reply-fields.ts';
import { calendarDaySchema } from '../../model/dates.ts';
import { type Languages, perLanguages, type Translated } from '../../model/locale.ts';
import { answersTranslationSchema, OUTCOMES, replyRecordSchema, TRANSLATION_METHODS } from '../../model/reply.ts';
import { languageShape, translatedSchema, withLanguages } from '../../model/text.ts';
import { apiBlockSchema } from './blocks.ts';

/** Words in the languages that a document is in: always that of the original, others where it is translated. */
export const inLanguagesSchema = perLanguages((languages) => translatedSchema(languages, z.string()));

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const printedLineSchema = z.strictObject({ label: z.string(), value: z.string() });

/** How a translation was made, and the lines under it. */
const translationSchema = z.strictObject({
  method: z.enum(TRANSLATION_METHODS),
  reviewer: z.string().optional(),
  signers: z.array(printedLineSchema),
  contact: z.array(printedLineSchema),
});

const apiFigureSchema = perLanguages((languages) =>
  z.strictObject({
    dataset: z.string(),
    observation: z.string(),
    block: z.string().describe('The block that states the value.'),
    value: z.string().describe('The value in its normalised unit, a decimal string.'),
    unit: z.string(),
    printed: inLanguagesSchema(languages).describe('The value as this site writes it for readers.'),
  }),
);

/** A file that is published with a reply. */
const apiFileSchema = z.strictObject({
  file: z.string().describe('The name that the bureau gave it.'),
  url: z.string().describe('Its path, with the site’s base.'),
  mediaType: z.string(),
  bytes: z.int().positive(),
  sha256: sha256Schema,
  anchor: z.string().describe('The id of its place on the page.'),
});

/** A letter on paper, in a language. */
const apiPrintSchema = z.strictObject({
  url: z.string().describe('Its path, with the site’s base.'),
  mediaType: z.string(),
  bytes: z.int().positive(),
  sha256: sha256Schema,
});

const answersShape = (languages: Languages) => languageShape(languages, () => false, answersTranslationSchema);

/** What every list of replies says of one. */
const apiReplySummarySchema = perLanguages((languages) =>
  z.strictObject({
    id: z
      .string()
      .describe('The folder of the reply: series, year and serial of its number, such as 2024-7, or what it answers.'),
    number: z.string().optional().describe('The document number as printed; absent where the letter has none.'),
    date: calendarDaySchema.describe('The date of the document (成文日期).'),
    published: calendarDaySchema.optional().describe('The day it was published, where the bureau has given it.'),
    issuer: z.string().describe('Who signs, or signs first.'),
    issuers: z.array(z.string()).min(1).describe('All who sign, in the order printed.'),
    bureaus: z
      .array(z.string())
      .optional()
      .describe('The ids of the bureaus that signed it, under whatever name, where the site records bureaus.'),
    topics: z.array(z.string()),
    answered: z
      .string()
      .describe('The kind of the first document answered: an id of the site’s kinds, such as suggestion.'),
    title: inLanguagesSchema(languages),
    url: inLanguagesSchema(languages).describe('The path of the page in each language, with the site’s base.'),
    json: z.string().describe('The path of the reply itself in this interface.'),
    withdrawn: calendarDaySchema.optional().describe('The day it was withdrawn.'),
    updated: calendarDaySchema.describe(
      'The day of its last change in public: publication, correction, masking or withdrawal.',
    ),
    outcome: z.enum(OUTCOMES).optional(),
    issuerNames: z
      .array(inLanguagesSchema(languages))
      .describe('All who sign, in each language of the site that the bureau has a name in.'),
    links: z
      .strictObject({
        self: z.string().describe('The reply itself in this interface.'),
        page: inLanguagesSchema(languages),
      })
      .describe('Absolute addresses.'),
  }),
);

/** What a list says of a reply: its summary, and the hashes that identify its text. */
export const apiReplyItemSchema = perLanguages((languages) =>
  apiReplySummarySchema(languages).extend({
    hash: sha256Schema.describe('The hash of the original, as in `hashes` of the reply.'),
  }),
);

type RecordShape = ReturnType<typeof replyRecordSchema>['shape'];

/** The keys that are given as the record has them, with what the description says of each. */
function givenShape(languages: Languages): Pick<RecordShape, GivenKey> {
  const { shape } = replyRecordSchema(languages);
  const keys = Object.keys(GIVEN) as GivenKey[];
  return Object.fromEntries(keys.map((key) => [key, shape[key].describe(GIVEN[key])])) as Pick<RecordShape, GivenKey>;
}

/** A reply whole: `/api/v1/replies/<id>.json`. */
export const apiReplySchema = perLanguages((languages) =>
  apiReplySummarySchema(languages)
    .omit({ withdrawn: true })
    .extend({
      language: z.enum(languages).describe('The language of the original, which governs.'),
      ...givenShape(languages),
      answers: translatedSchema(languages, answersTranslationSchema).describe(
        'The document answered, the first where there are several.',
      ),
      answeredDocuments: z
        .array(
          withLanguages<AnsweredJson>(
            z.strictObject({
              ...answersShape(languages),
              kind: z.string(),
              text: apiFileSchema.optional(),
              words: z
                .array(z.strictObject({ id: z.string(), text: z.string() }))
                .optional()
                .describe('Its paragraphs, with the ids of their places on the page.'),
            }),
          ),
        )
        .min(1)
        .describe(
          'All documents answered: the kind of each, what the letter says of it, and its own text where that is published.',
        ),
      sourceDate: calendarDaySchema.optional(),
      waited: z
        .union([z.strictObject({ days: z.int().nonnegative() }), z.strictObject({ unknownYear: z.string() })])
        .optional()
        .describe('Working days from its date to its first publication; or the year whose holidays are not known.'),
      terms: inLanguagesSchema(languages).optional().describe('The terms of use, where the record gives its own.'),
      attachments: z
        .array(apiFileSchema.extend({ title: inLanguagesSchema(languages) }))
        .describe('What came with the reply: each file with its title.'),
      points: z
        .array(
          z.strictObject({
            point: inLanguagesSchema(languages),
            quote: z.string().optional(),
            paragraphs: z.array(z.string()),
          }),
        )
        .describe(
          'The points raised, the words that raise each, and the blocks that answer it; compiled by this site.',
        ),
      transcription: z
        .strictObject({ source: inLanguagesSchema(languages), normalised: z.array(inLanguagesSchema(languages)) })
        .optional()
        .describe('What the text was transcribed from, and what was normalised.'),
      original: apiFileSchema.optional().describe('The scan of the letter.'),
      signers: z.array(printedLineSchema).describe('As printed; an empty value is blank in the original.'),
      contact: z.array(printedLineSchema),
      summary: z.string().optional().describe('The summary in the first translation, written by this site.'),
      translation: translationSchema
        .optional()
        .describe('How the first translation was made. It is unofficial: the original governs.'),
      translations: z
        .partialRecord(z.enum(languages), translationSchema.extend({ summary: z.string() }))
        .optional()
        .describe('Each translation by its language, where there are several: how it was made, and its summary.'),
      doubts: z
        .array(z.strictObject({ text: z.string(), note: inLanguagesSchema(languages) }))
        .describe('Readings that are not certain.'),
      relates: z.array(
        z.strictObject({ reply: z.string(), as: z.string().describe('The relation of the other reply to this one.') }),
      ),
      corrections: z.array(
        z.strictObject({
          date: calendarDaySchema,
          what: inLanguagesSchema(languages),
          why: inLanguagesSchema(languages),
          paragraphs: z.array(z.string()),
        }),
      ),
      masked: z
        .array(
          z.strictObject({
            date: calendarDaySchema,
            why: inLanguagesSchema(languages),
            paragraphs: z.array(z.string()),
            files: z.array(inLanguagesSchema(languages)),
          }),
        )
        .optional()
        .describe('Personal information that was masked after publication, and the titles of files withheld for it.'),
      withdrawn: z.strictObject({ date: calendarDaySchema, why: inLanguagesSchema(languages) }).optional(),
      blocks: z.array(apiBlockSchema(languages)),
      figures: z.array(apiFigureSchema(languages)),
      hashes: translatedSchema(languages, sha256Schema).describe(
        'The SHA-256 of the texts of all blocks joined by single line feeds, in UTF-8.',
      ),
      files: z
        .strictObject({ markdown: inLanguagesSchema(languages), text: inLanguagesSchema(languages) })
        .describe('The paths of the text itself as Markdown and as plain text.'),
      pdf: translatedSchema(languages, apiPrintSchema)
        .optional()
        .describe('The letter as it is printed, where the site publishes that.'),
    }),
);

const statedLanguage = perLanguages((languages) => z.object({ language: z.enum(languages) }));

/** Reads a reply of the JSON interface of a site in some languages, whichever of them its original is in. Throws a ZodError. */
export function readReplyJson(json: unknown, languages: Languages): ReplyJson {
  const { language } = statedLanguage(languages).parse(json);
  return apiReplySchema([language, ...languages.filter((locale) => locale !== language)]).parse(json);
}

/** A document answered: what the letter says of it by language, and its own text. */
type AnsweredJson = Translated<z.infer<typeof answersTranslationSchema>> & {
  readonly kind: string;
  readonly text?: FileJson | undefined;
  readonly words?: { readonly id: string; readonly text: string }[] | undefined;
};

export type PrintJson = z.infer<typeof apiPrintSchema>;
export type FileJson = z.infer<typeof apiFileSchema>;
export type ReplyJson = z.infer<ReturnType<typeof apiReplySchema>>;
export type ReplySummaryJson = z.infer<ReturnType<typeof apiReplySummarySchema>>;
export type ReplyItemJson = z.infer<ReturnType<typeof apiReplyItemSchema>>;
