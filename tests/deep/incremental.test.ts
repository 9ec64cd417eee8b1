import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outputFiles } from '../bench/output-files.ts';
import { copyProgram } from '../bench/program.ts';
import { seededRandom } from '../corpus/random.ts';
import { randomEdit } from './random-edits.ts';

const EDITS = Number(process.env.DAFU_TEST_EDITS ?? '50');
const SEED = process.env.DAFU_TEST_SEED ?? '1';

const work = mkdtempSync(path.join(tmpdir(), 'dafu-incremental-'));
const root = path.join(work, 'root');
const program = path.join(work, 'program');
const random = seededRandom(SEED, 'incremental');

const build = (of: string) =>
  execFileSync(
    process.execPath,
    [path.join(program, 'src/cli/main.ts'), 'build', '--root', of, '--today', '2026-01-05'],
    {
      cwd: program,
      encoding: 'utf8',
    },
  );
const hashes = (of: string) =>
  new Map([...outputFiles(path.join(of, 'dist'))].map(([file, { hash }]): [string, string] => [file, hash]));

beforeAll(() => {
  copyProgram(program);
  const writer = path.resolve(import.meta.dirname, '../corpus/write.ts');
  execFileSync(process.execPath, [writer, '--replies', '24', '--seed', SEED, '--out', root]);
  build(root);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

test(`after each of ${EDITS} random edits, the incremental build is the full build, byte for byte`, () => {
  for (let edit = 1; edit <= EDITS; edit += 1) {
    const made = `edit ${edit}, ${randomEdit({ root, program, random })}`;
    build(root);
    const fresh = path.join(work, 'fresh');
    cpSync(root, fresh, { recursive: true, filter: (source) => !/\/(?:\.dafu|dist)$/.test(source) });
    build(fresh);
    expect(hashes(root), made).toEqual(hashes(fresh));
    rmSync(fresh, { recursive: true });
  }
});
