import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { isCheckedFile } from '../../../src/build/formats/addresses.ts';
import type { QuoteManifest } from '../../../src/quotes/bundle.ts';
import { findFiles, type PublishedFile } from '../../../src/quotes/file-index.ts';
import { isKept } from '../../../src/release/headers/policy.ts';
import { filesBelow } from '../../../src/system/files.ts';

const dist = inject('dist');
const readJson = (path: string) => JSON.parse(readFileSync(join(dist, path), 'utf8'));

it('lists every file that can be checked, as it was published in the end, and finds it by hash and path', async () => {
  const files = filesBelow(dist).files.filter(isCheckedFile);
  const final = new Map(
    files.map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(dist, path)))
        .digest('hex'),
    ]),
  );
  const listed = readdirSync(join(dist, 'verify/files/paths')).flatMap((name): PublishedFile[] =>
    readJson(`verify/files/paths/${name}`),
  );
  expect(new Map(listed.map(({ path, sha256 }) => [path, sha256]))).toEqual(final);
  const { digits } = readJson('verify/index.json').files;
  const load = async <Content>(name: string): Promise<Content | undefined> =>
    existsSync(join(dist, `verify/files/${name}.json`)) ? readJson(`verify/files/${name}.json`) : undefined;
  const hashName = async (name: string) => createHash('sha256').update(name).digest('hex');
  for (const [path, sha256] of [...final].filter((_, index) => index % 9 === 0)) {
    expect((await findFiles(sha256, digits, load, hashName)).map((file) => file.path)).toContain(path);
    expect(await findFiles(path, digits, load, hashName)).toEqual([{ path, sha256 }]);
  }
});

it('names the texts that quotations are checked against by what they hold', () => {
  const { bundles }: QuoteManifest = readJson('verify/index.json');
  const years = bundles.map(({ locale, path }) => `${locale} ${/-(\d{4})\./.exec(path)?.[1]}`);
  expect(years.sort()).toEqual(['en 2024', 'en 2025', 'en 2026', 'zh 2004', 'zh 2024', 'zh 2025', 'zh 2026']);
  for (const { path } of bundles) {
    const hash = createHash('sha256')
      .update(readFileSync(join(dist, path)))
      .digest('hex');
    expect(path).toMatch(/^\/verify\/parts\/(?:zh|en)-\d{4}\.[0-9a-f]{12}\.json$/);
    expect(path).toContain(`.${hash.slice(0, 12)}.`);
    expect(isKept(path.slice(1))).toBe(true);
  }
});
