import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { CARD_DESIGN, type Card, cardSvg } from '../../../exchange/card/card.ts';
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
  mkdirSync(cache, { recursive: true });
  const keyed = cards.map((placed) => ({ ...placed, file: join(cache, `${cardKey(placed.card)}.png`) }));
  const missing = keyed.filter(({ file }) => !existsSync(file));
  if (missing.length > 0) {
    const { openFont } = await import('./font.ts');
    const text = missing.map(({ card }) => card.head + card.label + card.title + card.foot).join('');
    const outline = await openFont(`${text}…'"`);
    for (const { card, file } of missing) {
      const picture = new Resvg(cardSvg(card, outline), { font: { loadSystemFonts: false } });
      writeFileSync(file, picture.render().asPng());
    }
  }
  for (const { path, file } of keyed) writeSiteFile(folder, path, readFileSync(file));
}

const cardKey = (card: Card): string =>
  createHash('sha256')
    .update(JSON.stringify([CARD_DESIGN, card]))
    .digest('hex')
    .slice(0, 32);
