import { addresseeScore } from './addressees.ts';
import { isMastheadWord, isStamp, readMasthead, readOfficialSignature, readSignature } from './bodies.ts';
import { chromeScore } from './chrome.ts';
import { isPartOfDay, parsePrintedDay } from './dates.ts';
import { fold, foldTight } from './fold.ts';
import type { LabelRole } from './label-words.ts';
import { isBareLabel, labelledItems } from './labels.ts';
import {
  annexScore,
  beginsEnclosures,
  isPostalMark,
  parseAnsweredNumber,
  parseDisclosure,
  parseExtent,
  parseOutcome,
} from './marks.ts';
import { wholeNumber } from './numbers.ts';
import { isSameTitle, LONGEST_TITLE, loneTitleScore, titleScore } from './titles.ts';
import { isOfFrame, type Unit } from './units.ts';

/** The parts of a letter and of what surrounds it, in the order in which they follow one another. */
export const PHASES = ['head', 'addressee', 'text', 'foot', 'annex', 'tail'] as const;
export type Phase = (typeof PHASES)[number];

/** What units can be. */
export type Role =
  | 'chrome'
  | 'repeated-title'
  | 'masthead'
  | 'number'
  | 'mark'
  | 'title'
  | 'addressee'
  | 'text'
  | 'enclosures'
  | 'signature'
  | 'date'
  | 'stamp'
  | 'copies'
  | 'annex'
  | 'unknown';

/** One thing that units from `start` on may be, and how much speaks for it: 0 is nothing, 4 and more is nearly sure. */
export interface Candidate {
  readonly role: Role;
  readonly phase: Phase;
  readonly length: number;
  readonly score: number;
}

/** What speaks for chrome of a line outside a page's main text. */
const OUTSIDE = 2.5;

/** Where a unit is in a page, for what only web pages have. */
function placeOf(unit: Unit): 'main' | 'outside' | undefined {
  return unit.block.place;
}

const one = (phase: Phase, role: Role, score: number): Candidate => ({ phase, role, score, length: 1 });

