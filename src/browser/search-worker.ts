import { inflateSync } from 'fflate';
import type { Locale } from '../model/locale.ts';
import type { IndexList } from '../search/index-format.ts';
import type { SearchOutcome, SearchRequest } from '../search/outcome.ts';
import { createSearcher, type Searcher } from '../search/search.ts';
import { type IndexSource, remember } from '../search/volume.ts';

/** What the page asks: where the index is, and later what to look for. */
export type WorkerQuestion =
  | { readonly kind: 'open'; readonly folder: string; readonly locale: Locale }
  | { readonly kind: 'search'; readonly number: number; readonly request: SearchRequest };

/** What it is told: `early` results first, where others take longer. `replaced` means that the index on the server is no longer the one this worker knows. */
export type WorkerAnswer =
  | { readonly kind: 'early' | 'outcome'; readonly number: number; readonly outcome: SearchOutcome }
  | { readonly kind: 'failure'; readonly number: number; readonly replaced: boolean };

/** How long to wait before a file that could not be loaded is asked for once more, in milliseconds. */
const PAUSE = 400;

class MissingFile extends Error {}

async function fetchOnce(address: string, options: RequestInit): Promise<Response> {
  const response = await fetch(address, options);
  if (response.status === 404) throw new MissingFile(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

/** Reads a file, asked for a second time where the first fails. */
async function load<Value>(
  address: string,
  options: RequestInit,
  read: (response: Response) => Promise<Value>,
): Promise<Value> {
  try {
    return await read(await fetchOnce(address, options));
  } catch {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return read(await fetchOnce(address, { ...options, cache: options.cache ?? 'reload' }));
  }
}

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

/**
 * The index of a site, below `folder`. Its list is asked for anew; everything else has a hash in its name and may be
 * cached. Packed files are read in stretches (RFC 9110, section 14); a server that gives no stretches is asked once
 * for the whole file. The browser's cache would answer the stretches of one file one after another, so it is left out.
 */
function networkSource(folder: string): IndexSource {
  let givesRanges = true;
  const whole = remember((path: string) => load(folder + path, {}, bytesOf));
  return {
    list: () => load(`${folder}index.json`, { cache: 'no-cache' }, (response): Promise<IndexList> => response.json()),
    file: async (path) => {
      // Whole files come before any stretch: the way they come tells what the server can do.
      const bytes = await load(folder + path, { headers: { Range: 'bytes=0-' } }, (response) => {
        givesRanges &&= response.status === 206;
        return bytesOf(response);
      });
      return inflateSync(bytes);
    },
    piece: async (path, offset, length) => {
      const end = offset + length;
      if (!givesRanges) return inflateSync((await whole(path)).subarray(offset, end));
      const range = { headers: { Range: `bytes=${offset}-${end - 1}` }, cache: 'no-store' } as const;
      return load(folder + path, range, async (response) => {
        const bytes = await bytesOf(response);
        return inflateSync(response.status === 206 ? bytes : bytes.subarray(offset, end));
      });
    },
  };
}

let searcher: Searcher | undefined;

function answer(message: WorkerAnswer): void {
  self.postMessage(message);
}

self.addEventListener('message', async ({ data: question }: MessageEvent<WorkerQuestion>) => {
  if (question.kind === 'open') {
    searcher = createSearcher(networkSource(question.folder));
    // Failing here is no news yet: the first search asks again, and reports it.
    await searcher.warm(question.locale).catch(() => undefined);
    return;
  }
  const { number, request } = question;
  if (!searcher) return;
  try {
    const early = (outcome: SearchOutcome) => answer({ kind: 'early', number, outcome });
    answer({ kind: 'outcome', number, outcome: await searcher.search(request, early) });
  } catch (error) {
    answer({ kind: 'failure', number, replaced: error instanceof MissingFile });
  }
});
