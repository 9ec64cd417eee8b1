import { stringify } from 'yaml';
import { type Finding, type RuleId, SiteError } from '../errors.ts';
import { importWords } from '../language/messages/importing.ts';
import { foldSpace } from '../text/blocks.ts';
import { UnwritableText, writeItem, writeTable, writeText } from '../text/write-text.ts';
import { proveComplete, recordChanges } from './account.ts';
import { type Body, type BodyBlock, prepareAnnexes, prepareBody } from './body.ts';
import { isBodyName } from './letter/bodies.ts';
import { foldTight } from './letter/fold.ts';
import { type Letter, type Piece, piecesWith, readLetter, secondLetter } from './letter/index.ts';
import { labelledItems } from './letter/labels.ts';
import { secrecyMark } from './letter/marks.ts';
import { wholeNumber } from './letter/numbers.ts';
import { loneTitleScore, titleScore } from './letter/titles.ts';
import { askQuestions, type Question } from './questions.ts';
import { type DraftRecord, draftRecord, type ImportSite, numberOf } from './record.ts';
import { IMPORT_RULES } from './rules.ts';
import type { Change, SourceBlock, SourceText } from './source.ts';
import { dropScanSpaces } from './spaces.ts';

export type { ImportSite } from './record.ts';

/** What an import is told besides the source. */
interface ImportContext {
  /** The source's name, for findings. */
  readonly file: string;
  readonly site: ImportSite;
  /** The document number, where the source does not print it and the user knows it. */
  readonly number?: string | undefined;
}

/** An imported reply: its record, the text of its zh.mdx, what was changed, and what a person has to know. */
export interface ImportedReply {
  readonly record: DraftRecord;
  readonly text: string;
  readonly changes: readonly Change[];
  readonly questions: readonly Question[];
  /** Files to be beside zh.mdx, by name. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** How many characters of the source are accounted for. */
  readonly characters: number;
}

/** A block as Markdown. Throws a SiteError for characters that Markdown cannot express. */
function writeBlock(block: BodyBlock, file: string): string {
  try {
    return blockMarkdown(block);
  } catch (error) {
    if (error instanceof UnwritableText) throw notCarried(file, error.text);
    throw error;
  }
}

function blockMarkdown(block: BodyBlock): string {
  switch (block.kind) {
    case 'heading':
      return writeText(block.text, block.depth);
    case 'list-item':
      return writeItem(block.text);
    case 'table':
      return writeTable(block.rows);
    case 'paragraph':
      return writeText(block.text);
  }
}

/** Blocks as Markdown: a blank line between them, none between the items of a list. */
function writeBody(blocks: readonly BodyBlock[], file: string): string {
  return blocks
    .map((block, index) => {
      const isNextItem = block.kind === 'list-item' && blocks[index - 1]?.kind === 'list-item';
      return (index === 0 ? '' : isNextItem ? '\n' : '\n\n') + writeBlock(block, file);
    })
    .join('');
}

const enclosed = (block: SourceBlock): SourceBlock => (block.kind === 'table' ? block : { ...block, enclosed: true });

/** A part of a letter's text: the letter itself, annexes, or an imprint (抄送, 印发). */
interface TextPart {
  readonly role: 'letter' | 'annex' | 'copies';
  readonly body: Body;
}

/** The parts of a letter's text, the letter first, those after its date in the order of the source. */
function partsOf(pieces: readonly Piece[], source: SourceText): TextPart[] {
  const origin = {
    format: source.format,
    breaks: source.breaks,
    pageNumbers: source.changes.filter(({ kind }) => kind === 'page-number').map(({ line }) => line),
  };
  const blocks = pieces.flatMap((piece): readonly SourceBlock[] =>
    piece.role === 'addressee' || piece.role === 'body'
      ? piece.blocks
      : piece.role === 'enclosures'
        ? piece.blocks.map(enclosed)
        : [],
  );
  const after = pieces.flatMap((piece): TextPart[] => {
    if (piece.role === 'annex') return [{ role: 'annex', body: prepareAnnexes(piece.blocks, origin) }];
    return piece.role === 'copies' ? [{ role: 'copies', body: prepareBody(piece.blocks, origin) }] : [];
  });
  return [{ role: 'letter', body: prepareBody(blocks, origin) }, ...after];
}

/** The parts of a text as Markdown: what comes after the date is below a line ***, and so does an imprint after an annex. */
function writeParts(parts: readonly TextPart[], file: string): string {
  return parts
    .map(({ role, body }, index) => {
      const before = parts[index - 1]?.role;
      const divider = before === 'letter' || (role === 'copies' && before === 'annex') ? '***\n\n' : '';
      return divider + writeBody(body.blocks, file);
    })
    .join('\n\n');
}

/**
 * Turns a source into the text of a reply's zh.mdx, and proves that no character was lost.
 * Throws a SiteError where it holds no text, two letters, a mark of secrecy, or something that cannot be carried.
 */
