import type { IndexSource } from '../search/bundle.ts';
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

async function fetchOnce(address: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(address, { cache });
  if (response.status === 404) throw new MissingFile(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

/** The bytes of a file, asked for a second time where the first fails. */
async function load<Value>(
  address: string,
  cache: RequestCache,
  read: (response: Response) => Promise<Value>,
): Promise<Value> {
  try {
    return await read(await fetchOnce(address, cache));
  } catch {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    return read(await fetchOnce(address, cache === 'default' ? 'reload' : cache));
  }
}

async function unpack(response: Response): Promise<Uint8Array> {
  if (!response.body) throw new Error('No body');
  const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/** The index of a site, below `folder`. Its list is asked for anew; everything else has a hash in its path and may be cached. */
function networkSource(folder: string): IndexSource {
  return {
    list: () => load(`${folder}index.json`, 'no-cache', (response): Promise<IndexList> => response.json()),
    file: (path) => load(folder + path, 'default', unpack),
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