const ITEM = /^(?:\d{1,2} *[.、)]|[(〔]\d{1,2}[)〕]|附件 *\d|[①-⑳])/u;
const COPIES =
  /^(?:抄 *送|抄 *报|分 *送|主 *送|报 *送|报|送|发|正 *本|副 *本) *:|^(?=.*印(?:发|制)?$).*?(?:办公室|综合科|秘书科|局办|委办|党政办) *[\d〇零一二三四五六七八九]{4} *年|^.{2,30}[\d〇零一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日印发?$|^(?:(?:校对|打字|录入|打印|核稿)人? *:.{0,20})?[(〔]?共?印 *\d+ *份[)〕]?$/u;
const EMPTY_PAGE = /^[(〔]?此页无正文[)〕]?$/u;
const OPENING =
  /收悉|答复如下|回复如下|函复如下|^以下[是为].{2,60}(?:答复|回复):$|(?:现|特)(?:将|就).{0,30}(?:答复|回复|办理)|提出的.{0,60}(?:建议|提案|议案)/u;
const CONTINUES = /^(?:共印|印发)/u;

/** Everything that the units beginning at one may be. `known` are the names of the site's bureaus. */
export function candidatesAt(units: readonly Unit[], start: number, known: readonly string[]): Candidate[] {
  const unit = units[start];
  if (unit === undefined) return [];
  const place = placeOf(unit);
  const outside = place === 'outside' ? -5 : place === 'main' ? 0.5 : 0;
  if (unit.kind === 'table') return tableCandidates(unit, place, known);
  const { text } = unit;
  const folded = fold(text).trim();
  // A sentence may speak of 微信, 二维码 or 无障碍 as pages do.
  const isSentence = place !== 'outside' && /[。；]$/u.test(folded) && folded.length >= 8;
  const chrome = isSentence ? 0 : chromeScore(text) + (place === 'outside' ? OUTSIDE : 0);
  const found: Candidate[] = [
    one('head', 'unknown', place === 'main' ? -2.5 : -3),
    one('tail', 'unknown', -1.5),
    one('annex', 'annex', annexScore(text) + outside),
    one('text', 'text', textScore(folded) + outside),
  ];
  if (folded.length <= 60) found.push(one('foot', 'unknown', /[。！!]$/u.test(folded) ? -9 : -4));
  if (chrome > 0)
    found.push(one('head', 'chrome', chrome), one('tail', 'chrome', chrome), one('foot', 'chrome', chrome - 2));
  if (EMPTY_PAGE.test(folded)) found.push(one('foot', 'stamp', 5));
  if (isStamp(text)) found.push(one('foot', 'stamp', 5));
  if (COPIES.test(folded)) {
    const length = copyLines(units, start);
    for (const phase of ['foot', 'annex'] as const) found.push({ phase, role: 'copies', length, score: 6 });
  }
  found.push(...headCandidates(units, start, unit, known, outside), ...footCandidates(units, start, unit, known));
  return found;
}

/** Most lines over which the list of who gets a copy runs. */
const MOST_COPY_LINES = 4;

/** The lines of who gets a copy: one that ends in the middle of the list goes on in the next. */
function copyLines(units: readonly Unit[], start: number): number {
  for (let length = 1; length < MOST_COPY_LINES; length += 1) {
    const [last, next] = [units[start + length - 1], units[start + length]];
    if (last?.kind !== 'text' || next?.kind !== 'text' || next.text.length > 80) return length;
    const goesOn = /[,，、:：]\s*$/u.test(last.text) || (last.text.length >= 16 && /[，、].*。$|。$/u.test(next.text));
    if (/[。.]\s*$/u.test(last.text) || !goesOn || COPIES.test(fold(next.text).trim())) return length;
  }
  return MOST_COPY_LINES;
}

/** How a line speaks for being a sentence of the letter rather than something of its frame. */
function textScore(folded: string): number {
  if (OPENING.test(folded)) return 3;
  if (/[。；;]$/u.test(folded) && folded.length >= 8) return 1.5;
  if (annexScore(folded) >= 5) return -3;
  return 0;
}

function headCandidates(
  units: readonly Unit[],
  start: number,
  { text, block }: Extract<Unit, { kind: 'text' }>,
  known: readonly string[],
  outside: number,
): Candidate[] {
  const found: Candidate[] = [];
  if (wholeNumber(text) !== undefined) found.push(one('head', 'number', 7), one('foot', 'number', 1));
  const masthead = readMasthead(text, known);
  if (masthead?.bare === true && beginsTitle(units, start)) {
    // 某某局 over 关于…的答复 is the first line of the title.
  } else if (masthead) {
    found.push(one('head', 'masthead', masthead.bare ? (known.includes(masthead.name) ? 3.5 : 1.5) : 5));
  } else if (isMastheadWord(text)) found.push(one('head', 'masthead', 3));
  const items = labelledItems(text);
  const isPageMark = items.length > 0 && items.every(({ role }) => role === 'about-page');
  if (items.length > 0)
    found.push(one('head', 'mark', isPageMark ? 4.5 : 5), one('tail', isPageMark ? 'mark' : 'chrome', 3));
  if (
    parseDisclosure(text) !== undefined ||
    parseOutcome(text) !== undefined ||
    parseExtent(text) !== undefined ||
    parseAnsweredNumber(text) !== undefined ||
    isPostalMark(text)
  ) {
    if (text.length <= 30) found.push(one('head', 'mark', 5));
  }
  found.push(...labelOver(units, start, 'head', known));
  const day = parsePrintedDay(text);
  if (day !== undefined) found.push(one('head', 'date', 2));
  const call = addressees(units, start);
  if (call) found.push({ ...call, score: call.score + outside });
  const lone = loneTitleScore(text) + (block.heading === 1 ? 1 : 0) + (block.align === 'center' ? 1 : 0);
  if (loneTitleScore(text) > 0) found.push(one('head', 'title', lone));
  found.push(...titles(units, start));
  return found;
}

/** Whether a body's name is the first line of a title that the next lines complete. */
function beginsTitle(units: readonly Unit[], start: number): boolean {
  return titles(units, start).some(({ role, length }) => role === 'title' && length > 1);
}

/** An addressee of one or several lines: 甲代表、 乙代表： */
function addressees(units: readonly Unit[], start: number): Candidate | undefined {
  let joined = '';
  for (let length = 1; length <= 4; length += 1) {
    const unit = units[start + length - 1];
    if (unit?.kind !== 'text' || unit.text.length > 120) return undefined;
    joined += unit.text;
    const score = addresseeScore(joined);
    if (score > 0) return { phase: 'addressee', role: 'addressee', length, score: score - (length - 1) * 0.5 };
    if (!/[、，,和及]$/u.test(joined)) return undefined;
  }
  return undefined;
}

/** The titles that begin at a unit, each as long as its lines make a whole; and those that the letter's own title repeats. */
function titles(units: readonly Unit[], start: number): Candidate[] {
  const lines: string[] = [];
  const found: Candidate[] = [];
  let outside = 0;
  for (let length = 1; length <= LONGEST_TITLE; length += 1) {
    const unit = units[start + length - 1];
    if (unit?.kind !== 'text' || unit.text.length > 120 || wholeNumber(unit.text) !== undefined) break;
    if (length > 1 && unit.block.place !== units[start]?.block.place) break;
    lines.push(unit.text);
    // Each line outside a page's main text could as well be chrome, and a title of several must outweigh them all.
    if (unit.block.place === 'outside') outside += OUTSIDE;
    const whole = titleScore(lines);
    if (whole === 0) continue;
    const score = whole + (length - 1) * 0.2 + outside;
    found.push({ phase: 'head', role: 'title', length, score });
    if (isRepeated(units, start + length, lines.join(''))) {
      found.push({ phase: 'head', role: 'repeated-title', length, score: score + 1 });
    }
  }
  const [only] = lines;
  if (found.length === 0 && only !== undefined && isRepeated(units, start + 1, only)) {
    found.push({ phase: 'head', role: 'repeated-title', length: 1, score: 5 });
  }
  return found;
}

/** Units after a page's heading among which the letter's own title may stand. */
const NEAR = 14;

function isRepeated(units: readonly Unit[], from: number, title: string): boolean {
  for (let start = from; start < Math.min(units.length, from + NEAR); start += 1) {
    let joined = '';
    for (let length = 1; length <= 4; length += 1) {
      const unit = units[start + length - 1];
      if (unit?.kind !== 'text' || unit.text.length > 120) break;
      joined += unit.text;
      if (isSameTitle(title, joined) && titleScore([joined]) > 0) return true;
    }
  }
  return false;
}

function footCandidates(
  units: readonly Unit[],
  start: number,
  { text, block }: Extract<Unit, { kind: 'text' }>,
  known: readonly string[],
): Candidate[] {
  const found: Candidate[] = [];
  const right = block.align === 'right' ? 1 : 0;
  if (parsePrintedDay(text) !== undefined) found.push(one('foot', 'date', 5 + right));
  else if (isPartOfDay(text)) found.push(one('foot', 'unknown', 4 + right));
  const signature = readSignature(text, known);
  if (signature)
    found.push(one('foot', 'signature', (signature.known ? 5 : 3) + right + (signature.stamps.length > 0 ? 1 : 0)));
  for (const length of [1, 2]) {
    const lines = linesFrom(units, start, length);
    if (lines !== undefined && lines.length <= 40 && readOfficialSignature(lines))
      found.push({ phase: 'foot', role: 'signature', length, score: 4 + length });
  }
  const items = labelledItems(text);
  // Below those who signed, or beside 会办单位, 主办单位 says who handled it.
  const isHandling =
    items[0]?.role === 'handling' && (signedAbove(units, start, known) || isHandlingLine(units[start + 1]));
  found.push(...labelOver(units, start, 'foot', known));
  if (items.length > 0) found.push(one('foot', 'mark', isHandling ? 7 : 5));
  else if (text.length <= 30 && (parseDisclosure(text) !== undefined || parseOutcome(text) !== undefined)) {
    found.push(one('foot', 'mark', 5));
  }
  if (beginsEnclosures(text)) {
    const list = enclosures(units, start);
    // The list may also come before the letter's last words.
    found.push(list, { ...list, phase: 'text' });
  }
  return found;
}

/** The text of some lines from one on, together; `undefined` where something else is among them. */
function linesFrom(units: readonly Unit[], start: number, length: number): string | undefined {
  const own = units.slice(start, start + length).flatMap((unit) => (unit.kind === 'text' ? [unit.text] : []));
  return own.length === length ? own.join('\n') : undefined;
}

/** Longest value that stands below its label. */
const LONGEST_VALUE = 24;
const BELOW: ReadonlySet<LabelRole> = new Set(['signers', 'contact', 'handling', 'disclosure', 'outcome', 'answered']);

/** A label whose value stands in the line below it: 联系人： over 雷某. */
function labelOver(units: readonly Unit[], start: number, phase: Phase, known: readonly string[]): Candidate[] {
  const lines = linesFrom(units, start, 2);
  const [label = '', value = ''] = lines?.split('\n') ?? [];
  if (!/[:：]\s*$/u.test(label) || !isBareLabel(label) || value.length > LONGEST_VALUE) return [];
  const [item] = labelledItems(label + value);
  if (item === undefined || !BELOW.has(item.role) || /[。；！？]/u.test(value) || titleScore([value]) > 0) return [];
  const isMark = parseDisclosure(value) !== undefined || parseOutcome(value) !== undefined;
  if (isOfFrame(value, known) && !(isMark && (item.role === 'disclosure' || item.role === 'outcome'))) return [];
  return addresseeScore(value) >= 4 ? [] : [{ phase, role: 'mark', length: 2, score: 7 }];
}

const isHandlingLine = (unit: Unit | undefined): boolean =>
  unit?.kind === 'text' && labelledItems(unit.text)[0]?.role === 'handling';

/** Whether one of the three lines above a line is a name that signs. */
function signedAbove(units: readonly Unit[], start: number, known: readonly string[]): boolean {
  return units
    .slice(Math.max(0, start - 3), start)
    .some((unit) => unit.kind === 'text' && labelledItems(unit.text).length === 0 && readSignature(unit.text, known));
}

/** The list of what is enclosed (附件：1.… 2.…), to its last item. */
function enclosures(units: readonly Unit[], start: number): Candidate {
  let length = 1;
  for (;;) {
    const next = units[start + length];
    if (next?.kind !== 'text' || next.text.length > 80 || !ITEM.test(fold(next.text).trim())) break;
    if (/[。；]$/u.test(next.text) || CONTINUES.test(next.text) || annexScore(next.text) >= 5) break;
    length += 1;
  }
  return { phase: 'foot', role: 'enclosures', length, score: 3.5 + (length - 1) * 1.5 };
}

/** A table: of the letter, of an annex, what a page tells of itself (索引号, 发文字号), or one that only sets out a head or a foot. */
function tableCandidates(
  { block }: Extract<Unit, { kind: 'table' }>,
  place: 'main' | 'outside' | undefined,
  known: readonly string[],
): Candidate[] {
  const cells = block.rows.flat().filter((cell) => cell.trim() !== '');
  const labels = cells.filter((cell) => isAboutPage(cell)).length;
  const isAbout = labels >= 2 && labels * 4 >= cells.length;
  const isFrame = isFrameTable(block.rows, known);
  const outside = place === 'outside' ? -5 : 0;
  return [
    one('head', isAbout || isFrame ? 'mark' : 'unknown', isAbout || isFrame ? 8 : -3),
    ...(isFrame ? [one('foot', 'mark', 8)] : []),
    one(
      'tail',
      isAbout ? 'mark' : place === 'outside' ? 'chrome' : 'unknown',
      isAbout ? 4 : place === 'outside' ? 2 : -2,
    ),
    one('text', 'text', (isAbout || isFrame ? -6 : 1) + outside),
    one('annex', 'annex', outside),
  ];
}

/**
 * Whether all that a table holds is of a letter's frame: a masthead of several bodies, labels with their values beside them, a number, names
 * that sign, a day.
 */
function isFrameTable(rows: readonly (readonly string[])[], known: readonly string[]): boolean {
  let [found, alone] = [0, 0];
  const days = new Set<string>();
  for (const row of rows) {
    const cells = distinct(row);
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at] ?? '';
      if (isBareLabel(cell) && cells[at + 1] !== undefined && !isBareLabel(cells[at + 1] ?? '')) {
        found += 2;
        at += 1;
      } else if (isMastheadWord(cell)) found += 1;
      else if (isOfFrame(cell, known)) {
        found += 1;
        const day = parsePrintedDay(cell);
        if (day !== undefined) days.add(day);
      } else alone += 1;
    }
  }
  // A plan of who does what by when has several days; a letter is signed on one.
  return found >= 2 && alone === 0 && days.size <= 1;
}

/** The cells of a row that hold something; of a merged cell that was spread only the first. */
const distinct = (row: readonly string[]): string[] =>
  row.filter((cell, at) => cell.trim() !== '' && cell !== row[at - 1]);

/** Whether a cell is a label of what pages tell of themselves, with or without its value. */
function isAboutPage(cell: string): boolean {
  const [item] = labelledItems(/[:：]/u.test(cell) ? cell : `${foldTight(cell)}:`);
  return item?.role === 'about-page';
}
