import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Languages } from '../../model/locale.ts';
import type { FileReport } from '../../rules/file-report.ts';
import { inspectFile, inspectUnread, inspectWords } from '../../rules/inspect-file.ts';
import { readSource } from './tree.ts';

/** Below this many files a second thread costs more than it saves. */
const WORTH_A_THREAD = 150;
const MOST_THREADS = 4;

interface Share {
  readonly root: string;
  readonly files: readonly string[];
  /** The site's languages. */
  readonly languages: Languages;
}

async function inspectShare({ root, files, languages }: Share): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  for (const file of files) {
    const bytes = readSource(root, file);
    if (!Buffer.isBuffer(bytes)) {
      reports.push(inspectUnread(file, bytes));
      continue;
    }
    const report = inspectFile(file, bytes, languages);
    reports.push({ ...report, findings: [...report.findings, ...(await inspectWords(file, bytes))] });
  }
  return reports;
}

/** Looks at files one by one, on several threads where there are many. The reports come in the order of the files. */
export async function inspectFiles(
  root: string,
  files: readonly string[],
  languages: Languages,
): Promise<FileReport[]> {
  const threads = Math.min(availableParallelism(), MOST_THREADS, Math.floor(files.length / WORTH_A_THREAD));
  if (threads < 2) return inspectShare({ root, files, languages });
  // Dealt out in turn, so that long and short documents spread evenly.
  const shares = Array.from({ length: threads }, (_, own) => files.filter((_file, index) => index % threads === own));
  const [first = [], ...others] = shares;
  const elsewhere = others.map((share) => runWorker({ root, files: share, languages }));
  const reports = [await inspectShare({ root, files: first, languages }), ...(await Promise.all(elsewhere))];
  const byPath = new Map(reports.flat().map((report) => [report.path, report]));
  return files.flatMap((file) => byPath.get(file) ?? []);
}

function runWorker(share: Share): Promise<FileReport[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: share });
    worker.once('message', resolve);
    worker.once('error', reject);
    // A thread that ended without a message ran out of memory: nothing more will come from it.
    worker.once('exit', (code) => reject(new Error(`a thread of the check ended early: exit code ${code}`)));
  });
}

function isShare(value: unknown): value is Share {
  return typeof value === 'object' && value !== null && 'root' in value && 'files' in value;
}

if (!isMainThread && isShare(workerData)) parentPort?.postMessage(await inspectShare(workerData));
