import { existsSync } from 'node:fs';
import path from 'node:path';
import { type FindingLanguage, oneLine } from '../../errors.ts';
import { type CheckWords, checkWords } from '../../language/messages/check.ts';
import { lackingIn } from '../../language/messages/index.ts';
import { calledIn, type Languages } from '../../model/locale.ts';
import { type Unapproved, unapproved } from '../../reading/approvals.ts';
import { siteLanguages } from '../../reading/files.ts';
import type { SiteReport } from '../../rules/site-report.ts';
import { readOr, usageError } from '../../terminal/failures.ts';
import { githubFinding, jsonReport, type LineOf, prettyFinding } from './formats.ts';
import { checkSite } from './index.ts';
import { fixRoot, readSource, readTree } from './tree.ts';

export const FORMATS = ['pretty', 'json', 'github'] as const;
type Format = (typeof FORMATS)[number];

export interface CheckRequest {
  readonly root: string;
  readonly today: string;
  readonly moment?: string;
  readonly language: FindingLanguage;
  readonly format: Format;
  readonly fix: boolean;
  /** Files or folders, absolute or below the working folder or the root; none for everything. */
  readonly paths: readonly string[];
}

/** Checks a root and writes what is wrong. Gives the exit code: 1 where there is an error. */
export async function runCheck(request: CheckRequest, write: (text: string) => void): Promise<0 | 1> {
  const { root, language, fix, today, moment } = request;
  const wanted = wantedPaths(request);
  const repaired = fix ? fixRoot(root) : [];
  if (request.format !== 'json') for (const file of repaired) write(`${checkWords[language].fixed(file)}\n`);
  const { findings, ...others } = await checkSite(root, { today, moment });
  const report = { findings: findings.filter(({ place }) => wanted(place.file)), ...others };
  writeReport(report, request, write);
  return report.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** Writes a check's report in the format that was asked for. */
export function writeReport(
  report: SiteReport,
  { root, language, format, moment }: Pick<CheckRequest, 'root' | 'language' | 'format' | 'moment'>,
  write: (text: string) => void,
): void {
  const words = checkWords[language];
  if (format === 'json') {
    write(jsonReport(report));
    return;
  }
  const lineOf = fileLines(root);
  for (const finding of report.findings)
    write(
      format === 'github'
        ? `${githubFinding(finding, language, root)}\n`
        : `${prettyFinding(finding, language, words, lineOf)}\n\n`,
    );
  // What cannot be read is among the findings.
  const waiting = readOr(
    () => unapproved(root, moment),
    () => [],
  );
  if (format === 'pretty') write(closing(report, language, words, readTree(root).length, { root, waiting }));
}

function closing(
  { findings, waived, notGiven, repliesLack, uncounted, untranslated, uncompared, held }: SiteReport,
  language: FindingLanguage,
  words: CheckWords,
  files: number,
  { root, waiting }: { readonly root: string; readonly waiting: readonly Unapproved[] },
): string {
  const lines = waived.map(
    ({ finding, reason }) =>
      `  ${oneLine(finding.place.file)}:${finding.place.line ?? 1}  ${finding.rule}  ${oneLine(finding.message[language])}\n    ${words.reason}: ${oneLine(reason)}`,
  );
  const listed = lines.length === 0 ? '' : `${words.waived(lines.length)}\n${lines.join('\n')}\n`;
  const lacking = (['published', 'indexNumber'] as const).filter((key) => repliesLack[key].length > 0);
  const notes = [
    ...(notGiven.length === 0 ? [] : [words.notGiven(notGiven.map((name) => words.identifiers[name]))]),
    ...lacking.map((key) => words.repliesLack(words.recordTags[key], repliesLack[key])),
    ...(untranslated.length === 0 ? [] : [words.untranslated(untranslated)]),
    ...lackingNotes(siteLanguages(root), language, words),
    ...(uncompared.length === 0 ? [] : [words.uncompared(uncompared.map((locale) => calledIn(locale)[language]))]),
    ...held.map(({ id, publishAt }) => words.held(id, publishAt)),
    ...(waiting.length === 0 ? [] : [words.unapproved(waiting)]),
    ...Object.entries(uncounted).map(([year, ids]) => words.uncounted(year, ids)),
  ];
  const note = notes.map((line) => `${line}\n`).join('');
  if (findings.length === 0) return `${listed}${note}${words.clean(files)}\n`;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const summary = words.summary(errors, findings.length - errors, files);
  return `${listed}${note}${summary}\n${errors > 0 ? `${words.blocked}\n` : ''}`;
}

/** Which interface words the site's languages lack. */
function lackingNotes(languages: Languages, language: FindingLanguage, words: CheckWords): string[] {
  return languages.flatMap((locale) => {
    const names = lackingIn(locale);
    return names.length === 0 ? [] : [words.lacking(calledIn(locale)[language], names.length, names)];
  });
}

/** Whether a file below the root was asked for. */
function wantedPaths({ root, paths, language }: CheckRequest): (file: string) => boolean {
  if (paths.length === 0) return () => true;
  const below = paths.map((given) => {
    // Below the working folder as whoever typed it sees it, unless that is not below the root.
    const full = [path.resolve(given), path.resolve(root, given)].find(
      (candidate) => existsSync(candidate) && !path.relative(root, candidate).startsWith('..'),
    );
    if (full === undefined) throw usageError(() => checkWords[language].noPath(given));
    return path.relative(root, full).split(path.sep).join('/');
  });
  return (file) => below.some((folder) => folder === '' || file === folder || file.startsWith(`${folder}/`));
}

/** Reads lines of a root's files, each file once. */
export function fileLines(root: string): LineOf {
  const read = new Map<string, string[]>();
  return (file, line) => {
    let lines = read.get(file);
    if (lines === undefined) {
      const bytes = readSource(root, file);
      lines = Buffer.isBuffer(bytes) ? new TextDecoder().decode(bytes).split(/\r?\n/) : [];
      read.set(file, lines);
    }
    return lines[line - 1];
  };
}
