import { availableParallelism, freemem } from 'node:os';

/**
 * The memory that one more process of a build needs, in bytes: the most that rendering a part of 2,000 replies, or indexing 1,000
 * documents, was seen to take.
 */
const PROCESS_BYTES = 1_300_000_000;

/** How many processes a build uses by default: one for each available core, as far as the free memory allows. */
export function defaultJobs(cores: number = availableParallelism(), freeBytes: number = freemem()): number {
  return Math.max(1, Math.min(cores, Math.floor(freeBytes / PROCESS_BYTES)));
}

/**
 * The results of `work` for each item, in their order, with at most `limit` items at work at once. Rejects with the first error, and starts
 * no further item.
 */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item, place: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const place = next;
      next += 1;
      try {
        // There is an item at each place below the length.
        results[place] = await work(items[place] as Item, place);
      } catch (error) {
        next = items.length;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}

/** How many pages are rendered in the time that another process takes to start Astro, bundle the pages' code and read the content. */
const PAGES_PER_START = 1_000;

/**
 * Divides groups of pages among processes: a list for each other process. Groups in no list stay with the calling process, which has
 * already started and so gets more pages, as many as it would render during a start. `groups` gives the number of pages of each group; a
 * group stays together. Gives no lists where another process would not save time.
 */
export function shareOut(groups: ReadonlyMap<string, number>, jobs: number): readonly (readonly string[])[] {
  const pages = [...groups.values()].reduce((sum, size) => sum + size, 0);
  const others = Math.min(jobs - 1, Math.floor(pages / PAGES_PER_START) - 1);
  if (others < 1) return [];
  const share = (pages - PAGES_PER_START) / (others + 1);
  const lists: string[][] = Array.from({ length: others }, () => []);
  let given = 0;
  for (const [group, size] of groups) {
    const list = lists[Math.floor(given / share)];
    if (list === undefined) break;
    list.push(group);
    given += size;
  }
  return lists;
}
