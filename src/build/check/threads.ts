import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { inParallel } from '../parallel.ts';
import { type CheckPart, type CheckWork, doPart } from './parts.ts';

/** How many files or pairs one part has, and with fewer of them a further thread costs more than it saves. */
const OF_A_PART = 50;
const WORTH_A_THREAD = 150;
const MOST_THREADS = 4;

/** Does the work of a check, on several threads where there is much of it. */
export interface Threads {
  /** What `work` gives for each item, in the order of the items. `given` makes of some items what a part is given. */
  run<Name extends keyof CheckWork, Item>(
    name: Name,
    items: readonly Item[],
    given: (items: readonly Item[]) => CheckWork[Name]['given'],
  ): Promise<CheckWork[Name]['gives'][number][]>;
  /** Ends the threads that were started. */
  close(): Promise<void>;
}

/** Threads for a check, at most `limit` with the calling one; others are started once there is work for them. */
export function openThreads(limit: number): Threads {
  const workers: Worker[] = [];
  return {
    async run<Name extends keyof CheckWork, Item>(
      name: Name,
      items: readonly Item[],
      given: (items: readonly Item[]) => CheckWork[Name]['given'],
    ) {
      const wanted = Math.min(limit, MOST_THREADS, Math.max(1, Math.floor(items.length / WORTH_A_THREAD)));
      while (workers.length < wanted - 1) workers.push(new Worker(new URL(import.meta.url)));
      // Whoever is free takes the next part, so that long and short documents spread evenly.
      const free: ((part: CheckPart) => Promise<unknown>)[] = [here, ...workers.map((worker) => askOf(worker))];
      const parts = Array.from({ length: Math.ceil(items.length / OF_A_PART) }, (_, index) =>
        items.slice(index * OF_A_PART, (index + 1) * OF_A_PART),
      );
      const results = await inParallel(parts, free.length, async (part) => {
        const run = free.pop() ?? here;
        const result = await run({ name, given: given(part) } as CheckPart);
        free.push(run);
        return result as CheckWork[Name]['gives'];
      });
      return results.flat() as CheckWork[Name]['gives'][number][];
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** Does a part on this thread, after it has heard of the others. */
async function here(part: CheckPart): Promise<unknown> {
  await setImmediate();
  return doPart(part);
}

/** Has a worker do a part; rejects with what it throws, or where it ends before it is done. */
const askOf = (worker: Worker) => async (part: CheckPart) => {
  const done = new AbortController();
  const early = async () => {
    const [code] = await once(worker, 'exit', { signal: done.signal });
    throw new Error(`a thread of the check ended early: exit code ${code}`);
  };
  try {
    const answer = once(worker, 'message', { signal: done.signal });
    worker.postMessage(part);
    const [result] = await Promise.race([answer, early()]);
    return result;
  } finally {
    done.abort();
  }
};

if (!isMainThread) parentPort?.on('message', async (part: CheckPart) => parentPort?.postMessage(await doPart(part)));
