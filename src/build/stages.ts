import { readFileSync } from 'node:fs';
import type { CliWords } from '../language/messages/cli.ts';
import { replaceFile } from '../system/files.ts';

/** The stages of a build, in their order. */
const STAGES = ['check', 'print', 'render', 'index', 'audit', 'release'] as const;

export type Stage = (typeof STAGES)[number];

/** What a stage took, in seconds. CPU time counts all threads, and child processes that have ended. */
interface StageTimes {
  readonly cpu_s: number;
  readonly wall_s: number;
}

/** Times the stages of one build. A stage that runs twice is added up. */
export interface StageClock {
  run<T>(stage: Stage, work: () => T | Promise<T>): Promise<T>;
  times(): Readonly<Partial<Record<Stage, StageTimes>>>;
}

/** Seconds of CPU time that this process and its ended children have used. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6 + childSeconds();
}

/** Node gives no times of child processes; Linux lists them as fields 16 and 17 of /proc/self/stat, in hundredths. */
function childSeconds(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return 0;
  }
}

const rounded = (seconds: number) => Math.round(seconds * 100) / 100;

/** A clock with nothing on it. `onStart` is told of each stage as it begins. */
export function stageClock(onStart: (stage: Stage) => void = () => {}): StageClock {
  const taken = new Map<Stage, StageTimes>();
  return {
    run: async (stage, work) => {
      onStart(stage);
      const [cpu, wall] = [cpuSeconds(), performance.now()];
      try {
        return await work();
      } finally {
        const before = taken.get(stage) ?? { cpu_s: 0, wall_s: 0 };
        taken.set(stage, {
          cpu_s: rounded(before.cpu_s + cpuSeconds() - cpu),
          wall_s: rounded(before.wall_s + (performance.now() - wall) / 1000),
        });
      }
    },
    times: () =>
      Object.fromEntries(STAGES.flatMap((stage) => [[stage, taken.get(stage)]].filter(([, times]) => times))),
  };
}

/** Keeps what the stages of a build or a release took, for whoever measures. */
export function recordStages(file: string, clock: StageClock): void {
  replaceFile(file, `${JSON.stringify({ stages: clock.times() })}\n`);
}

/** Told what a build is at: a stage that begins, or how much of it is done. */
export type OnProgress = (stage: Stage, done?: number, total?: number) => void;

/** Where progress is shown: a stream that may be a terminal. */
interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const REDRAW_MILLISECONDS = 200;
const CLEAR_LINE = '\r\u001b[K';

/**
 * One line on a terminal that says stage, count and time left, drawn over itself; nothing where the stream is none.
 * `end` clears it. `now` gives milliseconds.
 */
export function terminalProgress(
  stream: ProgressStream,
  words: Pick<CliWords, 'stages' | 'secondsLeft'>,
  now: () => number = () => performance.now(),
): { readonly onProgress: OnProgress; readonly end: () => void } {
  if (stream.isTTY !== true) return { onProgress: () => {}, end: () => {} };
  let current: Stage | undefined;
  let began = 0;
  let first = 0;
  let drawn = Number.NEGATIVE_INFINITY;
  const onProgress: OnProgress = (stage, done = 0, total = 0) => {
    const time = now();
    if (stage !== current || first > done) {
      current = stage;
      began = time;
      first = done;
    } else if (time - drawn < REDRAW_MILLISECONDS) return;
    drawn = time;
    const rate = (done - first) / (time - began);
    const left = rate > 0 ? ` ${words.secondsLeft(Math.ceil((total - done) / rate / 1000))}` : '';
    stream.write(`${CLEAR_LINE}${words.stages[stage]}${total > 0 ? ` ${done}/${total}${left}` : ''}`);
  };
  return { onProgress, end: () => stream.write(CLEAR_LINE) };
}
