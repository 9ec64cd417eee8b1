import type { ReplyJson } from '../formats/api/reply.ts';
import { type Locale, wordsIn } from '../model/locale.ts';
import type { PublishedText } from '../model/published.ts';

/** A passage that can be quoted: a block of a reply. */
export interface QuotedBlock {
  readonly id: string;
  readonly text: string;
}

/** An earlier published text of a reply. */
export interface FormerText {
  /** The day until which the reply read so. */
  readonly until: string;
  readonly blocks: readonly QuotedBlock[];
}

/** A reply as quotations are checked against it. */
export interface QuotedReply {
  readonly id: string;
  /** Absent where the letter has none. */
  readonly number?: string;
  readonly title: string;
  readonly url: string;
  /** The day it was withdrawn. */
  readonly withdrawn?: string;
  readonly blocks: readonly QuotedBlock[];
  /** Its earlier texts, newest first. */
  readonly former: readonly FormerText[];
}

/** The replies of one year in one language: `/verify/parts/<locale>-<year>.<hash>.json`, named by a hash of its content. */
export interface QuoteBundle {
  readonly locale: Locale;
  readonly year: string;
  readonly replies: readonly QuotedReply[];
}

/** Version of the format; raised whenever a page opened before a release could not read what the release writes. */
export const QUOTE_FORMAT = 2;

/** The list of files to load: `/verify/index.json`. */
export interface QuoteManifest {
  readonly format: typeof QUOTE_FORMAT;
  readonly bundles: readonly {
    readonly locale: Locale;
    readonly year: string;
    readonly path: string;
    readonly replies: number;
  }[];
  /** Published files, in pieces named by the first `digits` of a SHA-256: `/verify/files/paths/3f.json` … */
  readonly files: { readonly digits: number; readonly folder: string };
}

/** A reply in a language as its year's bundle holds it; `former` comes from the record of what was published. */
export function quotedReply(reply: ReplyJson, locale: Locale, former: readonly FormerText[]): QuotedReply {
  return {
    id: reply.id,
    ...(reply.number === undefined ? {} : { number: reply.number }),
    title: wordsIn(reply.title, locale),
    url: wordsIn(reply.url, locale),
    ...(reply.withdrawn === undefined ? {} : { withdrawn: reply.withdrawn.date }),
    blocks: reply.blocks.flatMap((block) => {
      const text = block[locale];
      return text === undefined ? [] : [{ id: block.id, text }];
    }),
    former,
  };
}

/**
 * The texts that a reply had in its original's language before, of all that were recorded when they were published
 * (oldest first): each held until the next was recorded, the last until the newest correction or the withdrawal. Those
 * that read as the reply does now are left out.
 */
export function formerTexts(
  recorded: readonly Pick<PublishedText, 'recorded' | 'blocks'>[],
  now: Pick<ReplyJson, 'blocks' | 'corrections' | 'withdrawn'>,
  original: Locale,
): FormerText[] {
  const reading = (texts: readonly (string | undefined)[]) => texts.join('\n');
  const today = reading(now.blocks.map((block) => block[original]));
  const changed = [...now.corrections, ...(now.withdrawn === undefined ? [] : [now.withdrawn])]
    .map(({ date }) => date)
    .sort()
    .at(-1);
  return recorded
    .flatMap(({ recorded: day, blocks }, index) =>
      reading(blocks.map(({ text }) => text)) === today
        ? []
        : [
            {
              until: recorded[index + 1]?.recorded ?? changed ?? day,
              blocks: blocks.map(({ id, text }) => ({ id, text })),
            },
          ],
    )
    .reverse();
}
