import { expect, test } from 'vitest';
import { terminalProgress } from '../../src/build/stages.ts';
import { cliWords } from '../../src/language/messages/cli.ts';

function recorded(isTTY: boolean) {
  const written: string[] = [];
  let time = 0;
  const stream = { isTTY, write: (text: string) => written.push(text.replace('\r\u001b[K', '')) };
  const progress = terminalProgress(stream, cliWords.en, () => time);
  return { written, progress, pass: (milliseconds: number) => (time += milliseconds) };
}

test('a terminal is told the stage, the count and the time left, and is clean at the end', () => {
  const { written, progress, pass } = recorded(true);
  progress.onProgress('render', 0, 100);
  pass(1000);
  progress.onProgress('render', 25, 100);
  pass(10);
  progress.onProgress('render', 26, 100);
  progress.onProgress('audit');
  progress.end();
  expect(written).toEqual(['Pages 0/100', 'Pages 25/100 3 s left', 'Audit', '']);
});

test('what is already done when a stage begins does not count towards its speed', () => {
  const { written, progress, pass } = recorded(true);
  progress.onProgress('render', 90, 100);
  pass(1000);
  progress.onProgress('render', 91, 100);
  expect(written.at(-1)).toBe('Pages 91/100 9 s left');
});

test('a file or a pipe is told nothing', () => {
  const { written, progress } = recorded(false);
  progress.onProgress('render', 0, 100);
  progress.end();
  expect(written).toEqual([]);
});
