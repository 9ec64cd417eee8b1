import { stringify } from 'yaml';
import { SiteError } from '../errors.ts';
import { foldSpace } from '../markdown/blocks.ts';
import { UnwritableText, writeItem, writeTable, writeText } from '../markdown/write-text.ts';
import { parseDocumentNumber, replyId } from '../model/document-number.ts';
import { proveComplete, recordChanges } from './account.ts';
import { type BodyBlock, prepareBody } from './body.ts';
import { takeApart } from './letter.ts';
import type { Part } from './parts.ts';
import { askQuestions, type Question } from './questions.ts';
import { draftRecord } from './record.ts';
import type { Change, SourceBlock, SourceText } from './source.ts';
import { dropScanSpaces } from './spaces.ts';

/** What an import is told besides the source. */
export interface ImportContext {
  /** The source's name, for findings. */
  readonly file: string;
  /** The bureau's name, from site.yaml. */
  readonly issuer: string;
  /** The ids of the topics that site.yaml has. */
  readonly topics: readonly string[];
  /** The document number, where the source does not print it. */
  readonly number: string | undefined;
}

/** An imported reply: the text of its zh.mdx, what was changed, and what a person has to know. */
export interface ImportedReply {
  readonly id: string;
  readonly text: string;
  readonly changes: readonly Change[];
  readonly questions: readonly Question[];
  /** How many characters of the source are accounted for. */
  readonly characters: number;
}

/** A block as Markdown. Throws a SiteError where it holds what no Markdown stands for. */
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

/**
 * Turns a source into the text of a reply's zh.mdx, and proves that no character was lost.
 * Throws a SiteError where it holds no document number, no text, or something that cannot be carried.
 */
export function importReply(source: SourceText, { file, issuer, topics, number: given }: ImportContext): ImportedReply {
  const letter = takeApart(source.blocks, issuer);
  const parts = [...letter.head, ...letter.body, ...letter.foot];
  const number =
    letter.head.findLast((part): part is Extract<Part, { role: 'number' }> => part.role === 'number')?.text ?? given;
  const parsed = number === undefined ? undefined : parseDocumentNumber(number);
  if (number === undefined || parsed === undefined) throw numberMissing(file);
  const bodySource = parts.flatMap((part): SourceBlock[] => (part.role === 'body' ? [part.block] : []));
  if (bodySource.length === 0) throw bodyMissing(file);
  const body = prepareBody(bodySource, source.form);
  const textChanges = [...source.changes, ...body.changes];
  const bodyTexts = body.blocks.flatMap((block) =>
    block.kind === 'table' || block.kind === 'heading' ? [] : [block.text],
  );
  const ownParts = [...letter.head, ...letter.foot];
  const headSpaces = ownParts.flatMap(spaceChanges);
  const record = draftRecord(letter, bodyTexts, source, [...textChanges, ...headSpaces], { issuer, number });
  const changes = [...textChanges, ...headSpaces, ...recordChanges(ownParts, record)].sort(
    (one, other) => one.line - other.line,
  );
  const frontMatter = stringify(record, { lineWidth: 0, schema: 'core' });
  const text = `---\n${frontMatter}---\n\n${writeBody(body.blocks, file)}\n`;
  proveComplete(file, text, source, parts, changes);
  const questions = askQuestions(record, letter, body, changes, { form: source.form, topics });
  return { id: replyId(parsed), text, changes, questions, characters: Array.from(source.characters).length };
}

/** The spaces that scanning put into a number or title, listed like those of the body. */
function spaceChanges(part: Part): Change[] {
  if (part.role !== 'number' && part.role !== 'title') return [];
  const { places } = dropScanSpaces(foldSpace(part.source));
  return places.map((text) => ({ kind: 'space', line: part.line, text, removed: '', added: '' }));
}

function numberMissing(file: string): SiteError {
  return new SiteError({
    rule: 'import-number',
    severity: 'error',
    place: { file },
    message: { zh: '文稿里没有找到文号，无法确定文件夹', en: 'no document number was found, and so no folder' },
    hint: {
      zh: '请在文稿标题之前写明文号，如“[2024] 7号”，或加 --number "[2024] 7号"',
      en: 'print the number above the title, such as [2024] 7号, or add --number "[2024] 7号"',
    },
  });
}

function bodyMissing(file: string): SiteError {
  return new SiteError({
    rule: 'import-empty',
    severity: 'error',
    place: { file },
    message: { zh: '文稿里没有正文', en: 'the source holds no text of a reply' },
    hint: {
      zh: '请检查是否选错了文件，或文字是不是图片',
      en: 'check that it is the right file and that its text is no picture',
    },
  });
}

function notCarried(file: string, text: string): SiteError {
  const codes = [...new Set(Array.from(text.matchAll(/[\p{Cc}\p{Cs}\p{Cn}\p{Co}]/gu), ([character]) => character))]
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
  const shown = text.replace(/\p{C}/gu, '').slice(0, 20);
  return new SiteError({
    rule: 'import-character',
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
