import type { CliWords } from '../language/messages/cli.ts';
import type { Stage } from './stages.ts';

/** Told what a build is at: a stage that begins, or how much of it is done. */
export type OnProgress = (stage: Stage, done?: number, total?: number) => void;

/** Where progress is shown: a stream that may be a terminal. */
export interface ProgressStream {
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
