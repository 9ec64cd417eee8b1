/**
 * Gives what `load` gives, loaded once in a build: thousands of pages ask for the same collections, and Astro copies a
 * collection each time. In development, where content changes under the process, every call loads anew.
 */
export function oncePerBuild<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    if (import.meta.env?.DEV) return load();
    loaded ??= load();
    return loaded;
  };
}
