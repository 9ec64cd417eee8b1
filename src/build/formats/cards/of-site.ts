import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { metaContent } from '../../../formats/address/head.ts';
import { reportWords } from '../../../language/messages/reports.ts';
import { siteWords } from '../../../language/messages/site.ts';
import type { Locale } from '../../../model/locale.ts';
import { signedBy } from '../../../model/reply-identity.ts';
import type { Site } from '../../../model/site.ts';
import { siteUrls } from '../../../urls.ts';
import type { BuiltReplies } from '../replies.ts';
import type { PlacedCard } from './index.ts';

/** The cards of a built site: one for each reply, dataset and report in each of its languages. */
export function siteCards(folder: string, site: Site, replies: BuiltReplies): PlacedCard[] {
  const urls = siteUrls(site);
  const foot = (locale: Locale) =>
    site.name[locale] + (site.official ? '' : `${locale === 'zh' ? '　' : '   '}${siteWords[locale].demonstration}`);
  const below = (path: string) => path.slice(site.base.length);
  const ofReplies = replies.ids.flatMap((id) => {
    const reply = replies.listed(id);
    return reply.languages.map((locale) => ({
      path: below(urls.card(locale, 'replies', id)),
      card: {
        locale,
        head: signedBy(reply.issuers, locale, site),
        label: reply.number ?? '',
        title: reply.title[locale] ?? reply.title.zh,
        foot: foot(locale),
      },
    }));
  });
  const ofPages = (['data', 'reports'] as const).flatMap((kind) =>
    site.languages.flatMap((locale) =>
      pageTitles(join(folder, locale, kind)).map(({ id, title }) => ({
        path: below(urls.card(locale, kind, id)),
        card: {
          locale,
          head: site.name[locale],
          label: kind === 'data' ? siteWords[locale].data : reportWords[locale].title,
          title,
          foot: foot(locale),
        },
      })),
    ),
  );
  return [...ofReplies, ...ofPages];
}

/** The pages right under a built folder and the titles they are shared by. */
function pageTitles(folder: string): { id: string; title: string }[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => name)
    .sort()
    .flatMap((id) => {
      const title = metaContent(readFileSync(join(folder, id, 'index.html'), 'utf8'), 'og:title');
      return title === undefined ? [] : [{ id, title }];
    });
}
