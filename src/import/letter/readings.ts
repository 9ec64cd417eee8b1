import type { OUTCOMES } from '../../model/reply.ts';
import type { SourceBlock, SourceParagraph } from '../source.ts';
import { dropScanSpaces } from '../spaces.ts';
import type { Segment } from './arrange.ts';
import { isBodyName, isMastheadWord, isStamp, readMasthead, readOfficialSignature, readSignature } from './bodies.ts';
import type { Phase } from './candidate.ts';
import { parsePrintedDay } from './dates.ts';
import { fold, foldTight, halfWidth } from './fold.ts';
import type { LabelRole } from './label-words.ts';
import { type LabelledItem, labelledItems, type PrintedLine } from './labels.ts';
import { isPostalMark, parseAnsweredNumber, parseDisclosure, parseExtent, parseOutcome } from './marks.ts';
import { wholeNumber } from './numbers.ts';
import { joinTitle, titleScore } from './titles.ts';
import type { Unit } from './units.ts';

export type Extent = 'whole' | 'summary' | 'part';

/** Whose day it is: what is under the letter, what its page calls the day of writing, or the day on which it was sent or printed. */
export type DayOf = 'letter' | 'page' | 'sending';

/** What of a piece goes into the record or the text of a reply. */
export type Reading =
  | { readonly role: 'number' | 'masthead' | 'index-number'; readonly text: string }
  /** `ofPage`: as the page's own list gives it. */
  | { readonly role: 'title'; readonly text: string; readonly ofPage?: boolean }
  | { readonly role: 'issuers'; readonly names: readonly string[]; readonly signed: boolean }
  | { readonly role: 'date'; readonly day: string; readonly of: DayOf }
  | { readonly role: 'disclosure'; readonly text: string; readonly extent: Extent | undefined }
  | { readonly role: 'extent'; readonly extent: Extent }
  | { readonly role: 'outcome'; readonly outcome: (typeof OUTCOMES)[number] }
  | { readonly role: 'signers' | 'contact'; readonly printed: PrintedLine }
  | { readonly role: 'handling' | 'answered'; readonly printed: PrintedLine }
  | { readonly role: 'addressee' | 'body' | 'enclosures' | 'annex' | 'copies'; readonly blocks: readonly SourceBlock[] }
  | { readonly role: 'left-out'; readonly why: 'chrome' | 'repeated' | 'stamp' | 'unknown' };

const tight = (text: string): string => text.replace(/\s+/gu, '');

/** A reading of a part of a segment, with the part's own characters. */
export type Read = Reading | (Reading & { readonly source: string });

/** What a segment says. `isPage`: whether what a web page sets below a letter is below this one. */
export function readings(
  segment: Segment,
  units: readonly Unit[],
  { known, isPage }: { readonly known: readonly string[]; readonly isPage: boolean },
): Read[] {
  const texts = units.flatMap((unit) => (unit.kind === 'text' ? [unit.text] : []));
  const [text = ''] = texts;
  switch (segment.role) {
    case 'chrome':
      return [{ role: 'left-out', why: 'chrome' }];
    case 'repeated-title':
      return [{ role: 'left-out', why: 'repeated' }];
    case 'stamp':
      return [{ role: 'left-out', why: 'stamp' }];
    case 'unknown':
      return [{ role: 'left-out', why: segment.phase === 'tail' && isPage ? 'chrome' : 'unknown' }];
    case 'masthead':
      return [masthead(text, known)];
    case 'number':
      return [{ role: 'number', text: printedNumber(text) }];
    case 'title':
      return [{ role: 'title', text: halfWidth(joinTitle(texts)) }];
    case 'date':
      return [dated(text, segment.phase === 'head' ? 'page' : 'letter')];
    case 'signature': {
      const official = readOfficialSignature(texts.join('\n'));
      if (official) return ofOfficial(official);
      const names = readSignature(text, known)?.names ?? [];
      return [{ role: 'issuers', names, signed: true }];
    }
    case 'mark':
      // A label over its value.
      if (texts.length > 1) return lineMarks(texts.join(''));
      return units.flatMap((unit) => marks(unit, segment.phase, known));
    case 'addressee':
      return [{ role: 'addressee', blocks: [oneParagraph(units)] }];
    case 'text':
      return [{ role: 'body', blocks: blocksOf(units) }];
    case 'enclosures':
    case 'copies':
    case 'annex':
      return [{ role: segment.role, blocks: blocksOf(units) }];
  }
}

