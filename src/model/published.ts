import { z } from 'zod';
import { BLOCK_KINDS, type Block } from './block.ts';
import { calendarDaySchema } from './dates.ts';
import { sha256Of } from './hashes.ts';
import type { ReplyRecord } from './reply.ts';
import { textSchema } from './text.ts';

const blockSchema = z.strictObject({
  id: textSchema,
  kind: z.enum(BLOCK_KINDS),
  text: z.string(),
});

/** One state of a reply's official text, as it was published. */
const publishedTextSchema = z.strictObject({
  /** The day it was recorded. */
  recorded: calendarDaySchema,
  /** SHA-256 of head and blocks, one a line. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** How many corrections the record listed then: a later change needs one more. */
  corrections: z.int().nonnegative(),
  /** Number, title, date, signers and contact as printed. */
  head: z.array(z.string()),
  blocks: z.array(blockSchema),
});

/** Where the texts of a reply are kept that were ever published. */
export const publishedReplyFile = (id: string): string => `data/published/replies/${id}.json`;

/** data/published/replies/<id>.json: every text of a reply that was ever published, the newest last. */
export const publishedReplySchema = z.strictObject({
  $schema: z.string().optional(),
  id: textSchema,
  texts: z.array(publishedTextSchema).min(1),
});

/** data/published/addresses.json: every path below the base that was ever published. */
export const publishedAddressesSchema = z.strictObject({
  $schema: z.string().optional(),
  addresses: z.array(z.string()),
});

export type PublishedText = z.infer<typeof publishedTextSchema>;
export type PublishedReply = z.infer<typeof publishedReplySchema>;

/** The state of a reply's text as it would be recorded on a day. */
export function textToRecord(record: ReplyRecord, blocks: readonly Block[], day: string): PublishedText {
  const line = ({ label, value }: { label: string; value: string }) => `${label}：${value}`;
  const head = [
    ...(record.number === undefined ? [] : [record.number]),
    record.title,
    ...record.issuer,
    ...(record.masthead === undefined ? [] : [record.masthead]),
    record.date,
    ...(record.disclosure === undefined ? [] : [record.disclosure]),
    ...(record.extent === undefined ? [] : [record.extent]),
    ...record.signers.map(line),
    ...record.contact.map(line),
  ];
  const kept = blocks.map(({ id, kind, text }) => ({ id, kind, text }));
  const lines = [...head, ...kept.map(({ text }) => text)];
  return {
    recorded: day,
    sha256: sha256Of(lines.join('\n')),
    corrections: record.corrections.length,
    head,
    blocks: kept,
  };
}
