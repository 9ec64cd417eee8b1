import { availableParallelism, freemem } from 'node:os';

/** What one more process of a build may take, in bytes: what rendering a part of 2,000 replies, or indexing 1,000 documents, takes at its most. */
const PROCESS_BYTES = 1_300_000_000;

/** How many processes a build may use at once where nobody says: one for each core that it may use, as far as the free memory goes. */
export function defaultJobs(cores: number = availableParallelism(), freeBytes: number = freemem()): number {
  return Math.max(1, Math.min(cores, Math.floor(freeBytes / PROCESS_BYTES)));
}

/** What `work` gives of each item, in their order, with at most `limit` of them at work at once. Rejects as the first that fails does, and begins no more. */
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

/** How many pages are rendered in the time in which another process starts Astro, bundles the pages' code and reads the content. */
const PAGES_PER_START = 1_000;

/**
 * Divides groups of pages among processes: what the others render, a list for each of them. What is in no list stays with the process
 * that asks, which has started already and therefore gets as many more as a start is worth. `groups` gives how many pages each has;
 * those of one group stay together. No lists where another process would not be done sooner.
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