/** A body for which an official signed, and who that was. */
function ofOfficial({ body, post, name }: NonNullable<ReturnType<typeof readOfficialSignature>>): Read[] {
  return [
    { role: 'issuers', names: [body], signed: true, source: body },
    { role: 'signers', printed: { label: post, value: name }, source: post + name },
  ];
}

const blocksOf = (units: readonly Unit[]): SourceBlock[] =>
  units.map((unit) => (unit.kind === 'table' ? unit.block : { ...unit.block, text: unit.text }));

/** An addressee that runs over several lines is one paragraph. */
function oneParagraph(units: readonly Unit[]): SourceParagraph {
  const texts = units.flatMap((unit) => (unit.kind === 'text' ? [unit.text] : []));
  const line = units[0]?.block.line ?? 1;
  return { kind: 'paragraph', text: texts.join(''), line, heading: undefined, bullet: false };
}

function masthead(text: string, known: readonly string[]): Reading {
  const read = readMasthead(text, known);
  if (read?.bare === true) return { role: 'issuers', names: [read.name], signed: false };
  return { role: 'masthead', text: tight(text) };
}

/** A number as it is recorded: its digits in the usual width, without the spaces of scanning. */
function printedNumber(text: string): string {
  const number = wholeNumber(text)?.number ?? text.trim();
  return halfWidth(dropScanSpaces(number).text);
}

function dated(text: string, of: DayOf): Reading {
  const day = parsePrintedDay(text);
  return day === undefined ? { role: 'left-out', why: 'unknown' } : { role: 'date', day, of };
}

