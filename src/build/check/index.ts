import { availableParallelism } from 'node:os';
import type { Cache } from '../../cache/index.ts';
import type { Finding } from '../../errors.ts';
import { startOfDay } from '../../model/dates.ts';
import { USUAL_LANGUAGES } from '../../model/locale.ts';
import { byCodeUnit } from '../../model/order.ts';
import { languagesOf } from '../../model/site.ts';
import type { FileReport } from '../../rules/file-report.ts';
import { WAIVABLE } from '../../rules/index.ts';
import { inspectUnread } from '../../rules/inspect-file.ts';
import { withKeptIds } from '../../rules/kept-ids.ts';
import { comparedTexts, filesOfPair } from '../../rules/pairs/languages.ts';
import { readSite } from '../../rules/read-site.ts';
import { inspectSite, type SiteReport } from '../../rules/site-report.ts';
import { todayInBeijing } from '../../system/today.ts';
import { isOwnState, openCache } from '../output/state.ts';
import { type CheckCache, openCheckCache } from './cache.ts';
import { openThreads, type Threads } from './threads.ts';
import { readSource, readSourceText, readTree, trackedFindings } from './tree.ts';

const SITE = 'content/site.yaml';

interface CheckOptions {
  /** `YYYY-MM-DD`; Beijing's today where it is not given. */
  readonly today?: string;
  /** The moment up to which replies are public; the first of today where it is not given. */
  readonly moment?: string | undefined;
  /** How many threads may work at once; one for each core where it is not given. */
  readonly jobs?: number;
}

/** Everything that is wrong in a root's `content/`, `data/` and `public/`, in the order of files and lines. */
export async function checkRoot(root: string, options: CheckOptions = {}): Promise<Finding[]> {
  return [...(await checkSite(root, options)).findings];
}

/** As `checkRoot`, with what authors waived and why. */
export async function checkSite(root: string, options: CheckOptions = {}): Promise<SiteReport> {
  const { reports: _, ...report } = await inspectRoot(root, options);
  return report;
}

/** A site's findings, and every file's own report. Keeps what it found by content, in the root's `.dafu` folder. */
export async function inspectRoot(
  root: string,
  options: CheckOptions = {},
): Promise<SiteReport & { readonly reports: readonly FileReport[] }> {
  const threads = openThreads(options.jobs ?? availableParallelism());
  try {
    return await inspectWith(threads, root, options);
  } finally {
    await threads.close();
  }
}

async function inspectWith(
  threads: Threads,
  root: string,
  { today = todayInBeijing(), moment = startOfDay(today) }: CheckOptions,
): Promise<SiteReport & { readonly reports: readonly FileReport[] }> {
  const entries = readTree(root);
  const files = entries.flatMap(({ kind, path: file }) => (kind === 'file' ? [file] : []));
  const languages = files.includes(SITE) ? languagesOf(readSourceText(root, SITE)) : USUAL_LANGUAGES;
  const cache = openCheckCache(isOwnState(root) ? openCache(root) : NOTHING_KEPT);
  const keys = new Map<string, string>();
  const unread = new Map<string, FileReport>();
  for (const file of files) {
    const read = readSource(root, file);
    if (Buffer.isBuffer(read)) keys.set(file, cache.keyOf(`${languages.join(' ')} ${file}`, read));
    else unread.set(file, inspectUnread(file, read));
  }
  const inspect = (paths: readonly string[]) => threads.run('files', paths, (own) => ({ root, files: own, languages }));
  const read = await fileReports([...keys.keys()], keys, cache, inspect);
  const reports = withKeptIds(inOrderOf(files, [...read, ...unread.values()]));
  const textOf = (file: string) => (keys.has(file) ? readSourceText(root, file) : '');
  const keyOf = (about: string, paths: readonly string[]) =>
    cache.keyOf(
      about,
      paths.map((file) => keys.get(file) ?? ''),
    );
  const remember = (about: string, paths: readonly string[], compute: () => Finding[]): Finding[] => {
    const key = keyOf(about, paths);
    const kept = cache.get(key);
    if (Array.isArray(kept)) return kept;
    const findings = compute();
    cache.set(key, findings);
    return findings;
  };
  const input = { entries, reports, textOf, today, moment, remember, waivable: WAIVABLE };
  // Comparing languages is most of a check: what is not kept is worked out beforehand, for `remember` to find.
  const site = readSite(input);
  const { about, terms, pairs } = comparedTexts(site);
  const toCompare = pairs.flatMap((pair) => {
    const key = keyOf(about, filesOfPair(pair));
    return cache.has(key) ? [] : [{ key, pair }];
  });
  const compared = await threads.run('pairs', toCompare, (own) => ({
    root,
    terms,
    pairs: own.map(({ pair }) => pair),
  }));
  for (const [index, { key }] of toCompare.entries()) cache.set(key, compared[index] ?? []);
  const { findings, ...others } = inspectSite(input, site);
  cache.save();
  return { findings: inOrder([...findings, ...trackedFindings(root)]), ...others, reports };
}

/** Where the state folder of a root is a link, nothing is read or written there. */
const NOTHING_KEPT: Cache = { folder: '', program: '', lasting: false };

function inOrderOf(files: readonly string[], reports: readonly FileReport[]): FileReport[] {
  const byPath = new Map(reports.map((report) => [report.path, report]));
  return files.flatMap((file) => byPath.get(file) ?? []);
}

function isReport(value: unknown): value is FileReport {
  return typeof value === 'object' && value !== null && 'facts' in value;
}

/** The reports of files, in their order: those that are kept, and what `inspect` gives for the others. */
async function fileReports(
  files: readonly string[],
  keys: ReadonlyMap<string, string>,
  cache: CheckCache,
  inspect: (files: readonly string[]) => Promise<readonly FileReport[]>,
): Promise<FileReport[]> {
  const kept = new Map(
    files.flatMap((file) => {
      const report = cache.get(keys.get(file) ?? '');
      return isReport(report) ? [[file, report] as const] : [];
    }),
  );
  const fresh = await inspect(files.filter((file) => !kept.has(file)));
  for (const report of fresh) {
    kept.set(report.path, report);
    cache.set(keys.get(report.path) ?? '', report);
  }
  return files.flatMap((file) => kept.get(file) ?? []);
}

/** By file, line and column, then by rule, in whatever order they were found. */
function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (one, other) =>
      byCodeUnit(one.place.file, other.place.file) ||
      (one.place.line ?? 0) - (other.place.line ?? 0) ||
      (one.place.column ?? 0) - (other.place.column ?? 0) ||
      byCodeUnit(one.rule, other.rule),
  );
}
