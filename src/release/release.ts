import { renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keepCompiled } from '../build/child-process/compiled.ts';
import { copiesOf } from '../build/output/compress.ts';
import { refuseOthersFolder, replaceMade } from '../build/output/output-folder.ts';
import { openCache, partOfCache, stateFolder } from '../build/output/state.ts';
import {
  lockFolder,
  lockOf,
  nextFolder,
  refuseOthersLink,
  repairFolder,
  standing,
  switchLink,
} from '../build/output/switch.ts';
import {
  checkContent,
  momentOf,
  type ProduceOptions,
  produceSite,
  refusedByDisk,
  refuseErrors,
  requestedSite,
} from '../build/produce.ts';
import { planReuse, writeLastBuild } from '../build/reuse/last-build.ts';
import { recordReplaced } from '../build/reuse/output-memory.ts';
import { type OnProgress, recordStages, type StageClock, stageClock } from '../build/stages.ts';
import { CACHES } from '../cache/index.ts';
import { SiteError } from '../errors.ts';
import { ENVELOPE_FILE, MANIFEST_FILE, SIGNATURE_FILE } from '../model/addresses.ts';
import { readPrintedList } from '../reading/printed-letters.ts';
import { approvalFindings } from './approvals.ts';
import {
  type FinishPlaces,
  type FinishRequest,
  finishRelease,
  isFitToReuse,
  servedRelease,
  standingRelease,
} from './finish-release.ts';
import { readManifest } from './manifest.ts';
import { type Press, pressOf, printLetters, withPrinted } from './printing/letters.ts';
import { keepFiles, refuseOthersReleases, releasePlaces, sweepReleases } from './releases.ts';
import { RELEASE_RULES } from './rules.ts';

/** What a release is asked for. */
export interface ReleaseRequest extends FinishRequest {
  /** A plain folder that becomes the release by renaming; undefined for `releases/` in the root with its link. */
  readonly out: string | undefined;
  /** How many releases stay. */
  readonly keep: number;
}

/** A release, where it is, and whether it was made now: false where the served one holds what a new one would. */
interface Released {
  readonly name: string;
  readonly folder: string;
  readonly made: boolean;
}

/**
 * Checks, builds, audits, lists and switches: the site that was served stays whole until the one step that replaces it.
 * Where the served release holds what a new one would, it stays. Throws SiteError or CommandError; then nothing that is served was
 * touched.
 */
export async function releaseSite(request: ReleaseRequest, onProgress: OnProgress = () => {}): Promise<Released> {
  refuseReservedAddress(request);
  const { root, out } = request;
  const clock = stageClock(onProgress);
  keepCompiled(openCache(root));
  const releases = out === undefined ? join(root, 'releases') : dirname(out);
  refuseOthers(out, releases);
  using _lock = lockFolder(stateFolder(root));
  const served = out ?? releasePlaces(releases).current;
  const next = out === undefined ? releasePlaces(releases).next : nextFolder(out);
  // Two roots may be released into one folder: then it is the folder that only one may use at a time.
  using _outLock = out === undefined ? undefined : lockFolder(lockOf(out));
  try {
    repairFolder(served);
    rmSync(next, { recursive: true, force: true });
    const previous = servedRelease(served);
    const standing = await standingRelease(request, served, previous);
    if (standing !== undefined) {
      if (out === undefined) sweepReleases(releases, request.keep, standing);
      return { name: standing, folder: out ?? join(releases, standing), made: false };
    }
    // A missing browser or font is reported before anything is built.
    const press = await pressOf(requestedSite(request), join(openCache(root).folder, 'printing'));
    await checkContent(request, clock);
    refuseErrors(approvalFindings(root, momentOf(request)));
    const places = { next, served, releases, previous };
    const { name, record } = await makeRelease({ ...request, press }, places, clock, onProgress);
    await clock.run('release', () => {
      if (out === undefined) {
        renameSync(next, join(releases, name));
        keepFiles(releases, name);
        switchLink(served, join(releases, name));
        sweepReleases(releases, request.keep, name);
      } else replaceMade(out, next, 'release');
      // Last, because making or removing a link changes a file's ctime.
      record();
    });
    recordStages(join(stateFolder(root), 'last-release.json'), clock);
    return { name, folder: out ?? join(releases, name), made: true };
  } catch (error) {
    discard(next);
    throw refusedByDisk(error, next) ?? error;
  }
}

