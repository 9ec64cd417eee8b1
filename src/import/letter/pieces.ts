import type { SourceBlock } from '../source.ts';
import type { Segment } from './arrange.ts';
import { isMastheadWord } from './bodies.ts';
import { type Reading, readings } from './readings.ts';
import type { Unit } from './units.ts';

export type { DayOf, Extent } from './readings.ts';

/** A piece of a source, in its order, with what it was taken for. */
export type Piece = Reading & {
  readonly line: number;
  /** The piece's own characters, as the source has them. */
  readonly source: string;
  readonly isHead: boolean;
  /** Whether much speaks for what it was taken for. */
  readonly isSure: boolean;
};

/** From this score of a segment on much speaks for it. */
const SURE = 4.5;

const tight = (text: string): string => text.replace(/\s+/gu, '');

/** The pieces of a source: its segments read. */
export function piecesOf(units: readonly Unit[], segments: readonly Segment[], known: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  for (const segment of segments) {
    const own = units.slice(segment.start, segment.start + segment.length);
    const line = own[0]?.block.line ?? 1;
    const isHead = segment.phase === 'head';
    const isPage = segments.some(({ phase, role }) => phase === 'tail' && role === 'chrome');
    const source = own.map((unit) => (unit.kind === 'text' ? unit.text : unit.block.rows.flat().join(''))).join('\n');
    for (const reading of readings(segment, own, { known, isPage })) {
      const last = pieces.at(-1);
      const piece: Piece = {
        ...reading,
        line,
        source: 'source' in reading ? reading.source : source,
        isHead,
        isSure: segment.score >= SURE,
      };
      if (
        piece.role === 'enclosures' &&
        isPageFiles(piece.blocks) &&
        pieces.some(({ role }) => role === 'enclosures')
      ) {
        const { line, source, isHead, isSure } = piece;
        pieces.push({ role: 'left-out', why: 'chrome', line, source, isHead, isSure });
        continue;
      }
      const over = piece.role === 'masthead' ? namesOver(pieces, piece.source) : [];
      if (over.length > 0) {
        const names = over.flatMap((own) => ('names' in own ? own.names : []));
        const all = [...over.map((own) => own.source), piece.source].join('\n');
        pieces.splice(-over.length, over.length, {
          ...piece,
          role: 'masthead',
          text: names.join(' ') + (isMastheadWord(piece.source) ? '' : ' ') + tight(piece.source),
          source: all,
        });
      } else if (
        piece.role === 'issuers' &&
        !piece.signed &&
        last?.role === 'masthead' &&
        !last.text.includes(piece.names.join(' '))
      ) {
        // 文件 beside the middle one of three names: the last one belongs to the masthead as well.
        const [, names = '', word = ''] = /^(.*?)(文件|函)?$/su.exec(last.text) ?? [];
        pieces[pieces.length - 1] = {
          ...last,
          text: `${[names, ...piece.names].join(' ')}${word}`,
          source: `${last.source}\n${piece.source}`,
        };
      } else if (isText(piece) && last && isText(last) && last.role === piece.role && piece.role !== 'addressee') {
        pieces[pieces.length - 1] = {
          ...last,
          source: `${last.source}\n${piece.source}`,
          blocks: [...last.blocks, ...piece.blocks],
        };
      } else pieces.push(piece);
    }
  }
  return withOneTitle(withoutPageName(pieces));
}

/** Pieces without the lines above a page's byline or menu that nothing else knows: an account's or a site's name. */
function withoutPageName(pieces: readonly Piece[]): Piece[] {
  const last = pieces.findLastIndex((piece) => piece.isHead && piece.isSure && isChrome(piece));
  return pieces.map((piece, at) =>
    at < last && piece.role === 'left-out' && piece.why === 'unknown' ? { ...piece, why: 'chrome' } : piece,
  );
}

const isChrome = (piece: Piece): boolean => piece.role === 'left-out' && piece.why === 'chrome';

/** Pieces without the title that a page's list repeats, where the letter has its own; without all but the first of several such. */
function withOneTitle(pieces: readonly Piece[]): Piece[] {
  const titles = pieces.filter((piece) => piece.role === 'title');
  const kept = titles.find((piece) => piece.ofPage !== true) ?? titles[0];
  return pieces.map((piece): Piece => {
    if (piece.role !== 'title' || piece === kept) return piece;
    const { line, source, isHead, isSure } = piece;
    return { role: 'left-out', why: 'chrome', line, source, isHead, isSure };
  });
}

/** Whether what seems to list what is enclosed is what a page offers under a letter that lists it itself: names of files. */
const isPageFiles = (blocks: readonly SourceBlock[]): boolean =>
  blocks.every(
    (block) =>
      block.kind === 'paragraph' && /\.[A-Za-z]{2,4}(?: ?[（(][^（）()]{1,20}[）)])?$/u.test(block.text.trimEnd()),
  );

/** The bare names that stand right over the word 文件, or over another body's 某某局文件: a masthead of several bodies. */
function namesOver(pieces: readonly Piece[], below: string): readonly Piece[] {
  const from = pieces.findLastIndex(
    (piece) => !(piece.role === 'issuers' && !piece.signed && piece.names.every((name) => !below.includes(name))),
  );
  return pieces.slice(from + 1);
}

type TextPiece = Extract<Piece, { readonly blocks: readonly SourceBlock[] }>;
const isText = (piece: Piece): piece is TextPiece => 'blocks' in piece;
