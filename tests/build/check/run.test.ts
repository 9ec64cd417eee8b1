import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CheckRequest, runCheck } from '../../../src/build/check/run.ts';
import { CASES, SAMPLE, temporaryRoot } from '../../faults/root.ts';

/** What `dafu check` says of the sample with a case of faults laid over it, and its exit code. */
async function check(root: string, request: Partial<CheckRequest> = {}) {
  let said = '';
  const defaults = { today: '2026-01-01', language: 'zh', format: 'pretty', fix: false, paths: [] } as const;
  const exit = await runCheck({ root, ...defaults, ...request }, (text) => {
    said += text;
  });
  return { said, exit };
}

const faulty = (name: string) => temporaryRoot(SAMPLE, join(CASES, name));

describe('dafu check', () => {
  it('shows each finding with its place, the line with the place marked, and how to fix it', async () => {
    using site = faulty('5-folder-number-date');
    const { said, exit } = await check(site.root);
    expect(exit).toBe(1);
    expect(said).toContain(
      [
        'content/replies/2024-7/zh.mdx:2:9  错误  folder-number-mismatch  文件夹是“2024-7”，发文字号“〔2023〕8号”对应的却是“2023-8”',
        '    2 | number: "〔2023〕8号"',
        '                ^',
        '    办法: 请核对发文字号，或把文件夹改名为“2023-8”',
      ].join('\n'),
    );
    expect(said).toMatch(/错误 3 个，警告 2 个。\n有错误时不会发布任何内容；请改好后再提交。\n$/);
  });

  it('says so where nothing is wrong, and ends with 0', async () => {
    using site = temporaryRoot(SAMPLE);
    const { said, exit } = await check(site.root);
    expect(exit).toBe(0);
    expect(said).toMatch(/检查了 5 个文件，没有问题。\n$/);
  });

  it('ends with 0 where there are warnings only', async () => {
    using site = faulty('6-glossary-and-stale');
    const { said, exit } = await check(site.root, { language: 'en' });
    expect(exit).toBe(0);
    expect(said).toContain('content/replies/2024-7/en.mdx:12:1  warning  glossary-term  “村级机井” is not rendered as');
    expect(said).toContain('    hint: use the rendering of the glossary');
  });

  it('lists what was set aside, with the reason', async () => {
    using site = faulty('6-waived');
    expect((await check(site.root)).said).toMatch(/numbers-disagree .*\n +理由: \S+/);
  });

  it('gives both languages as JSON', async () => {
    using site = faulty('4-gbk');
    const { said, exit } = await check(site.root, { format: 'json' });
    expect(exit).toBe(1);
    expect(JSON.parse(said)).toMatchObject({
      findings: [
        {
          rule: 'not-utf8',
          severity: 'error',
          place: { file: 'content/replies/2024-7/zh.mdx', line: 2, column: 10 },
          message: { zh: '文件是以 GBK 编码保存的，不是 UTF-8', en: 'the file was saved as GBK, not UTF-8' },
        },
      ],
      waived: [],
    });
  });

  it('gives workflow commands that a forge shows beside the line', async () => {
    using site = faulty('4-gbk');
    const { said } = await check(site.root, { format: 'github' });
    expect(said).toMatch(
      /^::error file=[^,:]*content\/replies\/2024-7\/zh\.mdx,line=2,col=10,title=not-utf8::文件是以 GBK 编码保存的，不是 UTF-8%0A/,
    );
  });

  it.each([
    ['a file', 'content/replies/2024-7/zh.mdx', 1],
    ['a folder below the root, though the working folder has one of that name', 'content/replies', 1],
    ['another folder', 'data', 0],
  ])('tells only of the paths that are asked for: %s', async (_, path, exit) => {
    using site = faulty('5-folder-number-date');
    expect((await check(site.root, { paths: [path] })).exit).toBe(exit);
    expect((await check(site.root, { paths: [join(site.root, path)] })).exit).toBe(exit);
  });

  it.each(['content/nothing', '/etc'])('refuses the path %s, which is not below the root', async (path) => {
    using site = temporaryRoot(SAMPLE);
    await expect(check(site.root, { paths: [path] })).rejects.toThrow();
  });

  it('fixes byte order marks and line endings, and follows no link', async () => {
    using site = faulty('4-bom-crlf');
    symlinkSync('/etc/hostname', join(site.root, 'data/other.json'));
    const { said } = await check(site.root, { fix: true });
    expect(said).toContain('content/replies/2024-7/zh.mdx');
    rmSync(join(site.root, 'data/other.json'));
    expect(readFileSync(join(site.root, 'content/replies/2024-7/zh.mdx'), 'utf8')).toBe(
      readFileSync(join(SAMPLE, 'content/replies/2024-7/zh.mdx'), 'utf8'),
    );
    expect((await check(site.root)).exit).toBe(0);
  });
});
