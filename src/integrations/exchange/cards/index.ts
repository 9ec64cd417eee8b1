import { createHash } from 'node:crypto';
import { keep, readKept } from '../../../catalogue/kept-bytes.ts';
import { CARD_DESIGN, type Card } from '../../../exchange/card/card.ts';
import { writeSiteFile } from '../replies.ts';

/** A card and where it goes: its path below the site's base. */
export interface PlacedCard {
  readonly path: string;
  readonly card: Card;
}

/**
 * Draws the cards as PNG. Each is kept under what it says in `cache`, so that a build draws only those that are new;
 * the font is opened only then.
 */
export async function writeCards(folder: string, cache: string, cards: readonly PlacedCard[]): Promise<void> {
  const missing: PlacedCard[] = [];
  for (const placed of cards) {
    const kept = readKept(cache, cardKey(placed.card));
    if (kept === undefined) missing.push(placed);
    else writeSiteFile(folder, placed.path, kept);
  }
  if (missing.length === 0) return;
  const [{ readGlyphs }, { cardDrawer }] = await Promise.all([import('./font.ts'), import('./draw.ts')]);
  const text = missing.map(({ card }) => card.head + card.label + card.title + card.foot).join('');
  const draw = cardDrawer(await readGlyphs(`${text}…'"`));
  for (const { path, card } of missing) {
    const picture = draw(card);
    keep(cache, cardKey(card), picture);
    writeSiteFile(folder, path, picture);
  }
}

const cardKey = (card: Card): string =>
  createHash('sha256')
    .update(JSON.stringify([CARD_DESIGN, card]))
    .digest('hex')
    .slice(0, 32);
