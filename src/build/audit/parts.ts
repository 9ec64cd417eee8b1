import { runApart } from '../child-process/index.ts';
import { inParallel } from '../parallel.ts';
import { auditFiles, type FileAudit, type FilesToAudit } from './files.ts';

/** How many files are read in the time that another process takes to start and receive the list of files. */
const FILES_PER_START = 1_500;

/** Files of one folder are similar and follow each other: how many go to one process before the next gets its turn. */
const STRETCH = 32;

/** Divides files among processes, a list for each; one list where a second process would not save time. */
export function auditShares(names: readonly string[], jobs: number): readonly (readonly string[])[] {
  const parts = Math.min(jobs, Math.floor(names.length / FILES_PER_START));
  if (parts < 2) return [names];
  const lists: string[][] = Array.from({ length: parts }, () => []);
  for (const [place, name] of names.entries()) lists[Math.floor(place / STRETCH) % parts]?.push(name);
  return lists;
}

/**
 * What `auditFiles` gives for files, by their names, read by as many processes as pay off, at most `jobs`. `onProgress` is called with the
 * number read.
 */
export async function auditInParts(
  given: FilesToAudit,
  jobs: number,
  onProgress: (done: number) => void,
): Promise<ReadonlyMap<string, FileAudit>> {
  const shares = auditShares(given.names, jobs);
  const done = shares.map(() => 0);
  const tell = (part: number) => (count: number) => {
    done[part] = count;
    onProgress(done.reduce((sum, own) => sum + own, 0));
  };
  const found =
    shares.length === 1
      ? [auditFiles(given, tell(0))]
      : await inParallel(shares, jobs, (names, part) =>
          runApart('auditFiles', { ...given, names }, { onShare: tell(part) }),
        );
  return new Map(found.flat().map((file) => [file.name, file]));
}
