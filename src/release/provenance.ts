import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { sha256Of } from '../model/hashes.ts';
import { byCodeUnit } from '../model/order.ts';
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
  /** The day that counted as today in the build. */
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

/** Whether two builds give the same bytes: all that they depend on is the same, and committed. */
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
    lockfile: sha256Of(readFileSync(LOCKFILE)),
    tools: Object.fromEntries([
      ['dafu', version()],
      ['node', process.versions.node],
      ...NAMED_TOOLS.map((name) => [name, version(packageFolder(name))]),
    ]),
  };
}

/** The commit that the program's package was made from, as `npm pack` recorded it. */
function packagedCommit(): Provenance['program'] {
  return commitSchema.parse(JSON.parse(readFileSync(join(SOURCE_FOLDER, 'commit.json'), 'utf8')));
}

/** The commit of a folder and whether the named parts of it are as committed. */
function commitOf(folder: string, parts: readonly string[]): Provenance['content'] {
  const head = askGit(folder, ['rev-parse', '--verify', '--end-of-options', 'HEAD^{commit}']);
  if (head === undefined) return { commit: null, clean: false };
  return { commit: head.trim(), clean: askGit(folder, ['status', '--porcelain', '--', ...parts]) === '' };
}

const needsSchema = z.record(z.string(), z.string()).optional();

const lockSchema = z.object({
  name: z.string(),
  version: z.string(),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      optional: z.boolean().optional(),
      dependencies: needsSchema,
      optionalDependencies: needsSchema,
      peerDependencies: needsSchema,
    }),
  ),
});

/**
 * The bill of materials of the program that built a release, CycloneDX 1.6, from package-lock.json: what was needed to
 * build it, each library with its hash and licence, and which needs which. The same lockfile gives the same bytes: no time, no serial number.
 */
export function billOfMaterials(lockfile: string): string {
  const { name, version, packages } = lockSchema.parse(JSON.parse(lockfile));
  const components = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version: own = '', integrity, license, optional }]) => {
      const library = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return {
        type: 'library',
        'bom-ref': path,
        name: library,
        version: own,
        scope: optional === true ? 'optional' : 'required',
        ...(integrity === undefined ? {} : { hashes: [hashOf(integrity)] }),
        ...(license === undefined ? {} : { licenses: [{ expression: license }] }),
        purl: `pkg:npm/${library.replace('@', '%40')}@${own}`,
      };
    })
    .sort((one, other) => byCodeUnit(one['bom-ref'], other['bom-ref']));
  const shipped = new Set<string>(components.map((component) => component['bom-ref']));
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': name, name, version, licenses: [{ expression: 'MIT' }] } },
    components,
    dependencies: [name, ...components.map((component) => component['bom-ref'])].map((ref) => ({
      ref,
      dependsOn: dependsOn(ref === name ? '' : ref, packages, shipped),
    })),
  };
  return `${JSON.stringify(bill, undefined, 1)}\n`;
}

type Packages = z.infer<typeof lockSchema>['packages'];

/** What a package of the lockfile needs, as the paths that Node finds it at from there: in its own folder, or in one above. */
function dependsOn(path: string, packages: Packages, shipped: ReadonlySet<string>): string[] {
  const { dependencies, optionalDependencies, peerDependencies } = packages[path] ?? {};
  const names = Object.keys({ ...peerDependencies, ...optionalDependencies, ...dependencies });
  return [...new Set(names.flatMap((name) => foundFrom(path, name, shipped) ?? []))].sort(byCodeUnit);
}

/** Where Node finds a package by its name from the folder of another; nowhere where it is not shipped, as an optional one may not be. */
function foundFrom(path: string, name: string, shipped: ReadonlySet<string>): string | undefined {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const candidate = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (shipped.has(candidate)) return candidate;
    if (folder === '') return undefined;
  }
}

/** A subresource-integrity string as CycloneDX writes a hash. */
function hashOf(integrity: string): { alg: string; content: string } {
  const [algorithm = '', base64 = ''] = integrity.split('-');
  return { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(base64, 'base64').toString('hex') };
}
