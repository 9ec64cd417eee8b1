import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitAll, git } from '../git.ts';
import { ISSUER, letter } from '../import/letters.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const SITE = `address: https://sample.example
official: false
languages: [zh]
issuer: { zh: ${ISSUER}, en: Sample Bureau }
name: { zh: 样例, en: Sample }
description: { zh: 样例, en: Sample }
`;

let folder: string;
const at = (...names: string[]) => join(folder, ...names);
/** What the forge was asked for: push options, or the arguments of its program. */
const asked = () => (existsSync(at('asked.txt')) ? readFileSync(at('asked.txt'), 'utf8') : '');
const branches = () =>
  git(at('forge.git'), 'for-each-ref', '--format=%(refname)')
    .split('\n')
    .filter((name) => name !== '' && name !== 'refs/heads/main');

/** A forge that writes down what it is asked for: a bare repository with a hook, and a `gh` that only remembers. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-forge-'));
  git(folder, 'init', '-q', '--bare', '-b', 'main', 'forge.git');
  git(at('forge.git'), 'config', 'receive.advertisePushOptions', 'true');
  const hook = at('forge.git', 'hooks', 'pre-receive');
  writeFileSync(hook, `#!/bin/sh\nenv | grep '^GIT_PUSH_OPTION_[0-9]' | sort >> '${at('asked.txt')}'\nexit 0\n`);
  mkdirSync(at('bin'));
  writeFileSync(at('bin', 'gh'), `#!/bin/sh\nprintf '%s\\n' "$@" >> '${at('asked.txt')}'\n`);
  // Of what comes from a file curl is told the name.
  writeFileSync(
    at('bin', 'curl'),
    `#!/bin/sh\nfor one in "$@"; do case $one in *@/*) one="\${one%%@*}: $(cat "\${one#*@}")";; esac; echo "$one" >> '${at('asked.txt')}'; done\n`,
  );
  for (const program of [hook, at('bin', 'gh'), at('bin', 'curl')]) chmodSync(program, 0o755);
  for (const name of ['checkout/content', 'checkout/inbox', 'checkout/deploy'])
    mkdirSync(at(name), { recursive: true });
  writeFileSync(at('checkout', 'content', 'site.yaml'), SITE);
  writeFileSync(at('checkout', 'inbox', 'README.md'), '收件夹');
  cpSync(join(PROJECT, 'deploy/inbox.sh'), at('checkout', 'deploy', 'inbox.sh'));
  const program = `node '${join(PROJECT, 'src/cli/main.ts')}' "$@" --root .`;
  writeFileSync(at('checkout', 'dafu.sh'), `${program}\n`);
  writeFileSync(at('checkout', 'package.json'), JSON.stringify({ scripts: { dafu: 'sh dafu.sh' } }));
  git(folder, 'init', '-q', '-b', 'main', 'checkout');
  git(at('checkout'), 'remote', 'add', 'origin', at('forge.git'));
  commit('答复.md', letter('您提出的《关于样例的建议》收悉。现答复如下。').concat('\n(主动公开)\n'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function commit(name: string, text: string): void {
  writeFileSync(at('checkout', 'inbox', name), text);
  commitAll(at('checkout'));
  git(at('checkout'), 'push', '-q', 'origin', 'main');
}

const run = (forge: string) =>
  spawnSync('bash', [at('checkout', 'deploy', 'inbox.sh')], {
    encoding: 'utf8',
    env: {
      ...process.env,
      ...{ FORGE: forge, GITEE_USER: 'clerk', GITEE_TOKEN: 'a secret', PROOFS: at('proofs') },
      PATH: `${at('bin')}:${process.env['PATH']}`,
    },
  });

describe('deploy/inbox.sh', () => {
  it.each([
    ['none', /^refs\/heads\/inbox\/[0-9a-f]{12}$/, ''],
    [
      'github',
      /^refs\/heads\/inbox\//,
      /pr\ncreate\n--base\nmain\n--head\ninbox\/[0-9a-f]{12}\n--title\n导入收件夹的文稿/,
    ],
    [
      'gitlab',
      /^refs\/heads\/inbox\//,
      /=merge_request\.create\n.*=merge_request\.target=main\n.*=merge_request\.title=导入/,
    ],
    [
      'gitee',
      /^refs\/heads\/inbox\//,
      /https:\/\/gitee\.com\/api\/v5\/repos\/\S+\/forge\/pulls\n[\s\S]*access_token: a secret\n[\s\S]*head=inbox\/[0-9a-f]{12}\n[\s\S]*base=main\n[\s\S]*body: # 收件夹导入结果/,
    ],
    ['gitea', /^refs\/for\/main/, /=topic=inbox\/[0-9a-f]{12}\n.*=title=导入收件夹的文稿/],
  ])('proposes on %s what was uploaded, with its findings in Chinese', (forge, branch, request) => {
    const { status, stdout, stderr } = run(forge);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining('fatal') });
    expect(branches()).toEqual([expect.stringMatching(branch)]);
    expect(asked()).toMatch(request);
    const [ref = ''] = branches();
    const show = (what: string) => git(at('forge.git'), ...what.split(' '));
    expect(show(`show --format=%B --name-status ${ref}`)).toMatch(/content\/replies\/yangshihan-2031-7\/zh\.mdx/);
    expect(show(`log -1 --format=%B ${ref}`)).toContain('请补充或核对');
    expect(stdout).toContain('已导入');
    expect(readdirSync(at('proofs'))).toEqual(['yangshihan-2031-7.html']);
  });

  it('proposes the same thing once', () => {
    run('none');
    git(at('checkout'), 'checkout', '-q', 'main');
    run('none');
    expect(branches()).toHaveLength(1);
  });

  it('fails where a document was refused, and proposes the others', () => {
    commit('b.pdf', '%PDF-1.7');
    expect(run('none').status).toBe(1);
    expect(branches()).toHaveLength(1);
  });

  it('does nothing where nothing was uploaded', () => {
    rmSync(at('checkout', 'inbox', '答复.md'));
    commit('README.md', '收件夹（空）');
    const { status, stdout } = run('none');
    expect([status, branches().length]).toEqual([0, 0]);
    expect(stdout).toContain('收件夹是空的');
  });
});
