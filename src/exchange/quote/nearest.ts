/** Characters in the runs by which an altered quotation is found again. */
const RUN = 4;
const BITS = 18;
const MASK = (1 << BITS) - 1;

/** A stretch of the corpus that shares many short runs with a quotation, and where the quotation would begin and end in it. */
export interface NearPlace {
  readonly start: number;
  readonly end: number;
  /** Runs shared. */
  readonly shared: number;
}

const hashRun = (text: string, at: number): number => {
  let hash = 0;
  for (let next = at; next < at + RUN; next += 1) hash = Math.imul(hash ^ text.charCodeAt(next), 0x9e3779b1);
  return (hash >>> (32 - BITS)) & MASK;
};

/**
 * The place in a folded text that a folded quotation most likely came from, or undefined where nothing resembles it.
 * One pass over the text: runs of four characters are looked up in a table of the quotation's own, and counted in windows of its length.
 */
export function nearestPlace(text: string, quote: string): NearPlace | undefined {
  if (quote.length < RUN) return undefined;
  const positions = new Int32Array(1 << BITS).fill(-1);
  for (let at = quote.length - RUN; at >= 0; at -= 1) positions[hashRun(quote, at)] = at;
  const width = Math.max(quote.length, 32);
  const windows = new Uint16Array(Math.ceil(text.length / width) + 2);
  for (let at = 0; at + RUN <= text.length; at += 1) {
    if ((positions[hashRun(text, at)] ?? -1) === -1) continue;
    const window = Math.floor(at / width);
    windows[window] = (windows[window] ?? 0) + 1;
  }
  let best = 0;
  let shared = 0;
  for (let window = 0; window + 1 < windows.length; window += 1) {
    const both = (windows[window] ?? 0) + (windows[window + 1] ?? 0);
    if (both > shared) [best, shared] = [window, both];
  }
  return shared === 0 ? undefined : bounds(text, quote, positions, best * width, (best + 2) * width, shared);
}

/** Where the quotation would lie in a stretch: by the shift that most of the shared runs agree on. */
function bounds(
  text: string,
  quote: string,
  positions: Int32Array,
  from: number,
  to: number,
  shared: number,
): NearPlace {
  const first = { at: -1, inQuote: 0 };
  const last = { at: -1, inQuote: 0 };
  const shifts = new Map<number, number>();
  const runs: { at: number; inQuote: number }[] = [];
  for (let at = from; at < Math.min(to, text.length - RUN + 1); at += 1) {
    const inQuote = positions[hashRun(text, at)] ?? -1;
    if (inQuote === -1) continue;
    runs.push({ at, inQuote });
    shifts.set(at - inQuote, (shifts.get(at - inQuote) ?? 0) + 1);
  }
  const [usual = from] = [...shifts].sort((one, other) => other[1] - one[1])[0] ?? [];
  const slack = Math.max(8, Math.ceil(quote.length / 4));
  for (const run of runs.filter(({ at, inQuote }) => Math.abs(at - inQuote - usual) <= slack)) {
    if (first.at === -1) Object.assign(first, run);
    Object.assign(last, run);
  }
  const start = Math.max(0, first.at - first.inQuote);
  const end = Math.min(text.length, last.at + quote.length - last.inQuote);
  return { start, end, shared };
}
