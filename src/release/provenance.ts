import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { askGit } from '../system/git.ts';
import { IS_PACKAGE, LOCKFILE, PROJECT_FOLDER, packageFolder, SOURCE_FOLDER } from '../system/program.ts';

const commitSchema = z.object({
  /** Full hash; null where the folder is not under git. */
  commit: z.string().nullable(),
  /** False where files were changed and not committed: then the commit alone does not give these bytes. */
  clean: z.boolean(),
});

/** All that the bytes of a release depend on besides themselves. */
export const provenanceSchema = z.object({
  address: z.string(),
  base: z.string(),
  /** The day the build took for today. */
  today: z.string(),
  /** The moment that `--today` has to name to build the same, where replies became public in the course of that day. */
  moment: z.string().optional(),
  content: commitSchema,
  program: commitSchema,
  /** SHA-256 of package-lock.json, which fixes every library. */
  lockfile: z.string(),
  tools: z.record(z.string(), z.string()),
});

export type Provenance = z.infer<typeof provenanceSchema>;

/** Whether two builds come to the same bytes: all that they depend on is the same, and committed. */
export function isSameSource(one: Provenance, other: Provenance): boolean {
  const isCommitted = [one.content, one.program].every(({ commit, clean }) => commit !== null && clean);
  return isCommitted && isDeepStrictEqual(provenanceSchema.parse(one), provenanceSchema.parse(other));
}

/** Libraries whose versions readers ask for; the lockfile's hash covers all of them. */
const NAMED_TOOLS = ['astro', '@astrojs/mdx', 'd3'];

/** The state of the sources: commits, versions and the lockfile. */
export function readProvenance(root: string): Pick<Provenance, 'content' | 'program' | 'lockfile' | 'tools'> {
  const version = (folder = PROJECT_FOLDER) =>
    z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).version;
  return {
    content: commitOf(root, ['content', 'data', 'public']),
    program: IS_PACKAGE ? packagedCommit() : commitOf(PROJECT_FOLDER, ['src', 'package-lock.json']),
    lockfile: createHash('sha256').update(readFileSync(LOCKFILE)).digest('hex'),
    tools: Object.fromEntries([
      ['dafu', version()],
      ['node', process.versions.node],
      ...NAMED_TOOLS.map((name) => [name, version(packageFolder(name))]),
    ]),
  };
}

/** The commit that the package of the program was made from, which `npm pack` noted. */
function packagedCommit(): Provenance['program'] {
  return commitSchema.parse(JSON.parse(readFileSync(join(SOURCE_FOLDER, 'commit.json'), 'utf8')));
}

/** The commit of a folder and whether the named parts of it are as committed. */
function commitOf(folder: string, parts: readonly string[]): Provenance['content'] {
  const head = askGit(folder, ['rev-parse', '--verify', '--end-of-options', 'HEAD^{commit}']);
  if (head === undefined) return { commit: null, clean: false };
  return { commit: head.trim(), clean: askGit(folder, ['status', '--porcelain', '--', ...parts]) === '' };
}
