import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { readSite } from '../../reading/files.ts';
import { plainKey } from '../../reading/page-reads.ts';
import { exchangeFiles } from '../formats/index.ts';
import { digestOfParts } from '../incremental/digests.ts';
import { freshStaging, moveFolder } from '../output/builds.ts';
import { lockFolder } from '../output/lock.ts';
import { publishPublicFiles } from '../public-files.ts';
import { pageReuse, type ReuseOptions, type ReuseResult } from '../reuse/index.ts';
import { renderingFolder } from './astro-folder.ts';
import { astroConfig } from './config.ts';

/** An hour, in milliseconds: as long as the pages of another run may take. */
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
 * Renders every page with Astro. The working folder must be Astro's for the root (`renderingFolder`): Astro renders within no other.
 * `onShare` is told how many pages of how many there are. Throws a SiteError, a DeskError where another rendering of the root takes
 * too long, or what stopped Astro.
 */
export async function renderSite(
  request: RenderRequest,
  onShare: (done: number, total: number) => void,
): Promise<ReuseResult> {
  const { root, folder, cache, address, today, moment, program, verbose, reuse } = request;
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.NODE_ENV = 'production';
  const { integration, result } = pageReuse({
    previous: reuse.previous,
    discarded: reuse.discarded,
    digestOf: pageDigest(reuse.digests),
    onProgress: onShare,
  });
  const { build } = await import('astro');
  // Astro keeps what it found in content/ in its folder. Held by the process that renders, so that a run waits for one whose parent was
  // killed, and then sweeps what that leaves.
  const place = renderingFolder(cache);
  using _astro = lockFolder(place, LONGEST_RENDERING);
  // While pages are rendered, their code is loaded from the output folder and finds its packages from there.
  const staging = freshStaging(join(place, 'out'));
  const config = astroConfig({ root, cache, address, today, moment, program }, place);
  const site = readSite(root);
  try {
    await build({
      ...config,
      outDir: staging,
      integrations: [
        ...(config.integrations ?? []),
        publishPublicFiles(root),
        exchangeFiles({
          ...{ root, cache, program },
          site: { ...site, address: address ?? site.address },
          previous: reuse.previous?.folder,
        }),
        integration,
      ],
      logLevel: verbose ? 'info' : 'warn',
    });
    // A parent that was killed meanwhile is noticed between two turns: what it was to get must not reach the next run's folder.
    await setImmediate();
    moveFolder(staging, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return result();
}

/** The digest of a page: what all share, what it shows and what else it read. */
function pageDigest({ common, named }: PageDigests): ReuseOptions['digestOf'] {
  return (shows, reads) =>
    digestOfParts([common, shows, ...[plainKey(shows), ...reads].map((name) => named.get(name) ?? '')]);
}
