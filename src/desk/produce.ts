import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { readGlossary, readSite } from '../catalogue/files.ts';
import { type Finding, SiteError } from '../errors.ts';
import { auditSite } from '../integrations/audit/index.ts';
import { openMemory } from '../integrations/reuse/output-memory.ts';
import { indexSite } from '../integrations/search-index.ts';
import type { Site } from '../model/site.ts';
import { checkRoot } from './check/index.ts';
import { deskFailure } from './failures.ts';
import { digestOfParts, programDigest } from './incremental/digests.ts';
import { PROJECT_FOLDER } from './options.ts';
import { astroCache } from './output/astro-cache.ts';
import { lockFolder } from './output/lock.ts';
import { freshStaging, moveFolder } from './output/staging.ts';
import type { OnProgress } from './progress.ts';
import type { Stage, StageClock } from './stages.ts';

/** What a site is made from. */
export interface SiteRequest {
  /** Absolute. */
  readonly root: string;
  /** In place of the address in site.yaml. */
  readonly address: string | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly verbose: boolean;
}

/** What a build may take from the one before it. */
export interface ProduceOptions {
  /** Astro's, for the rendering. */
  readonly integrations?: AstroIntegration[];
  /** The folder of the last build's output, whose files may be linked to. */
  readonly previous?: string | undefined;
  readonly onProgress?: OnProgress;
}

/** Where builds of a root keep what the next one can use. */
export const cacheFolder = (root: string): string => join(root, '.dafu', 'cache');

/** Throws a SiteError with every error of the content; reads it and touches nothing. Gives how many warnings there are. */
export async function checkContent({ root, today }: SiteRequest, clock: StageClock): Promise<number> {
  const findings = await clock.run('check', () => checkRoot(root, { today }));
  refuseErrors(findings);
  return findings.length;
}

/**
 * Renders the site into a folder, writes its search index and audits what came out. Throws a SiteError with every error of the audit.
 */
export async function produceSite(
  request: SiteRequest,
  folder: string,
  clock: StageClock,
  { integrations = [], previous, onProgress = () => {} }: ProduceOptions = {},
): Promise<void> {
  await clock.run('render', () => renderSite(request, folder, integrations, previous));
  const { root } = request;
  const index = { folder, cache: join(cacheFolder(root), 'search'), glossary: readGlossary(root) };
  const told = (stage: Stage) => (done: number, total: number) => onProgress(stage, done, total);
  await clock.run('index', () => indexSite({ ...index, site: requestedSite(request), onProgress: told('index') }));
  const site = requestedSite(request);
  const version = digestOfParts([programDigest(PROJECT_FOLDER), JSON.stringify(site)]);
  const memory = openMemory({ folder, previous, cache: cacheFolder(root), name: 'audit', version });
  refuseErrors(await clock.run('audit', () => auditSite({ folder, root, site, memory, onProgress: told('audit') })));
}

/** The site of site.yaml with the address that was asked for. */
export function requestedSite({ root, address }: SiteRequest): Site {
  const site = readSite(root);
  return address === undefined ? site : { ...site, address };
}

/** What the disk refused, as a sentence with the place; undefined for any other failure. */
export function refusedByDisk(error: unknown, folder: string): Error | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1) {
    const named = 'code' in at && DISK_REFUSALS.has(String(at.code));
    // The bundler writes files itself, and gives the system's words only.
    const told = /No space left on device|Disk quota exceeded|Read-only file system/.exec(at.message)?.[0];
    const why = told ?? (named ? at.message : undefined);
    if (why !== undefined) return deskFailure((words) => words.notWritable(folder, why), error);
  }
  return undefined;
}

const DISK_REFUSALS: ReadonlySet<string> = new Set(['ENOSPC', 'EIO', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS']);

/** An hour, in milliseconds: as long as another root's pages may take. */
const LONGEST_RENDERING = 3_600_000;

/** Renders every page with Astro, which reads the root, the address and the day from the environment. */
async function renderSite(
  { root, address, today, verbose }: SiteRequest,
  folder: string,
  integrations: AstroIntegration[],
  previous: string | undefined,
): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.NODE_ENV = 'production';
  process.env.DAFU_ROOT = root;
  process.env.DAFU_TODAY = today;
  process.env.DAFU_PROGRAM = programDigest(PROJECT_FOLDER);
  if (previous === undefined) delete process.env.DAFU_PREVIOUS;
  else process.env.DAFU_PREVIOUS = previous;
  if (address === undefined) delete process.env.DAFU_ADDRESS;
  else process.env.DAFU_ADDRESS = address;
  const { build } = await import('astro');
  // Astro keeps what it found in content/ in one place of the program (`.astro`), whatever root is built: one after the other.
  using _program = lockFolder(join(PROJECT_FOLDER, '.dafu', 'rendering'), LONGEST_RENDERING);
  // While pages are rendered, their code is loaded from the output folder and finds its packages from there: it has to lie below
  // the program. And below the working folder, or Astro would use one place for all builds, two at once included.
  const staging = freshStaging(join(PROJECT_FOLDER, '.dafu', 'staging'));
  const before = process.cwd();
  process.chdir(staging);
  try {
    await build({
      root: PROJECT_FOLDER,
      outDir: staging,
      cacheDir: astroCache(cacheFolder(root), root, PROJECT_FOLDER),
      integrations,
      logLevel: verbose ? 'info' : 'warn',
    });
    moveFolder(staging, folder);
  } finally {
    process.chdir(before);
    rmSync(staging, { recursive: true, force: true });
  }
}

/** Throws what is wrong where any of it is an error. */
function refuseErrors(findings: readonly Finding[]): void {
  if (findings.some(({ severity }) => severity === 'error')) throw new SiteError(findings);
}
