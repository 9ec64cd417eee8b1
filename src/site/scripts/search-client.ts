import type { Locale } from '../../model/locale.ts';
import type { IndexList } from '../../search/index-format.ts';
import type { SearchOutcome, SearchRequest } from '../../search/outcome.ts';
import { ReplacedIndex } from '../../search/pagefind.ts';
import { createSearcher, type IndexSource, type Searcher } from '../../search/search.ts';
import { networkSource } from './search-index.ts';

/** Files could not be loaded; they belong to a site that has been updated since; or the browser runs no WebAssembly. */
export type FailureReason = 'failed' | 'replaced' | 'no-webassembly';

/** Why a search gave nothing. */
export class SearchFailure extends Error {
  override name = 'SearchFailure';
  readonly reason: FailureReason;

  constructor(reason: FailureReason, options?: ErrorOptions) {
    super(`The index could not be read: ${reason}`, options);
    this.reason = reason;
  }
}

/** The search, as the page uses it. Nothing is loaded before `start` or `search` is called. */
interface SearchClient {
  /** Loads what every search needs. */
  start(): void;
  /**
   * Rejects with a `SearchFailure`, or begins once more where the site was updated meanwhile; never settles where a later search was begun. `early` is told the first results where
   * others take longer.
   */
  search(request: SearchRequest, early: (outcome: SearchOutcome) => void): Promise<SearchOutcome>;
}

/** A searcher and what it has opened. */
interface Session {
  readonly searcher: Searcher;
  readonly source: IndexSource;
  readonly list: Promise<IndexList>;
  close(): void;
}

function openSession(folder: string): Session {
  const source = networkSource(folder);
  const list = source.list();
  list.catch(() => undefined);
  const opened: ReturnType<IndexSource['open']>[] = [];
  const searcher = createSearcher({
    ...source,
    list: () => list,
    open(entry) {
      const language = source.open(entry);
      opened.push(language);
      return language;
    },
  });
  const close = () => {
    for (const language of opened)
      void language.then(
        (open) => open.close(),
        () => undefined,
      );
  };
  return { searcher, source, list, close };
}

/** What a failure was: a list on the server that is another than the session's says that the site was updated. */
async function reasonOf(error: unknown, { source, list }: Session): Promise<FailureReason> {
  if (error instanceof ReplacedIndex) return 'replaced';
  if (error instanceof Error && /\bWASM\b|WebAssembly/.test(error.message)) return 'no-webassembly';
  try {
    return JSON.stringify(await source.list()) === JSON.stringify(await list) ? 'failed' : 'replaced';
  } catch {
    return 'failed';
  }
}

/** Searches the index in `folder` for a reader of a language. After a failure the next search begins from the start. */
export function createClient(folder: string, locale: Locale): SearchClient {
  let session: Session | undefined;
  let last = 0;

  function running(): Session {
    if (!session) {
      session = openSession(folder);
      // Failing here is no news yet: the first search asks again, and reports it.
      session.searcher.warm(locale).catch(() => undefined);
    }
    return session;
  }

  const runs = () => typeof WebAssembly === 'object';

  return {
    start() {
      if (runs()) running();
    },
    async search(request, early) {
      last += 1;
      const number = last;
      if (!runs()) throw new SearchFailure('no-webassembly');
      const never = new Promise<never>(() => undefined);
      for (let again = false; ; again = true) {
        const own = running();
        try {
          const outcome = await own.searcher.search(request, (first) => {
            if (number === last) early(first);
          });
          return number === last ? outcome : never;
        } catch (error) {
          const reason = await reasonOf(error, own);
          if (session === own) {
            own.close();
            session = undefined;
          }
          if (number !== last) return never;
          // The site was updated since its index was opened: what it has now is opened, and asked.
          if (reason !== 'replaced' || again) throw new SearchFailure(reason, { cause: error });
        }
      }
    },
  };
}
