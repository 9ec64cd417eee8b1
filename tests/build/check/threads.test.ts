import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSite } from '../../../src/build/check/index.ts';
import { openThreads } from '../../../src/build/check/threads.ts';
import { SAMPLE, temporaryRoot } from '../../faults/root.ts';

const REPLY = path.join(SAMPLE, 'content/replies/2024-7');
const text = (locale: string) => readFileSync(path.join(REPLY, `${locale}.mdx`), 'utf8');

/** A root of the sample with more replies, in each of which the languages disagree in a figure. */
function manyReplies(count: number) {
  const own = temporaryRoot(SAMPLE);
  for (let index = 0; index < count; index += 1) {
    const folder = path.join(own.root, `content/replies/2025-${index + 1}`);
    mkdirSync(folder);
    const record = text('zh')
      .replace(/^number: .*$/m, `number: "〔2025〕${index + 1}号"`)
      .replace('2024-05-06', '2025-05-06');
    writeFileSync(path.join(folder, 'zh.mdx'), `${record}\n共修复机井${index + 20}眼。\n`);
    writeFileSync(path.join(folder, 'en.mdx'), `${text('en')}\nIn all ${index + 21} wells have been repaired.\n`);
  }
  return own;
}

describe('a check on several threads', () => {
  test('finds the same in the same order, whatever their number', async () => {
    using one = manyReplies(310);
    using other = manyReplies(310);
    const today = '2026-01-05';
    const alone = await checkSite(one.root, { today, jobs: 1 });
    expect(alone.findings.filter(({ rule }) => rule === 'numbers-disagree')).toHaveLength(310);
    expect(await checkSite(other.root, { today, jobs: 3 })).toEqual(alone);
  });

  test('tells what stopped a thread', async () => {
    const threads = openThreads(2);
    const nothing = (paths: readonly string[]) => ({ root: '/', files: paths, languages: [] as never });
    // A path that is no text cannot be looked at: the thread that takes it fails.
    const paths = Array.from({ length: 300 }, () => 1 as unknown as string);
    await expect(threads.run('files', paths, nothing)).rejects.toThrow(/string/);
    await threads.close();
  });
});
