import { z } from 'zod';
import { keepBlockIds, type PublishedBlock } from '../../model/block.ts';
import { type Languages, type Locale, originalLanguage } from '../../model/locale.ts';
import { type ReplyDraft, replyDraftSchema, type TRANSLATION_METHODS } from '../../model/reply.ts';
import { splitFrontMatter } from '../../model/source-file.ts';
import { blockHash } from '../../model/text.ts';
import { readYaml } from '../../model/yaml-source.ts';
import { type BlockNode, blockNodes } from '../../text/blocks.ts';
import { parseBody } from '../../text/parse.ts';
import { type TargetBlock, targetBlocks, unpaired, writeTarget } from './body.ts';
import { newFrontMatter, refreshedFrontMatter } from './front-matter.ts';
import { matchBlocks, type OldBlock, type Origin } from './match.ts';

/** A file's path and text. */
interface FileText {
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

/** From which language into which, and what is known of the letter besides its texts. */
interface PairOptions {
  /** The site's languages, that of the letter first. */
  readonly languages: Languages;
  readonly to: Locale;
  /** The reply's blocks as they were published last, whose ids are kept. */
  readonly published?: readonly PublishedBlock[];
}

/** How a translation is made. */
interface DraftOptions extends PairOptions {
  readonly method: Method;
  readonly accept: boolean;
}

const basedOnSchema = z.looseObject({
  translation: z.looseObject({ basedOn: z.record(z.string(), z.string()).optional() }).nullish(),
});

/** A letter beside its translation: the blocks of the original, and for each the translation that was made from it. */
export interface Pairing {
  readonly to: Locale;
  readonly record: ReplyDraft;
  readonly nodes: readonly BlockNode[];
  /** By the ids of the blocks. */
  readonly hashes: ReadonlyMap<string, string>;
  readonly rendered: readonly TargetBlock[];
  /** For each block of the original, in order. */
  readonly origins: readonly Origin[];
  /** The front matter of the translation; none where there is no translation yet. */
  readonly frontMatter: string | undefined;
}

/**
 * Pairs a letter with its translation, where it has one. What the record still lacks keeps no one from translating. Throws a
 * SiteError where the files cannot be read, or where their blocks do not pair.
 */
export function pairTranslation(
  original: FileText,
  target: FileText | undefined,
  { languages, to, published = [] }: PairOptions,
): Pairing {
  const { file } = original;
  const source = splitFrontMatter(original.text, file);
  const record = readYaml(source.frontMatter, replyDraftSchema(languages), { file, linesBefore: 1 });
  const origin = { file, linesBefore: source.bodyLine - 1 };
  const found = blockNodes(parseBody(source.body, origin), origin.linesBefore);
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
  if (target === undefined) {
    const origins = now.map((): Origin => ({ state: 'open' }));
    return { to, record, nodes, hashes, rendered: [], origins, frontMatter: undefined };
  }
  const { frontMatter, body, bodyLine } = splitFrontMatter(target.text, target.file);
  const { translation } = readYaml(frontMatter, basedOnSchema, { file: target.file, linesBefore: 1 });
  const rendered = targetBlocks(body, { file: target.file, linesBefore: bodyLine - 1 });
  const basedOn = Object.values(translation?.basedOn ?? {});
  // Without a record of every block, the translation can only be of the original as it is.
  if (basedOn.length !== rendered.length && rendered.length !== now.length)
    throw unpaired(target.file, rendered.length, now.length, originalLanguage(languages));
  const old =
    basedOn.length === rendered.length
      ? rendered.map(({ kind }, index): OldBlock => ({ kind, hash: basedOn[index] ?? '' }))
      : now;
  return { to, record, nodes, hashes, rendered, origins: matchBlocks(old, now), frontMatter };
}

/** The file of a translation from its blocks, and how many are in each state. */
export function writeTranslation(
  { to, record, nodes, hashes, rendered, origins, frontMatter }: Pairing,
  method: Method,
): Draft {
  const head =
    frontMatter === undefined
      ? newFrontMatter(record, hashes, method ?? 'human', to)
      : refreshedFrontMatter(frontMatter, hashes, method);
  const text = `---\n${head}---\n\n${writeTarget(nodes, origins, rendered, to)}`;
  const isOpen = (origin: Origin) => origin.state === 'open' || rendered[origin.from]?.open === true;
  const open = origins.filter(isOpen).length;
  const changed = origins.filter((origin) => origin.state === 'changed' && !isOpen(origin)).length;
  return { text, open, changed, kept: origins.length - open - changed };
}

/**
 * Writes or refreshes a translation: finished blocks stay as they are, and every other one gets the original for reference. With `accept`,
 * a translation that is beside a changed original is recorded as checked against it. Throws as `pairTranslation`.
 */
export function draftTranslation(
  original: FileText,
  target: FileText | undefined,
  { method, accept, ...pair }: DraftOptions,
): Draft {
  const pairing = pairTranslation(original, target, pair);
  const origins = pairing.origins.map(
    (origin): Origin => (accept && origin.state === 'changed' ? { state: 'kept', from: origin.from } : origin),
  );
  return writeTranslation({ ...pairing, origins }, method);
}
