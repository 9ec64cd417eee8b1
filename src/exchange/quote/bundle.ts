import type { Locale } from '../../model/locale.ts';
import type { ReplyJson } from '../api/reply.ts';

/** A passage that can be quoted: a block of a reply, as it stands or as it stood before a correction. */
export interface QuotedBlock {
  readonly id: string;
  readonly text: string;
  /** The day until which it stood so; absent where it stands so today. */
  readonly until?: string;
}

/** A reply as quotations are checked against it. */
export interface QuotedReply {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly url: string;
  readonly blocks: readonly QuotedBlock[];
  /** Former texts of its blocks. */
  readonly former: readonly QuotedBlock[];
}

/** The replies of one year in one language: `/verify/<locale>-<year>.json`. */
export interface QuoteBundle {
  readonly locale: Locale;
  readonly year: string;
  readonly replies: readonly QuotedReply[];
}

/** What there is to load: `/verify/index.json`. */
export interface QuoteManifest {
  readonly bundles: readonly {
    readonly locale: Locale;
    readonly year: string;
    readonly path: string;
    readonly replies: number;
  }[];
  /** Published files by the beginning of a SHA-256: `files` hex digits name the shard `/verify/files/<digits>.json`. */
  readonly files: { readonly digits: number; readonly folder: string };
}

/** A reply in a language as its year's bundle holds it; `former` comes from the record of what was published. */
export function quotedReply(reply: ReplyJson, locale: Locale, former: readonly QuotedBlock[]): QuotedReply {
  return {
    id: reply.id,
    number: reply.number,
    title: reply.title[locale] ?? reply.title.zh,
    url: reply.url[locale] ?? reply.url.zh,
    blocks: reply.blocks.flatMap((block) => {
      const text = block[locale];
      return text === undefined ? [] : [{ id: block.id, text }];
    }),
    former,
  };
}
