import { z } from 'zod';
import { calendarDaySchema } from './dates.ts';
import { bilingualSchema, slugSchema, textSchema } from './text.ts';
import { pageAddressSchema } from './web-address.ts';

/** How a reply is disclosed, as printed (公开方式). */
export const DISCLOSURES = ['主动公开', '依申请公开', '不予公开'] as const;
/** Outcome codes: A solved, B in progress or planned, C later, D for reference. */
export const OUTCOMES = ['A', 'B', 'C', 'D'] as const;
export const TRANSLATION_METHODS = ['human', 'machine', 'machine-reviewed'] as const;

/** A line under the text as printed: 承办人：张三，李四. `names` is empty where the source leaves it blank. */
const printedLineSchema = z.strictObject({ label: textSchema, value: z.string() });

/** What a reply answers, in the words of the reply. */
export const answersSchema = z.strictObject({
  /** One of site.yaml's `answeredKinds`. */
  kind: slugSchema,
  body: textSchema,
  session: textSchema.optional(),
  meeting: textSchema.optional(),
  number: textSchema,
  title: textSchema,
  proposers: z.array(textSchema).default([]),
  /** The points raised and the ids of the blocks that answer each. */
  points: z.array(z.strictObject({ point: bilingualSchema, paragraphs: z.array(textSchema) })).default([]),
});

export const correctionSchema = z.strictObject({
  date: calendarDaySchema,
  what: bilingualSchema,
  why: bilingualSchema,
  paragraphs: z.array(textSchema).default([]),
});

/** The front matter of `content/replies/<id>/zh.mdx`: the record of a reply. */
export const replyRecordSchema = z.strictObject({
  /** As printed: `[2024] 7号`. */
  number: textSchema,
  title: textSchema,
  issuer: textSchema,
  /** 成文日期 */
  date: calendarDaySchema,
  disclosure: z.enum(DISCLOSURES),
  answers: answersSchema,
  topics: z.array(slugSchema).default([]),
  signers: z.array(printedLineSchema).default([]),
  contact: z.array(printedLineSchema).default([]),
  published: calendarDaySchema.optional(),
  outcome: z.enum(OUTCOMES).optional(),
  indexNumber: textSchema.optional(),
  original: z.strictObject({ file: textSchema, sha256: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
  sourceUrl: pageAddressSchema.optional(),
  attachments: z.array(z.strictObject({ file: textSchema, title: bilingualSchema })).default([]),
  terms: bilingualSchema.optional(),
  transcription: z
    .strictObject({
      source: bilingualSchema,
      normalised: z.array(bilingualSchema).default([]),
      /** Readings that are not certain: the words and why they are doubted. */
      doubts: z.array(z.strictObject({ text: textSchema, note: bilingualSchema })).default([]),
    })
    .optional(),
  /** Other replies on the same matter. */
  relates: z
    .array(z.strictObject({ reply: textSchema, as: z.enum(['earlier', 'second-reply', 'result', 'same-matter']) }))
    .default([]),
  waivers: z
    .array(z.strictObject({ rule: slugSchema, paragraph: textSchema.optional(), reason: textSchema }))
    .default([]),
  withdrawn: z.strictObject({ date: calendarDaySchema, why: bilingualSchema }).optional(),
  corrections: z.array(correctionSchema).default([]),
});

/** A record that may still lack what a person has to know, as an import leaves it. */
export const replyDraftSchema = replyRecordSchema.extend({ answers: answersSchema.partial() }).partial();

/** The front matter of `content/replies/<id>/en.mdx`: only what translates. */
export const replyTranslationSchema = z.strictObject({
  title: textSchema,
  summary: textSchema,
  answers: z.strictObject({
    body: textSchema,
    session: textSchema.optional(),
    meeting: textSchema.optional(),
    number: textSchema,
    title: textSchema,
    proposers: z.array(textSchema).default([]),
  }),
  signers: z.array(printedLineSchema).default([]),
  contact: z.array(printedLineSchema).default([]),
  translation: z.strictObject({
    method: z.enum(TRANSLATION_METHODS),
    reviewer: textSchema.optional(),
    /** Block id → first 16 hex digits of the SHA-256 of the Chinese block it was made from. */
    basedOn: z.record(z.string(), z.string().regex(/^[0-9a-f]{16}$/)).default({}),
  }),
});

export type ReplyRecord = z.infer<typeof replyRecordSchema>;
export type ReplyDraft = z.infer<typeof replyDraftSchema>;
export type ReplyTranslation = z.infer<typeof replyTranslationSchema>;
export type Answers = z.infer<typeof answersSchema>;
