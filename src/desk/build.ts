import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SiteError } from '../errors.ts';
import { checkRoot } from './check/index.ts';
import { deskFailure } from './failures.ts';
import { PROJECT_FOLDER } from './options.ts';
import { freshBuild, sweepBuilds } from './output/builds.ts';
import { lockFolder } from './output/lock.ts';
import { linkedName, mendFolder, nextFolder, standing, switchFolder, switchLink } from './output/switch.ts';
import { stageClock } from './stages.ts';

/** What a build is asked for. Folders are absolute. */
export interface BuildRequest {
  readonly root: string;
  readonly out: string;
  /** Whether `out` is to be a folder where nothing stands there yet; otherwise it becomes a link to the build. */
  readonly plain: boolean;
  readonly address: string | undefined;
  readonly today: string;
  readonly verbose: boolean;
}

/**
 * Checks the content, builds the site into a folder of its own, audits it, and only then lets `out` be that folder.
 * Throws SiteError for what authors can mend, DeskError for what the machine refuses; `out` is then as it was.
 */
export async function buildSite(request: BuildRequest): Promise<void> {
  const { root, out } = request;
  const clock = stageClock();
  const findings = await clock.run('check', () => checkRoot(root, request));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new SiteError(errors);
  const state = join(root, '.dafu');
  using _lock = lockFolder(state);
  const builds = join(state, 'builds');
  mendFolder(out);
  const asFolder = standing(out) === 'folder' || (standing(out) === 'nothing' && request.plain);
  const served = linkedName(out);
  sweepBuilds(builds, [served]);
  const target = asFolder ? nextFolder(out) : freshBuild(builds);
  rmSync(target, { recursive: true, force: true });
  try {
    await clock.run('render', () => renderSite(request, target));
    if (asFolder) switchFolder(out, target);
    else switchLink(out, target);
  } catch (error) {
    rmSync(target, { recursive: true, force: true });
    throw refusedByDisk(error, target) ?? error;
  }
  if (!asFolder) sweepBuilds(builds, [basename(target), served]);
  writeFileSync(join(state, 'last-build.json'), `${JSON.stringify({ stages: clock.times() })}\n`);
}

/** Renders every page into a folder with Astro, which reads the root, the address and the day from the environment. */
export async function renderSite(
  { root, address, today, verbose }: Pick<BuildRequest, 'root' | 'address' | 'today' | 'verbose'>,
  target: string,
): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.NODE_ENV = 'production';
  process.env.DAFU_ROOT = root;
  process.env.DAFU_TODAY = today;
  if (address === undefined) delete process.env.DAFU_ADDRESS;
  else process.env.DAFU_ADDRESS = address;
  const { build } = await import('astro');
  await build({
    root: PROJECT_FOLDER,
    outDir: target,
    cacheDir: join(root, '.dafu', 'cache'),
    logLevel: verbose ? 'info' : 'warn',
  });
  if (!existsSync(target)) throw new Error(`Astro wrote nothing to ${target}`);
}

/** What the disk refused, as a sentence with the place; undefined for any other failure. */
function refusedByDisk(error: unknown, target: string) {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  if (!['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS'].includes(String(error.code))) return undefined;
  return deskFailure((words) => words.notWritable(target, error.message), error);
}
