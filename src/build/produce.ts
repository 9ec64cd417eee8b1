import { CACHES, type Cache } from '../cache/index.ts';
import { type Finding, SiteError } from '../errors.ts';
import { startOfDay } from '../model/dates.ts';
import type { Site } from '../model/site.ts';
import { readAllDocuments, readGlossary, readSite } from '../reading/files.ts';
import { commandFailure } from '../terminal/failures.ts';
import { auditSite } from './audit/index.ts';
import { runApart } from './child-process/index.ts';
import { renderingFolder } from './rendering/astro-folder.ts';
import type { RenderReuse } from './rendering/index.ts';
import type { ReuseResult } from './reuse/index.ts';
import { openMemory } from './reuse/output-memory.ts';
import { indexSite } from './search-index/index.ts';
import type { OnProgress, Stage, StageClock } from './stages.ts';

/** What a site is made from. */
export interface SiteRequest {
  /** Absolute. */
  readonly root: string;
  /** In place of the address in site.yaml. */
  readonly address: string | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The moment up to which replies are public: the first of today where it is not given. */
  readonly moment?: string;
  readonly verbose: boolean;
  /** How many processes may work at once. */
  readonly jobs: number;
}

/** What a site may be made with, and who is told of progress. */
export interface ProduceOptions {
  /** What may be taken from an earlier output. */
  readonly reuse: RenderReuse;
  /** Where results for the next build are kept. */
  readonly cache: Cache;
  readonly onProgress?: OnProgress;
}

/** Throws a SiteError with every error of the content; changes nothing. Gives the number of warnings. */
export async function checkContent(request: SiteRequest, clock: StageClock): Promise<number> {
  const { root, today, jobs } = request;
  const given = { root, today, moment: momentOf(request), jobs };
  const findings = await clock.run('check', () => runApart('check', given));
  refuseErrors(findings);
  return findings.length;
}

/**
 * Renders the site into a folder, writes its search index and audits the result. Gives which pages were made and which reused. Throws a
 * SiteError with every error of the audit.
 */
export async function produceSite(
  request: SiteRequest,
  folder: string,
  clock: StageClock,
  { reuse, cache, onProgress = () => {} }: ProduceOptions,
): Promise<ReuseResult> {
  const told = (stage: Stage) => (done: number, total: number) => onProgress(stage, done, total);
  const { root, address, today, verbose, jobs } = request;
  const moment = momentOf(request);
  const toRender = { root, address, today, moment, verbose, folder, cache, reuse, jobs };
  const rendered = await clock.run('render', () =>
    runApart('render', toRender, { onShare: told('render'), folder: renderingFolder(cache.folder) }),
  );
  const site = requestedSite(request);
  const documents = readAllDocuments(root, site.languages);
  const index = { folder, site, cache, glossary: readGlossary(root), documents, jobs };
  await clock.run('index', () => indexSite({ ...index, onProgress: told('index') }));
  const memory = openMemory({ folder, previous: reuse.previous?.folder, cache, kind: CACHES.audit, site });
  const toAudit = { folder, root, site, moment, memory, jobs, onProgress: told('audit') };
  refuseErrors(await clock.run('audit', () => auditSite(toAudit)));
  return rendered;
}

/** The moment up to which replies are public in what is made. */
export const momentOf = ({ today, moment = startOfDay(today) }: Pick<SiteRequest, 'today' | 'moment'>): string =>
  moment;

/** The site of site.yaml with the address that was asked for. */
export function requestedSite({ root, address }: SiteRequest): Site {
  const site = readSite(root);
  return address === undefined ? site : { ...site, address };
}

/** An error of the disk as a CommandError that names the folder; undefined for any other failure. */
export function refusedByDisk(error: unknown, folder: string): Error | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; at = at.cause, depth += 1) {
    const named = 'code' in at && DISK_REFUSALS.has(String(at.code));
    // The bundler writes files itself, and passes on the system's message only.
    const told = /No space left on device|Disk quota exceeded|Read-only file system/.exec(at.message)?.[0];
    const why = told ?? (named ? at.message : undefined);
    if (why !== undefined) return commandFailure((words) => words.notWritable(folder, why), error);
  }
  return undefined;
}

const DISK_REFUSALS: ReadonlySet<string> = new Set(['ENOSPC', 'EIO', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS']);

/** Throws the findings as a SiteError where any of them is an error. */
export function refuseErrors(findings: readonly Finding[]): void {
  if (findings.some(({ severity }) => severity === 'error')) throw new SiteError(findings);
}
