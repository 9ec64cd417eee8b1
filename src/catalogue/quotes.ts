import type { Dataset } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import type { SiteUrls } from '../urls.ts';
import { catalogueReplies } from './index.ts';
import { readReplyText } from './reply-document.ts';
import { siteRoot } from './root.ts';

/** The sentence of a reply that states an observation, cut around the words themselves. */
export interface ResolvedQuote {
  readonly reply: string;
  readonly replyTitle: string;
  readonly replyNumber: string;
  readonly block: string;
  readonly before: string;
  readonly exact: string;
  readonly after: string;
  /** Address of the paragraph. */
  readonly href: string;
}

const SENTENCE_END: Readonly<Record<Locale, RegExp>> = { zh: /[。！？；]/, en: /[.!?](?=\s)/ };

/** The quotes of a dataset's observations in a language, by observation id. Untranslated replies are quoted in Chinese by no one. */
export async function datasetQuotes(
  dataset: Dataset,
  locale: Locale,
  urls: SiteUrls,
): Promise<Map<string, ResolvedQuote>> {
  const replies = await catalogueReplies();
  const resolved = new Map<string, ResolvedQuote>();
  const quotedReplies = new Set(dataset.observations.flatMap(({ quote }) => (quote ? [quote.reply] : [])));
  for (const id of quotedReplies) {
    const summary = replies.find((reply) => reply.id === id);
    if (!summary || (locale === 'en' && !summary.translation)) continue;
    const text = readReplyText(siteRoot(), id, locale, [dataset], urls);
    for (const { observation, match } of text.quoted) {
      const block = text.blocks.find((candidate) => candidate.id === match.block);
      if (!block) continue;
      const [start, end] = sentenceAround(block.text, match.start, match.end, SENTENCE_END[locale]);
      resolved.set(observation.id, {
        reply: id,
        replyTitle: (locale === 'en' ? summary.translation?.title : undefined) ?? summary.record.title,
        replyNumber: summary.record.number,
        block: match.block,
        before: block.text.slice(start, match.start),
        exact: block.text.slice(match.start, match.end),
        after: block.text.slice(match.end, end),
        href: `${urls.reply(locale, id)}#${match.block}`,
      });
    }
  }
  return resolved;
}

/** The bounds of the sentence around a range: after the last end of a sentence before it, through the first after it. */
export function sentenceAround(text: string, start: number, end: number, ending: RegExp): [number, number] {
  const ends = [...text.matchAll(new RegExp(ending, 'g'))].map((match) => match.index + match[0].length);
  const from = ends.filter((at) => at <= start).at(-1) ?? 0;
  const to = ends.find((at) => at >= end) ?? text.length;
  return [from + (/^\s*/.exec(text.slice(from))?.[0].length ?? 0), to];
}
