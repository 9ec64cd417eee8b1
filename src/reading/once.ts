/**
 * Gives what `load` gives, loaded once in a build: thousands of pages ask for the same collections, and Astro copies a
 * collection each time. In development, where content changes under the process, every call loads again.
 */
export function oncePerBuild<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    if (import.meta.env?.DEV) return load();
    loaded ??= load();
    return loaded;
  };
}

/** How many values are kept: the texts of the few replies whose pages follow each other. */
const KEPT = 8;

/**
 * Gives what `make` gives, made once where the same is asked for again soon after: the pages of one reply follow each
 * other and share its texts, while the memory of a build stays flat however many replies there are. `owner` is what
 * the value also depends on, compared by identity. In development every call makes again, unless key and owner tell all that the value depends
 * on (`inDraftsToo`).
 */
export function recently<T>(inDraftsToo = false): (key: string, owner: unknown, make: () => T) => T {
  const kept = new Map<string, { readonly owner: unknown; readonly value: T }>();
  return (key, owner, make) => {
    if (!inDraftsToo && import.meta.env?.DEV) return make();
    const held = kept.get(key);
    if (held !== undefined && held.owner === owner) return held.value;
    const value = make();
    kept.delete(key);
    kept.set(key, { owner, value });
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
