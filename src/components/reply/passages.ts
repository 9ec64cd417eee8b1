import type { ReplyText } from '../../catalogue/reply-document.ts';
import type { RenderedPiece } from '../../markdown/official-text.ts';
import type { Dataset } from '../../model/dataset.ts';

/** A piece of the official text and the datasets whose figures it is the first to state. */
export interface Passage {
  readonly piece: RenderedPiece;
  readonly datasets: readonly Dataset[];
  /** How many pieces the note may stand beside: through the last before the next note, but no more than eight. */
  readonly rows: number;
}

const MOST_ROWS = 8;

/** The pieces of a text in order, each dataset at the piece that states the first of its figures. */
export function passages({ pieces, quoted }: Pick<ReplyText, 'pieces' | 'quoted'>): Passage[] {
  const placed = new Set<string>();
  const noted = pieces.map((piece) => {
    const stated = quoted.filter(({ match }) => piece.ids.includes(match.block));
    const datasets = [...new Set(stated.map(({ dataset }) => dataset))].filter(({ id }) => !placed.has(id));
    for (const { id } of datasets) placed.add(id);
    return { piece, datasets };
  });
  return noted.map(({ piece, datasets }, index) => {
    const next = noted.findIndex((other, place) => place > index && other.datasets.length > 0);
    return { piece, datasets, rows: Math.min((next === -1 ? noted.length + 1 : next) - index, MOST_ROWS) };
  });
}

/** How many rows of the letter, its head the first, stand before the first note: the room beside them is free. */
export function rowsBeforeNotes(text: Pick<ReplyText, 'pieces' | 'quoted'>): number {
  const first = passages(text).findIndex(({ datasets }) => datasets.length > 0);
  return Math.min((first === -1 ? text.pieces.length : first) + 1, MOST_ROWS);
}
