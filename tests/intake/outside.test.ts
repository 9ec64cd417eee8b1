import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SiteError } from '../../src/errors.ts';
import { readSource } from '../../src/import/read-source.ts';
import { importReply } from '../../src/import/reply.ts';
import { findOffice, OUTSIDE, pdfPages, toDocx } from '../../src/intake/outside.ts';
import { bodyOf, siteOf } from '../import/letters.ts';
import { pdfFile, pdfOfLetter } from '../import/pdf-file.ts';
import { needsProgram } from '../outside.ts';

const FIXTURES = join(import.meta.dirname, '../import/fixtures');

/** The rule of the one finding with which something is refused, and its words. */
async function refusal(promise: Promise<unknown>): Promise<{ rule: string; zh: string }> {
  const error = await promise.catch((reason: unknown) => reason);
  if (!(error instanceof SiteError)) throw error;
  const [{ rule, message, hint } = { rule: '', message: { zh: '' }, hint: { zh: '' } }] = error.findings;
  return { rule, zh: `${message.zh} ${hint.zh}` };
}

const letter = [
  '^关于县十七届人大四次会议第42号建议的答复',
  '吴某某代表：',
  '您的建议收悉，现答复如下。',
  '>青禾县水务局',
  '>2024年6月25日',
];

describe('a PDF', () => {
  it('is read by a process of its own', async () => {
    const pages = await pdfPages(pdfOfLetter(letter), 'a.pdf');
    expect(pages).toHaveLength(1);
    expect(pages[0]?.words.map(({ text }) => text)).toContain('吴某某代表：');
  });

  it.each([
    ['that is broken', new TextEncoder().encode('%PDF-1.7 broken'), 'pdf-broken'],
    ['of too many pages', pdfFile(Array.from({ length: 201 }, () => [])), 'pdf-too-long'],
  ])('%s is refused', async (_label, bytes, rule) => {
    expect((await refusal(pdfPages(bytes, 'a.pdf'))).rule).toBe(rule);
  });

  it.each([
    ['time', { milliseconds: 1, megabytes: 2000 }, '时间太长'],
    ['memory', { milliseconds: 60_000, megabytes: 1 }, '内存太多'],
  ])('that takes too much %s is stopped, and the reason given', async (_what, limits, words) => {
    const { rule, zh } = await refusal(pdfPages(pdfOfLetter(letter), 'a.pdf', limits));
    expect(rule).toBe('import-limits');
    expect(zh).toContain(words);
  });
});

describe('an old format', () => {
  let folder: string;
  const program = (name: string, script: string): string => {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dafu-outside-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is refused in one sentence where LibreOffice is not installed', async () => {
    expect(findOffice({ PATH: folder })).toBeUndefined();
    const { rule, zh } = await refusal(toDocx(new Uint8Array(8), '旧稿.doc', { office: findOffice({ PATH: folder }) }));
    expect(rule).toBe('import-office');
    expect(zh).toContain('.docx');
  });

  it.each([
    ['takes too long', 'sleep 60', { milliseconds: 200, megabytes: 500 }, '时间太长'],
    [
      'takes too much memory',
      'exec node -e "const a = []; for (;;) a.push(Buffer.alloc(1e7, 1))"',
      { milliseconds: 30_000, megabytes: 120 },
      '内存太多',
    ],
    ['gives nothing', 'exit 1', { milliseconds: 30_000, megabytes: 500 }, '中途退出'],
  ])('is refused where the program that converts it %s', async (_what, script, limits, words) => {
    const office = program('office', script);
    const { rule, zh } = await refusal(toDocx(new Uint8Array(8), 'a.doc', { office, limits }));
    expect(rule).toBe('import-limits');
    expect(zh).toContain(words);
  });

  it('is converted with settings that run no macro and fetch nothing', async () => {
    const office = program(
      'spy',
      'cat "$HOME/profile/user/registrymodifications.xcu" > "$HOME/out.txt"; mkdir "$HOME/out"; cp "$HOME/out.txt" "$HOME/out/letter0.docx"',
    );
    const settings = new TextDecoder().decode(await toDocx(new Uint8Array(8), 'a.doc', { office }));
    expect(settings).toMatch(/DisableMacrosExecution[^\n]*true/);
    expect(settings).toMatch(/BlockUntrustedRefererLinks[^\n]*true/);
  });

  it.for(['letter.doc', 'letter.wps', 'letter.docx'])(
    'is read by LibreOffice, where it is installed: %s',
    async (name, context) => {
      needsProgram(context, 'soffice');
      // The same bytes: by them WPS and a misnamed .docx are Word's own old format.
      const bytes = readFileSync(join(FIXTURES, 'letter.doc'));
      const reply = importReply(await readSource(bytes, name, { outside: OUTSIDE }), {
        file: name,
        site: siteOf('青禾县水务局'),
      });
      expect(reply.record).toMatchObject({
        number: '青水函〔2009〕8号',
        date: '2009-07-04',
        masthead: '青禾县水务局文件',
      });
      expect(bodyOf(reply)).toEqual([
        'addressee 吴某某代表：',
        'paragraph 您提出的《关于修缮北渠的建议》收悉，现答复如下：',
        'h1 一、基本情况',
        'paragraph 北渠全长9公里。',
        'table 河段 长度 上游 3 下游 6',
        'h1 二、下一步打算',
        'paragraph 今年完成修缮。',
      ]);
    },
  );
});
