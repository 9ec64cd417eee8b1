import { addresseeScore } from './addressees.ts';
import { isMastheadWord, isStamp, readMasthead } from './bodies.ts';
import { type Candidate, one } from './candidate.ts';
import { chromeScore } from './chrome.ts';
import { parsePrintedDay } from './dates.ts';
import { fold } from './fold.ts';
import { copies, footCandidates, labelOver } from './foot-candidates.ts';
import { labelledItems } from './labels.ts';
import { annexScore, isPostalMark, parseAnsweredNumber, parseDisclosure, parseExtent, parseOutcome } from './marks.ts';
import { wholeNumber } from './numbers.ts';
import { tableCandidates } from './table-candidates.ts';
import { isSameTitle, LONGEST_TITLE, loneTitleScore, titleScore } from './titles.ts';
import type { Unit } from './units.ts';

/** What speaks for chrome of a line outside a page's main text. */
const OUTSIDE = 2.5;

/** Where a unit is in a page, for what only web pages have. */
function placeOf(unit: Unit): 'main' | 'outside' | undefined {
  return unit.block.place;
}

const EMPTY_PAGE = /^[(〔]?此页无正文[)〕]?$/u;
const OPENING =
  /收悉|答复如下|回复如下|函复如下|^以下[是为].{2,60}(?:答复|回复):$|(?:现|特)(?:将|就).{0,30}(?:答复|回复|办理)|提出的.{0,60}(?:建议|提案|议案)/u;

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
  found.push(...copies(units, start));
  found.push(...headCandidates(units, start, unit, known, outside), ...footCandidates(units, start, unit, known));
  return found;
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
