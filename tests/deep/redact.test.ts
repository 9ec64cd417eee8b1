import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { finderOf } from '../../src/release/redaction/occurrences.ts';
import { searchFolder } from '../../src/release/redaction/search.ts';
import { copyOfBureau, dafu } from '../dafu.ts';
import { change, RELEASE, served, servesWhole } from './releases.ts';

/** Reserved, and nobody's. */
const MOBILE = '13800138000';

/** A number slipped out in two releases, and is masked. */
describe('what slipped out', () => {
  const root = copyOfBureau();
  afterAll(() => rmSync(root, { recursive: true }));
  const edit = (file: string, from: string, to: string) => {
    const full = join(root, file);
    writeFileSync(full, readFileSync(full, 'utf8').replace(from, to));
  };
  const held = async () => (await searchFolder(join(root, 'releases'), finderOf(MOBILE))).found;

  test('stands in pages, feeds, search, interface and quotations before', async () => {
    edit('content/replies/2024-7/zh.mdx', '感谢您对水务工作的关心。', '感谢您对水务工作的关心。电话138 0013 8000。');
    edit('content/replies/2024-7/zh.mdx', 'topics:', 'waivers: [{ rule: personal-mobile, reason: 误放 }]\ntopics:');
    edit('content/replies/2024-7/en.mdx', 'interest in our work.', 'interest in our work. Telephone 138 0013 8000.');
    for (const mark of [1, 2]) {
      change(root, mark);
      expect(await dafu([...RELEASE, '--root', root, '--record'])).toMatchObject({ code: 0 });
    }
    for (const part of [/^1-.*feed\.xml$/, /^2-.*index\.html$/, /pf_fragment$/, /api\/v1/, /verify\/parts/])
      expect((await held()).filter((file) => part.test(file))).not.toEqual([]);
  });

  test('is gone from all of them after, and what is served is whole', async () => {
    const asked = [
      '2024-7',
      '--root',
      root,
      '--text',
      MOBILE,
      '--why',
      '误放',
      '--why-en',
      'by mistake',
      '--lang',
      'en',
    ];
    const { code, output } = await dafu(['redact', ...asked, '--today', '2026-11-23']);
    expect([code, output]).toEqual([0, expect.stringContaining('Proven gone')]);
    expect(await held()).toEqual([]);
    expect(output).toContain('https://replies.gov.cn/zh/replies/2024-7/');
    expect(output).not.toContain(MOBILE);
    expect([served(root), await servesWhole(root)]).toEqual([expect.stringMatching(/^3-/), true]);
    const page = readFileSync(join(root, 'releases/current/en/replies/2024-7/index.html'), 'utf8');
    expect(page).toContain('Personal information masked');
    expect(page).toContain('138 **** 8000');
  });
});
