import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { freshBuild, sweepBuilds } from './output/builds.ts';
import { lockFolder } from './output/lock.ts';
import { linkedName, mendFolder, nextFolder, standing, switchFolder, switchLink } from './output/switch.ts';
import { checkContent, produceSite, refusedByDisk, type SiteRequest } from './produce.ts';
import { stageClock } from './stages.ts';

/** What a build is asked for. Folders are absolute. */
export interface BuildRequest extends SiteRequest {
  readonly out: string;
  /** Whether `out` is to be a folder where nothing stands there yet; otherwise it becomes a link to the build. */
  readonly plain: boolean;
}

/**
 * Checks the content, builds the site into a folder of its own, audits it, and only then lets `out` be that folder.
 * Throws SiteError for what authors can mend, DeskError for what the machine refuses; `out` is then as it was.
 */
export async function buildSite(request: BuildRequest): Promise<void> {
  const { root, out } = request;
  const clock = stageClock();
  await checkContent(request, clock);
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
    await produceSite(request, target, clock);
    if (asFolder) switchFolder(out, target);
    else switchLink(out, target);
  } catch (error) {
    rmSync(target, { recursive: true, force: true });
    throw refusedByDisk(error, target) ?? error;
  }
  if (!asFolder) sweepBuilds(builds, [basename(target), served]);
  writeFileSync(join(state, 'last-build.json'), `${JSON.stringify({ stages: clock.times() })}\n`);
}
