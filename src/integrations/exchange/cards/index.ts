import { createHash } from 'node:crypto';
import { keep, readKept } from '../../../catalogue/kept-bytes.ts';
import { CARD_DESIGN, type Card } from '../../../exchange/card/card.ts';
import type { OutputMemory } from '../../reuse/output-memory.ts';
import { writeSiteFile } from '../replies.ts';

/** A card and where it goes: its path below the site's base. */
export interface PlacedCard {
  readonly path: string;
  readonly card: Card;
}

/**
 * Draws the cards as PNG, but those that the last build drew. Each is kept under what it says in `cache`, so that a build draws only those that are new;
 * the font is opened only then.
 */
export async function writeCards(
  folder: string,
  cache: string,
  cards: readonly PlacedCard[],
  memory: OutputMemory,
): Promise<void> {
  const put = ({ path, card }: PlacedCard, picture: Uint8Array) => {
    writeSiteFile(folder, path, picture);
    memory.wrote(path, cardKey(card));
  };
  const missing: PlacedCard[] = [];
  for (const placed of cards) {
    if (memory.reuse(placed.path, cardKey(placed.card))) continue;
    const kept = readKept(cache, cardKey(placed.card));
    if (kept === undefined) missing.push(placed);
    else put(placed, kept);
  }
  if (missing.length === 0) return;
  const [{ readGlyphs }, { cardDrawer }] = await Promise.all([import('./font.ts'), import('./draw.ts')]);
  const text = missing.map(({ card }) => card.head + card.label + card.title + card.foot).join('');
  const draw = cardDrawer(await readGlyphs(`${text}…'"`));
  for (const placed of missing) {
    const picture = draw(placed.card);
    keep(cache, cardKey(placed.card), picture);
    put(placed, picture);
  }
}

const cardKey = (card: Card): string =>
  createHash('sha256')
    .update(JSON.stringify([CARD_DESIGN, card]))
    .digest('hex')
    .slice(0, 32);
