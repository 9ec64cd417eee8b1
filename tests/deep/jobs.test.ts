import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditShares } from '../../src/build/audit/parts.ts';
import { listFilesBelow } from '../../src/system/files.ts';
import { outputFiles } from '../bench/output-files.ts';
import { dafu } from '../dafu.ts';
import { PROJECT } from './releases.ts';

/** Enough replies for a second process to be worth its start. */
const REPLIES = 340;

/** The numbers of processes that a site is made and audited with. */
const JOBS = [1, 2, 3] as const;

const work = mkdtempSync(join(tmpdir(), 'dafu-jobs-'));
const rootOf = (jobs: number) => join(work, String(jobs));

beforeAll(() => {
  const writer = join(PROJECT, 'tests/corpus/write.ts');
  execFileSync(process.execPath, [writer, '--replies', String(REPLIES), '--out', rootOf(1)], { cwd: PROJECT });
  for (const jobs of JOBS.slice(1)) cpSync(rootOf(1), rootOf(jobs), { recursive: true });
});
afterAll(() => rmSync(work, { recursive: true }));

async function build(jobs: number): Promise<ReadonlyMap<string, string>> {
  const root = rootOf(jobs);
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
  const alone = await build(1);
  for (const jobs of JOBS.slice(1)) {
    expect(await build(jobs)).toEqual(alone);
    const caches = join(rootOf(jobs), '.dafu/cache');
    // Else nothing was shared and nothing is compared here.
    expect(readdirSync(join(caches, readdirSync(caches)[0] ?? ''))).toContain('astro-1');
  }
  for (const jobs of JOBS) addSentence(rootOf(jobs));
  const next = await build(1);
  for (const jobs of JOBS.slice(1)) expect(await build(jobs)).toEqual(next);
});

/** Slips in pages all over a site: what they put in the place of what. */
const SLIPS = [
  ['</main>', '<p onclick="x()"><a href="/zh/nothing/">x</a> someone@qq.com</p></main>'],
  ['</main>', '<a href="/zh/about/#nowhere">x</a><h1>x</h1></main>'],
  ['hreflang="en"', 'hreflang="fr"'],
  ['尊敬的', '尊重的'],
] as const;

test('an audit finds the same in the same order, whether one process reads the files or several', async () => {
  const site = join(rootOf(1), 'dist/');
  const damaged = join(work, 'damaged');
  cpSync(site, damaged, { recursive: true, dereference: true });
  const files = listFilesBelow(damaged);
  // Else nothing is shared.
  expect(JOBS.map((jobs) => auditShares(files, jobs).length)).toEqual(JOBS);
  const pages = files.filter((name) => name.endsWith('.html'));
  for (const [place, page] of pages.entries()) {
    const [instead = '', slip = ''] = SLIPS[place % SLIPS.length] ?? [];
    if (place % 7 !== 0) continue;
    writeFileSync(join(damaged, page), readFileSync(join(damaged, page), 'utf8').replace(instead, slip));
  }
  rmSync(join(damaged, pages.find((page) => page.startsWith('en/replies/')) ?? ''));
  const audit = (jobs: number) => dafu(['audit', damaged, '--root', rootOf(1), '--jobs', String(jobs)]);
  const alone = await audit(1);
  for (const rule of [
    'inline-code',
    'link-dead',
    'personal-mail',
    'anchor-dead',
    'one-heading',
    'twin',
    'text-differs',
  ])
    expect(alone.output).toContain(`  ${rule}`);
  expect(alone.code).toBe(1);
  for (const jobs of JOBS.slice(1)) expect(await audit(jobs)).toEqual(alone);
});
