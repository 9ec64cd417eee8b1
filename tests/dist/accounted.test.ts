import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { auditSite } from '../../src/build/audit/index.ts';
import { readSite } from '../../src/reading/files.ts';
import { writeFileAndFolders } from '../../src/system/files.ts';
import { BUREAU } from '../dafu.ts';

/** Files that no content, page or list accounts for, in every folder of a site; some of them say that they are pages. */
const STRAY = [
  'secret.key',
  'minisign.key.txt',
  'passwd',
  'api/v1/evil.json',
  'assets/evil.js',
  'bilingual/replies/2099-1/index.html',
  'cards/zh/replies/2099-1.png',
  'charts/evil.zh.svg',
  'data/evil.csv',
  'embed/zh/evil/index.html',
  'files/list.txt',
  'index.html.br',
  'pagefind/evil.js',
  'verify/parts/evil.json',
  'verify/parts/x.json',
  'zh/evil.html',
  'zh/evil/index.html',
  'zh/replies/2099-1/index.html',
];
const PAGE = '<!doctype html><html lang="zh"><meta name="robots" content="noindex"><title>x</title><h1>x</h1></html>';

const folder = mkdtempSync(join(tmpdir(), 'dafu-stray-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file in the site that nothing accounts for is refused, wherever it is', async () => {
  const site = join(folder, 'site');
  cpSync(inject('dist'), site, { recursive: true, dereference: true });
  for (const name of STRAY) writeFileAndFolders(join(site, name), PAGE);
  const found = await auditSite({ folder: site, root: BUREAU, site: readSite(BUREAU) });
  expect(found.filter(({ rule }) => rule === 'file-unaccounted').map(({ place }) => place.file)).toEqual(STRAY.sort());
});
