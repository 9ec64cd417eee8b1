import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, inject, it } from 'vitest';
import type { ReplyJson } from '../../../src/formats/api/reply.ts';
import { needsProgram } from '../../outside.ts';

const commandsOn = (locale: string) => {
  const page = parseDocument(readFileSync(join(inject('dist'), locale, 'developers/index.html'), 'utf8'));
  return DomUtils.getElementsByTagName('pre', page).map(DomUtils.textContent);
};

/** Runs a command of the page as it stands, but for the site's address, which is that of the served one, and without the machine's own settings; gives what it prints. */
function run(command: string, folder?: string): string {
  const own = command.replaceAll('https://dafu.example/', inject('address'));
  expect(own).not.toBe(command);
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', own], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    cwd: folder,
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

describe.each([
  ['zh', '超过当年计划'],
  ['en', 'more than planned for the year'],
])('the commands of the page in %s', (locale, words) => {
  const reply: ReplyJson = JSON.parse(readFileSync(join(inject('dist'), 'api/v1/replies/2026-3.json'), 'utf8'));
  const expected = [
    ['list the replies', '[2025] 86号 关于市九届人大三次会议第62号建议的答复\n'],
    ['give the last paragraph', `${reply.blocks.at(-1)?.zh}\n`],
    ['give the SHA-256 that the interface gives', `${reply.hashes.zh}  -\n`],
    ['give the text', words],
    ['copy all replies', ''],
    ['list the values of a dataset', '"2025-12-31","900","count"\n'],
    ['list all replies out of one file', '2025-05-06\t关于市九届人大三次会议第62号建议的答复\n'],
    ['list the rows of a dataset out of all data', ',900,count,'],
    ['take a text out of the archive', words],
  ] as const;
  const commands = commandsOn(locale);

  it('are so many', () => {
    expect(commands).toHaveLength(expected.length);
  });

  it.for(expected.flatMap((row, index) => (row[1] === '' ? [] : [[...row, commands[index] ?? ''] as const])))(
    '%s',
    ([_what, part, command], context) => {
      for (const program of ['curl', 'jq']) needsProgram(context, program);
      expect(run(command)).toContain(part);
    },
  );

  it('keep a copy that is as the site is, whatever it was', (context) => {
    for (const program of ['curl', 'jq']) needsProgram(context, program);
    const copying = commands.find((command) => command.includes('changes.json')) ?? '';
    const folder = mkdtempSync(join(tmpdir(), 'dafu-copy-'));
    const api = join(inject('dist'), 'api/v1');
    const copied = () => readdirSync(folder).filter((file) => file !== 'page.json');
    try {
      run(copying, folder);
      expect(copied().sort()).toEqual(readdirSync(join(api, 'replies')).sort());
      // What was changed, or is missing, is fetched again, and nothing else.
      const [changed = '', missing = '', ...others] = copied();
      writeFileSync(join(folder, changed), '{}');
      rmSync(join(folder, missing));
      for (const file of others) utimesSync(join(folder, file), 1, 1);
      run(copying, folder);
      for (const file of copied())
        expect([file, readFileSync(join(folder, file))]).toEqual([file, readFileSync(join(api, 'replies', file))]);
      expect(others.filter((file) => statSync(join(folder, file)).mtimeMs !== 1000)).toEqual([]);
      expect(copied()).toHaveLength(others.length + 2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
