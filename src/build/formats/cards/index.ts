import { digestOfParts } from '../../../cache/index.ts';
import type { Scene } from '../../../charts/index.ts';
import { CARD_CHART, CARD_GROUND, type Card } from '../../../formats/card/card.ts';
import type { OutputMemory } from '../../reuse/output-memory.ts';
import { writeSiteFile } from '../replies.ts';

/** A card and where it goes: its path below the site's base. */
export interface PlacedCard {
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
