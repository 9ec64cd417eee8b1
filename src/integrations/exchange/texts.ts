import { recordedTexts } from '../../catalogue/recorded-texts.ts';
import {
  formerTexts,
  type QuoteBundle,
  type QuotedReply,
  type QuoteManifest,
  quotedReply,
} from '../../exchange/quote/bundle.ts';
import { replyMarkdown } from '../../exchange/text/markdown.ts';
import { replyPlainText } from '../../exchange/text/plain.ts';
import { LOCALES, type Locale } from '../../model/locale.ts';
import type { Site } from '../../model/site.ts';
import { siteUrls } from '../../urls.ts';
import { type BuiltReplies, builtLanguages, writeSiteFile } from './replies.ts';

/**
 * Writes each reply as Markdown and plain text, and the bundles that quotations are checked against: one a year and
 * language, so that ten thousand replies are never in memory at once. Returns the bundles written, newest year first.
 */
export function writeTexts(folder: string, root: string, site: Site, replies: BuiltReplies): QuoteManifest['bundles'] {
  const urls = siteUrls(site);
  const below = (path: string) => path.slice(site.base.length);
  const written: QuoteManifest['bundles'][number][] = [];
  for (const [year, ids] of byYear(replies.ids)) {
    const quoted: Record<Locale, QuotedReply[]> = { zh: [], en: [] };
    for (const id of ids) {
      const reply = replies.read(id);
      for (const locale of builtLanguages(reply)) {
        writeSiteFile(folder, below(urls.replyText(locale, id, 'md')), replyMarkdown(reply, locale, site));
        writeSiteFile(folder, below(urls.replyText(locale, id, 'txt')), replyPlainText(reply, locale, site));
        quoted[locale].push(
          quotedReply(reply, locale, locale === 'zh' ? formerTexts(recordedTexts(root, id), reply) : []),
        );
      }
    }
    for (const locale of LOCALES) {
      if (quoted[locale].length === 0) continue;
      const path = `verify/${locale}-${year}.json`;
      const bundle: QuoteBundle = { locale, year, replies: quoted[locale] };
      writeSiteFile(folder, path, JSON.stringify(bundle));
      written.push({ locale, year, path: urls.asset(path), replies: bundle.replies.length });
    }
  }
  return written;
}

/** Ids by the year in them, newest year first. An id is `[<series>-]<year>-<serial>`. */
function byYear(ids: readonly string[]): [string, string[]][] {
  const years = Map.groupBy(ids, (id) => /(?:^|-)(\d{4})-[^-]+$/.exec(id)?.[1] ?? '0000');
  return [...years].sort(([one], [other]) => (one < other ? 1 : -1));
}
