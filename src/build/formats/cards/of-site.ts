import { placeCardChart, type Scene } from '../../../charts/index.ts';
import { CARD_CHART } from '../../../formats/card/card.ts';
import { documentWords } from '../../../language/messages/documents.ts';
import { siteWords } from '../../../language/messages/site.ts';
import { LISTED_KINDS } from '../../../model/document-kinds.ts';
import { type Locale, languageOf, wordsIn } from '../../../model/locale.ts';
import { signedBy } from '../../../model/reply-identity.ts';
import type { Site } from '../../../model/site.ts';
import { readDataset } from '../../../reading/files.ts';
import { siteUrls } from '../../../urls.ts';
import type { Publications } from '../publications.ts';
import type { BuiltReplies } from '../replies.ts';
import type { PlacedCard } from './index.ts';

/** A card with a chart at its right, where there is one that its place has room for. */
const withChart = (placed: PlacedCard, chart: Scene | undefined): PlacedCard =>
  chart ? { ...placed, card: { ...placed.card, beside: true }, chart } : placed;

/** The cards of a built site: one for each reply, dataset and report in each of its languages. */
export function siteCards(root: string, site: Site, replies: BuiltReplies, published: Publications): PlacedCard[] {
  const urls = siteUrls(site);
  const foot = (locale: Locale) =>
    site.name[locale] +
    (site.official ? '' : `${languageOf(locale).script === 'Han' ? '　' : '   '}${siteWords[locale].demonstration}`);
  const below = (path: string) => path.slice(site.base.length);
  const ofReplies = replies.ids.flatMap((id) => {
    const reply = replies.listed(id);
    return reply.languages.map((locale) => ({
      path: below(urls.card(locale, 'replies', id)),
      card: {
        locale,
        head: signedBy(reply.issuers, locale, site),
        label: reply.number ?? '',
        title: wordsIn(reply.title, locale),
        foot: foot(locale),
      },
    }));
  });
  const ofPage = (locale: Locale, kind: string, id: string, label: string, title: string | undefined): PlacedCard[] =>
    title === undefined
      ? []
      : [
          {
            path: below(urls.card(locale, kind, id)),
            card: { locale, head: site.name[locale], label, title, foot: foot(locale) },
          },
        ];
  const ofDocuments = LISTED_KINDS.flatMap(([collection, { name }]) =>
    (published.documents.get(collection) ?? []).flatMap(({ id, title }) =>
      site.languages.flatMap((locale) =>
        ofPage(locale, collection, id, documentWords[locale][name].title, title[locale]),
      ),
    ),
  );
  return [
    ...ofReplies,
    ...published.datasets.flatMap(({ id, headline }) =>
      site.languages.flatMap((locale) =>
        ofPage(locale, 'data', id, siteWords[locale].data, headline[locale]).map((placed) =>
          withChart(placed, placeCardChart(readDataset(root, `data/${id}.json`), { locale }, CARD_CHART)),
        ),
      ),
    ),
    ...ofDocuments,
  ];
}
