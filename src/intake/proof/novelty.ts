import type { Block } from '../../model/block.ts';
import { type PublishedText, textToRecord } from '../../model/published.ts';
import type { ReplyRecord } from '../../model/reply.ts';

/** What becomes public with a letter that was not before. */
export interface Novelty {
  /** The day on which its text was recorded as published last; none where it never was. */
  readonly since: string | undefined;
  /** Lines of its head and blocks of its text that are new or other than they were; of a letter never published, none are listed. */
  readonly added: readonly { readonly id: string; readonly text: string }[];
  /** Words that were public and are no more. */
  readonly removed: readonly string[];
  /** Names that stand in no other letter of the site. */
  readonly names: readonly string[];
  /** Files that had no address before. */
  readonly files: readonly string[];
}

interface NoveltyOptions {
  readonly record: ReplyRecord;
  readonly blocks: readonly Block[];
  readonly last: PublishedText | undefined;
  /** Names in the letter. */
  readonly names: readonly string[];
  /** The texts of the other letters. */
  readonly others: readonly string[];
  /** The letter's files, and whether each was published. */
  readonly files: readonly { readonly name: string; readonly published: boolean }[];
}

/** Compares a letter with what was published of it and of others. */
export function novelty({ record, blocks, last, names, others, files }: NoveltyOptions): Novelty {
  const now = textToRecord(record, blocks, '');
  const before = new Set([...(last?.head ?? []), ...(last?.blocks ?? []).map(({ text }) => text)]);
  const lines = [...now.head.map((text) => ({ id: '', text })), ...now.blocks.map(({ id, text }) => ({ id, text }))];
  const after = new Set(lines.map(({ text }) => text));
  return {
    since: last?.recorded,
    added: last === undefined ? [] : lines.filter(({ text }) => !before.has(text)),
    removed: [...before].filter((text) => !after.has(text)),
    names: [...new Set(names)].filter((name) => !others.some((text) => text.includes(name))),
    files: files.flatMap(({ name, published }) => (published ? [] : [name])),
  };
}
