import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { PDF_READER } from '../../src/attachments/pdf.ts';
import { FORGES, repositoryFiles, shippedFiles } from '../../src/scaffold/init/repository.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const HOSTED = FORGES.filter((forge) => forge !== 'none');

describe('the repository of a new site', () => {
  it.each(HOSTED)('on %s checks and builds every change, prints what it changes, and keeps the sheets', (forge) => {
    const workflows = repositoryFiles('water', 'file:dafu.tgz', forge).filter(([path]) => /\.yml$/.test(path));
    expect(workflows).toHaveLength(1);
    const [[, text] = ['', '']] = workflows;
    expect(() => parse(text)).not.toThrow();
    const order = ['npm ci', 'dafu check', 'dafu build', 'dafu proof --since'].map((step) => text.indexOf(step));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(order).not.toContain(-1);
    expect(text).toMatch(/upload-artifact|artifacts:/);
    expect([...text.matchAll(/uses: (\S+)/g)].every(([, action = '']) => /@[0-9a-f]{40}$/.test(action))).toBe(true);
  });

  it.each(HOSTED)('on %s imports what is uploaded, PDFs too', (forge) => {
    const shipped = shippedFiles(forge);
    for (const [from] of shipped) expect([from, existsSync(join(PROJECT, from))]).toEqual([from, true]);
    expect(shipped.map(([, to]) => to)).toContain('deploy/inbox.sh');
    expect(shipped.some(([from]) => from.startsWith(`deploy/ci/${forge}/inbox`))).toBe(true);
    const [[, manifest] = ['', '']] = repositoryFiles('water', 'file:dafu.tgz', forge);
    const { dependencies } = JSON.parse(manifest);
    expect(Object.entries(dependencies).map(([name, version]) => `${name}@${version}`)).toEqual([
      'dafu@file:dafu.tgz',
      PDF_READER,
    ]);
  });

  it('without a forge holds the program alone', () => {
    const [[, manifest] = ['', '']] = repositoryFiles('water', 'file:dafu.tgz', 'none');
    expect(JSON.parse(manifest).dependencies).toEqual({ dafu: 'file:dafu.tgz' });
  });
});
