import { CACHES, type Cache, type CacheInput, cacheKey } from '../../cache/index.ts';
import { appendLines, keptLines, removeLines, writeLines } from '../../cache/kept.ts';

/** Results kept between runs, by what they were made from. Deleting them costs nothing but time. */
export interface CheckCache {
  /** The key of what is told about some files: the digests or the bytes of the files. */
  keyOf(about: string, files: CacheInput): string;
  has(key: string): boolean;
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  /** Writes what this run made; rewrites all once more than a tenth of what is kept is unused. */
  save(): void;
}

/** How many unused entries there may be for each that is used before all is written again. */
const TOLERATED = 0.1;

/** Opens the cache of the checks of a root. A cache that cannot be read or written counts as empty. */
export function openCheckCache(cache: Cache): CheckCache {
  const before = new Map<string, string>();
  const lines = keptLines(cache, CACHES.check);
  let next = lines.next();
  for (; !next.done; next = lines.next()) before.set(next.value.key, next.value.text);
  const whole = next.value;
  const used = new Map<string, string>();
  const fresh = new Map<string, string>();
  return {
    keyOf: (about, files) => cacheKey(cache, CACHES.check, { about, files }),
    has: (key) => before.has(key) || fresh.has(key),
    get(key) {
      const text = before.get(key);
      if (text !== undefined) used.set(key, text);
      const own = text ?? fresh.get(key);
      return own === undefined ? undefined : JSON.parse(own);
    },
    set(key, value) {
      fresh.set(key, JSON.stringify(value));
    },
    save() {
      if (!cache.lasting) return;
      const unused = before.size - used.size;
      const tolerable = unused <= used.size * TOLERATED;
      if (whole && fresh.size === 0 && tolerable) return;
      const linesOf = (entries: ReadonlyMap<string, string>) => Array.from(entries, ([key, text]) => ({ key, text }));
      try {
        if (whole && tolerable) appendLines(cache, CACHES.check, linesOf(fresh));
        else writeLines(cache, CACHES.check, linesOf(new Map([...used, ...fresh])));
      } catch {
        removeLines(cache, CACHES.check);
      }
    },
  };
}
