import { addresseeScore } from './addressees.ts';
import { readOfficialSignature, readSignature } from './bodies.ts';
import { type Candidate, one, type Phase } from './candidate.ts';
import { isPartOfDay, parsePrintedDay } from './dates.ts';
import { fold } from './fold.ts';
import type { LabelRole } from './label-words.ts';
import { isBareLabel, labelledItems } from './labels.ts';
import { annexScore, beginsEnclosures, parseDisclosure, parseOutcome } from './marks.ts';
import { titleScore } from './titles.ts';
import { isOfFrame, type Unit } from './units.ts';

const COPIES =
  /^(?:抄 *送|抄 *报|分 *送|主 *送|报 *送|报|送|发|正 *本|副 *本) *:|^(?=.*印(?:发|制)?$).*?(?:办公室|综合科|秘书科|局办|委办|党政办) *[\d〇零一二三四五六七八九]{4} *年|^.{2,30}[\d〇零一二三四五六七八九]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日印发?$|^(?:(?:校对|打字|录入|打印|核稿)人? *:.{0,20})?[(〔]?共?印 *\d+ *份[)〕]?$/u;
const ITEM = /^(?:\d{1,2} *[.、)]|[(〔]\d{1,2}[)〕]|附件 *\d|[①-⑳])/u;
const CONTINUES = /^(?:共印|印发)/u;

/** Most lines over which the list of who gets a copy runs. */
const MOST_COPY_LINES = 4;

/** Lines of who gets a copy (抄送：…), and of who printed how many; in the foot or after annexes. */
export function copies(units: readonly Unit[], start: number): Candidate[] {
  const unit = units[start];
  if (unit?.kind !== 'text' || !COPIES.test(fold(unit.text).trim())) return [];
  const length = copyLines(units, start);
  return (['foot', 'annex'] as const).map((phase) => ({ phase, role: 'copies', length, score: 6 }));
}

/** How many lines of who gets a copy there are: one that ends in the middle of the list goes on in the next. */
function copyLines(units: readonly Unit[], start: number): number {
  for (let length = 1; length < MOST_COPY_LINES; length += 1) {
    const [last, next] = [units[start + length - 1], units[start + length]];
    if (last?.kind !== 'text' || next?.kind !== 'text' || next.text.length > 80) return length;
    const goesOn = /[,，、:：]\s*$/u.test(last.text) || (last.text.length >= 16 && /。$/u.test(next.text));
    if (/[。.]\s*$/u.test(last.text) || !goesOn || COPIES.test(fold(next.text).trim())) return length;
  }
  return MOST_COPY_LINES;
}

/** Everything of a letter's foot that the units beginning at one may be. `known` are the names of the site's bureaus. */
export function footCandidates(
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

/** Longest value on the line below its label. */
const LONGEST_VALUE = 24;
const BELOW: ReadonlySet<LabelRole> = new Set(['signers', 'contact', 'handling', 'disclosure', 'outcome', 'answered']);

/** A label whose value is on the line below it: 联系人： over 雷某. */
export function labelOver(units: readonly Unit[], start: number, phase: Phase, known: readonly string[]): Candidate[] {
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
