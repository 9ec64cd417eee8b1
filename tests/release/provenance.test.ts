import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isSameSource, type Provenance, readProvenance } from '../../src/release/provenance.ts';
import { commitAll, git } from '../git.ts';

const SOURCE: Provenance = {
  address: 'https://replies.gov.cn',
  base: '/',
  today: '2026-11-23',
  content: { commit: 'a'.repeat(40), clean: true },
  program: { commit: 'b'.repeat(40), clean: true },
  lockfile: 'c'.repeat(64),
  tools: { dafu: '0.1.0', node: '24.21.0' },
};

describe('two builds come to the same bytes', () => {
  test('where all that they depend on is the same', () => {
    expect(isSameSource(SOURCE, structuredClone(SOURCE))).toBe(true);
  });

  test.each<[string, Partial<Provenance>]>([
    ['address', { address: 'https://other.gov.cn' }],
    ['path', { base: '/replies/' }],
    ['day', { today: '2026-11-24' }],
    ['commit of the content', { content: { commit: 'd'.repeat(40), clean: true } }],
    ['commit of the program', { program: { commit: 'd'.repeat(40), clean: true } }],
    ['lockfile', { lockfile: 'd'.repeat(64) }],
    ['version of a tool', { tools: { dafu: '0.1.0', node: '24.22.0' } }],
    ['list of tools', { tools: { dafu: '0.1.0' } }],
  ])('not with another %s', (_, other) => {
    expect(isSameSource(SOURCE, { ...SOURCE, ...other })).toBe(false);
  });

  test.each<[string, Partial<Provenance>]>([
    ['content has changes that are not committed', { content: { commit: 'a'.repeat(40), clean: false } }],
    ['program has', { program: { commit: 'b'.repeat(40), clean: false } }],
    ['content is under no version control', { content: { commit: null, clean: false } }],
  ])('nor, though all is the same, where the %s', (_, unknown) => {
    expect(isSameSource({ ...SOURCE, ...unknown }, { ...SOURCE, ...unknown })).toBe(false);
  });
});

describe('the commit of the content', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dafu-provenance-'));
    git(folder, 'init', '--quiet');
    mkdirSync(join(folder, 'site/content'), { recursive: true });
    writeFileSync(join(folder, 'site/content/a.txt'), 'a');
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const content = () => readProvenance(join(folder, 'site')).content;

  test('is known where there is one, with whether anything changed since', () => {
    expect(content()).toEqual({ commit: null, clean: false });
    commitAll(folder);
    expect(content()).toEqual({ commit: expect.stringMatching(/^[0-9a-f]{40}$/), clean: true });
    writeFileSync(join(folder, 'site/content/a.txt'), 'b');
    expect(content().clean).toBe(false);
  });

  test('is found out without running what committed files name', () => {
    const canary = join(folder, 'canary');
    // With these, a root is a repository of its own to git, with a configuration that whoever commits content wrote.
    const lay = (of: string) => {
      for (const name of ['objects', 'refs/heads']) mkdirSync(join(of, name), { recursive: true });
      writeFileSync(join(of, 'HEAD'), 'ref: refs/heads/main\n');
      writeFileSync(
        join(of, 'config'),
        `[core]\n\trepositoryformatversion = 0\n\tworktree = .\n\tfsmonitor = "touch ${canary}; false"\n\thooksPath = .\n`,
      );
    };
    for (const of of [join(folder, 'site'), join(folder, 'site/content')]) {
      lay(of);
      content();
      readProvenance(join(folder, 'site/content'));
      expect(existsSync(canary)).toBe(false);
    }
  });
});
