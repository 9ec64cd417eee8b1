import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { brotliOptions } from '../../src/build/output/compress.ts';
import { templatePages } from './site.ts';

/** What a page loads in all, compressed: itself, its style sheet, scripts and icon. */
const BUDGET = 16 * 1024;
/** Pages that show many things at a glance. */
const OVERVIEW = 24 * 1024;
/** Pages that are a tool have its script besides; the style page, which no reader is led to, has every component. */
const BUDGETS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ['home', 'list', 'topic', 'bureau', 'askers', 'asker', 'account', 'datasets', 'dataset', 'commitments'].map(
      (own) => [own, OVERVIEW],
    ),
  ),
  search: BUDGET + 22 * 1024,
  verify: BUDGET + 14 * 1024,
  style: BUDGET + 8 * 1024,
};
/** The script that stands in the head, and all others together, as they are served. */
const HEAD_SCRIPT = 1024;
const SCRIPTS = 4 * 1024;

/** The bytes of a file as a release sends it. */
const compressed = (bytes: Buffer, name: string) => brotliCompressSync(bytes, brotliOptions(bytes, name)).length;

/** Everything that a page asks for by itself, and what its scripts import, by address. */
function requests(path: string): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  const read = (address: string) => readFileSync(join(inject('dist'), address));
  const collect = (address: string, links: RegExp) => {
    if (found.has(address)) return;
    const bytes = read(address);
    found.set(address, bytes);
    for (const [, own = ''] of bytes.toString('utf8').matchAll(links)) {
      if (own.startsWith('./')) collect(`/assets/${own.slice(2)}`, SCRIPT_IMPORTS);
      else if (own.endsWith('.js')) collect(own, SCRIPT_IMPORTS);
      else found.set(own, read(own));
    }
  };
  collect(path, PAGE_REQUESTS);
  return found;
}

const PAGE_REQUESTS =
  /<(?:link rel="(?:stylesheet|icon|preload|modulepreload)" [^>]*?href|(?:script|img)\b[^>]*? src)="([^"]+)"/g;
const SCRIPT_IMPORTS = /import\s*(?:[^"'`]*?from\s*)?["'`](\.\/[^"'`]+)["'`]/g;

test.each(templatePages().filter(({ template }) => template !== 'none'))(
  '$template in $language costs a reader no more than its budget in all (/$path)',
  ({ file, template }) => {
    const sizes = [...requests(`/${file}`)].map(([address, bytes]) => ({ address, bytes: compressed(bytes, address) }));
    const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(all, JSON.stringify(sizes)).toBeLessThanOrEqual(BUDGETS[template] ?? BUDGET);
  },
);

test.each(templatePages().filter(({ template }) => template === 'reply' || template === 'bilingual'))(
  '$template in $language has 1 KB of script in its head, and 4 KB besides, at most',
  ({ file }) => {
    const scripts = [...requests(`/${file}`)].filter(([address]) => address.endsWith('.js'));
    const head = scripts.filter(([address]) => address.includes('reader-settings'));
    const total = (list: typeof scripts) => list.reduce((sum, [, bytes]) => sum + bytes.length, 0);
    expect(head).toHaveLength(1);
    expect(total(head)).toBeLessThanOrEqual(HEAD_SCRIPT);
    expect(total(scripts) - total(head)).toBeLessThanOrEqual(SCRIPTS);
  },
);
