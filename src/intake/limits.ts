import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** What a program that reads an upload may take. */
export interface Limits {
  readonly milliseconds: number;
  /** Memory that it and what it starts hold at one time. Watched where the system tells (Linux). */
  readonly megabytes: number;
}

/** How a program ended: by itself, or stopped because it took too much. */
export type Ending =
  | { readonly kind: 'ended'; readonly code: number | null; readonly signal: NodeJS.Signals | null }
  | { readonly kind: 'time' | 'memory' };

/** How often memory is looked at, in milliseconds. */
const LOOK = 100;
const PAGE = 4096;

/** The memory that the processes of a group hold, in megabytes; 0 where the system does not tell. */
function memoryOf(group: number): number {
  try {
    let pages = 0;
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      try {
        // The name of a program, in brackets, may hold spaces; its group is the third field after it.
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
        if (Number(fields[2]) === group) pages += Number(readFileSync(`/proc/${name}/statm`, 'utf8').split(' ')[1]);
      } catch {
        // It ended while it was looked at.
      }
    }
    return (pages * PAGE) / 1024 / 1024;
  } catch {
    return 0;
  }
}

function stop(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** Waits for a program that leads a group of its own (`detached`), and stops the group where it takes more than it may. */
export function withinLimits(child: ChildProcess, { milliseconds, megabytes }: Limits): Promise<Ending> {
  return new Promise((resolve, reject) => {
    let broken: 'time' | 'memory' | undefined;
    const give = (limit: 'time' | 'memory') => {
      broken ??= limit;
      stop(child);
    };
    const timer = setTimeout(() => give('time'), milliseconds);
    const watch = setInterval(() => {
      if (child.pid !== undefined && memoryOf(child.pid) > megabytes) give('memory');
    }, LOOK);
    const end = () => {
      clearTimeout(timer);
      clearInterval(watch);
    };
    child.once('error', (error) => {
      end();
      reject(error);
    });
    child.once('close', (code, signal) => {
      end();
      // V8 that may take no more memory aborts.
      const isFull = signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134;
      resolve(
        broken === undefined ? (isFull ? { kind: 'memory' } : { kind: 'ended', code, signal }) : { kind: broken },
      );
    });
  });
}
