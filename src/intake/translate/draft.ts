import { z } from 'zod';
import { keepBlockIds, type PublishedBlock } from '../../model/block-ids.ts';
import { splitFrontMatter } from '../../model/front-matter.ts';
import { USUAL_LANGUAGES } from '../../model/locale.ts';
import { replyDraftSchema, type TRANSLATION_METHODS } from '../../model/reply.ts';
import { blockHash } from '../../model/text.ts';
import { readYaml } from '../../model/yaml-source.ts';
import { blockNodes } from '../../text/blocks.ts';
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

/** How a translation is made; `published` are the reply's blocks as they were published last, whose ids are kept. */
export interface DraftOptions {
  readonly method: (typeof TRANSLATION_METHODS)[number] | undefined;
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

/**
 * Writes or refreshes a translation: finished blocks stay as they are, and every other one gets its Chinese for
 * reference. With `accept`, English that stands beside changed Chinese is recorded as checked against it.
 * What the Chinese record still lacks keeps no one from translating. Throws a SiteError where the files cannot be read, or
 * where their blocks do not pair.
 */
export function draftTranslation(
  zh: FileText,
  en: FileText | undefined,
  { method, accept, published = [] }: DraftOptions,
): Draft {
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
  let english: EnglishBlock[] = [];
  let origins: Origin[] = now.map(() => ({ state: 'open' }));
  let frontMatter: string;
  if (en === undefined) frontMatter = newFrontMatter(record, hashes, method ?? 'human');
  else {
    const parts = splitFrontMatter(en.text, en.file);
    const { translation } = readYaml(parts.frontMatter, basedOnSchema, { file: en.file, linesBefore: 1 });
    english = englishBlocks(parts.body, { file: en.file, linesBefore: parts.bodyLine - 1 });
    const old = oldBlocks(english, translation?.basedOn ?? {}, now, en.file);
    origins = matchBlocks(old, now).map((origin) =>
      accept && origin.state === 'changed' ? { state: 'kept', from: origin.from } : origin,
    );
    frontMatter = refreshedFrontMatter(parts.frontMatter, hashes, method);
  }
  const text = `---\n${frontMatter}---\n\n${writeEnglish(nodes, origins, english)}`;
  const isOpen = (origin: Origin) => origin.state === 'open' || english[origin.from]?.open === true;
  const open = origins.filter(isOpen).length;
  const changed = origins.filter((origin) => origin.state === 'changed' && !isOpen(origin)).length;
  return { text, open, changed, kept: origins.length - open - changed };
}
