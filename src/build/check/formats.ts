import { relative } from 'node:path';
import { type Finding, type FindingLanguage, formatPlace, hintFor, oneLine, type Place } from '../../errors.ts';
import type { CheckWords } from '../../language/messages/check.ts';
import type { SiteReport } from '../../rules/site-report.ts';

/** Gives a line of a file, counted from 1; `undefined` where there is none. */
export type LineOf = (file: string, line: number) => string | undefined;

/** Columns of source shown around the place. */
const BEFORE = 40;
const AFTER = 60;

const isWide = (character: string) => /[\p{Script=Han}\u3000-\u303f\uff00-\uff60\uffe0-\uffe6]/u.test(character);
/** The width of a text in a terminal, where Chinese characters take two columns. */
const width = (text: string) => [...text].reduce((sum, character) => sum + (isWide(character) ? 2 : 1), 0);

/** A finding as people read it: place, what is wrong, the line with its place marked, and how to fix it. */
export function prettyFinding(finding: Finding, locale: FindingLanguage, words: CheckWords, lineOf: LineOf): string {
  const { place, severity, rule, message, hint } = finding;
  const head = `${formatPlace(place)}  ${words[severity]}  ${rule}  ${oneLine(message[locale])}`;
  return [head, ...excerpt(place, lineOf), `    ${words.hint}: ${oneLine(hint[locale])}`].join('\n');
}

/** The line of a place with the place marked below it; none where it is not known. */
export function excerpt({ file, line, column }: Place, lineOf: LineOf): string[] {
  const source = line === undefined ? undefined : lineOf(file, line);
  if (line === undefined || source === undefined || source.trim() === '') return [];
  const at = Math.min(Math.max((column ?? 1) - 1, 0), source.length);
  const from = at > BEFORE + 8 ? at - BEFORE : 0;
  const to = source.length > at + AFTER + 8 ? at + AFTER : source.length;
  // Control characters would garble the terminal, and bidirectional ones would reverse the line.
  const shown = (text: string) => text.replace(/[\p{Cc}\p{Cf}]/gu, '�');
  const lead = `${from > 0 ? '…' : ''}${shown(source.slice(from, at))}`;
  const rest = `${shown(source.slice(at, to))}${to < source.length ? '…' : ''}`;
  const gutter = `    ${line} | `;
  return [`${gutter}${lead}${rest}`, `${' '.repeat(gutter.length + width(lead))}^`];
}

/** Findings as JSON, one document: for editors and other programs. Both languages are in it. */
export function jsonReport({
  findings,
  waived,
  notGiven,
  repliesLack,
  uncounted,
  untranslated,
  uncompared,
  held,
}: SiteReport): string {
  const report = { findings, waived, notGiven, repliesLack, uncounted, untranslated, uncompared, held };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** A finding as a workflow command that GitHub, Gitea and Forgejo show beside the changed line. Paths are below the working folder. */
export function githubFinding(finding: Finding, locale: FindingLanguage, root: string): string {
  const { place, severity, rule, message } = finding;
  const file = relative(process.cwd(), `${root}/${place.file}`);
  const properties = [
    `file=${property(file)}`,
    ...(place.line === undefined ? [] : [`line=${place.line}`]),
    ...(place.column === undefined ? [] : [`col=${place.column}`]),
    `title=${property(rule)}`,
  ];
  return `::${severity} ${properties.join(',')}::${data(`${message[locale]}\n${hintFor(finding, 'web')[locale]}`)}`;
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
