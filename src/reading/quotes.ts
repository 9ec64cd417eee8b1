import { chartKind } from '../charts/registry.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import { sentenceAround, sentenceFragment } from '../model/quote.ts';
import { replyName } from '../model/reply-identity.ts';
import type { SiteUrls } from '../urls.ts';
import { catalogueRepliesOf } from './index.ts';
import { readReplyText } from './reply-document.ts';
import { siteRoot } from './root.ts';

/** The sentence of a reply that states an observation, cut around the words themselves. */
export interface ResolvedQuote {
  /** The language of the words: those of a reply that is not translated are its own. */
  readonly locale: Locale;
  readonly reply: string;
  readonly replyTitle: string;
  /** What the reply is called: its number, or its title where it has none. */
  readonly replyName: string;
  readonly block: string;
  readonly before: string;
  readonly exact: string;
  readonly after: string;
  /** Address that lands on the paragraph and marks the sentence. */
  readonly href: string;
}

/**
 * The names, by id, of the replies that charts name beside their values. A page that asks is rendered again when such a
 * reply changes.
 */
export async function repliesInCharts(
  datasets: readonly Dataset[],
  locale: Locale,
): Promise<ReadonlyMap<string, string>> {
  const named = datasets.filter(({ panels }) => panels.some(({ kind }) => chartKind(kind).showsSuperseded === true));
  const ids = new Set(named.flatMap(({ observations }) => observations.flatMap(({ quote }) => quote?.reply ?? [])));
  return new Map((await catalogueRepliesOf(ids)).map((summary) => [summary.id, replyName(summary, locale)]));
}

/** The quotes of a dataset's observations in a language, by observation id. */
export async function datasetQuotes(
  dataset: Dataset,
  locale: Locale,
  urls: SiteUrls,
): Promise<Map<string, ResolvedQuote>> {
  const resolved = new Map<string, ResolvedQuote>();
  const quotedReplies = new Set(dataset.observations.flatMap(({ quote }) => (quote ? [quote.reply] : [])));
  const replies = await catalogueRepliesOf(quotedReplies);
  for (const id of quotedReplies) {
    const summary = replies.find((reply) => reply.id === id);
    if (!summary) continue;
    const own = summary.translations[locale] === undefined ? summary.language : locale;
    const text = readReplyText(siteRoot(), id, own, [dataset], urls);
    for (const { observation, match } of text.quoted) {
      const block = text.blocks.find((candidate) => candidate.id === match.block);
      if (!block) continue;
      const [start, end] = sentenceAround(block.text, match.start, match.end, own);
      resolved.set(observation.id, {
        locale: own,
        reply: id,
        replyTitle: summary.translations[locale]?.title ?? summary.record.title,
        replyName: replyName(summary, locale),
        block: match.block,
        before: block.text.slice(start, match.start),
        exact: block.text.slice(match.start, match.end),
        after: block.text.slice(match.end, end),
        href: `${urls.reply(locale, id)}#${sentenceFragment(match.block, block.text.slice(start, end))}`,
      });
    }
  }
  return resolved;
}
