import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outputFiles } from '../bench/output-files.ts';
import { dafu } from '../dafu.ts';
import { PROJECT } from './releases.ts';

/** Enough replies for a second process to be worth its start. */
const REPLIES = 340;

const work = mkdtempSync(join(tmpdir(), 'dafu-jobs-'));
const [one, many] = [join(work, 'one'), join(work, 'many')];

beforeAll(() => {
  const writer = join(PROJECT, 'tests/corpus/write.ts');
  execFileSync(process.execPath, [writer, '--replies', String(REPLIES), '--out', one], { cwd: PROJECT });
  cpSync(one, many, { recursive: true });
});
afterAll(() => rmSync(work, { recursive: true }));

async function build(root: string, jobs: number): Promise<ReadonlyMap<string, string>> {
  const { code, output } = await dafu(['build', '--root', root, '--today', '2026-01-05', '--jobs', String(jobs)]);
  expect([code, output]).toEqual([0, expect.stringContaining('pages made')]);
  return new Map([...outputFiles(join(root, 'dist'))].map(([file, { hash }]) => [file, hash]));
}

/** Adds a paragraph to a reply, in both languages. */
function addSentence(root: string): void {
  const replies = join(root, 'content/replies');
  const newest = readdirSync(replies).sort().at(-1) ?? '';
  appendFileSync(join(replies, newest, 'zh.mdx'), '\n特此补充。\n');
  appendFileSync(join(replies, newest, 'en.mdx'), '\nWe add this.\n');
}

test('a site is the same, whether one process makes it or several; and so is the next one, made from either', async () => {
  const alone = await build(one, 1);
  expect(await build(many, 4)).toEqual(alone);
  const cache = readdirSync(join(many, '.dafu/cache'))[0] ?? '';
  // Else nothing was shared and nothing is compared here.
  expect(readdirSync(join(many, '.dafu/cache', cache))).toContain('astro-1');
  for (const root of [one, many]) addSentence(root);
  expect(await build(many, 4)).toEqual(await build(one, 1));
});
