/** A stretch of the corpus, half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where the short runs of a text stand: `places` from `starts[bucket]` to `starts[bucket + 1]` for each hash of a run. */
export interface SeedIndex {
  /** Characters of a run. */
  readonly length: number;
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

const BUCKET_BITS = 20;
const BASE = 0x01000193;
/** Runs that an index holds at most, four bytes each: of a longer text only every second, third … run is held. */
const MOST_RUNS = 6_000_000;
/** A stretch is no shorter than this, or the shortest quotations would be looked for in nothing. */
const LEAST_WIDTH = 32;
/** A run that is in more places than this says nothing. */
const MOST_PLACES = 20_000;

/** Calls with the bucket of each run of a text, and where the run begins: a rolling hash. */
function eachRun(text: string, length: number, onRun: (bucket: number, start: number) => void): void {
  let oldest = 1;
  for (let power = 1; power < length; power += 1) oldest = Math.imul(oldest, BASE);
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (at >= length) hash = (hash - Math.imul(text.charCodeAt(at - length), oldest)) | 0;
    hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0;
    if (at + 1 >= length) onRun(Math.imul(hash, 0x9e3779b1) >>> (32 - BUCKET_BITS), at + 1 - length);
  }
}

/** Indexes the runs of a text by their hash; `length` is short where a character tells much, as a Han character does. */
export function seedIndex(text: string, length: number): SeedIndex {
  const stride = Math.max(1, Math.ceil(text.length / MOST_RUNS));
  const starts = new Uint32Array((1 << BUCKET_BITS) + 1);
  eachRun(text, length, (bucket, start) => {
    if (start % stride === 0) starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1;
  });
  for (let bucket = 1; bucket < starts.length; bucket += 1) {
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  }
  const next = starts.slice();
  const places = new Uint32Array(starts.at(-1) ?? 0);
  eachRun(text, length, (bucket, start) => {
    if (start % stride !== 0) return;
    const place = next[bucket] ?? 0;
    places[place] = start;
    next[bucket] = place + 1;
  });
  return { length, starts, places };
}

/**
 * The stretches of a folded text that a folded quotation most likely came from, the likeliest first, at most `most`.
 * Each shared run counts the more, the rarer it is in the text (as the inverse document frequency of search engines
 * does), so that what all replies say alike does not hide what one says.
 */
export function likelyStretches(
  { length, starts, places }: SeedIndex,
  textLength: number,
  quote: string,
  most: number,
): Stretch[] {
  const width = Math.max(quote.length, LEAST_WIDTH);
  const windows = new Float64Array(Math.ceil(textLength / width) + 1);
  const seen = new Set<number>();
  eachRun(quote, length, (bucket) => {
    const from = starts[bucket] ?? 0;
    const to = starts[bucket + 1] ?? 0;
    if (to === from || to - from > MOST_PLACES || seen.has(bucket)) return;
    seen.add(bucket);
    const weight = Math.log2(1 + windows.length / (to - from));
    for (let at = from; at < to; at += 1) {
      const window = Math.floor((places[at] ?? 0) / width);
      windows[window] = (windows[window] ?? 0) + weight;
    }
  });
  // An alteration may make the source longer than the quotation.
  const margin = Math.ceil(quote.length / 4) + LEAST_WIDTH;
  return heaviest(windows, most).map((window) => ({
    start: Math.max(0, window * width - margin),
    end: Math.min(textLength, (window + 2) * width + margin),
  }));
}

/** The windows that are heaviest together with the one after them. */
function heaviest(windows: Float64Array, most: number): number[] {
  const weightOf = (window: number) => (windows[window] ?? 0) + (windows[window + 1] ?? 0);
  const best: number[] = [];
  for (let window = 0; window + 1 < windows.length; window += 1) {
    const weight = weightOf(window);
    if (weight === 0 || (best.length === most && weight <= weightOf(best.at(-1) ?? 0))) continue;
    const before = best.findIndex((other) => weight > weightOf(other));
    best.splice(before === -1 ? best.length : before, 0, window);
    if (best.length > most) best.pop();
  }
  return best;
}
