import { z } from 'zod';
import { keepBlockIds, type PublishedBlock } from '../../model/block-ids.ts';
import { splitFrontMatter } from '../../model/front-matter.ts';
import { USUAL_LANGUAGES } from '../../model/locale.ts';
import { type ReplyDraft, replyDraftSchema, type TRANSLATION_METHODS } from '../../model/reply.ts';
import { blockHash } from '../../model/text.ts';
import { readYaml } from '../../model/yaml-source.ts';
import { type BlockNode, blockNodes } from '../../text/blocks.ts';
import { parseBody } from '../../text/parse.ts';
import { type EnglishBlock, englishBlocks, unpaired, writeEnglish } from './body.ts';
import { newFrontMatter, refreshedFrontMatter } from './front-matter.ts';
import { matchBlocks, type OldBlock, type Origin } from './match.ts';

/** A file's path and text. */
export interface FileText {
  readonly file: string;
  readonly text: string;
}

/** A translation written or refreshed: the file's text, and how many blocks are in each state. */
export interface Draft {
  readonly text: string;
  readonly open: number;
  readonly changed: number;
  readonly kept: number;
}

/** How a translation is said to be made; `undefined` leaves what it says. */
export type Method = (typeof TRANSLATION_METHODS)[number] | undefined;

/** How a translation is made; `published` are the reply's blocks as they were published last, whose ids are kept. */
export interface DraftOptions {
  readonly method: Method;
  readonly accept: boolean;
  readonly published?: readonly PublishedBlock[];
}

const basedOnSchema = z.looseObject({
  translation: z.looseObject({ basedOn: z.record(z.string(), z.string()).optional() }).nullish(),
});

/** Every Chinese block that a translation was made from, in order, with the English made from it. */
function oldBlocks(
  english: readonly EnglishBlock[],
  basedOn: Readonly<Record<string, string>>,
  now: readonly OldBlock[],
  file: string,
): OldBlock[] {
  const hashes = Object.values(basedOn);
  if (hashes.length === english.length) {
    return english.map(({ kind }, index) => ({ kind, hash: hashes[index] ?? '' }));
  }
  // Without a record of every block, the English can only be of the Chinese as it is.
  if (english.length !== now.length) throw unpaired(file, english.length, now.length);
  return [...now];
}

/** A letter beside its translation: the Chinese blocks, and for each the English that was made from it. */
export interface Pairing {
  readonly record: ReplyDraft;
  readonly nodes: readonly BlockNode[];
  /** By the ids of the blocks. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly english: readonly EnglishBlock[];
  /** For each Chinese block, in order. */
  readonly origins: readonly Origin[];
  /** The front matter of the translation; none where there is no translation yet. */
  readonly frontMatter: string | undefined;
}

/**
 * Pairs a letter with its translation, where it has one. What the Chinese record still lacks keeps no one from translating. Throws a
 * SiteError where the files cannot be read, or where their blocks do not pair.
 */
export function pairTranslation(
  zh: FileText,
  en: FileText | undefined,
  published: readonly PublishedBlock[] = [],
): Pairing {
  const chinese = splitFrontMatter(zh.text, zh.file);
  const record = readYaml(chinese.frontMatter, replyDraftSchema(USUAL_LANGUAGES), { file: zh.file, linesBefore: 1 });
  const zhOrigin = { file: zh.file, linesBefore: chinese.bodyLine - 1 };
  const found = blockNodes(parseBody(chinese.body, zhOrigin), zhOrigin.linesBefore);
  const ids = keepBlockIds(
    found.map(({ block }) => block),
    published,
  );
  const nodes = found.map((entry, index) => ({
    ...entry,
    block: { ...entry.block, id: ids[index] ?? entry.block.id },
  }));
  const now = nodes.map(({ block }): OldBlock => ({ kind: block.kind, hash: blockHash(block.text) }));
  const hashes = new Map(nodes.map(({ block }, index) => [block.id, now[index]?.hash ?? '']));
  if (en === undefined) {
    const origins = now.map((): Origin => ({ state: 'open' }));
    return { record, nodes, hashes, english: [], origins, frontMatter: undefined };
  }
  const { frontMatter, body, bodyLine } = splitFrontMatter(en.text, en.file);
  const { translation } = readYaml(frontMatter, basedOnSchema, { file: en.file, linesBefore: 1 });
  const english = englishBlocks(body, { file: en.file, linesBefore: bodyLine - 1 });
  const old = oldBlocks(english, translation?.basedOn ?? {}, now, en.file);
  return { record, nodes, hashes, english, origins: matchBlocks(old, now), frontMatter };
}

/** The file of a translation from its blocks, and how many are in each state. */
export function writeTranslation(
  { record, nodes, hashes, english, origins, frontMatter }: Pairing,
  method: Method,
): Draft {
  const head =
    frontMatter === undefined
      ? newFrontMatter(record, hashes, method ?? 'human')
      : refreshedFrontMatter(frontMatter, hashes, method);
  const text = `---\n${head}---\n\n${writeEnglish(nodes, origins, english)}`;
  const isOpen = (origin: Origin) => origin.state === 'open' || english[origin.from]?.open === true;
  const open = origins.filter(isOpen).length;
  const changed = origins.filter((origin) => origin.state === 'changed' && !isOpen(origin)).length;
  return { text, open, changed, kept: origins.length - open - changed };
}

/**
 * Writes or refreshes a translation: finished blocks stay as they are, and every other one gets its Chinese for
 * reference. With `accept`, English that stands beside changed Chinese is recorded as checked against it. Throws as `pairTranslation`.
 */
export function draftTranslation(
  zh: FileText,
  en: FileText | undefined,
  { method, accept, published = [] }: DraftOptions,
): Draft {
  const pairing = pairTranslation(zh, en, published);
  const origins = pairing.origins.map(
    (origin): Origin => (accept && origin.state === 'changed' ? { state: 'kept', from: origin.from } : origin),
  );
  return writeTranslation({ ...pairing, origins }, method);
}
