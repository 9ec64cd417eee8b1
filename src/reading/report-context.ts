import type { Dataset } from '../model/dataset.ts';
import type { Locale } from '../model/locale.ts';
import { replyName } from '../model/reply-identity.ts';
import type { SiteUrls } from '../urls.ts';
import { catalogueDatasets, catalogueReplies } from './index.ts';
import { readReplyBlocks } from './reply-document.ts';
import { siteRoot } from './root.ts';

/** A paragraph that a report quotes. */
export interface QuotedParagraph {
  readonly text: string;
  /** The language it is quoted in: a reply that is not translated is quoted in Chinese. */
  readonly locale: Locale;
  /** What the reply is called: its number, or its title where it has none. */
  readonly replyName: string;
  readonly href: string;
}

/** What the components of a report read. The page puts it where they find it, since content may pass them names only. */
export interface ReportContext {
  readonly locale: Locale;
  readonly urls: SiteUrls;
  readonly datasets: readonly Dataset[];
  /** Throws where there is no such reply or paragraph: the check before a build says where. */
  paragraph(reply: string, id: string): QuotedParagraph;
}

/** What the components of reports in a language may name. */
export async function reportContext(locale: Locale, urls: SiteUrls): Promise<ReportContext> {
  const datasets = await catalogueDatasets();
  const replies = await catalogueReplies();
  return {
    locale,
    urls,
    datasets,
    paragraph: (reply, id) => {
      const summary = replies.find((candidate) => candidate.id === reply);
      const own: Locale =
        summary === undefined || summary.translations[locale] !== undefined ? locale : summary.language;
      const block = summary && readReplyBlocks(siteRoot(), reply, own, datasets).blocks.find((one) => one.id === id);
      if (!summary || !block) throw new RangeError(`a report quotes ${reply}#${id}, which does not exist`);
      const href = `${urls.reply(own, reply)}#${id}`;
      return { text: block.text, locale: own, replyName: replyName(summary, own), href };
    },
  };
}
