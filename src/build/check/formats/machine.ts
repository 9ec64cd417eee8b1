import { relative } from 'node:path';
import { type Finding, type FindingLanguage, hintFor } from '../../../errors.ts';
import type { SiteReport } from '../../../rules/site-report.ts';

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
