import { linkSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { intactFiles, readLastBuild, writeLastBuild } from '../../../src/build/reuse/last-build.ts';

describe('a file of the last output', () => {
  let work: string;
  let out: string;
  const page = () => join(out, 'index.html');
  beforeEach(async () => {
    work = mkdtempSync(join(tmpdir(), 'dafu-last-'));
    out = mkdtempSync(join(work, 'out-'));
    for (const name of ['index.html', 'other.html']) writeFileSync(join(out, name), '<p>a page</p>');
    writeLastBuild(work, out, { digest: '', setting: '', sources: {} }, new Map());
    // What is done next gets another time from the system, which may count in steps of some milliseconds.
    await setTimeout(20);
  });
  afterEach(() => rmSync(work, { recursive: true }));

  const isIntact = (name: string) => {
    const last = readLastBuild(work, out);
    if (last === undefined) throw new Error('the build left no record');
    return intactFiles(last)(name);
  };

  test('is as it was where nobody touched it', () => {
    expect(['index.html', 'other.html'].map(isIntact)).toEqual([true, true]);
  });

  test.each<[string, () => void]>([
    ['it was written to', () => writeFileSync(page(), '<p>another page</p>')],
    [
      'it was written to and given back its size and times',
      () => {
        const { atime, mtime } = statSync(page());
        writeFileSync(page(), '<p>A page</p>');
        utimesSync(page(), atime, mtime);
      },
    ],
    ['a link to it was made', () => linkSync(page(), join(work, 'link'))],
    ['it is gone', () => rmSync(page())],
  ])('is not where %s', (_, change) => {
    change();
    expect(['index.html', 'other.html'].map(isIntact)).toEqual([false, true]);
  });

  test('is as it was where it is in neither, such as a copy that was never laid, and not where it came since', () => {
    expect(isIntact('index.html.br')).toBe(true);
    writeFileSync(`${page()}.br`, '');
    expect(isIntact('index.html.br')).toBe(false);
  });
});
