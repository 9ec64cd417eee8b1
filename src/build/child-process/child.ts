import { flushCompileCache } from 'node:module';
import process from 'node:process';
import { failureOf, type Message } from './index.ts';
import { doJob, type Job } from './jobs.ts';

/** How often a parent is told of progress, in milliseconds. */
const TELL_MILLISECONDS = 200;

const send = (message: Message) => process.send?.(message);

// A parent that has ended no longer holds its lock: nothing may be written any more.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.once('message', async (job: Job) => {
  let told = Number.NEGATIVE_INFINITY;
  const onShare = (done: number, total: number) => {
    if (performance.now() - told < TELL_MILLISECONDS && done < total) return;
    told = performance.now();
    send({ kind: 'share', done, total });
  };
  let last: Message;
  try {
    last = { kind: 'done', result: await doJob(job, onShare) };
  } catch (error) {
    last = { kind: 'failed', failure: failureOf(error) };
  }
  flushCompileCache();
  // The parent ends this process once it has the message, even if the bundler left something running.
  send(last);
});
