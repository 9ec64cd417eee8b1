import { languageOf } from '../../model/locale.ts';
import { fromTable, metaFile, pagefindLanguage, WORKER_END } from '../../search/index-format.ts';
import { remember } from '../../search/kept.ts';
import {
  openLanguage,
  type PagefindInstance,
  type PagefindOptions,
  type PagefindScript,
} from '../../search/pagefind.ts';
import type { IndexSource } from '../../search/search.ts';

/** How long to wait before a file that could not be loaded is asked for once more, in milliseconds. */
const PAUSE = 400;

async function fetchOnce(address: string, options: RequestInit): Promise<Response> {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

/** Reads a file, asked for a second time where the first fails. */
async function load<Value>(
  address: string,
  read: (response: Response) => Promise<Value>,
  options: RequestInit = {},
): Promise<Value> {
  try {
    return await read(await fetchOnce(address, options));
  } catch {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return read(await fetchOnce(address, { ...options, cache: options.cache ?? 'reload' }));
  }
}

const json = <Value>(response: Response): Promise<Value> => response.json();
const bytesOf = (response: Response): Promise<ArrayBuffer> => response.arrayBuffer();

async function wholeWorker(response: Response): Promise<void> {
  if (!(await response.text()).endsWith(WORKER_END)) throw new Error(`Damaged: ${response.url}`);
}

/**
 * Makes an instance of a language. Pagefind asks the page for its language at that moment, and would cut Chinese words itself if it
 * were told so: the page is of another language for as long as that takes, which nobody sees.
 */
function createAs(language: string, script: PagefindScript, options: PagefindOptions): PagefindInstance {
  const page = document.documentElement;
  const own = page.lang;
  page.lang = language;
  try {
    return script.createInstance(options);
  } finally {
    page.lang = own;
  }
}

/** The index of a site, below `folder` (its address, ending in `/`). Its list is asked for again; everything else may be cached. */
export function networkSource(folder: string): IndexSource {
  const part = remember((path: string) => load(folder + path, json<never>));
  return {
    list: () => load(`${folder}index.json`, (response) => response.json(), { cache: 'no-cache' }),
    shared: part,
    figures: part,
    variants: part,
    async open(entry) {
      const language = pagefindLanguage(entry.locale);
      const scripts = `${folder}${entry.locale}/`;
      const wasm = `${scripts}wasm.${languageOf(entry.locale).search === 'stems' ? 'en' : 'unknown'}.pagefind`;
      // All that Pagefind would ask for one after another. Its worker has five seconds to begin: it is there by then.
      const code: Promise<unknown>[] = [`${scripts}pagefind.js`, wasm].map((address) => load(address, bytesOf));
      code.push(load(`${scripts}pagefind-worker.js`, wholeWorker));
      const tables = entry.indexes.map(({ table }) => part(table));
      // Where one fails, Pagefind's worker asks for it again.
      for (const index of entry.indexes) load(folder + metaFile(index), bytesOf).catch(() => undefined);
      await Promise.all(code);
      const script: PagefindScript = await import(/* @vite-ignore */ `${scripts}pagefind.js`);
      const base = new URL(folder, location.href).pathname;
      return openLanguage(entry, base, (await Promise.all(tables)).map(fromTable), (options) =>
        createAs(language, script, options),
      );
    },
  };
}
