import { basename } from 'node:path';
import { FINDING_LANGUAGES, type FindingLanguage } from '../../errors.ts';
import { cliWords } from '../../language/messages/cli.ts';
import { importWords } from '../../language/messages/importing.ts';
import { inboxWords } from '../../language/messages/inbox.ts';
import { readPlainFile } from '../../system/files.ts';
import { formatFindings } from '../../terminal/failures.ts';
import { changeLines, questionLines } from '../import-file.ts';
import type { WrittenProof } from '../proof/make-proofs.ts';
import type { InboxItem, InboxResult } from './import-inbox.ts';

/** Text of a source in a fence longer than any in it: nothing in it can become a mention, a link or mark-up of the forge. */
function fenced(lines: readonly string[]): string {
  const text = lines.join('\n');
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** A file's name in a heading, without what Markdown would read in it. */
const named = (name: string): string => name.replace(/[^\p{L}\p{N}. _-]/gu, '_');

function itemReport(item: InboxItem, language: FindingLanguage, proofs: readonly WrittenProof[]): string[] {
  const words = inboxWords[language];
  const cli = cliWords[language];
  if (item.state === 'not-file') return [`## ${words.refused(named(item.name))}`, words.notFile];
  if (item.state === 'there') return [`## ${words.refused(named(item.name))}`, words.there(item.path)];
  if (item.state === 'same') {
    return [`## ${words.refused(named(item.name))}`, words.same(named(item.other), item.path)];
  }
  if (item.state === 'refused') {
    const reasons =
      item.reason === undefined
        ? formatFindings(item.findings, language, cli, 'web').trimEnd().split('\n')
        : [item.reason];
    return [`## ${words.refused(named(item.name))}`, fenced(reasons), words.fix];
  }
  const own = importWords[language];
  const changes = changeLines(item.outcome, own);
  const questions = questionLines(item.outcome, own, language);
  return [
    `## ${words.imported(named(item.name), item.outcome.path)}`,
    ...(item.translation === undefined ? [] : [words.translation(item.translation)]),
    ...proofs.filter(({ id }) => id === item.outcome.id).map(({ path, items }) => words.proof(basename(path), items)),
    `### ${words.questions}`,
    questions.length === 0 ? own.noQuestions : fenced(questions.map((line) => `□ ${line}`)),
    `### ${words.changes}`,
    changes.length === 0 ? own.noChanges : fenced(changes),
    own.accounted(item.outcome.characters),
  ];
}

/** The report of an inbox as Markdown, for a change request; `proofs` are the sheets that were written of its letters. */
export function inboxReport(
  { items, findings, requiresTranslation }: InboxResult,
  language: FindingLanguage,
  proofs: readonly WrittenProof[] = [],
): string {
  const words = inboxWords[language];
  if (items.length === 0) return `${words.empty}\n`;
  // Each place of a new draft is a finding: to say so of every one would hide what else there is.
  const drafts = items.flatMap((item) => (item.state === 'imported' ? (item.translation ?? []) : []));
  const others = findings.filter(({ place }) => !drafts.includes(place.file));
  const check =
    others.length === 0
      ? drafts.length === 0
        ? [words.checkClean]
        : []
      : [fenced(formatFindings(others, language, cliWords[language], 'web').trimEnd().split('\n'))];
  const imported = items.some(({ state }) => state === 'imported');
  return [
    `# ${words.title}`,
    ...items.flatMap((item) => itemReport(item, language, proofs)),
    ...(imported
      ? [
          `## ${words.check}`,
          ...check,
          ...drafts.map((path) => words.untranslated(path, requiresTranslation)),
          words.next,
        ]
      : []),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Whether a report may be written at a path: nothing is there yet, or an earlier report in either language. */
export function isReport(path: string): boolean {
  const standing = readPlainFile(path, MOST_REPORT_BYTES);
  if (typeof standing === 'string') return standing === 'missing';
  const beginnings = FINDING_LANGUAGES.flatMap((locale) => [
    `# ${inboxWords[locale].title}\n`,
    inboxWords[locale].empty,
  ]);
  return standing.length === 0 || beginnings.some((beginning) => standing.toString('utf8').startsWith(beginning));
}

const MOST_REPORT_BYTES = 10_000_000;
