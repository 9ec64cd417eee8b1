import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { letter } from '../import/letters.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
let root: string;

/** Runs `dafu` as staff do, with nobody at a terminal. */
function dafu(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args, '--root', root, '--lang', 'zh'], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { status, stdout, stderr };
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'dafu-commands-'));
  mkdirSync(join(root, 'content'));
  writeFileSync(
    join(root, 'content', 'site.yaml'),
    'address: https://sample.example\nofficial: false\nlanguages: [zh]\nissuer: { zh: 样例市虚构事务局, en: Sample Bureau }\nname: { zh: 样例, en: Sample }\ndescription: { zh: 样例, en: Sample }\n',
  );
  writeFileSync(join(root, 'letter.md'), letter('您提出的《关于样例的建议》收悉。现答复如下。'));
  writeFileSync(join(root, 'letter.ofd'), 'ofd');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the commands that make content', () => {
  it('import says what it wrote, what it changed and what to do, and exits 0', () => {
    const { status, stdout } = dafu('import', join(root, 'letter.md'));
    expect(status).toBe(0);
    expect(stdout).toContain('已写入：content/replies/yangshihan-2031-7/zh.mdx');
    expect(stdout).toContain('个字符全部在导入结果或上面的清单里');
    expect(stdout).toContain('没有要补充或核对的问题。');
  });

  it.each([
    ['a reply that is there', ['import', 'letter.md'], 1, '已经存在'],
    ['a format that it cannot read', ['import', 'letter.ofd'], 1, 'import-format'],
    ['a file that is not there', ['import', 'nothing.md'], 2, '文件不存在'],
  ])('import refuses %s', (_label, [command = '', file = ''], exit, message) => {
    const { status, stderr } = dafu(command, join(root, file));
    expect(status).toBe(exit);
    expect(stderr).toContain(message);
  });

  it.each([
    ['what new needs', ['new', 'term', '--id', 'a'], '--zh'],
    ['what new can make', ['new', 'letter'], 'reply, report, dataset'],
    ['what translate needs', ['translate', '1999-1'], '没有这件答复'],
    ['a flag that there is not', ['inbox', '--everything'], '没有“--everything”这个选项'],
  ])('typed wrongly, they name %s and exit 2', (_label, args, message) => {
    const { status, stderr } = dafu(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
