import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { changedReplies } from '../../../src/intake/proof/approve.ts';
import { writeFileAndFolders } from '../../../src/system/files.ts';
import { commitAll, git } from '../../git.ts';

const SITE = `address: https://sample.example
official: false
languages: [zh]
issuer: { zh: 样例局, en: Sample }
name: { zh: 样例, en: Sample }
description: { zh: 样例, en: Sample }
`;

let root: string;
const put = (path: string, text: string) => writeFileAndFolders(join(root, path), text);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dafu-changed-'));
  put('content/site.yaml', SITE);
  for (const name of ['2024-1', '2024-2', '2024-3', 'canals/2024-4'])
    put(`content/replies/${name}/zh.mdx`, `---\ntitle: 答复\n---\n\n${name}\n`);
  git(root, 'init', '-q', '-b', 'main');
  commitAll(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('are those whose folder holds something else, committed or not', () => {
  git(root, 'checkout', '-q', '-b', 'change');
  put('content/replies/2024-2/zh.mdx', '---\ntitle: 答复\n---\n\n改过。\n');
  put('content/replies/canals/2024-4/table.pdf', '%PDF');
  commitAll(root);
  put('content/replies/2024-9/zh.mdx', '---\ntitle: 答复\n---\n\n新的。\n');
  expect(changedReplies(root, 'main')).toEqual(['2024-2', '2024-9', 'canals-2024-4']);
});

it('are not those that changed on the other side meanwhile', () => {
  git(root, 'checkout', '-q', '-b', 'change');
  put('content/replies/2024-1/zh.mdx', '---\ntitle: 答复\n---\n\n改过。\n');
  commitAll(root);
  git(root, 'checkout', '-q', 'main');
  put('content/replies/2024-2/zh.mdx', '---\ntitle: 答复\n---\n\n另改。\n');
  commitAll(root);
  git(root, 'checkout', '-q', 'change');
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
  const before = commitAll(root);
  expect(changedReplies(root, before)).toEqual(['2024-7']);
});

it.each(['no-such-branch', '--output=/tmp/x', ''])('are unknown where git knows no commit %j', (name) => {
  expect(changedReplies(root, name)).toBeUndefined();
});
