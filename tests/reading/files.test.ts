import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { replyFile, replyFolder, replyIds } from '../../src/reading/files.ts';
import { roleOf } from '../../src/rules/layout.ts';

const root = mkdtempSync(join(tmpdir(), 'dafu-folders-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const PLACES: readonly (readonly [id: string, folder: string])[] = [
  ['2024-15', 'content/replies/2024-15'],
  ['forest-2024-15', 'content/replies/forest-2024-15'],
  ['water-2024-15', 'content/replies/water/2024-15'],
  ['water-shuihan-2024-15-1', 'content/replies/water/shuihan-2024-15-1'],
  ['water-works-2024-15', 'content/replies/water-works/2024-15'],
];

for (const [, folder] of PLACES) {
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, folder, 'zh.mdx'), '---\n---\n');
}
writeFileSync(join(root, 'content/replies/README.txt'), '');

describe('the folders of replies', () => {
  it('are found right under content/replies/ and in the folders of bureaus', () => {
    expect(replyIds(root)).toEqual(PLACES.map(([id]) => id).sort());
  });

  it.each(PLACES)('%s is in %s', (id, folder) => {
    expect(replyFolder(root, id)).toBe(folder);
    expect(replyFile(root, id, 'en')).toBe(`${folder}/en.mdx`);
  });

  it.each(PLACES)('%s is what the check and the pages call the reply in %s', (id, folder) => {
    expect(roleOf(`${folder}/zh.mdx`)).toEqual({ role: 'document', collection: 'replies', id, locale: 'zh' });
    expect(roleOf(`${folder}/list.pdf`)).toMatchObject({ role: 'companion', id, name: 'list.pdf' });
  });

  it('are one deep at the most, and only for replies', () => {
    for (const path of ['content/replies/a/b/c/zh.mdx', 'content/pages/a/b/zh.mdx', 'content/replies/a/b.txt'])
      expect(roleOf(path).role).toBe('stray');
  });

  it('belong to no reply that is not there', () => {
    expect(replyFolder(root, 'water-2024-99')).toBe('content/replies/water-2024-99');
    expect(dirname(replyFile(root, 'x', 'zh'))).toBe('content/replies/x');
  });
});
