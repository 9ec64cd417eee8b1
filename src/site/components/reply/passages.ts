import { placePanel, withJoinedPanels } from '../../../charts/index.ts';
import { datasetVariants } from '../../../language/unit-variants.ts';
import type { Dataset } from '../../../model/dataset.ts';
import { type Locale, languageOf, wordsIn } from '../../../model/locale.ts';
import type { ReplyText } from '../../../reading/reply-document.ts';
import type { RenderedPiece } from '../../../text/official-text.ts';

/** A piece of the official text and the datasets whose figures are beside it, or after it on a narrow page. */
export interface Passage {
  readonly piece: RenderedPiece;
  readonly datasets: readonly Dataset[];
  /** How many rows of the letter the note beside it takes up. */
  readonly rows: number;
}

/** The numbers of rows that the style sheet knows notes of. */
const ROW_SPANS = [12, 8, 6, 4, 3, 2, 1];

/**
 * What stands last in the margin reaches down to a row below the letter's own, which alone grows where the margin is longer than the letter:
 * the lines of a short letter keep together.
 */
const TO_THE_END = 61;

/** The most rows that a note can take of those that are free. */
const spanWithin = (free: number) => ROW_SPANS.find((rows) => rows <= free) ?? 1;

/** The fewest rows that a note of `rows` can take: with fewer, its height would stretch theirs. */
const spanOver = (rows: number) => ROW_SPANS.findLast((span) => span >= rows) ?? rows;

/** Id of the headline that names a dataset's figure beside the text. */
export const figureId = ({ id }: Dataset): string => `data-${id}`;

/** About how many characters fill a line of the letter on a wide page. */
const LINE = { Han: 36, others: 78 } as const;
const LINE_HEIGHT = 32;
const HEADING_HEIGHT = 75;
const PARAGRAPH_GAP = 14;

/** What a note has around its charts: padding and links, lines of its headline, a switch of units; and a chart its title and key. */
const NOTE = { frame: 150, line: 24, Han: 15, others: 22, units: 60, panel: 60, drawing: 1.1 } as const;

/** The head of a letter and the row of tools below it. */
const HEAD_ROWS = 2;
const HEAD_HEIGHT = 440;
const RECORD = { frame: 70, row: 11, line: 23, Han: 9, others: 16 } as const;

/** About how high the box with the facts of a record is in the margin. */
function recordHeight(facts: readonly { readonly text: string }[], locale: Locale): number {
  const perLine = RECORD[languageOf(locale).script === 'Han' ? 'Han' : 'others'];
  const lines = facts.reduce((sum, { text }) => sum + Math.ceil(text.length / perLine), 0);
  return RECORD.frame + facts.length * RECORD.row + lines * RECORD.line;
}

type Text = Pick<ReplyText, 'locale' | 'pieces' | 'quoted' | 'blocks'>;

function pieceHeight(piece: RenderedPiece, { blocks, locale }: Text): number {
  const inside = blocks.filter(({ id }) => piece.ids.includes(id));
  const heights = inside.map(({ kind, text }) =>
    kind === 'heading'
      ? HEADING_HEIGHT
      : Math.ceil(text.length / LINE[languageOf(locale).script === 'Han' ? 'Han' : 'others']) * LINE_HEIGHT +
        (kind === 'list-item' ? 0 : PARAGRAPH_GAP),
  );
  return heights.reduce((sum, height) => sum + height, 0);
}

function noteHeight(datasets: readonly Dataset[], locale: Locale): number {
  const perLine = NOTE[languageOf(locale).script === 'Han' ? 'Han' : 'others'];
  return datasets.map(withJoinedPanels).reduce((sum, dataset) => {
    const charts = dataset.panels.map((panel) => placePanel(dataset, panel, { locale, layout: 'narrow' }).height);
    const drawn = charts.reduce((own, height) => own + height * NOTE.drawing + NOTE.panel, 0);
    const switched = datasetVariants(dataset, locale).length > 1 ? NOTE.units : 0;
    return (
      sum + NOTE.frame + Math.ceil(wordsIn(dataset.headline, locale).length / perLine) * NOTE.line + switched + drawn
    );
  }, 0);
}

/** How many pieces from `start` on are together as high as `height`. */
function rowsOf(height: number, start: number, heights: readonly number[]): number {
  let rows = 0;
  for (let left = height; left > 0 && start + rows < heights.length; rows += 1) left -= heights[start + rows] ?? 0;
  return Math.max(rows, 1);
}

/**
 * The pieces of a text in order, each dataset at the piece that states the first of its figures, or further down where
 * the note before it, or the box with the record's facts, still fills the margin: heights are estimated, so that no line of the text
 * waits for a note.
 */
export function passages(text: Text, facts: readonly { readonly text: string }[] = []): Passage[] {
  const heights = text.pieces.map((piece) => pieceHeight(piece, text));
  const noted = new Map<number, Dataset[]>();
  const placed = new Set<string>();
  const tall = recordHeight(facts, text.locale) - HEAD_HEIGHT;
  let free = tall > 0 ? spanOver(HEAD_ROWS + rowsOf(tall, 0, heights)) - HEAD_ROWS : 0;
  for (const [index, piece] of text.pieces.entries()) {
    const stated = text.quoted.filter(({ match }) => piece.ids.includes(match.block));
    const datasets = [...new Set(stated.map(({ dataset }) => dataset))].filter(({ id }) => !placed.has(id));
    if (datasets.length === 0) continue;
    for (const { id } of datasets) placed.add(id);
    // Below the letter nothing is left to stand beside: what has no room joins the note before it, unless that comes before its words.
    const before = Math.max(-1, ...noted.keys());
    const below = index <= before ? before : text.pieces.length - 1;
    const at = free < text.pieces.length ? Math.max(index, free) : below;
    noted.set(at, [...(noted.get(at) ?? []), ...datasets]);
    free = at + spanOver(rowsOf(noteHeight(noted.get(at) ?? [], text.locale), at, heights));
  }
  return text.pieces.map((piece, index) => {
    const datasets = noted.get(index) ?? [];
    const next = [...noted.keys()].find((place) => place > index);
    return { piece, datasets, rows: next === undefined ? TO_THE_END : spanWithin(next - index) };
  });
}

/** How many rows of the letter, its head and the row of tools among them, come before the first note: the room beside them is free. */
export function rowsBeforeNotes(placed: readonly Passage[]): number {
  const first = placed.findIndex(({ datasets }) => datasets.length > 0);
  return first === -1 ? TO_THE_END : spanWithin(first + HEAD_ROWS);
}
