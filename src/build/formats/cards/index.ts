import { digestOfParts } from '../../../cache/index.ts';
import { placeCardChart, type Scene } from '../../../charts/index.ts';
import { CARD_CHART, CARD_GROUND, type Card } from '../../../formats/card/card.ts';
import { documentWords } from '../../../language/messages/documents.ts';
import { siteWords } from '../../../language/messages/site.ts';
import { LISTED_KINDS } from '../../../model/document-kinds.ts';
import { type Locale, languageOf, wordsIn } from '../../../model/locale.ts';
import { signedBy } from '../../../model/reply-identity.ts';
import type { Site } from '../../../model/site.ts';
import { readDataset } from '../../../reading/files.ts';
import { siteUrls } from '../../../urls.ts';
import type { OutputMemory } from '../../reuse/output-memory.ts';
import { type BuiltReplies, writeSiteFile } from '../replies.ts';
import type { Publications } from '../subjects.ts';

/** A card and where it goes: its path below the site's base. */
interface PlacedCard {
  readonly path: string;
  readonly card: Card;
  /** The chart on it, where `card.beside` says that there is one. */
  readonly chart?: Scene;
}

/** Draws the cards as PNG, but those that the last build drew; the font is opened only where any is missing. */
export async function writeCards(folder: string, cards: readonly PlacedCard[], memory: OutputMemory): Promise<void> {
  const missing = cards.filter((one) => !memory.reuse(one.path, cardKey(one)));
  if (missing.length === 0) return;
  const [{ readGlyphs, STAND_IN }, { cardDrawer }, { chartPixels }] = await Promise.all([
    import('./font.ts'),
    import('./draw.ts'),
    import('../../../pictures/chart-picture.ts'),
  ]);
  const text = missing.map(({ card }) => card.head + card.label + card.title + card.foot).join('');
  const draw = cardDrawer(await readGlyphs(`${text}…'"${STAND_IN}`));
  for (const one of missing) {
    const { path, card, chart } = one;
    writeSiteFile(folder, path, draw(card, chart && (await chartPixels(chart, pixelWidth(chart), CARD_GROUND))));
    memory.wrote(path, cardKey(one));
  }
}

/** How wide a chart is drawn: as large as its place holds, and its words no larger than twice their size. */
const pixelWidth = ({ width, height }: Scene): number =>
  Math.floor(width * Math.min(2, CARD_CHART.width / width, CARD_CHART.height / height));

const cardKey = ({ card, chart }: PlacedCard): string => digestOfParts([JSON.stringify([card, chart])]);

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
