import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dafu } from '../dafu.ts';
import { type ServedSite, startBuilt, TEST_DAY } from '../start-site.ts';

/** What a program that keeps a copy has of each file, by its path. */
type Copy = Map<string, { readonly text: string; readonly sha256: string }>;

/**
 * Brings a copy up to date as docs/api.md says: reads all pages of the changes, and fetches each file whose hash is another. Gives the
 * paths of what it fetched. Knows nothing but the interface.
 */
async function bringUpToDate(copy: Copy, address: string): Promise<string[]> {
  const get = async (path: string) => (await fetch(new URL(path, address))).text();
  const fetched: string[] = [];
  let next: string | undefined = '/api/v1/changes.json';
  while (next !== undefined) {
    const page: { items: { link: string; sha256: string }[]; next?: string } = JSON.parse(await get(next));
    for (const { link, sha256 } of page.items) {
      const path = new URL(link).pathname;
      if (copy.get(path)?.sha256 === sha256) continue;
      const text = await get(path);
      copy.set(path, { text, sha256: createHash('sha256').update(text).digest('hex') });
      fetched.push(path.replace('/api/v1/', ''));
    }
    next = page.next;
  }
  return fetched.sort();
}

const root = mkdtempSync(join(tmpdir(), 'dafu-mirror-'));
let site: ServedSite;
beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../languages/english'), root, { recursive: true });
  site = await startBuilt(root);
});
afterAll(() => site.stop());

const file = (name: string) => join(root, 'content/replies', name);
const change = (name: string, from: string, to: string) => {
  const text = readFileSync(file(name), 'utf8');
  expect(text).toContain(from);
  writeFileSync(file(name), text.replace(from, to));
};
const release = async () => {
  const { code, output } = await dafu(['build', '--root', root, '--today', TEST_DAY, '--lang', 'en']);
  expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
};
const published = () => {
  const folder = join(root, 'dist/api/v1/replies');
  return readdirSync(folder).map((name) => [`/api/v1/replies/${name}`, readFileSync(join(folder, name), 'utf8')]);
};

test('a program that keeps a copy has what the site has after each release, and fetches what changed only', async () => {
  const copy: Copy = new Map();
  const replies = () =>
    [...copy].flatMap(([path, { text }]) => (path.includes('/replies/') ? [[path, text]] : [])).sort();
  expect(await bringUpToDate(copy, site.address)).toEqual([
    'datasets/wells.json',
    'replies/2025-3.json',
    'replies/2025-5.json',
  ]);
  expect(replies()).toEqual(published());
  expect(await bringUpToDate(copy, site.address)).toEqual([]);

  // A letter of an earlier day, a correction, and a translation that nobody corrected.
  mkdirSync(file('2025-2'));
  writeFileSync(
    file('2025-2/en.mdx'),
    readFileSync(file('2025-5/en.mdx'), 'utf8')
      .replaceAll('No. 5', 'No. 2')
      .replaceAll('No. 12', 'No. 4')
      .replace('2025-05-06', '2025-01-10'),
  );
  change('2025-5/en.mdx', 'answers:', 'corrections:\n  - { date: 2025-06-01, what: A word., why: A slip. }\nanswers:');
  change('2025-3/zh.mdx', 'title: ', 'title: 虚构：');
  await release();
  expect(await bringUpToDate(copy, site.address)).toEqual([
    'replies/2025-2.json',
    'replies/2025-3.json',
    'replies/2025-5.json',
  ]);
  expect(replies()).toEqual(published());

  // What is taken back stays, and says so.
  change('2025-2/en.mdx', 'answers:', 'withdrawn: { date: 2025-07-01, why: Answered again. }\nanswers:');
  change('2025-5/en.mdx', 'The canals have been cleared.', '〔Not disclosed here〕');
  change('2025-5/en.mdx', 'answers:', 'masked:\n  - { date: 2025-07-02, why: A name., paragraphs: [p1] }\nanswers:');
  await release();
  expect(await bringUpToDate(copy, site.address)).toEqual(['replies/2025-2.json', 'replies/2025-5.json']);
  expect(replies()).toEqual(published());
  expect(JSON.parse(copy.get('/api/v1/replies/2025-2.json')?.text ?? '')).toMatchObject({
    withdrawn: { date: '2025-07-01' },
  });
  expect(copy.get('/api/v1/replies/2025-5.json')?.text).not.toContain('canals have been cleared');
});
