import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { defaultJobs, inParallel } from '../../src/build/parallel.ts';

const GB = 1e9;

test.each([
  { cores: 2, free: 16 * GB, jobs: 2 },
  { cores: 1, free: 16 * GB, jobs: 1 },
  { cores: 16, free: 4 * GB, jobs: 3 },
  { cores: 8, free: 0.2 * GB, jobs: 1 },
])('$cores cores and $free bytes of free memory allow $jobs processes', ({ cores, free, jobs }) => {
  expect(defaultJobs(cores, free)).toBe(jobs);
});

describe('work in parallel', () => {
  test('gives results in the order of the items, whichever ends first', async () => {
    const halved = await inParallel([30, 20, 10, 0], 3, async (milliseconds) => {
      await setTimeout(milliseconds);
      return milliseconds / 2;
    });
    expect(halved).toEqual([15, 10, 5, 0]);
  });

  test('is done at most so many at a time', async () => {
    let [atWork, most] = [0, 0];
    await inParallel([1, 2, 3, 4, 5], 2, async () => {
      atWork += 1;
      most = Math.max(most, atWork);
      await setTimeout(2);
      atWork -= 1;
    });
    expect(most).toBe(2);
  });

  test('begins nothing more once one has failed', async () => {
    const begun: number[] = [];
    const failing = inParallel([1, 2, 3, 4], 2, async (item) => {
      begun.push(item);
      await setTimeout(item);
      if (item === 1) throw new Error('one');
    });
    await expect(failing).rejects.toThrow('one');
    await setTimeout(20);
    expect(begun).toEqual([1, 2]);
  });
});
