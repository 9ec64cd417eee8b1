import { isRecognised, type SourceBlock, type SourceText } from '../source.ts';
import { dropScanSpaces } from '../spaces.ts';
import { addresseeScore } from './addressees.ts';
import { type Answered, findAnswered } from './answered.ts';
import { arrange } from './arrange.ts';
import { foldTight } from './fold.ts';
import { otherKind } from './kinds.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { findProposers } from './proposers.ts';
import { titleScore } from './titles.ts';
import { unitsOf } from './units.ts';

export type { Answered } from './answered.ts';
export type { DayOf, Extent, Piece } from './pieces.ts';

/** A letter read: its pieces in order, and what its words say of the document that it answers. */
export interface Letter {
  readonly pieces: readonly Piece[];
  readonly answered: readonly Answered[];
  readonly proposers: readonly string[];
}

/** Paragraphs after the addressee that say what is answered. */
const OPENING = 2;

/** Reads a source as a letter. `known` are the names of the site's bureaus, by which mastheads and signatures are told. */
export function readLetter(source: Pick<SourceText, 'blocks' | 'format'>, known: readonly string[]): Letter {
  const units = unitsOf(source.blocks, known);
  const pieces = piecesOf(units, arrange(units, known), known);
  const title = piecesWith(pieces, 'title').at(-1)?.text ?? '';
  // The spaces of character recognition are in no name and no title.
  const plain = (text: string) => (isRecognised(source.format) ? dropScanSpaces(text).text : text);
  const addressees = piecesWith(pieces, 'addressee').flatMap(({ blocks }) => textsOf(blocks).map(plain));
  const opening = wholeQuotations(piecesWith(pieces, 'body').flatMap(({ blocks }) => textsOf(blocks)))
    .slice(0, OPENING)
    .map(plain);
  const answered = withPrinted(findAnswered(title, opening), pieces);
  const named = piecesWith(pieces, 'answered').filter(({ printed }) =>
    /人|代表$|委员$|提案者|网友|昵称/u.test(printed.label),
  );
  const proposers =
    named.length > 0 ? named.flatMap(({ printed }) => namesOf(printed)) : findProposers(addressees, opening, title);
  return { pieces: withoutRepeated(pieces, answered), answered, proposers };
}

/** The first paragraphs of a letter, each with the next one where that closes its 《: the ends of lines part titles in wrapped text. */
function wholeQuotations(texts: readonly string[]): string[] {
  const whole: string[] = [];
  for (const text of texts.slice(0, OPENING * 2)) {
    const last = whole.at(-1) ?? '';
    const isOpen = last.lastIndexOf('《') > last.lastIndexOf('》') || last.lastIndexOf('“') > last.lastIndexOf('”');
    if (isOpen && /^[^《“]*[》”]/u.test(text)) whole[whole.length - 1] = last + text;
    else whole.push(text);
  }
  return whole;
}

/** Pieces in which a line that is nothing but the title of what is answered, such as a page's heading, is a repeated one. */
function withoutRepeated(pieces: readonly Piece[], answered: readonly Answered[]): Piece[] {
  const titles = answered.flatMap(({ title }) => (title === undefined ? [] : [foldTight(title)]));
  return pieces.map((piece) =>
    piece.role === 'left-out' &&
    piece.why === 'unknown' &&
    titles.includes(foldTight(piece.source).replace(/^《|》$/gu, ''))
      ? { ...piece, why: 'repeated' }
      : piece,
  );
}

/** The pieces of a role. */
export function piecesWith<Role extends Piece['role']>(
  pieces: readonly Piece[],
  role: Role,
): (Piece & { readonly role: Role })[] {
  return pieces.filter((piece): piece is Piece & { readonly role: Role } => piece.role === role);
}

const textsOf = (blocks: readonly SourceBlock[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));

/** What lines above the letter print of the document answered (案由：…, 建议编号：…) goes before what its sentences say. */
function withPrinted(answered: readonly Answered[], pieces: readonly Piece[]): Answered[] {
  const printed = piecesWith(pieces, 'answered').map((piece) => piece.printed);
  const number = printed.find(({ label }) => /(?:编号|案号|建议号|提案号)$/u.test(label))?.value;
  const title = printed.find(({ label }) => /题目|标题|主题|名称|案由/u.test(label))?.value;
  const labels = printed.map(({ label }) => label).join(' ');
  const kind = /建议|提案|议案/u.exec(labels)?.[0] ?? otherKind(labels);
  return answered.map((item, index) =>
    index === 0
      ? { ...item, kind: item.kind ?? kind, number: item.number ?? number, title: title ?? item.title }
      : item,
  );
}

/** The people whom a printed line names: 提案人：李某、张某. */
function namesOf({ value }: { readonly value: string }): string[] {
  return (
    value
      // What is beside a name in brackets, such as a telephone, is none of it.
      .replace(/[（(][^（）()]*[）)]/gu, (beside) => (/[:：\d]/u.test(beside) ? '' : beside))
      .split(/[、，,；;]/u)
      .map((name) => name.trim())
      .filter((name) => name !== '')
  );
}

/** The line of a second title in a source that has an addressee of its own after it: the source holds two letters. */
export function secondLetter({ blocks }: Pick<SourceText, 'blocks'>): number | undefined {
  const text = (at: number): string => {
    const block = blocks[at];
    return block?.kind === 'paragraph' ? block.text : '';
  };
  const titles = blocks.flatMap((_, at) => (titleScore([text(at)]) >= 9 ? [at] : []));
  const addressed = titles.filter((at) => [at + 1, at + 2, at + 3].some((next) => addresseeScore(text(next)) >= 6));
  const second = addressed[1];
  return second === undefined ? undefined : blocks[second]?.line;
}