/** What lines of marks say, each with its own characters. */
function marks(unit: Unit, phase: Phase, known: readonly string[]): Read[] {
  if (unit.kind === 'table') {
    const { rows } = unit.block;
    const over = phase === 'head' ? mastheadRows(rows) : 0;
    return [...mastheadOf(rows.slice(0, over)), ...tableMarks(rows.slice(over), (cell) => ofFrame(cell, phase, known))];
  }
  // （經辦人：…） above a letter of Hong Kong names whom it is for.
  const isAttention = phase === 'head' && /^ *\(经办人:/u.test(fold(unit.text));
  return isAttention ? [{ role: 'left-out', why: 'unknown' }] : lineMarks(unit.text);
}

/** How many rows a table begins with that are the masthead of several bodies: their names, and 文件 beside one or all of them. */
function mastheadRows(rows: readonly (readonly string[])[]): number {
  const isName = (cell: string) => isBodyName(cell);
  const filled = rows.map((row) => row.filter((cell) => cell.trim() !== ''));
  const other = filled.findIndex((cells) => !cells.every((cell) => isName(cell) || isMastheadWord(cell)));
  const over = other === -1 ? rows.length : other;
  const cells = filled.slice(0, over).flat();
  return cells.some(isName) && cells.some(isMastheadWord) ? over : 0;
}

/** The masthead that rows of a table are: 某某局 某某局文件; nothing where there are none. */
function mastheadOf(rows: readonly (readonly string[])[]): Read[] {
  const cells = rows.flat().filter((cell) => cell.trim() !== '');
  const names = cells.filter((cell) => !isMastheadWord(cell)).map(tight);
  const word = cells.find(isMastheadWord);
  if (word === undefined) return [];
  return [{ role: 'masthead', text: [...new Set(names)].join(' ') + tight(word), source: cells.join('\n') }];
}

/** What a cell says that is no label: the number of a letter, a day, a name that signs, a mark. */
function ofFrame(cell: string, phase: Phase, known: readonly string[]): Reading | undefined {
  if (wholeNumber(cell)) return { role: 'number', text: printedNumber(cell) };
  if (parsePrintedDay(cell)) return dated(cell, phase === 'head' ? 'page' : 'letter');
  const signature = readSignature(cell, known);
  if (signature) return { role: 'issuers', names: signature.names, signed: phase === 'foot' };
  const [mark] = lineMarks(cell);
  return mark?.role === 'left-out' ? undefined : mark;
}

function lineMarks(text: string): Read[] {
  const items = labelledItems(text);
  if (items.length > 0) return items.map((item) => ({ ...labelled(item), source: text.slice(item.start, item.end) }));
  const outcome = parseOutcome(text);
  if (outcome !== undefined) return [{ role: 'outcome', outcome }];
  const disclosure = parseDisclosure(text);
  if (disclosure !== undefined) return [{ role: 'disclosure', text: disclosure, extent: parseExtent(disclosure) }];
  const number = parseAnsweredNumber(text);
  if (number !== undefined) return [{ role: 'answered', printed: { label: '编号', value: halfWidth(number) } }];
  const extent = parseExtent(text);
  if (extent !== undefined) return [{ role: 'extent', extent }];
  return [{ role: 'left-out', why: isStamp(text) || isPostalMark(text) ? 'stamp' : 'unknown' }];
}

/** What a labelled item says: 公开方式：主动公开, 办理结果：A, 联系人：…, 索引号：…. */
function labelled(item: LabelledItem): Reading {
  const printed = { label: item.label, value: item.value.replace(/\s+/gu, ' ') };
  const by: Readonly<Record<LabelRole, () => Reading>> = {
    signers: () => ({ role: 'signers', printed }),
    contact: () => ({ role: 'contact', printed }),
    disclosure: () => {
      const text = parseDisclosure(item.value, item.label);
      if (text !== undefined) return { role: 'disclosure', text, extent: parseExtent(text) };
      // 不公开理由：… is printed as it is; a way of disclosure that nobody knows is left to a person.
      return /理由|原因|依据/u.test(item.label) ? { role: 'contact', printed } : { role: 'left-out', why: 'unknown' };
    },
    outcome: () => {
      const outcome = parseOutcome(item.value);
      if (outcome !== undefined) return { role: 'outcome', outcome };
      // 分类：建议提案 is the page's, 办理结果：已解决 the letter's.
      return /^(?:分类|类别|类型)$/u.test(foldTight(item.label))
        ? { role: 'left-out', why: 'chrome' }
        : { role: 'signers', printed };
    },
    handling: () => ({ role: 'handling', printed }),
    answered: () => ({ role: 'answered', printed }),
    'about-page': () => aboutPage(item.label, item.value),
  };
  return by[item.role]();
}

/** Longest document number of a form that nothing else knows. */
const LONGEST_NUMBER = 30;

/** What a page tells of the letter in a list of its own. What it tells of itself is none of the letter's. */
function aboutPage(label: string, value: string): Reading {
  const name = foldTight(label);
  if (value.trim() === '') return { role: 'left-out', why: 'chrome' };
  if (name.endsWith('索引号')) return { role: 'index-number', text: tight(value) };
  if (/^(?:标题|名称|信息名称|文件名称)$/u.test(name) && titleScore([value]) > 0)
    return { role: 'title', text: halfWidth(joinTitle([value])), ofPage: true };
  // Under its label a number may have any form: 府工字第1140035678號.
  if (/文号$|字号$/u.test(name) && (wholeNumber(value) || (/\d/u.test(value) && value.trim().length <= LONGEST_NUMBER)))
    return { role: 'number', text: printedNumber(value) };
  if (/^(?:成文|生成|发文|印发)日期$/u.test(name)) {
    const day = parsePrintedDay(value);
    if (day !== undefined) return { role: 'date', day, of: /^[发印]/u.test(name) ? 'sending' : 'page' };
  }
  if (/^(?:答复|回复|办结|办复|签发)(?:时间|日期)$/u.test(name)) {
    const day = parsePrintedDay(/^\S+/u.exec(value.trim())?.[0] ?? '');
    if (day !== undefined) return { role: 'date', day, of: 'letter' };
  }
  if (/^(?:答复|回复|处理|办理|办复|受理)(?:单位|部门|机构)$/u.test(name) && isBodyName(value))
    return { role: 'issuers', names: [tight(value)], signed: true };
  return { role: 'left-out', why: 'chrome' };
}

/** The items of a table: labels and values in cells side by side, or both in one cell, and what `others` reads of other cells. */
function tableMarks(rows: readonly (readonly string[])[], others: (cell: string) => Reading | undefined): Read[] {
  return rows.flatMap((row) => {
    const cells = row.filter((cell) => cell.trim() !== '');
    const found: Read[] = [];
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at] ?? '';
      const whole = labelledItems(cell);
      const next = cells[at + 1] ?? '';
      const beside =
        whole.length === 0 || whole.every(({ value }) => value === '')
          ? labelledItems(`${cell.replace(/[:：]\s*$/u, '')}：${next}`)
          : [];
      const isLabel = labelledItems(`${next.replace(/[:：]\s*$/u, '')}：`).length > 0;
      if (next !== '' && beside.length === 1 && beside[0] && !isLabel) {
        // A value in merged cells that were spread is in each of them.
        let end = at + 1;
        while (cells[end + 1] === next) end += 1;
        found.push({ ...labelled(beside[0]), source: cells.slice(at, end + 1).join('') });
        at = end;
      } else if (whole.length > 0) {
        for (const item of whole) found.push({ ...labelled(item), source: cell.slice(item.start, item.end) });
      } else found.push({ ...(others(cell) ?? { role: 'left-out', why: 'chrome' }), source: cell });
    }
    return found;
  });
}
