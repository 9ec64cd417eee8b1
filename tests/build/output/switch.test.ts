import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  linkedName,
  lockFolder,
  nextFolder,
  repairFolder,
  standing,
  switchFolder,
  switchLink,
} from '../../../src/build/output/switch.ts';
import { keepFiles, listReleases, nextReleaseName, sweepReleases } from '../../../src/release/releases.ts';
import { writeFileAndFolders } from '../../../src/system/files.ts';
import { CommandError } from '../../../src/terminal/failures.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-output-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (...parts: readonly string[]) => join(folder, ...parts);
const put = (name: string, text: string) => writeFileAndFolders(at(name), text);

describe('the lock', () => {
  test('is one process’s at a time, and free again after it', () => {
    const held = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(CommandError);
    expect(() => lockFolder(folder, 20)).toThrow(CommandError);
    held[Symbol.dispose]();
    lockFolder(folder)[Symbol.dispose]();
  });

  test('is waited for, where that is asked for', async () => {
    const lock = `import { lockFolder } from '${resolve(import.meta.dirname, '../../../src/build/output/switch.ts')}';`;
    const run = (script: string) =>
      spawn(process.execPath, ['--input-type=module', '-e', lock + script, folder], {
        stdio: ['pipe', 'pipe', 'inherit'],
      });
    const holder = run(
      `const held = lockFolder(process.argv[1]); console.log('held'); process.stdin.on('data', () => held);`,
    );
    await once(holder.stdout, 'data');
    const waiter = run(`console.log('waits'); lockFolder(process.argv[1], 60000); console.log('held');`);
    let said = '';
    waiter.stdout.on('data', (part: Buffer) => {
      said += part.toString();
    });
    await once(waiter.stdout, 'data');
    expect(said).toBe('waits\n');
    holder.kill('SIGKILL');
    expect(await once(waiter, 'close')).toEqual([0, null]);
    expect(said).toBe('waits\nheld\n');
  });
});

describe('a link', () => {
  test('is switched from one folder to another, never gone between', () => {
    for (const name of ['1', '2']) put(`${name}/a`, name);
    for (const name of ['1', '2', '1']) {
      switchLink(at('current'), at(name));
      expect([linkedName(at('current')), readFileSync(at('current/a'), 'utf8')]).toEqual([name, name]);
    }
  });

  test('left half made by a killed run is put right', () => {
    put('1/a', '1');
    symlinkSync('nowhere', at('.current.next-link'));
    repairFolder(at('current'));
    switchLink(at('current'), at('1'));
    expect(readdirSync(folder).sort()).toEqual(['1', 'current']);
  });
});

describe('a plain folder', () => {
  test('takes the place of the one before', () => {
    put('site/a', 'old');
    put('.site.next/a', 'new');
    switchFolder(at('site'), nextFolder(at('site')));
    expect([readFileSync(at('site/a'), 'utf8'), readdirSync(folder)]).toEqual(['new', ['site']]);
  });

  test('that a killed run had moved aside comes back', () => {
    put('.site.previous/a', 'old');
    repairFolder(at('site'));
    expect([readFileSync(at('site/a'), 'utf8'), readdirSync(folder)]).toEqual(['old', ['site']]);
  });

  test('that a killed run had replaced already stays, and the old one goes', () => {
    put('site/a', 'new');
    put('.site.previous/a', 'old');
    repairFolder(at('site'));
    expect([readFileSync(at('site/a'), 'utf8'), readdirSync(folder)]).toEqual(['new', ['site']]);
  });

  test('is not made of a file that somebody put there', () => {
    put('site', 'mine');
    expect(() => standing(at('site'))).toThrow(CommandError);
  });
});

describe('releases', () => {
  const release = (number: number) => `${number}-${String(number).repeat(12)}`;
  beforeEach(() => {
    for (const number of [1, 2, 3]) {
      put(`${release(number)}/assets/all.css`, 'same');
      put(`${release(number)}/assets/only-${number}.css`, String(number));
      put(`${release(number)}/zh/index.html`, String(number));
      keepFiles(folder, release(number));
    }
    put('notes.txt', 'not a release');
  });

  test('are listed by number, and the next is numbered after them', () => {
    put(`${10}-${'a'.repeat(12)}/x`, '');
    expect(listReleases(folder).at(-1)).toMatch(/^10-/);
    expect(nextReleaseName(folder, 'f'.repeat(64))).toBe(`11-${'f'.repeat(12)}`);
  });

  test('keep their hashed files served, as links, and no pages', () => {
    expect(readdirSync(at('kept')).sort()).toEqual(['assets']);
    expect(readdirSync(at('kept/assets')).sort()).toEqual(['all.css', 'only-1.css', 'only-2.css', 'only-3.css']);
    expect(lstatSync(at('kept/assets/only-1.css')).nlink).toBe(2);
  });

  test('beyond those to keep go with their hashed files; the served one never', () => {
    sweepReleases(folder, 1, release(1));
    expect(listReleases(folder)).toEqual([release(1), release(3)]);
    expect(readdirSync(at('kept/assets')).sort()).toEqual(['all.css', 'only-1.css', 'only-3.css']);
    expect(existsSync(at('notes.txt'))).toBe(true);
  });
});
