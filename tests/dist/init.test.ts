import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../..');
/** Beside the program, under a path that begins with the program's own: such a root once found no packages. */
const folder = mkdtempSync(`${PROJECT}-new-site-`);
afterAll(() => rmSync(folder, { recursive: true }));

const dafu = (...parameters: string[]) =>
  spawnSync(process.execPath, ['src/cli/main.ts', ...parameters, '--lang', 'en'], { cwd: PROJECT, encoding: 'utf8' });

/** A made-up bureau, in one language and in two. */
const ISSUER = ['--issuer', '青溪县水务局'];

describe.each([
  ['in Chinese only', 'zh', ISSUER, ['zh/index.html', 'zh/feed.xml'], ['en/index.html']],
  [
    'in both languages',
    'both',
    [...ISSUER, '--issuer-en', 'Qingxi County Water Bureau'],
    ['zh/index.html', 'en/index.html'],
    [],
  ],
] as const)('a new site %s', (_languages, name, flags, there, absent) => {
  const root = join(folder, name);

  it('is made, and builds as it is', () => {
    const made = dafu('init', root, ...flags);
    expect(made.stderr).toBe('');
    expect(made.status).toBe(0);
    const built = dafu('build', '--root', root, '--today', '2031-05-01');
    expect(built.stderr).toBe('');
    expect(built.status).toBe(0);
    const dist = join(root, 'dist');
    expect(there.filter((file) => !existsSync(join(dist, file)))).toEqual([]);
    expect(absent.filter((file) => existsSync(join(dist, file)))).toEqual([]);
    expect(readFileSync(join(dist, 'zh/index.html'), 'utf8')).toContain('青溪县水务局答复公开');
    const page = (path: string) => readFileSync(join(dist, path, 'index.html'), 'utf8');
    expect(page('zh')).not.toMatch(/关键数字|id="topics"/);
    for (const list of ['zh/replies', 'zh/data', 'zh/reports', 'zh/commitments'])
      expect(page(list)).toContain('本站还没有公布这类内容。');
  }, 180_000);
});

describe('dafu init', () => {
  it('never writes into a folder that holds something', () => {
    const root = join(folder, 'taken');
    mkdirSync(root);
    writeFileSync(join(root, 'letter.txt'), 'kept');
    const refused = dafu('init', root, ...ISSUER);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('holds something already');
    expect(existsSync(join(root, 'content'))).toBe(false);
  });
});
