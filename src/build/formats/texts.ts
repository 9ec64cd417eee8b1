import { createHash } from 'node:crypto';
import type { ReplyJson } from '../../formats/api/reply.ts';
import { filePath } from '../../formats/format.ts';
import { REPLY_FORMATS } from '../../formats/registry.ts';
import { LOCALES, originalLanguage } from '../../model/locale.ts';
import { formerTexts, type QuoteBundle, type QuoteManifest, quotedReply } from '../../quotes/bundle.ts';
import { recordedDigest, recordedTexts } from '../../reading/recorded-texts.ts';
import { siteUrls } from '../../urls.ts';
import { type BuiltReplies, deriveNamedFile, deriveSiteFile } from './replies.ts';
import type { ExchangeSubjects } from './subjects.ts';

/**
 * Writes each reply as Markdown and plain text, and the bundles that quotations are checked against: one a year and
 * language, so that ten thousand replies are never in memory at once. What is made from the same JSON and records as in the
 * last build is that build's. Returns the bundles written, newest year first.
 */
export function writeTexts({ folder, root, site, replies, memory }: ExchangeSubjects): QuoteManifest['bundles'] {
  const urls = siteUrls(site);
  const written: QuoteManifest['bundles'][number][] = [];
  const derive = (path: string, key: string, make: () => string) => deriveSiteFile(folder, memory, path, key, make);
  for (const [year, ids] of byYear(replies)) {
    // A year's replies are read once at the most.
    const read = new Map<string, ReplyJson>();
    const replyOf = (id: string) => {
      const reply = read.get(id) ?? replies.read(id);
      read.set(id, reply);
      return reply;
    };
    const original = originalLanguage(site.languages);
    for (const locale of LOCALES) {
      const own = ids.filter((id) => replies.listed(id).languages.includes(locale));
      for (const id of own) {
        const { sha256 } = replies.listed(id);
        for (const format of REPLY_FORMATS)
          derive(filePath(format, { locale, id }), sha256, () => format.write({ reply: replyOf(id), locale, site }));
      }
      if (own.length === 0) continue;
      const key = createHash('sha256').update(`${locale}-${year}\n`);
      for (const id of own) key.update(`${replies.listed(id).sha256} ${recordedDigest(root, id)}\n`);
      const path = deriveNamedFile(folder, memory, `verify/parts/${locale}-${year}`, key.digest('hex'), () => {
        const former = (id: string) =>
          locale === original ? formerTexts(recordedTexts(root, id), replyOf(id), original) : [];
        const quoted = own.map((id) => quotedReply(replyOf(id), locale, former(id)));
        return JSON.stringify({ locale, year, replies: quoted } satisfies QuoteBundle);
      });
      written.push({ locale, year, path: urls.asset(path), replies: own.length });
    }
  }
  return written;
}

/** Ids by the year of the letters' dates, newest year first. */
function byYear({ ids, listed }: BuiltReplies): [string, string[]][] {
  const years = Map.groupBy(ids, (id) => listed(id).year);
  return [...years].sort(([one], [other]) => (one < other ? 1 : -1));
}
