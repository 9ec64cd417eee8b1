import { z } from 'zod';
import type { Bilingual } from '../errors.ts';
import type { Block } from './block.ts';
import { calendarDaySchema, momentSchema } from './dates.ts';
import {
  calledIn,
  type Languages,
  LOCALES,
  type Locale,
  perLanguages,
  type Translated,
  USUAL_LANGUAGES,
} from './locale.ts';
import { maskedSchema } from './masking.ts';
import { blockHash, oneOrMore, originalFirstSchema, slugSchema, textSchema } from './text.ts';
import { pageAddressSchema } from './web-address.ts';

/** How replies are usually disclosed (公开方式); a letter may print it in other words. */
export const DISCLOSURES = ['主动公开', '依申请公开', '不予公开'] as const;
/** How much of a letter is published: the whole, a summary, or a part. */
export const EXTENTS = ['全文', '摘要', '部分'] as const;
/** What those who asked thought of the reply. */
export const OPINIONS = ['满意', '基本满意', '不满意'] as const;
/** Outcome codes: A solved, B in progress or planned, C later, D for reference. */
export const OUTCOMES = ['A', 'B', 'C', 'D'] as const;
/** How a translation was made. */
export const TRANSLATION_METHODS = ['human', 'machine', 'machine-reviewed'] as const;

/** A form of disclosure as printed: 主动公开, 公开, 此件公开发布 … */
export const disclosureSchema = z
  .string()
  .regex(/^(?:(?!公开)\S)*公开\S*$/, 'must be as printed, such as 主动公开')
  .meta({ examples: [...DISCLOSURES] });

/** A line under the text as printed: 承办人：张三，李四. `names` is empty where the source leaves it blank. */
const printedLineSchema = z.strictObject({ label: textSchema, value: z.string() });

/** A document that a reply answers, in the words of the reply; what the reply does not say of it is left out. */
const answersSchema = perLanguages((languages) =>
  z.strictObject({
    /** One of site.yaml's `answeredKinds`. */
    kind: slugSchema,
    body: textSchema.optional(),
    session: textSchema.optional(),
    meeting: textSchema.optional(),
    number: textSchema.optional(),
    title: textSchema.optional(),
    /** Who put it forward, each as printed: 王某代表, 等5位代表, a party or committee. */
    proposers: z.array(textSchema).default([]),
    /**
     * The text of the document itself, where it may be published: its words, paragraphs parted by blank lines, or a file beside
     * zh.mdx, or both; and who agreed to that, in words.
     */
    text: z.strictObject({ words: textSchema.optional(), file: textSchema.optional(), cleared: textSchema }).optional(),
    /** The points raised, the words of the document that raise each, and the ids of the blocks that answer it. */
    points: z
      .array(
        z.strictObject({
          point: originalFirstSchema(languages),
          quote: textSchema.optional(),
          paragraphs: z.array(textSchema),
        }),
      )
      .default([]),
  }),
);

/** How the matter was handled: only what the letter or its form states. */
export const handlingSchema = z.strictObject({
  /** 主办, 分办 */
  lead: oneOrMore(textSchema).optional(),
  /** 会办, 协办 */
  assisting: oneOrMore(textSchema).optional(),
  /** The day on which the document was received (收到日期). */
  received: calendarDaySchema.optional(),
  /** Whether the bureau spoke with those who asked (面商). */
  met: z.boolean().optional(),
  opinion: z.enum(OPINIONS).optional(),
});

const correctionSchema = perLanguages((languages) =>
  z.strictObject({
    date: calendarDaySchema,
    what: originalFirstSchema(languages),
    why: originalFirstSchema(languages),
    paragraphs: z.array(textSchema).default([]),
  }),
);

