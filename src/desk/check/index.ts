import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../errors.ts';
import { WAIVABLE } from '../../rules/index.ts';
import { inspectFile } from '../../rules/inspect-file.ts';
import { inspectSite, type SiteReport } from '../../rules/inspect-site.ts';
import { todayInBeijing } from '../today.ts';
import { readTree } from './tree.ts';

export interface CheckOptions {
  /** `YYYY-MM-DD`; Beijing's today where it is not given. */
  readonly today?: string;
}

/** Everything that is wrong in a root's `content/`, `data/` and `public/`, in the order of files and lines. */
export function checkRoot(root: string, options: CheckOptions = {}): Finding[] {
  return [...checkSite(root, options).findings];
}

/** As `checkRoot`, with what authors set aside and why. */
export function checkSite(root: string, { today = todayInBeijing() }: CheckOptions = {}): SiteReport {
  const entries = readTree(root);
  const bytesOf = (file: string) => readFileSync(path.join(root, file));
  const reports = entries
    .filter(({ kind }) => kind === 'file')
    .map((entry) => inspectFile(entry.path, bytesOf(entry.path)));
  const textOf = (file: string) => bytesOf(file).toString('utf8');
  const { findings, waived } = inspectSite({ entries, reports, textOf, today, waivable: WAIVABLE });
  return { findings: inOrder(findings), waived };
}

/** By file, line and column, then by rule: one order whatever found them. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const compare = (one: string | number, other: string | number) => (one < other ? -1 : one > other ? 1 : 0);
  return [...findings].sort(
    (one, other) =>
      compare(one.place.file, other.place.file) ||
      compare(one.place.line ?? 0, other.place.line ?? 0) ||
      compare(one.place.column ?? 0, other.place.column ?? 0) ||
      compare(one.rule, other.rule),
  );
}
