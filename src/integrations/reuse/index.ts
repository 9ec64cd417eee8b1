import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { pageReads, plainKey } from '../../catalogue/page-reads.ts';
import { linkFile } from './link.ts';
import { isUntouched, type MadePage, type PageRecord, stampOf } from './page-record.ts';

/** What a build can use again, and how it knows that it may. */
export interface ReuseOptions {
  /** The pages of the last build, and the folder that holds them; none where there is no such folder. */
  readonly previous: { readonly folder: string; readonly pages: PageRecord } | undefined;
  /** The digest of what a page is made from: what all pages share, the reply it shows, and what else it read. */
  readonly digestOf: (shows: string, reads: readonly string[]) => string;
  /** Told of every path: how many there are, and how many pages have been made or used again. */
  readonly onProgress: (done: number, total: number) => void;
}

/** What a build made and used again. */
export interface ReuseResult {
  /** Every page that can be used again by the next build. */
  readonly pages: ReadonlyMap<string, MadePage>;
  readonly made: number;
  readonly reused: number;
}

interface PagePath {
  readonly pathname: string;
  readonly route: { readonly type: string };
  readonly cacheKey?: string | undefined;
}

const withoutSlashes = (pathname: string) => pathname.replace(/^\/|\/$/g, '');

/** The file of a page in the output: `zh/replies/2024-7/index.html`; an endpoint's is its path. */
function outputFile({ pathname, route }: PagePath): string {
  const plain = withoutSlashes(pathname);
  return route.type === 'endpoint' ? plain : path.posix.join(plain, 'index.html');
}

/** A response read to its end, so that all that is read for it is read before this returns. */
async function whole(response: Response): Promise<Response> {
  const { status, statusText, headers } = response;
  return new Response(response.body === null ? null : await response.arrayBuffer(), { status, statusText, headers });
}

/** Pages in the order of what they show, so that those of one reply follow each other and share its rendered text. */
function byWhatTheyShow<T extends PagePath>(paths: readonly T[]): T[] {
  const groups = Map.groupBy(paths, ({ cacheKey }) => (cacheKey === undefined ? undefined : plainKey(cacheKey)));
  const others = groups.get(undefined) ?? [];
  groups.delete(undefined);
  return [...others, ...[...groups.values()].flat()];
}

/**
 * Lets a build make only the pages whose sources changed: the others are hard links to the last build's files. A page
 * says by its `cacheKey` which reply it shows; what else it reads is noted while it is made. `result` gives what was
 * made once the build has ended.
 */
export function pageReuse(options: ReuseOptions): { integration: AstroIntegration; result: () => ReuseResult } {
  const pages = new Map<string, MadePage>();
  const made = new Map<string, { readonly shows: string; readonly reads: string[] }>();
  let count = 0;
  let reused = 0;
  let out = '';
  let base = '/';

  /** Whether a page was taken from the last build. */
  const reuse = (page: PagePath): boolean => {
    const { cacheKey } = page;
    const file = outputFile(page);
    const before = options.previous?.pages.get(file);
    if (cacheKey === undefined || options.previous === undefined || before === undefined) return false;
    const { folder } = options.previous;
    if (options.digestOf(cacheKey, before.reads) !== before.digest) return false;
    if (!isUntouched(folder, file, before.stamp) || !linkFile(folder, out, file)) return false;
    pages.set(file, before);
    return true;
  };

  const integration: AstroIntegration = {
    name: 'dafu-page-reuse',
    hooks: {
      'astro:config:done': ({ config }) => {
        out = fileURLToPath(config.outDir);
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard) => {
          const shown = new Map<string, { readonly file: string; readonly shows: string }>();
          let total = 0;
          return {
            ...standard,
            name: 'dafu-page-reuse',
            getStaticPaths: async () => {
              const all = await standard.getStaticPaths();
              total = all.length;
              // Two routes for one path are for Astro to refuse.
              if (new Set(all.map(outputFile)).size !== all.length) return all;
              const anew = all.filter((page) => !reuse(page));
              reused = all.length - anew.length;
              for (const page of anew) {
                if (page.cacheKey === undefined) continue;
                shown.set(withoutSlashes(page.pathname), { file: outputFile(page), shows: page.cacheKey });
              }
              options.onProgress(reused, total);
              return byWhatTheyShow(anew);
            },
            render: async (request, renderOptions) => {
              const reads = new Set<string>();
              const response = await pageReads().run(reads, async () => {
                const rendered = await standard.render(request, renderOptions);
                return whole(rendered instanceof Response ? rendered : rendered.response);
              });
              const pathname = decodeURI(new URL(request.url).pathname).slice(base.length);
              const page = shown.get(withoutSlashes(pathname));
              if (page) made.set(page.file, { ...page, reads: [...reads].sort() });
              count += 1;
              options.onProgress(reused + count, total);
              return response;
            },
          };
        });
      },
      'astro:build:done': () => {
        for (const [file, { shows, reads }] of made) {
          const stamp = stampOf(out, file);
          if (stamp) pages.set(file, { digest: options.digestOf(shows, reads), reads, stamp });
        }
      },
    },
  };
  return { integration, result: () => ({ pages, made: count, reused }) };
}
