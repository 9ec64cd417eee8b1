import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dafu } from '../dafu.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-cli-'));
  mkdirSync(join(folder, 'empty'));
  mkdirSync(join(folder, 'root/content'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const COMMANDS = [
  ...['build', 'serve', 'dev', 'check', 'rules', 'audit', 'import', 'inbox', 'proof', 'translate', 'pdf', 'release'],
  ...[
    'rollback',
    'redact',
    'record',
    'sign',
    'verify',
    'server-config',
    'init',
    'new',
    'codeowners',
    'schemas',
    'bundle',
  ],
];

describe('help', () => {
  test('names every command', async () => {
    const { code, output } = await dafu(['--help']);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(output).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
  });

  test.each(COMMANDS)('of %s tells its options, in both languages', async (command) => {
    const [english, chinese] = await Promise.all([
      dafu([command, '--help']),
      dafu([command, '--help', '--lang', 'zh']),
    ]);
    expect([english.code, chinese.code]).toEqual([0, 0]);
    expect(english.output).toContain('show help');
    expect(chinese.output).toContain('显示帮助');
    expect(chinese.output).not.toMatch(/^(?:Usage|Arguments|Options|Commands):|\(default: /m);
  });

  test('follows the locale', async () => {
    expect((await dafu(['--help'], { environment: { LC_ALL: 'zh_CN.UTF-8' } })).output).toContain('静态网站');
  });
});

describe('what was typed wrongly exits 2 and says what', () => {
  test.each([
    ['no command at all', [], 'Usage'],
    ['an unknown command', ['publish'], "unknown command 'publish'"],
    ['an unknown option', ['build', '--fast'], "unknown option '--fast'"],
    ['a language that is none', ['build', '--lang', 'fr'], '--lang can only be zh or en: fr'],
    ['an unknown command, in Chinese', ['--lang', 'zh', 'bild'], '没有“bild”这条命令\n（是不是 build？）'],
    ['an unknown option, in Chinese', ['build', '--fast', '--lang', 'zh'], '没有“--fast”这个选项'],
    ['a missing argument, in Chinese', ['import', '--lang', 'zh'], '缺少参数 <file>'],
    ['an option without its value, in Chinese', ['build', '--lang', 'zh', '--out'], '选项 --out <folder> 后面缺少内容'],
    ['a missing option, in Chinese', ['redact', '2024-7', '--lang', 'zh'], '必须写明选项 --text <text>'],
    ['arguments too many, in Chinese', ['audit', 'a', 'b', '--lang', 'zh'], '参数太多：a, b'],
    ['a choice that is none, in Chinese', ['new', 'song', '--lang', 'zh'], '参数 <kind> 不能是“song”'],
    ['a missing folder', ['build', '--root', '/nowhere'], '/nowhere'],
    ['a folder without content', ['build', '--root', 'EMPTY'], 'no content folder'],
    ['an impossible day', ['build', '--root', 'ROOT', '--today', '2024-02-30'], '2024-02-30'],
    ['an address with a path', ['build', '--root', 'ROOT', '--address', 'https://a.cn/x'], 'https://a.cn/x'],
    ['an address without encryption', ['build', '--root', 'ROOT', '--address', 'http://a.cn'], 'http://a.cn'],
    [
      'an output that holds the content',
      ['build', '--root', 'ROOT', '--out', 'ROOT'],
      'must not be the content folder',
    ],
    [
      'an address with a user and a password',
      ['build', '--root', 'ROOT', '--address', 'https://me:word@a.cn'],
      'me:word',
    ],
    ['a port that is none', ['serve', '--root', 'ROOT', '--port', '99999'], '99999'],
    ['a site that was never built', ['serve', '--root', 'ROOT'], 'run build first'],
    ['no releases to keep', ['release', '--root', 'ROOT', '--keep', '0'], '--keep'],
    ['a release that is not there', ['rollback', '--root', 'ROOT', '--to', '7-0123456789ab'], '7-0123456789ab'],
    ['signing without a key', ['sign', '--root', 'ROOT'], '--key'],
    ['a key in the site', ['sign', '--root', 'ROOT', '--new-key', 'ROOT/key'], 'must not be in the repository'],
    ['a site that is a file', ['audit', '--root', 'ROOT', '/etc/hostname'], '/etc/hostname'],
    ['nothing to verify', ['verify', '/nowhere'], '/nowhere'],
  ])('%s', async (_, parameters, said) => {
    const real = parameters.map((each) =>
      each.replace(/^ROOT/, join(folder, 'root')).replace(/^EMPTY$/, join(folder, 'empty')),
    );
    const { code, output } = await dafu(real);
    expect([code, output]).toEqual([2, expect.stringContaining(said)]);
  });
});

test('a port that is taken is named, with what to do, and exits 1', async () => {
  writeFileSync(
    join(folder, 'root/content/site.yaml'),
    `address: https://example.org\nofficial: false\nlanguages: [zh]\nissuer: { zh: 甲局, en: Bureau }\nname: { zh: 甲, en: A }\ndescription: { zh: 甲, en: A }\n`,
  );
  mkdirSync(join(folder, 'root/dist'));
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  const { port } = server.address() as AddressInfo;
  const { code, output } = await dafu(['serve', '--root', join(folder, 'root')], {
    environment: { PORT: String(port) },
  });
  server.close();
  expect([code, output]).toEqual([1, expect.stringContaining(`Port ${port} is taken`)]);
});

test.each([
  ['a name that is too long', ['build', '--root', 'ROOT', '--out', 'a'.repeat(300)], 'ENAMETOOLONG'],
  ['an address that is none', ['serve', '--root', 'ROOT', '--port', '0', '--host', '999.1.1.1'], '999.1.1.1'],
])('what the system refuses is a sentence and no stack: %s', async (_, parameters, said) => {
  const { code, output } = await dafu(parameters.map((each) => each.replace(/^ROOT/, join(folder, 'root'))));
  expect([code, output]).toEqual([1, expect.stringContaining(said)]);
  expect(output).not.toMatch(/^ {4}at /m);
});
