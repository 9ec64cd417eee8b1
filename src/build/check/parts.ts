import type { Finding } from '../../errors.ts';
import type { Term } from '../../model/glossary.ts';
import type { Languages } from '../../model/locale.ts';
import type { FileReport } from '../../rules/file-report.ts';
import { inspectFile, inspectUnread, inspectWords } from '../../rules/inspect-file.ts';
import { type PairOfTexts, pairsFindings } from '../../rules/pairs/index.ts';
import { readSource, readSourceText } from './tree.ts';

/** What a check does in parts: what a part is given, and gives. All of it can be sent to another thread. */
export interface CheckWork {
  /** Looks at files one by one; the reports come in their order. */
  readonly files: {
    readonly given: { readonly root: string; readonly files: readonly string[]; readonly languages: Languages };
    readonly gives: readonly FileReport[];
  };
  /** Compares texts with what translates them; the findings come pair by pair. */
  readonly pairs: {
    readonly given: { readonly root: string; readonly pairs: readonly PairOfTexts[]; readonly terms: readonly Term[] };
    readonly gives: readonly (readonly Finding[])[];
  };
}

/** A part of one of these. */
export type CheckPart = {
  readonly [Name in keyof CheckWork]: { readonly name: Name; readonly given: CheckWork[Name]['given'] };
}[keyof CheckWork];

/** Does a part of a check. */
export async function doPart({ name, given }: CheckPart): Promise<CheckWork[keyof CheckWork]['gives']> {
  if (name === 'pairs') return pairsFindings(given.pairs, given.terms, (file) => readSourceText(given.root, file));
  const reports: FileReport[] = [];
  for (const file of given.files) reports.push(await fileReport(given.root, file, given.languages));
  return reports;
}

async function fileReport(root: string, file: string, languages: Languages): Promise<FileReport> {
  const bytes = readSource(root, file);
  if (!Buffer.isBuffer(bytes)) return inspectUnread(file, bytes);
  const report = inspectFile(file, bytes, languages);
  return { ...report, findings: [...report.findings, ...(await inspectWords(file, bytes))] };
}
