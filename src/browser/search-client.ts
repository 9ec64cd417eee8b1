import type { Locale } from '../model/locale.ts';
import type { SearchOutcome, SearchRequest } from '../search/outcome.ts';
import type { WorkerAnswer, WorkerQuestion } from './search-worker.ts';

/** Why a search gave nothing: the files could not be loaded, or they belong to a site that has been updated since. */
export class SearchFailure extends Error {
  override name = 'SearchFailure';
  readonly replaced: boolean;

  constructor(replaced: boolean) {
    super(replaced ? 'The index was replaced' : 'The index could not be loaded');
    this.replaced = replaced;
  }
}

/** The search, as the page uses it. Nothing is loaded before `start` or `search` is called. */
export interface SearchClient {
  /** Loads what every search needs. */
  start(): void;
  /**
   * Rejects with a `SearchFailure`; never settles where a later search was begun. `early` is told the first results where
   * others take longer.
   */
  search(request: SearchRequest, early: (outcome: SearchOutcome) => void): Promise<SearchOutcome>;
}

/** A client of the worker, which reads the index in `folder` for a reader of a language. After a failure the next search begins with a new worker. */
export function createClient(folder: string, locale: Locale): SearchClient {
  let worker: Worker | undefined;
  let last = 0;

  const ask = (to: Worker, question: WorkerQuestion) => to.postMessage(question);

  function running(): Worker {
    if (!worker) {
      worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
      ask(worker, { kind: 'open', folder: new URL(folder, location.href).href, locale });
    }
    return worker;
  }

  function drop(): void {
    worker?.terminate();
    worker = undefined;
  }

  return {
    start() {
      running();
    },
    search(request, early) {
      last += 1;
      const number = last;
      const to = running();
      return new Promise((resolve, reject) => {
        const listening = new AbortController();
        const { signal } = listening;
        const fail = (replaced: boolean) => {
          listening.abort();
          if (worker === to) drop();
          if (number === last) reject(new SearchFailure(replaced));
        };
        to.addEventListener(
          'message',
          ({ data }: MessageEvent<WorkerAnswer>) => {
            if (data.number !== number) return;
            if (data.kind === 'failure') fail(data.replaced);
            else if (data.kind === 'early') {
              if (number === last) early(data.outcome);
            } else {
              listening.abort();
              if (number === last) resolve(data.outcome);
            }
          },
          { signal },
        );
        to.addEventListener('error', () => fail(false), { signal });
        ask(to, { kind: 'search', number, request });
      });
    },
  };
}