/** The front matter of `content/replies/<id>/zh.mdx`: the record of a reply. */
export const replyRecordSchema = perLanguages((languages) =>
  z.strictObject({
    /** As printed: `[2024] 7号`. Many letters have none. */
    number: textSchema.optional(),
    title: textSchema,
    /** The name that signs, or those of a joint reply in the order printed; in the model always a list. */
    issuer: oneOrMore(textSchema),
    /** 成文日期 */
    date: calendarDaySchema,
    /** As printed. */
    disclosure: disclosureSchema.optional(),
    /** How much of the letter is here, where the bureau says so. */
    extent: z.enum(EXTENTS).optional(),
    /** The document answered, or those answered in one letter; in the model always a list. */
    answers: oneOrMore(answersSchema(languages)),
    handling: handlingSchema.optional(),
    /** The head of the letter (红头) as printed, where it is not the issuer's name: 临江县水务局文件. */
    masthead: textSchema.optional(),
    topics: z.array(slugSchema).default([]),
    signers: z.array(printedLineSchema).default([]),
    contact: z.array(printedLineSchema).default([]),
    published: calendarDaySchema.optional(),
    /** The moment of Beijing time before which nothing of the letter is published. It is never published itself. */
    publishAt: momentSchema.optional(),
    outcome: z.enum(OUTCOMES).optional(),
    indexNumber: textSchema.optional(),
    original: z.strictObject({ file: textSchema, sha256: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
    /** Where the letter was first published, and on which day. */
    sourceUrl: pageAddressSchema.optional(),
    sourceDate: calendarDaySchema.optional(),
    /** What came with the letter: a file beside zh.mdx, and its title as the letter has it. */
    attachments: z.array(z.strictObject({ file: textSchema, title: originalFirstSchema(languages) })).default([]),
    terms: originalFirstSchema(languages).optional(),
    transcription: z
      .strictObject({
        source: originalFirstSchema(languages),
        normalised: z.array(originalFirstSchema(languages)).default([]),
        /** Readings that are not certain: the words and why they are doubted. */
        doubts: z.array(z.strictObject({ text: textSchema, note: originalFirstSchema(languages) })).default([]),
      })
      .optional(),
    /** Other replies on the same matter. */
    relates: z
      .array(z.strictObject({ reply: textSchema, as: z.enum(['earlier', 'second-reply', 'result', 'same-matter']) }))
      .default([]),
    waivers: z
      .array(z.strictObject({ rule: slugSchema, paragraph: textSchema.optional(), reason: textSchema }))
      .default([]),
    withdrawn: z.strictObject({ date: calendarDaySchema, why: originalFirstSchema(languages) }).optional(),
    corrections: z.array(correctionSchema(languages)).default([]),
    /** Personal information that was masked after publication (`dafu redact`). */
    masked: z.array(maskedSchema(languages)).default([]),
  }),
);

/** A record that may still lack what a person has to know, as an import leaves it. */
export const replyDraftSchema = perLanguages((languages) =>
  replyRecordSchema(languages)
    .extend({ answers: oneOrMore(answersSchema(languages).partial()) })
    .partial(),
);

/** What a reply answers, in English. */
export const answersTranslationSchema = answersSchema(USUAL_LANGUAGES).pick({
  body: true,
  session: true,
  meeting: true,
  number: true,
  title: true,
  proposers: true,
});

/** The front matter of `content/replies/<id>/en.mdx`: only what translates. */
export const replyTranslationSchema = z.strictObject({
  title: textSchema,
  summary: textSchema,
  /** One for each document that the Chinese record names, in its order. */
  answers: oneOrMore(answersTranslationSchema),
  signers: z.array(printedLineSchema).default([]),
  contact: z.array(printedLineSchema).default([]),
  translation: z.strictObject({
    method: z.enum(TRANSLATION_METHODS),
    reviewer: textSchema.optional(),
    /** Block id → first 16 hex digits of the SHA-256 of the Chinese block it was made from. */
    basedOn: z.record(z.string(), z.string().regex(/^[0-9a-f]{16}$/)).default({}),
  }),
});

export type ReplyRecord = z.infer<ReturnType<typeof replyRecordSchema>>;

/** Keys of a record that the JSON interface leaves out or gives in another form. */
type OtherKeys =
  | 'title'
  | 'issuer'
  | 'answers'
  | 'date'
  | 'topics'
  | 'signers'
  | 'contact'
  | 'original'
  | 'attachments';
type PartKeys =
  | 'terms'
  | 'transcription'
  | 'relates'
  | 'waivers'
  | 'withdrawn'
  | 'corrections'
  | 'masked'
  | 'publishAt';

/** The facts of a record that the JSON interface gives in the same form. */
export type StatedFields = Partial<Omit<ReplyRecord, OtherKeys | PartKeys>>;
export type ReplyDraft = z.infer<ReturnType<typeof replyDraftSchema>>;
export type ReplyTranslation = z.infer<typeof replyTranslationSchema>;
export type Handling = z.infer<typeof handlingSchema>;
export type Answers = z.infer<ReturnType<typeof answersSchema>>;

/** The ids of the Chinese blocks whose words have changed since they were translated; `basedOn` says what from. */
export function outdatedBlocks(
  zh: readonly Pick<Block, 'id' | 'text'>[],
  basedOn: Readonly<Record<string, string>>,
): string[] {
  return zh.filter(({ id, text }) => basedOn[id] !== undefined && basedOn[id] !== blockHash(text)).map(({ id }) => id);
}

/** How the Chinese begins that `dafu translate` puts above a block for reference; no reply has such a quotation. */
export const REFERENCE = '【原文';
/** The placeholder for a translation still to be written: `请把这一行换成英文译文`. */
export const placeIn = (locale: Locale): string => `请把这一行换成${calledIn(locale).zh}译文`;

/** Whether a block is such a place, in whatever language it asks for. */
export const isPlace = (text: string): boolean => LOCALES.some((locale) => placeIn(locale) === text);

/** The front matter of a document's text; empty where it has none. */
export const frontMatterOf = (text: string): string => text.split(/^---[ \t]*$/m, 2)[1] ?? '';

/** Whether a document's text says that it translates another: its front matter has the key `translation`. */
export const isTranslation = (text: string): boolean => /^translation:/m.test(frontMatterOf(text));

/**
 * Whether the front matter of a reply's text is its record: that of the text in the site's first language is, unless it says that
 * it translates; another only where it names who signs, which no translation does.
 */
export const isRecord = (frontMatter: string, locale: Locale, [first]: Languages): boolean =>
  !/^translation:/m.test(frontMatter) && (locale === first || /^issuer:/m.test(frontMatter));

/** What a file is to the reply that it is published with: what came with it, its scan, the text of the document that it answers. */
export type FileRole = 'attachment' | 'original' | 'answered';

/** A file that a reply's record names. */
export interface NamedFile {
  readonly role: FileRole;
  /** As it is called beside zh.mdx, for the reader. */
  readonly file: string;
  /** As it is called in its address. */
  readonly name: string;
  /** The id of its place on the reply's page. */
  readonly anchor: string;
  /** As the record has it; of a scan, and of what was answered, the page says what they are. */
  readonly title: Translated | undefined;
  readonly mediaType: string;
  readonly type: Bilingual;
}

/** A file as it is published. */
export interface ReplyFile extends NamedFile {
  readonly bytes: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
}
