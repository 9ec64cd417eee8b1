import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { FINISHED_FILES, pageReads, plainKey, replyKey } from '../../reading/page-reads.ts';
import { type MadePage, type PageRecord, stampOf, writePage } from './page-record.ts';
import { takeFiles } from './take-files.ts';

/** What a build can reuse, and how it knows that it may. */
export interface ReuseOptions {
  /** The pages of the last build, and the folder that holds them; none where there is no such folder. */
  readonly previous: { readonly folder: string; readonly pages: PageRecord } | undefined;
  /** The folder of the build before the last one: it is no longer needed, and whole folders of it may be moved. */
  readonly discarded?: string | undefined;
  /** The digest of what a page is made from: what all pages share, what it shows, and what else it read. */
  readonly digestOf: (shows: string, reads: readonly string[]) => string;
  /** Called for every path, with the number of pages made or reused and the total. */
  readonly onProgress: (done: number, total: number) => void;
  /**
   * Lets other processes make groups of pages; left out where there are none. `groups` gives the number of pages of each group, by what
   * they show; `out` is the folder that gets them.
   */
  readonly share?: (groups: ReadonlyMap<string, number>, out: string, onMade: (made: number) => void) => SharedPages;
  /** Writes the files that pages of `FINISHED_FILES` describe; called once, when all other pages are written. */
  readonly finish?: (out: string) => Promise<void>;
  /** Where this process makes pages for another: which groups, and that one's folder. */
  readonly part?: { readonly groups: ReadonlySet<string>; readonly out: string };
  /** Which files of the output are made; all by default. */
  readonly isWanted?: (file: string) => boolean;
}

/** Groups of pages that other processes make, and what they made. */
export interface SharedPages {
  readonly groups: ReadonlySet<string>;
  readonly made: Promise<readonly ReuseResult[]>;
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

/** The file of a page in the output: `zh/replies/2024-7/index.html`; an endpoint's is its path, and that of errors has its number. */
function outputFile({ pathname, route }: PagePath): string {
  const plain = withoutSlashes(pathname);
  if (route.type === 'endpoint') return plain;
  return /^(?:404|500)$/.test(plain) ? `${plain}.html` : path.posix.join(plain, 'index.html');
}

/** A path that is made: its file, and what it shows. */
interface Wanted {
  readonly file: string;
  readonly shows: string | undefined;
}

/** A response, and where it is a file of the site, what the file holds. */
interface Finished {
  readonly response: Response;
  readonly content?: string | Uint8Array<ArrayBuffer> | undefined;
}

/** What is kept of a page until its file is complete. */
interface Made {
  readonly shows: string;
  readonly reads: string[];
}

/** The error page has a status other than 200, and is still a page. */
const isRedirect = ({ status }: Response) => status >= 300 && status < 400;

const groupOf = ({ cacheKey }: PagePath): string | undefined =>
  cacheKey === undefined ? undefined : plainKey(cacheKey);

/**
 * Pages in the order of what they show, so that those of one reply follow each other and share its rendered text. Those that tell of
 * finished files come last.
 */
function byWhatTheyShow<T extends PagePath>(paths: readonly T[]): T[] {
  const groups = Map.groupBy(paths, groupOf);
  const [others, last] = [groups.get(undefined) ?? [], groups.get(FINISHED_FILES) ?? []];
  groups.delete(undefined);
  groups.delete(FINISHED_FILES);
  return [...others, ...[...groups.values()].flat(), ...last];
}

/** The number of pages that show only one reply, for each reply: these can be made by another process. */
function replyGroups(paths: readonly PagePath[]): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const path of paths) {
    const group = groupOf(path);
    if (group?.startsWith(replyKey(''))) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  return sizes;
}

/**
 * Lets a build make only the pages whose sources changed: the others are hard links to the last build's files. A page names by its
 * `cacheKey` what it shows; what else it reads is recorded while it is made. `result` gives what was made, once the build has ended.
 */
