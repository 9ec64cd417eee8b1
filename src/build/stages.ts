import { readFileSync } from 'node:fs';
import { replaceFile } from './output/tree.ts';

/** The stages of a build, in their order. */
const STAGES = ['check', 'print', 'render', 'index', 'audit', 'release'] as const;

export type Stage = (typeof STAGES)[number];

/** What a stage took, in seconds. CPU time counts all threads, and child processes that have ended. */
export interface StageTimes {
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
