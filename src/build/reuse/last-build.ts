import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CACHES, type Cache, cacheKey, digestOfParts } from '../../cache/index.ts';
import { DAY, FINISHED_FILES } from '../../reading/page-reads.ts';
import { heldReplies } from '../../reading/publication.ts';
import { listEntriesBelow, replaceFile } from '../../system/files.ts';
import { momentOf, type SiteRequest } from '../produce.ts';
import type { RenderReuse } from '../rendering/index.ts';
import { type SourceChanges, type SourceFiles, sourceChanges, sourceDigests } from './digests.ts';
import { formatPageRecord, isUntouched, type PageRecord, readPageRecord, type Stamp } from './page-record.ts';

/** Size in bytes, modification time, inode, and the time of the last change of any kind (ctime), which nobody can set. */
type FileState = readonly [bytes: number, modified: number, inode: number, changed: number];

/** One check of all: a schema for each of 200,000 files takes a second longer. */
const filesSchema = z.custom<Readonly<Record<string, FileState>>>(
  (value) => typeof value === 'object' && value !== null && Object.values(value).every(isFileState),
);

const isFileState = (value: unknown): value is FileState =>
  Array.isArray(value) && value.length === 4 && value.every((part) => typeof part === 'number');

const stateSchema = z.strictObject({
  version: z.literal(3),
  /** Over the sources, the program and what the build was asked for. */
  digest: z.string(),
  /** Over all of that but the sources. */
  setting: z.string(),
  /** Every source file and its digest. */
  sources: z.record(z.string(), z.string()),
  /** The output path as it was named. */
  out: z.string(),
  /** Every file of the output, to notice one that has been changed or lost. */
  files: filesSchema,
});

type State = z.infer<typeof stateSchema>;

/** The last build that passed, where its output still exists. */
interface LastBuild {
  /** The folder of its output, free of links. */
  readonly folder: string;
  readonly digest: string;
  readonly setting: string;
  readonly sources: SourceFiles;
  readonly pages: PageRecord;
  readonly files: Readonly<Record<string, FileState>>;
}

const stateFile = (folder: string) => join(folder, 'output.json');
const pagesFile = (folder: string) => join(folder, 'pages.json');

function readState(folder: string): State | undefined {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(stateFile(folder), 'utf8')));
  } catch {
    return undefined;
  }
}

/** The record of the last build in `cache`, if it was for the same output path and can be read. */
export function readLastBuild(cache: string, out: string): LastBuild | undefined {
  const state = readState(cache);
  if (state === undefined || state.out !== out || !existsSync(out)) return undefined;
  return {
    folder: realpathSync(out),
    digest: state.digest,
    setting: state.setting,
    sources: state.sources,
    files: state.files,
    pages: readPageRecord(pagesFile(cache)),
  };
}

const stampIn = ([bytes, modified, inode]: FileState): Stamp => [bytes, modified, inode];

/** What is recorded of a plain file; undefined for anything else. */
function stateOf(path: string): FileState | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats?.isFile() ? [stats.size, stats.mtimeMs, stats.ino, stats.ctimeMs] : undefined;
}

/**
 * Gives a function that tells whether a file of an output is as it was when the build was recorded: not written to, whatever modification
 * time it was given, and not linked elsewhere. A file that exists in neither is unchanged.
 */
export function intactFiles({ folder, files }: Pick<LastBuild, 'folder' | 'files'>): (file: string) => boolean {
  const intact = new Set<string>();
  for (const [file, state] of Object.entries(files)) {
    const now = stateOf(join(folder, file));
    if (now?.every((value, index) => value === state[index])) intact.add(file);
  }
  return (file) => intact.has(file) || (files[file] === undefined && !existsSync(join(folder, file)));
}

/** Whether every file of an output is there as it was written, and no other. */
function isWhole({ folder, files }: LastBuild): boolean {
  const names = Object.keys(files);
  const standing = listEntriesBelow(folder);
  return (
    standing.length === names.length &&
    standing.every((file) => {
      const state = files[file];
      return state !== undefined && isUntouched(folder, file, stampIn(state));
    })
  );
}

/** Files and bytes of an output. */
function outputSize(files: Readonly<Record<string, FileState>>): { readonly files: number; readonly bytes: number } {
  const stamps = Object.values(files);
  return { files: stamps.length, bytes: stamps.reduce((sum, [bytes]) => sum + bytes, 0) };
}

/** What a build was made from. */
type BuiltFrom = Pick<LastBuild, 'digest' | 'setting' | 'sources'>;

/**
 * Records a build that passed, once its output is at `out`, and gives its size. Files are recorded as they are now, which may be a link to
 * the file that was rendered.
 */
export function writeLastBuild(cache: string, out: string, { digest, setting, sources }: BuiltFrom, pages: PageRecord) {
  const folder = realpathSync(out);
  const files: Record<string, FileState> = {};
  for (const file of listEntriesBelow(folder)) {
    const own = stateOf(join(folder, file));
    if (own) files[file] = own;
  }
  const state: State = { version: 3, digest, setting, sources, out, files };
  const stamped = Array.from(pages, ([file, page]) => {
    const own = files[file];
    return [file, own === undefined ? page : { ...page, stamp: stampIn(own) }] as const;
  });
  replaceFile(pagesFile(cache), formatPageRecord(new Map(stamped)));
  replaceFile(stateFile(cache), JSON.stringify(state));
  return outputSize(files);
}

/** What a build can take from the one before it. */
interface ReusePlan {
  /** What the output is made from. */
  readonly from: BuiltFrom;
  /** How that differs from what the last build was made from; nothing where there is none. */
  readonly changes: SourceChanges | undefined;
  /** Whether the last build was made from the same, and its output is untouched. */
  readonly unchanged: boolean;
  /** The number of pages that the last build recorded, and the size of its output. */
  readonly pages: number;
  readonly size: { readonly files: number; readonly bytes: number };
  /**
   * The result of `intactFiles` for the last output, taken before any of its files is linked; without a last output, no file counts as
   * intact.
   */
  readonly intactFiles: () => (file: string) => boolean;
  readonly reuse: RenderReuse;
}

/** Compares the root, the program and the request with the record in `cache` of the last build for the same output. */
export function planReuse(
  request: Pick<SiteRequest, 'root' | 'address' | 'today' | 'moment'>,
  out: string,
  cache: Cache,
): ReusePlan {
  const { root, address, today } = request;
  const sources = sourceDigests(root, heldReplies(root, momentOf(request)));
  const given = { address: address ?? '', today };
  const common = cacheKey(cache, CACHES.pages, { address: given.address, shared: sources.shared });
  const digest = cacheKey(cache, CACHES.output, { ...given, sources: sources.all });
  const setting = cacheKey(cache, CACHES.output, { ...given, sources: '' });
  const last = readLastBuild(cache.folder, out);
  const named = new Map([...sources.named, [DAY, today], [FINISHED_FILES, digestOfParts([today, sources.all])]]);
  return {
    from: { digest, setting, sources: sources.files },
    changes: last && sourceChanges(last.sources, sources.files, last.setting !== setting),
    unchanged: last !== undefined && last.digest === digest && isWhole(last),
    pages: last?.pages.size ?? 0,
    size: outputSize(last?.files ?? {}),
    intactFiles: () => (last === undefined ? () => false : intactFiles(last)),
    reuse: { previous: last && { folder: last.folder, pages: last.pages }, digests: { common, named } },
  };
}
