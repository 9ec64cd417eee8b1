import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { changedReplies } from '../../../src/intake/proof/approve.ts';

const SITE = `address: https://sample.example
official: false
languages: [zh]
issuer: { zh: 样例局, en: Sample }
name: { zh: 样例, en: Sample }
description: { zh: 样例, en: Sample }
`;

let root: string;
const git = (...parameters: string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@sample.example', ...parameters], {
    cwd: root,
    encoding: 'utf8',
  }).trim();
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const commit = () => {
  git('add', '--all');
  git('commit', '-q', '-m', 'a change');
  return git('rev-parse', 'HEAD');
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dafu-changed-'));
  put('content/site.yaml', SITE);
  for (const name of ['2024-1', '2024-2', '2024-3', 'canals/2024-4'])
    put(`content/replies/${name}/zh.mdx`, `---\ntitle: 答复\n---\n\n${name}\n`);
  git('init', '-q', '-b', 'main');
  commit();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('are those whose folder holds something else, committed or not', () => {
  git('checkout', '-q', '-b', 'change');
  put('content/replies/2024-2/zh.mdx', '---\ntitle: 答复\n---\n\n改过。\n');
  put('content/replies/canals/2024-4/table.pdf', '%PDF');
  commit();
  put('content/replies/2024-9/zh.mdx', '---\ntitle: 答复\n---\n\n新的。\n');
  expect(changedReplies(root, 'main')).toEqual(['2024-2', '2024-9', 'canals-2024-4']);
});

it('are not those that changed on the other side meanwhile', () => {
  git('checkout', '-q', '-b', 'change');
  put('content/replies/2024-1/zh.mdx', '---\ntitle: 答复\n---\n\n改过。\n');
  commit();
  git('checkout', '-q', 'main');
  put('content/replies/2024-2/zh.mdx', '---\ntitle: 答复\n---\n\n另改。\n');
  commit();
  git('checkout', '-q', 'change');
  expect(changedReplies(root, 'main')).toEqual(['2024-1']);
});

it('are also those that were approved and are another text now', () => {
  rmSync(join(root, 'content'), { recursive: true });
  cpSync(resolve(import.meta.dirname, '../../rules/sample'), root, { recursive: true });
  appendFileSync(join(root, 'content/site.yaml'), 'requireApproval: [审核人]\n');
  put(
    'content/replies/2024-7/approval.yaml',
    `approvals: [{ role: 审核人, date: 2024-02-03, sheet: ${'a'.repeat(64)} }]\n`,
  );
  const before = commit();
  expect(changedReplies(root, before)).toEqual(['2024-7']);
});

it.each(['no-such-branch', '--output=/tmp/x', ''])('are unknown where git knows no commit %j', (name) => {
  expect(changedReplies(root, name)).toBeUndefined();
});