export function pageReuse(options: ReuseOptions): { integration: AstroIntegration; result: () => ReuseResult } {
  const pages = new Map<string, MadePage>();
  const made = new Map<string, Made>();
  let count = 0;
  let reused = 0;
  let others: Promise<readonly ReuseResult[]> = Promise.resolve([]);
  let out = '';
  let base = '/';
  let finishing: Promise<void> | undefined;

  /** Writes the files made from finished pages, once the pages of other processes are there too. */
  const finish = (): Promise<void> => {
    finishing ??= others.then(() => options.finish?.(out));
    return finishing;
  };

  /** The last build's record of the page with this file, where it would be made from the same sources now. */
  const sameBefore = ({ cacheKey }: PagePath, file: string): MadePage | undefined => {
    const before = options.previous?.pages.get(file);
    if (cacheKey === undefined || before === undefined) return undefined;
    return options.digestOf(cacheKey, before.reads) === before.digest ? before : undefined;
  };

  /** Takes over the pages and files of the last build that can be reused, and gives the files taken. */
  const reuse = (files: ReadonlyMap<PagePath, string>): ReadonlySet<string> => {
    if (options.previous === undefined) return new Set();
    const before = new Map(
      Array.from(files).flatMap(([page, file]) => {
        const same = sameBefore(page, file);
        return same === undefined ? [] : [[file, same]];
      }),
    );
    const wanted = new Map([...before].map(([file, { stamp }]) => [file, stamp]));
    const taken = takeFiles(wanted, { previous: options.previous.folder, discarded: options.discarded, out });
    for (const [file, page] of before) {
      if (!taken.has(file)) continue;
      pages.set(file, page);
    }
    return taken;
  };

  const integration: AstroIntegration = {
    name: 'dafu-page-reuse',
    hooks: {
      'astro:config:done': ({ config }) => {
        out = options.part?.out ?? fileURLToPath(config.outDir);
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard) => {
          const wanted = new Map<string, Wanted>();
          let total = 0;
          let madeElsewhere = 0;
          const tell = () => options.onProgress(reused + count + madeElsewhere, total);
          const shareOut = (pages: readonly PagePath[]): ReadonlySet<string> => {
            const shared = options.share?.(replyGroups(pages), out, (number) => {
              madeElsewhere = number;
              tell();
            });
            if (shared === undefined) return new Set();
            others = shared.made;
            // An error there is thrown once the pages of this process are made.
            others.catch(() => {});
            return shared.groups;
          };
          return {
            ...standard,
            name: 'dafu-page-reuse',
            getStaticPaths: async () => {
              const standing = await standard.getStaticPaths();
              const { part, isWanted = () => true } = options;
              const all = standing.filter(
                (page) => isWanted(outputFile(page)) && (part?.groups.has(groupOf(page) ?? '') ?? true),
              );
              total = all.length;
              // Astro refuses two routes for one path.
              const files = new Map(all.map((page) => [page, outputFile(page)] as const));
              if (new Set(files.values()).size !== all.length) return all;
              const taken = reuse(files);
              reused = taken.size;
              tell();
              const wantedPages = [...files.keys()].filter((page) => !taken.has(files.get(page) ?? ''));
              const elsewhere = shareOut(wantedPages);
              const own = wantedPages.filter((page) => !elsewhere.has(groupOf(page) ?? ''));
              for (const page of own)
                wanted.set(withoutSlashes(page.pathname), {
                  file: files.get(page) ?? '',
                  shows: page.cacheKey,
                });
              return byWhatTheyShow(own);
            },
            render: async (request, renderOptions) => {
              const pathname = decodeURI(new URL(request.url).pathname).slice(base.length);
              const page = wanted.get(withoutSlashes(pathname));
              if (page?.shows === FINISHED_FILES) await finish();
              const response = await renderNoted(page, async () => {
                const rendered = await standard.render(request, renderOptions);
                return rendered instanceof Response ? rendered : rendered.response;
              });
              count += 1;
              tell();
              return response;
            },
          };
        });
      },
      'astro:build:generated': async () => {
        for (const part of await others) {
          count += part.made;
          for (const [file, page] of part.pages) {
            pages.set(file, page);
          }
        }
        await finish();
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

  /** Renders a path, records what was read for it, and writes it. Gives Astro a response without a body, for which Astro writes nothing. */
  async function renderNoted(page: Wanted | undefined, render: () => Promise<Response>): Promise<Response> {
    const reads = new Set<string>();
    const { response, content } = await pageReads().run(reads, async () => finished(await render(), page));
    if (page === undefined || content === undefined) return response;
    if (page.shows !== undefined) {
      const own = plainKey(page.shows);
      made.set(page.file, { shows: page.shows, reads: [...reads].filter((name) => name !== own).sort() });
    }
    if (writePage(out, page.file, content)) return new Response(null);
    return new Response(content);
  }

  /**
   * A response whose body has been read to its end, so that everything the page reads has been recorded; unchanged where Astro does
   * something else with it.
   */
  async function finished(response: Response, page: Wanted | undefined): Promise<Finished> {
    if (page === undefined || isRedirect(response) || response.body === null) return { response };
    return { response, content: new Uint8Array(await response.arrayBuffer()) };
  }
}
