import { createHash } from 'node:crypto';
import { CARD_DESIGN, type Card } from '../../../formats/card/card.ts';
import type { OutputMemory } from '../../reuse/output-memory.ts';
import { writeSiteFile } from '../replies.ts';

/** A card and where it goes: its path below the site's base. */
export interface PlacedCard {
  readonly path: string;
  readonly card: Card;
}

/** Draws the cards as PNG, but those that the last build drew; the font is opened only where any is missing. */
export async function writeCards(folder: string, cards: readonly PlacedCard[], memory: OutputMemory): Promise<void> {
  const missing = cards.filter(({ path, card }) => !memory.reuse(path, cardKey(card)));
  if (missing.length === 0) return;
  const [{ readGlyphs }, { cardDrawer }] = await Promise.all([import('./font.ts'), import('./draw.ts')]);
  const text = missing.map(({ card }) => card.head + card.label + card.title + card.foot).join('');
  const draw = cardDrawer(await readGlyphs(`${text}…'"`));
  for (const { path, card } of missing) {
    writeSiteFile(folder, path, draw(card));
    memory.wrote(path, cardKey(card));
  }
}

const cardKey = (card: Card): string =>
  createHash('sha256')
    .update(JSON.stringify([CARD_DESIGN, card]))
    .digest('hex')
    .slice(0, 32);
