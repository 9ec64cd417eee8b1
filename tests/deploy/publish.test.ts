import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commitAll, git } from '../git.ts';

const SCRIPT = resolve(import.meta.dirname, '../../deploy/publish.sh');
const RELEASE = 'run --silent dafu -- release --address https://replies.gov.cn';
const INSTALL = 'ci --ignore-scripts --silent';

let folder: string;
const at = (...names: string[]) => join(folder, ...names);

/** Commits to the forge from a desk of its own. */
function commit(name: string, text: string): void {
  writeFileSync(at('desk', name), text);
  commitAll(at('desk'));
  git(at('desk'), 'push', '-q', 'origin', 'HEAD:main');
}

/** A forge, a clone of it that serves, and an `npm` that writes down what it is asked for. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-publish-'));
  git(folder, 'init', '-q', '--bare', '-b', 'main', 'forge.git');
  git(folder, 'clone', '-q', 'forge.git', 'desk');
  mkdirSync(at('desk/deploy'));
  cpSync(SCRIPT, at('desk/deploy/publish.sh'));
  writeFileSync(at('desk/.gitignore'), 'node_modules/\n');
  commit('package-lock.json', '1');
  git(folder, 'clone', '-q', 'forge.git', 'site');
  mkdirSync(at('bin'));
  writeFileSync(
    at('bin/npm'),
    `#!/bin/sh\necho "$@" >> '${at('asked.txt')}'\n[ "$1" = ci ] && rm -rf node_modules && mkdir node_modules\nexit \${STATUS:-0}\n`,
  );
  chmodSync(at('bin/npm'), 0o755);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the script, and gives how it ended and what it asked npm for. */
function publish(environment: Readonly<Record<string, string>> = { ADDRESS: 'https://replies.gov.cn' }) {
  rmSync(at('asked.txt'), { force: true });
  const { PATH = '' } = process.env;
  const { status } = spawnSync(at('site/deploy/publish.sh'), {
    env: { PATH: `${at('bin')}:${PATH}`, ...environment },
    stdio: 'ignore',
  });
  const asked = existsSync(at('asked.txt')) ? readFileSync(at('asked.txt'), 'utf8').trimEnd().split('\n') : [];
  return { status, asked };
}

describe('deploy/publish.sh', () => {
  it('installs, then releases; later on it installs only what another lockfile names', () => {
    expect(publish()).toEqual({ status: 0, asked: [INSTALL, RELEASE] });
    commit('reply.mdx', 'text');
    expect(publish()).toEqual({ status: 0, asked: [RELEASE] });
    expect(existsSync(at('site/reply.mdx'))).toBe(true);
    commit('package-lock.json', '2');
    expect(publish().asked).toEqual([INSTALL, RELEASE]);
  });

  it('signs where a key is named', () => {
    const { asked } = publish({ ADDRESS: 'https://replies.gov.cn', KEY: '/etc/dafu/minisign.key' });
    expect(asked.at(-1)).toBe(`${RELEASE} --key /etc/dafu/minisign.key`);
  });

  it('begins an installation again that did not succeed, and releases nothing before', () => {
    expect(publish({ ADDRESS: 'https://replies.gov.cn', STATUS: '1' })).toEqual({ status: 1, asked: [INSTALL] });
    expect(publish().asked).toEqual([INSTALL, RELEASE]);
  });

  it('goes on with itself as it was when a commit changes it', () => {
    const script = readFileSync(SCRIPT, 'utf8');
    commit('deploy/publish.sh', script.replace('publish() {', `${'# longer\n'.repeat(500)}publish() {\n  exit 7`));
    expect(publish()).toEqual({ status: 0, asked: [INSTALL, RELEASE] });
    expect(publish().status).toBe(7);
  });

  it.each([
    ['the address is not given', () => {}, {}],
    [
      'the clone has commits of its own',
      () => {
        git(at('site'), 'commit', '-q', '--allow-empty', '-m', 'mine');
        commit('reply.mdx', 'text');
      },
      { ADDRESS: 'https://replies.gov.cn' },
    ],
    ['the forge is away', () => rmSync(at('forge.git'), { recursive: true }), { ADDRESS: 'https://replies.gov.cn' }],
  ])('fails, and releases nothing, where %s', (_, disturb, environment) => {
    disturb();
    const { status, asked } = publish(environment);
    expect(status).not.toBe(0);
    expect(asked).not.toContain(RELEASE);
  });
});
