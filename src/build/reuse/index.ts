import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { FINISHED_FILES, pageReads, plainKey } from '../../reading/page-reads.ts';
import { byWhatTheyShow, groupOf, outputFile, type PagePath, replyGroups, withoutSlashes } from './page-paths.ts';
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

/** A page that this process renders: its file, and what it shows. */
interface Wanted {
  readonly file: string;
  readonly shows: string | undefined;
}

/** What is kept of a page until its file is complete. */
interface Rendered {
  readonly shows: string;
  readonly reads: string[];
}

/** The error page has a status other than 200, and is still a page. */
const isRedirect = ({ status }: Response) => status >= 300 && status < 400;

/**
 * Lets a build make only the pages whose sources changed: the others are hard links to the last build's files. A page names by its
 * `cacheKey` what it shows; what else it reads is recorded while it is made. `result` gives what was made, once the build has ended.
 */
export function pageReuse(options: ReuseOptions): { integration: AstroIntegration; result: () => ReuseResult } {
  const build = new ReusingBuild(options);
  const integration: AstroIntegration = {
    name: 'dafu-page-reuse',
    hooks: {
      'astro:config:done': ({ config }) => build.writeTo(fileURLToPath(config.outDir), config.base),
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((standard) => ({
          ...standard,
          name: 'dafu-page-reuse',
          getStaticPaths: async () => build.pathsToRender(await standard.getStaticPaths()),
          render: (request, renderOptions) =>
            build.render(request, async () => {
              const rendered = await standard.render(request, renderOptions);
              return rendered instanceof Response ? rendered : rendered.response;
            }),
        }));
      },
      'astro:build:generated': () => build.join(),
      'astro:build:done': () => build.stampPages(),
    },
  };
  return { integration, result: () => build.result() };
}

/** A build's pages as it goes on: those taken over, those rendered here, and those that other processes make. */
class ReusingBuild {
  private readonly options: ReuseOptions;
  private readonly pages = new Map<string, MadePage>();
  private readonly wanted = new Map<string, Wanted>();
  private readonly rendered = new Map<string, Rendered>();
  private others: Promise<readonly ReuseResult[]> = Promise.resolve([]);
  private finishing: Promise<void> | undefined;
  private out = '';
  private base = '/';
  private readonly count = { total: 0, reused: 0, made: 0, elsewhere: 0 };

  constructor(options: ReuseOptions) {
    this.options = options;
  }

  /** Told before anything is rendered: the folder of the output, and the path that the site lives under. */
  writeTo(out: string, base: string): void {
    this.out = this.options.part?.out ?? out;
    this.base = base.endsWith('/') ? base : `${base}/`;
  }

  /** Takes over what can be used again and gives other processes their share; the paths that are left are rendered here, in this order. */
  pathsToRender<T extends PagePath>(all: readonly T[]): T[] {
    const { part, isWanted = () => true } = this.options;
    const own = all.filter((page) => isWanted(outputFile(page)) && (part?.groups.has(groupOf(page) ?? '') ?? true));
    this.count.total = own.length;
    const files = new Map(own.map((page) => [page, outputFile(page)]));
    // Astro refuses two routes for one path.
    if (new Set(files.values()).size !== own.length) return own;
    const taken = this.takeOver(files);
    this.count.reused = taken.size;
    this.tell();
    const changed = own.filter((page) => !taken.has(outputFile(page)));
    const elsewhere = this.shareOut(changed);
    const here = changed.filter((page) => !elsewhere.has(groupOf(page) ?? ''));
    for (const page of here)
      this.wanted.set(withoutSlashes(page.pathname), { file: outputFile(page), shows: page.cacheKey });
    return byWhatTheyShow(here);
  }

  /** Renders a page, records what was read for it, and writes it. Gives Astro a response without a body, for which Astro writes nothing. */
  async render({ url }: Request, render: () => Promise<Response>): Promise<Response> {
    const pathname = decodeURI(new URL(url).pathname).slice(this.base.length);
    const page = this.wanted.get(withoutSlashes(pathname));
    if (page?.shows === FINISHED_FILES) await this.finish();
    const response = page === undefined ? await render() : await this.renderPage(page, render);
    this.count.made += 1;
    this.tell();
    return response;
  }

  /** Waits for the pages of other processes, and has the files written that are made from finished pages. */
  async join(): Promise<void> {
    for (const { made, pages } of await this.others) {
      this.count.made += made;
      for (const [file, page] of pages) this.pages.set(file, page);
    }
    await this.finish();
  }

  /** Notes how the files of the rendered pages came out, now that nothing writes to them any more. */
  stampPages(): void {
    for (const [file, { shows, reads }] of this.rendered) {
      const stamp = stampOf(this.out, file);
      if (stamp) this.pages.set(file, { digest: this.options.digestOf(shows, reads), reads, stamp });
    }
  }

  result(): ReuseResult {
    const { made, reused } = this.count;
    return { pages: this.pages, made, reused };
  }

  private tell(): void {
    const { total, reused, made, elsewhere } = this.count;
    this.options.onProgress(reused + made + elsewhere, total);
  }

  /** Takes over the files of the last build whose pages would be made from the same sources now; gives those taken. */
  private takeOver(files: ReadonlyMap<PagePath, string>): ReadonlySet<string> {
    const { previous, discarded, digestOf } = this.options;
    if (previous === undefined) return new Set();
    const same = new Map<string, MadePage>();
    for (const [{ cacheKey }, file] of files) {
      const before = previous.pages.get(file);
      if (cacheKey === undefined || before === undefined) continue;
      if (digestOf(cacheKey, before.reads) === before.digest) same.set(file, before);
    }
    const stamps = new Map(Array.from(same, ([file, { stamp }]) => [file, stamp]));
    const taken = takeFiles(stamps, { previous: previous.folder, discarded, out: this.out });
    for (const [file, page] of same) if (taken.has(file)) this.pages.set(file, page);
    return taken;
  }

  /** Lets other processes make some of the pages; gives the groups of those. */
  private shareOut(pages: readonly PagePath[]): ReadonlySet<string> {
    const shared = this.options.share?.(replyGroups(pages), this.out, (made) => {
      this.count.elsewhere = made;
      this.tell();
    });
    if (shared === undefined) return new Set();
    this.others = shared.made;
    // An error there is thrown once the pages of this process are made.
    this.others.catch(() => {});
    return shared.groups;
  }

  /** Writes the files made from finished pages, once, when the pages of other processes are there too. */
  private finish(): Promise<void> {
    this.finishing ??= this.others.then(() => this.options.finish?.(this.out));
    return this.finishing;
  }

  private async renderPage({ file, shows }: Wanted, render: () => Promise<Response>): Promise<Response> {
    const reads = new Set<string>();
    const { response, content } = await pageReads().run(reads, async () => {
      const response = await render();
      // Astro does something else with a redirect. The body of a page is read to its end: only then is all recorded that the page reads.
      if (isRedirect(response) || response.body === null) return { response };
      return { response, content: new Uint8Array(await response.arrayBuffer()) };
    });
    if (content === undefined) return response;
    if (shows !== undefined) {
      const own = plainKey(shows);
      this.rendered.set(file, { shows, reads: [...reads].filter((name) => name !== own).sort() });
    }
    return new Response(writePage(this.out, file, content) ? null : content);
  }
}
