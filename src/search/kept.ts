/** Caches what was loaded; what failed is requested again the next time. */
export function remember<Key, Value>(load: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const kept = new Map<Key, Promise<Value>>();
  return (key) => {
    const known = kept.get(key);
    if (known) return known;
    const loading = load(key);
    kept.set(key, loading);
    loading.catch(() => kept.delete(key));
    return loading;
  };
}

/** The same for a single value. */
export function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  const kept = remember(load);
  return () => kept(undefined);
}