export function importReply(source: SourceText, { file, site, number: given }: ImportContext): ImportedReply {
  const letter = readLetter(source, site.bureaus);
  guardLetter(letter, source, file);
  const { pieces } = letter;
  const parts = partsOf(pieces, source);
  const body = parts[0]?.body ?? { blocks: [], changes: [] };
  const textChanges = [
    ...source.changes,
    ...parts.flatMap((part) => part.body.changes),
    ...pieces.flatMap(spaceChanges),
  ];
  const files = (source.files ?? []).map((own, index) => ({
    name: `picture-${index + 1}.${own.extension}`,
    bytes: own.bytes,
    own,
  }));
  const attachments = files.map(({ name, own }, index) => ({
    file: name,
    title: {
      zh: importWords.zh.picture(index + 1, own.description),
      en: importWords.en.picture(index + 1, own.description),
    },
  }));
  const placed = files.map(
    ({ name, own }): Change => ({
      kind: 'picture',
      line: own.line,
      text: `${name} ← ${own.after}`,
      removed: '',
      added: '',
    }),
  );
  const number = numberOf(pieces) ?? given;
  const record = draftRecord(letter, source, textChanges, {
    site,
    number,
    attachments: attachments.length > 0 ? attachments : undefined,
  });
  const changes = [...textChanges, ...placed, ...recordChanges(pieces, record)].sort(
    (one, other) => one.line - other.line,
  );
  const text = `---\n${unknownLines(pieces)}${stringify(record, { lineWidth: 0, schema: 'core', aliasDuplicateObjects: false })}---\n\n${writeParts(parts, file)}\n`;
  proveComplete(file, text, source, pieces, changes);
  const questions = askQuestions(record, letter, body, changes, { source, site });
  return { record, text, changes, questions, files, characters: Array.from(source.characters).length };
}

/** Lines of the letter for which the record has no place, as comments at the top of the file, where an editor sees them. */
function unknownLines(pieces: readonly Piece[]): string {
  const unknown = piecesWith(pieces, 'left-out').filter(({ why }) => why === 'unknown');
  return unknown
    .map(({ source }) => `# ${importWords.zh.unknownComment(source.replace(/[\s\p{Cc}]+/gu, ' ').trim())}\n`)
    .join('');
}

/** The spaces that scanning put into a number or title, listed like those of the body. */
function spaceChanges(piece: Piece): Change[] {
  if (piece.role !== 'number' && piece.role !== 'title') return [];
  const { places } = dropScanSpaces(foldSpace(piece.source));
  return places.map((text) => ({ kind: 'space', line: piece.line, text, removed: '', added: '' }));
}

function guardLetter(letter: Letter, source: SourceText, file: string): void {
  const { pieces } = letter;
  const refuse = (rule: RuleId, line: number | undefined, message: Finding['message'], hint: Finding['hint']) => {
    throw new SiteError({
      rule,
      severity: 'error',
      place: line === undefined ? { file } : { file, line },
      message,
      hint,
    });
  };
  const texts = piecesWith(pieces, 'body').flatMap(({ blocks }) => blocks);
  if (texts.every(isFrame)) {
    refuse(
      IMPORT_RULES['import-empty'].id,
      undefined,
      { zh: '文稿里没有正文', en: 'the source holds no text of a reply' },
      {
        zh: '请检查是否选错了文件，或文字是不是图片',
        en: 'check that it is the right file and that its text is no picture',
      },
    );
  }
  const secret = source.blocks.find((block) => bearsSecrecy(block));
  if (secret) {
    refuse(
      IMPORT_RULES['import-secret'].id,
      secret.line,
      { zh: '文稿上标有密级', en: 'the document bears a mark of secrecy' },
      {
        zh: '涉密文件不得上网：请立即从这里删除，并报告保密部门；如已解密，请去掉密级标志后再导入',
        en: 'it must not be published: delete it here and report it; where it was declassified, take the mark off and import again',
      },
    );
  }
  const second = secondLetter(source);
  if (second !== undefined) {
    refuse(
      IMPORT_RULES['import-two-letters'].id,
      second,
      {
        zh: `文稿里像是有两件答复，第二件从第${second}行（段）开始`,
        en: `the source seems to hold two letters; the second begins at line (paragraph) ${second}`,
      },
      { zh: '请拆成两个文件，分别导入', en: 'cut it into two files and import each' },
    );
  }
}

/** Whether a block bears a mark of secrecy, alone or beside other marks: 机密★1年　特急, 缓急：平件　密级：秘密, the cells 密级 and 秘密. */
function bearsSecrecy(block: SourceBlock): boolean {
  if (block.kind === 'table') {
    const cells = block.rows.flat().map(foldTight);
    return (
      cells.some((cell) => cell === '密级' || cell === '密级:') && cells.some((cell) => secrecyMark(cell) !== undefined)
    );
  }
  const { text } = block;
  const marks = [
    text,
    ...text.split(/\t|\u3000+|[ \u00a0]{2,}/u),
    ...text.split(/\s+/u).filter((word) => /[★☆]/u.test(word)),
    ...labelledItems(text).flatMap(({ label, value }) => (foldTight(label) === '密级' ? [value] : [])),
  ];
  return marks.some((mark) => secrecyMark(mark) !== undefined);
}

/** Whether a block is no text of a letter: a lone title, number or name. */
function isFrame(block: SourceBlock): boolean {
  if (block.kind === 'table') return false;
  return (
    titleScore([block.text]) > 0 ||
    loneTitleScore(block.text) > 0 ||
    wholeNumber(block.text) !== undefined ||
    isBodyName(block.text)
  );
}

function notCarried(file: string, text: string): SiteError {
  const codes = [...new Set(Array.from(text.matchAll(/[\p{Cc}\p{Cs}\p{Cn}\p{Co}]/gu), ([character]) => character))]
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
  const shown = text.replace(/\p{C}/gu, '').slice(0, 20);
  return new SiteError({
    rule: IMPORT_RULES['import-character'].id,
    severity: 'error',
    place: { file },
    message: {
      zh: `“${shown}”一段里有不能保存的字符 ${codes}`,
      en: `the paragraph that begins "${shown}" holds what cannot be kept: ${codes}`,
    },
    hint: {
      zh: '请在原稿里删去这些控制字符再导入',
      en: 'remove these control characters from the source and import again',
    },
  });
}
