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
