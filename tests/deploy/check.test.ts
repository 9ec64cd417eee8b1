import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeFileAndFolders } from '../../src/system/files.ts';
import { commitAll, git } from '../git.ts';

/** deploy/check.sh in a clone of its own, with an npm that only says what it was called with. */
const folder = mkdtempSync(join(tmpdir(), 'dafu-check-'));
const origin = join(folder, 'origin');
const clone = join(folder, 'clone');
const programs = join(folder, 'programs');
afterAll(() => rmSync(folder, { recursive: true }));

/** Commits another version of these files, and gives the commit’s id. */
function commit(where: string, ...files: readonly string[]): string {
  for (const file of files) writeFileAndFolders(join(where, file), `${Math.floor(performance.now() * 1000)}`);
  return commitAll(where);
}
function check(...parameters: readonly string[]) {
  const { status, stdout } = spawnSync(join(clone, 'deploy/check.sh'), parameters, {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}` },
  });
  return { status, calls: stdout.split('\n').filter((line) => line.startsWith('npm ')) };
}

mkdirSync(programs);
writeFileSync(join(programs, 'npm'), '#!/bin/sh\necho "npm $*"\n[ "$*" != "$NPM_FAILS" ]\n');
chmodSync(join(programs, 'npm'), 0o755);
mkdirSync(join(origin, 'deploy'), { recursive: true });
git(folder, 'init', '-q', '-b', 'main', 'origin');
cpSync(resolve(import.meta.dirname, '../../deploy/check.sh'), join(origin, 'deploy/check.sh'));
const first = commit(origin, 'content/site.yaml', 'src/main.ts');
git(folder, 'clone', '-q', 'origin', 'clone');

const CONTENT = ['npm ci --ignore-scripts', 'npm run --silent check'];
const PROGRAM = ['npm ci', 'npm test', 'npm run --silent check'];

describe('what a change has to pass', () => {
  test.each([
    ['a reply', ['content/replies/2024-1/zh.mdx'], CONTENT],
    ['a dataset and a picture', ['data/wells.json', 'public/map.png'], CONTENT],
    ['an upload', ['inbox/letter.docx'], CONTENT],
    ['a schema, which the program writes', ['data/schema/site.schema.json'], PROGRAM],
    ['a module', ['src/main.ts'], PROGRAM],
    ['a reply and a module', ['content/site.yaml', 'src/main.ts'], PROGRAM],
    ['a script for the server', ['deploy/publish.sh'], PROGRAM],
    ['a folder that is named as if it were content', ['contents/x.ts'], PROGRAM],
  ])('%s', (_name, files, calls) => {
    git(clone, 'reset', '-q', '--hard', first);
    commit(clone, ...files);
    expect(check(first)).toEqual({ status: 0, calls });
  });

  test('is counted from what the branch left main at, where no commit is given, or one that nobody knows', () => {
    git(clone, 'reset', '-q', '--hard', first);
    commit(clone, 'content/site.yaml');
    for (const parameters of [[], [''], ['0'.repeat(40)], ['HEAD^9']])
      expect([parameters, check(...parameters).calls]).toEqual([parameters, CONTENT]);
    commit(clone, 'src/main.ts');
    expect(check().calls).toEqual(PROGRAM);
  });

  test('is all there is, where nothing stood before', () => {
    git(clone, 'reset', '-q', '--hard', first);
    expect(check().calls).toEqual(PROGRAM);
  });

  test('fails with what fails', () => {
    git(clone, 'reset', '-q', '--hard', first);
    process.env['NPM_FAILS'] = 'run --silent check';
    const { status } = check();
    delete process.env['NPM_FAILS'];
    expect(status).not.toBe(0);
  });
});
