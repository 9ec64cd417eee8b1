import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { readGlossary, readSite } from '../catalogue/files.ts';
import { type Finding, SiteError } from '../errors.ts';
import { auditSite } from '../integrations/audit/index.ts';
import { indexSite } from '../integrations/search-index.ts';
import type { Site } from '../model/site.ts';
import { checkRoot } from './check/index.ts';
import { deskFailure } from './failures.ts';
import { programDigest } from './incremental/digests.ts';
import { PROJECT_FOLDER } from './options.ts';
import type { StageClock } from './stages.ts';

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

/** Where builds of a root keep what the next one can use. */
export const cacheFolder = (root: string): string => join(root, '.dafu', 'cache');

/** Throws a SiteError with every error of the content; reads it and touches nothing. Gives how many warnings there are. */
export async function checkContent({ root, today }: SiteRequest, clock: StageClock): Promise<number> {
  const findings = await clock.run('check', () => checkRoot(root, { today }));
  refuseErrors(findings);
  return findings.length;
}

/**
 * Renders the site into a folder, writes its search index and audits what came out; `integrations` are Astro's, for the
 * rendering. Throws a SiteError with every error of the audit.
 */
export async function produceSite(
  request: SiteRequest,
  folder: string,
  clock: StageClock,
  integrations: AstroIntegration[] = [],
): Promise<void> {
  await clock.run('render', () => renderSite(request, folder, integrations));
  const { root } = request;
  const index = { folder, cache: join(cacheFolder(root), 'search'), glossary: readGlossary(root) };
  await clock.run('index', () => indexSite({ ...index, site: requestedSite(request) }));
  refuseErrors(await clock.run('audit', () => auditSite({ folder, root, site: requestedSite(request) })));
}

/** The site of site.yaml with the address that was asked for. */
export function requestedSite({ root, address }: SiteRequest): Site {
  const site = readSite(root);
  return address === undefined ? site : { ...site, address };
}

/** What the disk refused, as a sentence with the place; undefined for any other failure. */
export function refusedByDisk(error: unknown, folder: string): Error | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  if (!['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS'].includes(String(error.code))) return undefined;
  return deskFailure((words) => words.notWritable(folder, error.message), error);
}

/** Renders every page with Astro, which reads the root, the address and the day from the environment. */
async function renderSite(
  { root, address, today, verbose }: SiteRequest,
  folder: string,
  integrations: AstroIntegration[],
): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.NODE_ENV = 'production';
  process.env.DAFU_ROOT = root;
  process.env.DAFU_TODAY = today;
  process.env.DAFU_PROGRAM = programDigest(PROJECT_FOLDER);
  // Astro bundles the pages into the working folder, and they find their packages from there.
  process.chdir(PROJECT_FOLDER);
  if (address === undefined) delete process.env.DAFU_ADDRESS;
  else process.env.DAFU_ADDRESS = address;
  const { build } = await import('astro');
  await build({
    root: PROJECT_FOLDER,
    outDir: folder,
    cacheDir: cacheFolder(root),
    integrations,
    logLevel: verbose ? 'info' : 'warn',
  });
  if (!existsSync(folder)) throw new Error(`Astro wrote nothing to ${folder}`);
}

/** Throws what is wrong where any of it is an error. */
function refuseErrors(findings: readonly Finding[]): void {
  if (findings.some(({ severity }) => severity === 'error')) throw new SiteError(findings);
}
