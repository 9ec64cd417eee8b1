import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { listEntriesBelow, replaceFile } from '../output/tree.ts';
import {
  formatPageRecord,
  isUntouched,
  type PageRecord,
  readPageRecord,
  type Stamp,
  stampOf,
} from '../reuse/page-record.ts';
import type { SourceFiles } from './changes.ts';

const stateSchema = z.strictObject({
  version: z.literal(2),
  /** Over the sources, the program and what the build was asked for. */
  digest: z.string(),
  /** Over all of that but the sources. */
  setting: z.string(),
  /** Every source file and its digest. */
  sources: z.record(z.string(), z.string()),
  /** The output path as it was named. */
  out: z.string(),
  /** Every file of the output, to notice one that was changed or lost since. */
  files: z.record(z.string(), z.tuple([z.number(), z.number(), z.number()])),
});

type State = z.infer<typeof stateSchema>;

/** The last build that passed, where its output still stands. */
export interface LastBuild {
  /** The folder of its output, free of links. */
  readonly folder: string;
  readonly digest: string;
  readonly setting: string;
  readonly sources: SourceFiles;
  readonly pages: PageRecord;
  readonly files: Readonly<Record<string, Stamp>>;
}

const stateFile = (folder: string) => path.join(folder, 'output.json');
const pagesFile = (folder: string) => path.join(folder, 'pages.json');

function readState(folder: string): State | undefined {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(stateFile(folder), 'utf8')));
  } catch {
    return undefined;
  }
}

/** What the last build left in `cache`, if it was for the same output path and its record can be read. */
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

/** Whether every file of an output is there as it was written, and no other. */
export function isWhole({ folder, files }: LastBuild): boolean {
  const names = Object.keys(files);
  const standing = listEntriesBelow(folder);
  return (
    standing.length === names.length &&
    standing.every((file) => {
      const stamp = files[file];
      return stamp !== undefined && isUntouched(folder, file, stamp);
    })
  );
}

/** Files and bytes of an output. */
export function outputSize(files: Readonly<Record<string, Stamp>>): { readonly files: number; readonly bytes: number } {
  const stamps = Object.values(files);
  return { files: stamps.length, bytes: stamps.reduce((sum, [bytes]) => sum + bytes, 0) };
}

/** What a build was made from. */
export type BuiltFrom = Pick<LastBuild, 'digest' | 'setting' | 'sources'>;

/** Records a build that passed, once its output stands at `out`, and gives its size. What became of a page's file since it was made, such as a link to the same, is what is recorded. */
export function writeLastBuild(cache: string, out: string, { digest, setting, sources }: BuiltFrom, pages: PageRecord) {
  const folder = realpathSync(out);
  const files: State['files'] = {};
  for (const file of listEntriesBelow(folder)) {
    const stamp = stampOf(folder, file);
    if (stamp) files[file] = stamp;
  }
  const state: State = { version: 2, digest, setting, sources, out, files };
  const stamped = Array.from(pages, ([file, page]) => [file, { ...page, stamp: files[file] ?? page.stamp }] as const);
  replaceFile(pagesFile(cache), formatPageRecord(new Map(stamped)));
  replaceFile(stateFile(cache), JSON.stringify(state));
  return outputSize(files);
}
