import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Job, Jobs, OnShare } from './jobs.ts';
import { errorOf, type Message } from './messages.ts';

/**
 * Lets a heap grow to twice what is in use before it is collected, where V8 would let it grow to four times that on a machine with
 * much memory: for 4,000 pages 175 MB less, and 3 % more CPU time.
 */
const HEAP = ['--heap-growing-percent=100'];
const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));

/** How a job is done apart. */
export interface ApartOptions {
  /** Told how much of it is done. */
  readonly onShare?: OnShare;
  /** The working folder of its process; absolute. */
  readonly folder?: string;
}

/**
 * Does a job in a process of its own and gives its result once that has ended: its memory, which a bundler and ten thousand pages
 * fill, then adds to no later stage's. Throws the SiteError or
 * CommandError that the job threw, or an error with the stack, code and causes of what else stopped it.
 */
export function runApart<Name extends keyof Jobs>(
  name: Name,
  given: Jobs[Name]['given'],
  { onShare = () => {}, folder }: ApartOptions = {},
): Promise<Jobs[Name]['gives']> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, { cwd: folder, serialization: 'advanced', execArgv: [...process.execArgv, ...HEAP] });
    let last: Message | undefined;
    child.on('message', (message: Message) => {
      if (message.kind === 'share') onShare(message.done, message.total);
      else last = message;
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (last?.kind === 'done') resolve(last.result as Jobs[Name]['gives']);
      else if (last?.kind === 'failed') reject(errorOf(last.failure));
      else reject(new Error(`the process that was to ${name} ended early: ${signal ?? `exit code ${code}`}`));
    });
    child.send({ name, given } as Job);
  });
}
