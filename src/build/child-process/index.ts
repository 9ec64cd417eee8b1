import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { FINDING_LANGUAGES, type Finding, type FindingLanguage, SiteError } from '../../errors.ts';
import { cliWords } from '../../language/messages/cli.ts';
import { CommandError, findingsBehind } from '../../terminal/failures.ts';
import type { Job, Jobs, OnShare } from './jobs.ts';

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));

/** The largest young generation, in MB, by an option of V8 that Node's manual lists: less memory than by default for hardly more work. */
const YOUNG_GENERATION = '--max-semi-space-size=16';
/** What the bundler (mimalloc) and the compressors (glibc) free goes back to the system. */
const ALLOCATORS = { MIMALLOC_PURGE_DELAY: '0', MALLOC_ARENA_MAX: '2' };

/** How a job is run in a child process. */
interface ApartOptions {
  /** Called with how much of it is done. */
  readonly onShare?: OnShare;
  /** The working folder of its process; absolute. */
  readonly folder?: string;
}

/**
 * Runs a job in a child process and gives its result once that process has ended, so that the memory that a bundler and ten thousand pages
 * fill is free again for later stages. Throws the SiteError or CommandError that the job threw, or an error with the stack, code and causes
 * of whatever else stopped it.
 */
export function runApart<Name extends keyof Jobs>(
  name: Name,
  given: Jobs[Name]['given'],
  { onShare = () => {}, folder }: ApartOptions = {},
): Promise<Jobs[Name]['gives']> {
  return new Promise((resolve, reject) => {
    const child = fork(CHILD, {
      cwd: folder,
      serialization: 'advanced',
      execArgv: [...process.execArgv, YOUNG_GENERATION],
      env: { ...ALLOCATORS, ...process.env },
    });
    let last: Message | undefined;
    child.on('message', (message: Message) => {
      if (message.kind === 'share') return onShare(message.done, message.total);
      last = message;
      // It has nothing left to do. On its own it may never exit: Node joins its compiler's threads, and one of these may wait for a garbage
      // collection by the thread that joins them (nodejs/node#54918).
      child.kill('SIGKILL');
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

/** The messages of a child process about its job. */
export type Message =
  | { readonly kind: 'share'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly result: Jobs[keyof Jobs]['gives'] }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A failure that can be sent to another process: classes of errors cannot. */
type Failure =
  | { readonly kind: 'content'; readonly findings: readonly Finding[] }
  | { readonly kind: 'command'; readonly said: Readonly<Record<FindingLanguage, string>>; readonly exitCode: 1 | 2 }
  | { readonly kind: 'other'; readonly error: SentError };

interface SentError {
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: string | undefined;
  readonly cause: SentError | undefined;
}

/** How many causes of an error are sent. */
const DEPTH = 8;

/** What can be sent of an error. */
export function failureOf(error: unknown): Failure {
  const findings = findingsBehind(error);
  if (findings.length > 0) return { kind: 'content', findings };
  if (error instanceof CommandError) {
    const said = { zh: error.say(cliWords.zh), en: error.say(cliWords.en) };
    return { kind: 'command', said, exitCode: error.exitCode };
  }
  return { kind: 'other', error: sent(error, DEPTH) };
}

function sent(error: unknown, depth: number): SentError {
  if (!(error instanceof Error)) return { message: String(error), stack: undefined, code: undefined, cause: undefined };
  const code = 'code' in error ? String(error.code) : undefined;
  const cause = error.cause === undefined || depth === 0 ? undefined : sent(error.cause, depth - 1);
  return { message: error.message, stack: error.stack, code, cause };
}

/** The error that was sent: a SiteError, a CommandError, or an error with the original's stack, code and causes. */
export function errorOf(failure: Failure): Error {
  switch (failure.kind) {
    case 'content':
      return new SiteError(failure.findings);
    case 'command':
      return new CommandError(
        (words) => failure.said[FINDING_LANGUAGES.find((locale) => cliWords[locale] === words) ?? 'en'],
        failure.exitCode,
      );
    case 'other':
      return received(failure.error);
  }
}

function received({ message, stack, code, cause }: SentError): Error {
  const error = new Error(message, { cause: cause && received(cause) });
  if (stack !== undefined) error.stack = stack;
  return code === undefined ? error : Object.assign(error, { code });
}
