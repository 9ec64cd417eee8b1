import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { plainKey } from '../../reading/page-reads.ts';
import { PROJECT_FOLDER } from '../../system/program.ts';
import { digestOfParts } from '../incremental/digests.ts';
import { astroCache, freshStaging, moveFolder } from '../output/builds.ts';
import { lockFolder } from '../output/lock.ts';
import { pageReuse, type ReuseOptions, type ReuseResult } from '../reuse/index.ts';

/** An hour, in milliseconds: as long as another root's pages may take. */
const LONGEST_RENDERING = 3_600_000;

/** Digests of what pages are made from. */
export interface PageDigests {
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
  /** The digest of the program itself. */
  readonly program: string;
  /** Where nothing is yet; absolute. */
  readonly folder: string;
  /** Where builds of the root keep what the next one can use; absolute. */
  readonly cache: string;
  readonly reuse: RenderReuse;
}

/**
 * Renders every page with Astro, which reads the root, the address and the day from the environment; it changes the environment
 * and the working folder. `onShare` is told how many pages of how many there are. Throws a SiteError, a DeskError where another rendering
 * takes too long, or what stopped Astro.
 */
export async function renderSite(
  request: RenderRequest,
  onShare: (done: number, total: number) => void,
): Promise<ReuseResult> {
  const { root, folder, cache, verbose, reuse } = request;
  setEnvironment(request);
  const { integration, result } = pageReuse({
    previous: reuse.previous,
    discarded: reuse.discarded,
    digestOf: pageDigest(reuse.digests),
    onProgress: onShare,
  });
  const { build } = await import('astro');
  // Astro keeps what it found in content/ in one place of the program (`.astro`), whatever root is built: one after the other. Held by
  // the process that renders, so that a run waits for one whose parent was killed, and then sweeps what that leaves.
  using _program = lockFolder(join(PROJECT_FOLDER, '.dafu', 'rendering'), LONGEST_RENDERING);
  // While pages are rendered, their code is loaded from the output folder and finds its packages from there: it has to lie below
  // the program. And below the working folder, or Astro would use one place for all builds, two at once included.
  const staging = freshStaging(join(PROJECT_FOLDER, '.dafu', 'staging'));
  process.chdir(staging);
  try {
    await build({
      root: PROJECT_FOLDER,
      outDir: staging,
      // The bundler would follow links and take everything: `publishPublicFiles` copies what is published.
      publicDir: join(PROJECT_FOLDER, '.dafu', 'no-public'),
      cacheDir: astroCache(cache, root, PROJECT_FOLDER),
      integrations: [integration],
      logLevel: verbose ? 'info' : 'warn',
    });
    // A parent that was killed meanwhile is noticed between two turns: what it was to get must not reach the next run's folder.
    await setImmediate();
    moveFolder(staging, folder);
  } finally {
    process.chdir(PROJECT_FOLDER);
    rmSync(staging, { recursive: true, force: true });
  }
  return result();
}

/** The digest of a page: what all share, what it shows and what else it read. */
function pageDigest({ common, named }: PageDigests): ReuseOptions['digestOf'] {
  return (shows, reads) =>
    digestOfParts([common, shows, ...[plainKey(shows), ...reads].map((name) => named.get(name) ?? '')]);
}

function setEnvironment({ root, address, today, moment, program, cache, reuse }: RenderRequest): void {
  const { env } = process;
  env.ASTRO_TELEMETRY_DISABLED = '1';
  env.NODE_ENV = 'production';
  env.DAFU_ROOT = root;
  env.DAFU_TODAY = today;
  env.DAFU_MOMENT = moment;
  env.DAFU_PROGRAM = program;
  env.DAFU_CACHE = cache;
  if (reuse.previous === undefined) delete env.DAFU_PREVIOUS;
  else env.DAFU_PREVIOUS = reuse.previous.folder;
  if (address === undefined) delete env.DAFU_ADDRESS;
  else env.DAFU_ADDRESS = address;
}