/**
 * Builds and completes a release in `next`, with what is served where that was made from the same. Where a file of that proves not to be
 * what its manifest lists, everything is made. Gives the name, and what records the release once it is served.
 */
async function makeRelease(
  { press, ...request }: ReleaseRequest & { readonly press: Press | undefined },
  places: FinishPlaces,
  clock: StageClock,
  onProgress: OnProgress,
): Promise<{ readonly name: string; readonly record: () => void }> {
  const { next, served } = places;
  const cache = partOfCache(openCache(request.root), 'release');
  const { from, reuse, intactFiles } = await clock.run('check', () => planReuse(request, served, cache));
  const isIntact = intactFiles();
  const print = async (known: ProduceOptions['reuse']) => {
    if (press === undefined) return known;
    const told = { reuse: withPrinted(known, readPrintedList(cache.folder)), cache };
    const onPrinted = (done: number, total: number) => onProgress('print', done, total);
    return withPrinted(known, await clock.run('print', () => printLetters({ ...request, press }, told, onPrinted)));
  };
  const make = async (options: Pick<ProduceOptions, 'reuse'> & Pick<FinishPlaces, 'isIntact'>) => {
    const { pages } = await produceSite(request, next, clock, {
      reuse: await print(options.reuse),
      cache,
      onProgress,
    });
    const finished = await clock.run('release', () =>
      finishRelease(request, { ...places, isIntact: options.isIntact }, (done, total) =>
        onProgress('release', done, total),
      ),
    );
    if (finished === undefined) return undefined;
    const { name, replaced } = finished;
    const record = () => {
      writeLastBuild(cache.folder, served, from, pages);
      const site = requestedSite(request);
      if (replaced.size > 0)
        for (const kind of [CACHES.texts, CACHES.audit])
          recordReplaced({ folder: served, cache, kind, site }, replaced);
    };
    return { name, record };
  };
  const isFit = isFitToReuse(places.previous, served, request.key);
  const made = isFit ? await make({ reuse, isIntact }) : undefined;
  if (made !== undefined) return made;
  // Build again without reuse, since a damaged file may have been taken over.
  for (const folder of [next, cache.folder]) rmSync(folder, { recursive: true, force: true });
  const whole = await make({ reuse: { ...reuse, previous: undefined }, isIntact: undefined });
  if (whole === undefined) throw new Error(`${next} shares a file with ${served} that is not as its manifest lists it`);
  return whole;
}

/** Refuses to release over anything that no release put there. Throws a CommandError. */
function refuseOthers(out: string | undefined, releases: string): void {
  if (out === undefined) {
    refuseOthersReleases(releases);
    return;
  }
  refuseOthersLink(out);
  if (standing(out) === 'folder') refuseOthersFolder(out, ['release', 'build'], () => namesInManifest(out));
}

/** The top-level names in a release by its own manifest; empty where that cannot be read. */
function namesInManifest(folder: string): Set<string> {
  const first = (file: string) => file.replace(/\/.*/s, '');
  try {
    const listed = new Set(Object.keys(readManifest(folder).files).map(first));
    const own = [MANIFEST_FILE, ENVELOPE_FILE, SIGNATURE_FILE];
    return new Set([...listed, ...own, ...[...listed].flatMap(copiesOf)]);
  } catch {
    return new Set();
  }
}

/** Removes an unfinished release. A read-only disk may refuse that too; the next run then starts with it. */
function discard(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // The original error is reported, not this one.
  }
}

/** A release needs the address that readers will use: links, feeds and citations carry it. */
function refuseReservedAddress(request: ReleaseRequest): void {
  const { hostname } = new URL(requestedSite(request).address);
  if (!/(?:^|\.)(?:example|test|invalid|localhost)$|^(?:.*\.)?example\.(?:com|net|org)$/.test(hostname)) return;
  throw new SiteError({
    rule: RELEASE_RULES['address-reserved'].id,
    severity: 'error',
    place: { file: 'content/site.yaml' },
    message: {
      zh: `${hostname} 是保留的示例域名，不能正式发布`,
      en: `${hostname} is a reserved example name: nothing can be released under it`,
    },
    hint: {
      zh: '在 site.yaml 的 address 里填写正式地址，或用 --address 指定',
      en: 'give the real address in site.yaml (address), or with --address',
      web: {
        zh: '请在 site.yaml 的 address 里填写正式地址',
        en: 'give the real address in site.yaml (address)',
      },
    },
  });
}
