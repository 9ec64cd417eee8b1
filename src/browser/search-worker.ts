import { type IndexSource, remember } from '../search/bundle.ts';
import type { IndexList } from '../search/index-format.ts';
import { createSearcher, type Searcher, type SearchOutcome, type SearchRequest } from '../search/search.ts';

/** What the page asks: where the index is, and later what to look for. */
export type WorkerQuestion =
  | { readonly kind: 'open'; readonly folder: string }
  | { readonly kind: 'search'; readonly number: number; readonly request: SearchRequest };

/** What it is told. `replaced` means that the index on the server is no longer the one this worker knows. */
export type WorkerAnswer =
  | { readonly kind: 'outcome'; readonly number: number; readonly outcome: SearchOutcome }
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

async function unpack(packed: Blob): Promise<Uint8Array> {
  const unpacked = packed.stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/**
 * The index of a site, below `folder`. Its list is asked for anew; everything else has a hash in its name and may be
 * cached. Packed files are read in stretches (RFC 9110, section 14); a server that gives no stretches is asked once
 * for the whole file. The browser's cache would answer the stretches of one file one after another, so it is left out.
 */
function networkSource(folder: string): IndexSource {
  let givesRanges = true;
  const whole = remember((path: string) => load(folder + path, {}, (response) => response.blob()));
  return {
    list: () => load(`${folder}index.json`, { cache: 'no-cache' }, (response): Promise<IndexList> => response.json()),
    file: async (path) => {
      // What is shared comes before everything else: the way it comes tells what the server can do.
      const blob = await load(folder + path, { headers: { Range: 'bytes=0-' } }, (response) => {
        givesRanges &&= response.status === 206;
        return response.blob();
      });
      return unpack(blob);
    },
    piece: async (path, offset, length) => {
      const end = offset + length;
      if (!givesRanges) return unpack((await whole(path)).slice(offset, end));
      const range = { headers: { Range: `bytes=${offset}-${end - 1}` }, cache: 'no-store' } as const;
      return load(folder + path, range, async (response) => {
        const blob = await response.blob();
        return unpack(response.status === 206 ? blob : blob.slice(offset, end));
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
    await searcher.warm().catch(() => undefined);
    return;
  }
  const { number, request } = question;
  if (!searcher) return;
  try {
    answer({ kind: 'outcome', number, outcome: await searcher.search(request) });
  } catch (error) {
    answer({ kind: 'failure', number, replaced: error instanceof MissingFile });
  }
});
