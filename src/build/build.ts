import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { keepCompiled } from './child-process/compiled.ts';
import { refuseOthersFolder, replaceMade } from './output/output-folder.ts';
import { buildBefore, freshBuild, openCache, stateFolder, sweepBuilds, sweepCaches } from './output/state.ts';
import {
  linkedName,
  lockFolder,
  nextFolder,
  refuseOthersLink,
  repairFolder,
  standing,
  switchLink,
} from './output/switch.ts';
import { checkContent, produceSite, refusedByDisk, type SiteRequest } from './produce.ts';
import type { SourceChanges } from './reuse/digests.ts';
import type { ReuseResult } from './reuse/index.ts';
import { planReuse, readLastBuild, writeLastBuild } from './reuse/last-build.ts';
import { type OnProgress, recordStages, stageClock } from './stages.ts';

/** What a build needs to know. Folders are absolute. */
interface BuildRequest extends SiteRequest {
  readonly out: string;
  /** Whether `out` is to be a folder where there is nothing yet; otherwise it becomes a link to the build. */
  readonly plain: boolean;
}

/** What a build did. */
interface BuildSummary {
  /** What changed since the last build; nothing where there is none. */
  readonly changes: SourceChanges | undefined;
  /** Pages made again, and those taken from the last build. */
  readonly made: number;
  readonly reused: number;
  /** Files and bytes of the whole output. */
  readonly files: number;
  readonly bytes: number;
  /** Findings of the check that did not stop the build. */
  readonly warnings: number;
}

/**
 * Checks the content, builds the site into a new folder, audits it, and only then switches `out` to that folder. Where nothing changed
 * since the last build, its output is kept. Throws a SiteError for what authors can fix and a CommandError for what the machine refuses;
 * `out` is then unchanged.
 */
export async function buildSite(request: BuildRequest, onProgress: OnProgress = () => {}): Promise<BuildSummary> {
  const { root, out } = request;
  const clock = stageClock(onProgress);
  const state = stateFolder(root);
  const cache = openCache(root);
  keepCompiled(cache);
  const builds = join(state, 'builds');
  refuseOthersLink(out, builds);
  if (standing(out) === 'folder') refuseOthersFolder(out, ['build'], () => namesOfLastBuild(cache.folder, out));
  const warnings = await checkContent(request, clock);
  using _lock = lockFolder(state);
  const timesFile = join(state, 'last-build.json');
  repairFolder(out);
  sweepCaches(root, cache);
  const plan = planReuse(request, out, cache);
  if (plan.unchanged) {
    recordStages(timesFile, clock);
    return { changes: plan.changes, made: 0, reused: plan.pages, ...plan.size, warnings };
  }
  const asFolder = standing(out) === 'folder' || (standing(out) === 'nothing' && request.plain);
  const served = linkedName(out);
  const discarded = buildBefore(builds, served);
  // The rest of the discarded build is removed after the switch.
  if (!asFolder) sweepBuilds(builds, [served, discarded]);
  const target = asFolder ? nextFolder(out) : freshBuild(builds);
  rmSync(target, { recursive: true, force: true });
  let rendered: ReuseResult;
  try {
    rendered = await produceSite(request, target, clock, {
      cache,
      reuse: { ...plan.reuse, discarded: discarded && join(builds, discarded) },
      onProgress,
    });
    if (asFolder) replaceMade(out, target, 'build');
    else switchLink(out, target);
  } catch (error) {
    rmSync(target, { recursive: true, force: true });
    throw refusedByDisk(error, target) ?? error;
  }
  if (!asFolder) sweepBuilds(builds, [basename(target), served]);
  const { pages, made, reused } = rendered;
  const size = writeLastBuild(cache.folder, out, plan.from, pages);
  recordStages(timesFile, clock);
  return { changes: plan.changes, made, reused, ...size, warnings };
}

/** The names directly below a plain output folder after the last build, which may be by a version that recorded them nowhere else. */
function namesOfLastBuild(cache: string, out: string): Set<string> {
  return new Set(Object.keys(readLastBuild(cache, out)?.files ?? {}).map((file) => file.replace(/\/.*/s, '')));
}
