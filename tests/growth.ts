/** Less than this, in milliseconds of CPU, is noise: no time of a run counts for less. */
const LEAST = 10;
const TRIES = 3;
const DOUBTFUL = 2.7;

/**
 * How many times longer a task takes for twice the input: about 2 where it is linear, 4 where it is quadratic. CPU time, the best of a
 * few tries, so that what else the machine does counts little.
 */
export function growth(size: number, task: (size: number) => unknown): number {
  task(size);
  const ratio = (tries: number) => timeOf(() => task(2 * size), tries) / timeOf(() => task(size), tries);
  const first = ratio(TRIES);
  // Near a limit that a quadratic task passes too, a few tries are not enough to tell.
  return first < DOUBTFUL ? first : ratio(4 * TRIES);
}

function timeOf(task: () => unknown, tries: number): number {
  const times = Array.from({ length: tries }, () => {
    const before = process.cpuUsage();
    task();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.max(LEAST, Math.min(...times));
}
