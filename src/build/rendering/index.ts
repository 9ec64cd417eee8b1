import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { AstroIntegration } from 'astro';
import { CACHES, type Cache, cacheKey } from '../../cache/index.ts';
import { readSite } from '../../reading/files.ts';
import { plainKey } from '../../reading/page-reads.ts';
import { isFileOf } from '../../routes.ts';
import { runApart } from '../child-process/index.ts';
import { publishPrintedLetters, publishPublicFiles } from '../copied-files.ts';
import { exchangeFiles } from '../formats/index.ts';
import { freshStaging, moveFolder } from '../output/state.ts';
import { lockFolder } from '../output/switch.ts';
import { shareOut } from '../parallel.ts';
import { pageReuse, type ReuseOptions, type ReuseResult, type SharedPages } from '../reuse/index.ts';
import { renderingFolder } from './astro-folder.ts';
import { astroConfig } from './config.ts';

/** How long to wait for the rendering of another run, in milliseconds: an hour. */
const LONGEST_RENDERING = 3_600_000;

/** Digests of what pages are made from. */
interface PageDigests {
  /** Of what all pages share. */
  readonly common: string;
  /** Of what a page can show besides, by the name under which it notes that it read it. */
  readonly named: ReadonlyMap<string, string>;
}

/** What a rendering may take from the build before it. */
export interface RenderReuse extends Pick<ReuseOptions, 'previous' | 'discarded'> {
  readonly digests: PageDigests;
}

/** What is rendered, and where to. It can be sent to another process. */
export interface RenderRequest {
  /** Absolute. */
  readonly root: string;
  /** In place of the address in site.yaml. */
  readonly address: string | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The moment up to which replies are public. */
  readonly moment: string;
  readonly verbose: boolean;
  /** A path where nothing exists yet; absolute. */
  readonly folder: string;
  /** Where builds of the root keep results for the next one; absolute. */
  readonly cache: Cache;
  readonly reuse: RenderReuse;
  /** How many processes may render at once. */
  readonly jobs: number;
}

/** The part of a rendering that another process takes over. */
export interface PartRequest {
  readonly whole: RenderRequest;
  /** What the pages show that are rendered: keys of replies. */
  readonly groups: readonly string[];
  /** The folder that gets them; absolute. */
  readonly out: string;
  /** Astro's own folder for the part; absolute. */
  readonly place: string;
}

/**
 * Renders every page with Astro, many of them in other processes. The working folder must be Astro's folder for the root
 * (`renderingFolder`): Astro renders in no other. `onShare` is called with the number of pages done and the total. Throws a SiteError, a
 * CommandError where another rendering of the root takes too long, or the error that stopped Astro.
 */
export async function renderSite(
  request: RenderRequest,
  onShare: (done: number, total: number) => void,
): Promise<ReuseResult> {
  const { root, folder, cache, address, reuse } = request;
  const exchange = exchangeFiles({
    ...{ root, cache, today: request.today },
    site: { ...readSite(root), ...(address === undefined ? {} : { address }) },
    previous: reuse.previous?.folder,
  });
  const { integration, result } = pageReuse({
    previous: reuse.previous,
    discarded: reuse.discarded,
    digestOf: pageDigest(cache, reuse.digests),
    onProgress: onShare,
    share: (groups, out, onMade) => renderParts(request, { groups, out, onMade }),
    finish: exchange.writeBulk,
  });
  // Astro keeps what it found in content/ in its folder. Held by the process that renders, so that a run waits for one whose parent was
  // killed, and then sweeps what that leaves.
  const place = renderingFolder(cache.folder);
  using _astro = lockFolder(place, LONGEST_RENDERING);
  await renderWith(
    request,
    place,
    [publishPublicFiles(root), publishPrintedLetters(root, cache.folder), exchange.integration, integration],
    async (staging) => {
      // Between two turns, notice a parent that was killed meanwhile: its pages must not get into the folder of the next run.
      await setImmediate();
      moveFolder(staging, folder);
    },
  );
  return result();
}

/** Renders the pages of letters and nothing else, for their printing; as `renderSite`. */
export async function renderLetters(
  request: RenderRequest,
  onShare: (done: number, total: number) => void,
): Promise<void> {
  const { folder, cache, reuse } = request;
  const { integration } = pageReuse({
    previous: reuse.previous,
    digestOf: pageDigest(cache, reuse.digests),
    onProgress: onShare,
    isWanted: (file) => isFileOf('reply', file),
  });
  const place = renderingFolder(cache.folder);
  using _astro = lockFolder(place, LONGEST_RENDERING);
  await renderWith(request, place, [integration], async (staging) => {
    await setImmediate();
    moveFolder(staging, folder);
  });
}

/** Renders the pages of some replies into a folder where another process renders the rest; as `renderSite`. */
export async function renderPart(
  { whole, groups, out, place }: PartRequest,
  onShare: (done: number, total: number) => void,
): Promise<ReuseResult> {
  const { integration, result } = pageReuse({
    previous: undefined,
    digestOf: pageDigest(whole.cache, whole.reuse.digests),
    onProgress: onShare,
    part: { groups: new Set(groups), out },
  });
  await renderWith(whole, place, [integration]);
  return result();
}

/** Has other processes render groups of pages, where that pays off. */
function renderParts(
  whole: RenderRequest,
  {
    groups,
    out,
    onMade,
  }: {
    readonly groups: ReadonlyMap<string, number>;
    readonly out: string;
    readonly onMade: (made: number) => void;
  },
): SharedPages {
  const lists = shareOut(groups, whole.jobs);
  // Pages that can be reused were taken before; their record is long.
  const unreused = { ...whole, reuse: { ...whole.reuse, previous: undefined } };
  const counts = lists.map(() => 0);
  const made = lists.map((list, number) => {
    const place = renderingFolder(whole.cache.folder, number + 1);
    const onShare = (done: number) => {
      counts[number] = done;
      onMade(counts.reduce((sum, count) => sum + count, 0));
    };
    return runApart('renderPart', { whole: unreused, groups: list, out, place }, { onShare, folder: place });
  });
  return { groups: new Set(lists.flat()), made: Promise.all(made) };
}

/** Builds with Astro into a new folder below `place`, gives that to `finish`, and removes it. */
async function renderWith(
  { root, cache, address, today, moment, verbose }: RenderRequest,
  place: string,
  integrations: readonly AstroIntegration[],
  finish: (staging: string) => Promise<void> = async () => {},
): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.NODE_ENV = 'production';
  const { build } = await import('astro');
  // While pages are rendered, their code is loaded from the output folder and finds its packages from there.
  const staging = freshStaging(join(place, 'out'));
  const config = astroConfig(
    { root, cache: cache.folder, program: cache.program, address, today, moment, output: staging },
    place,
  );
  try {
    await build({
      ...config,
      outDir: staging,
      integrations: [...(config.integrations ?? []), ...integrations],
      // Astro warns of what a bureau can do nothing about, such as a kind of document that it has none of.
      logLevel: verbose ? 'info' : 'error',
    });
    await finish(staging);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** The digest of a page: over what all pages share, what it shows and what else it read. */
function pageDigest(cache: Cache, { common, named }: PageDigests): ReuseOptions['digestOf'] {
  return (shows, reads) => {
    const read = [plainKey(shows), ...reads].map((name) => named.get(name) ?? '');
    return cacheKey(cache, CACHES.page, { common, shows, reads: read });
  };
}
