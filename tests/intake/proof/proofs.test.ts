import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approve } from '../../../src/intake/proof/approve.ts';
import { makeProofs, type WrittenProof } from '../../../src/intake/proof/make-proofs.ts';
import { drawnRecords, readApprovals, sheetNumber } from '../../../src/reading/approvals.ts';
import { CommandError } from '../../../src/terminal/failures.ts';
import { copyOfBureau } from '../../dafu.ts';

const root = copyOfBureau();
const settings = join(root, 'content/site.yaml');
const DAY = '2026-11-26';
const request = { root, to: undefined, originals: new Map(), today: DAY, language: 'zh' as const };
let sheets: WrittenProof[] = [];
const sheet = (id: string) => readFileSync(join(root, 'proofs', `${id}.html`), 'utf8');

beforeAll(async () => {
  writeFileSync(settings, `${readFileSync(settings, 'utf8')}\nrequireApproval: [审核人, 分管领导]\n`);
  const original = {
    name: 'letter.txt',
    bytes: new TextEncoder().encode('虚水函〔2025〕12号\n\n丁丑代表：\n\n东河河道整治分三年实施。\n'),
  };
  sheets = await makeProofs({ ...request, ids: ['2025-12', '2025-86'], originals: new Map([['2025-12', original]]) });
});
afterAll(() => rmSync(root, { recursive: true }));

describe('a proof sheet', () => {
  it('shows the page as the site draws it, in every language, and nothing that leads or loads elsewhere', () => {
    const html = sheet('2025-86');
    expect(html.match(/<template shadowrootmode="open">/g)).toHaveLength(2);
    expect(html).toContain('class="letterhead-issuer"');
    const [, ...pages] = html.split('<template');
    for (const page of pages)
      expect(/<(?:script|button)\b|<[^>]* href=/.exec(page.split('</template>')[0] ?? '')?.[0]).toBeUndefined();
    expect(/<(?:link|img)\b[^>]*(?:href|src)="(?!data:)/.test(html)).toBe(false);
  });

  it('numbers every item once, from 1 on, in the page as in the list', () => {
    const html = sheet('2025-86');
    const boxes = [...html.matchAll(/<input[^>]*data-n="(\d+)"/g)].map(([, n]) => Number(n));
    expect(boxes).toEqual(boxes.map((_, index) => index + 1));
    expect(boxes).toHaveLength(sheets.find(({ id }) => id === '2025-86')?.items ?? 0);
    const marked = new Set([...html.matchAll(/<span class="item [a-z]+" data-n="(\d+)"/g)].map(([, n]) => Number(n)));
    expect(marked.size).toBeGreaterThan(50);
    for (const n of marked) expect(boxes).toContain(n);
  });

  it('says where each item stands in the original, and what does not', () => {
    const html = sheet('2025-12');
    expect(html).toContain('东河河道整治分三年实施。');
    expect(html).toMatch(/虚水函〔2025〕12号<\/td><td class="found">第1行/);
    expect(html).toMatch(/<td class="absent">原件里没有找到/);
  });

  it('lists the files that go with it, and the lines of its approval', () => {
    const html = sheet('2025-12');
    expect(html).toContain('附件1 东河治理项目表.pdf');
    const number = sheetNumber(root, '2025-12', drawnRecords(root));
    expect(html).toContain(`- role: 分管领导\n    date: ${DAY}\n    sheet: ${number}`);
  });

  it('of a letter whose record is not whole shows its text and what is wrong', async () => {
    const file = join(root, 'content/replies/2025-12/zh.mdx');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace(/^date:.*\n/m, ''));
    await makeProofs({ ...request, ids: ['2025-12'] });
    writeFileSync(file, before);
    const html = sheet('2025-12');
    for (const words of ['现在还做不出网页', 'tr class="error"']) expect(html.includes(words), words).toBe(true);
    expect(/<div class="plain"[^>]*><p><span[^>]*>丁丑/.test(html)).toBe(true);
  });

  it('is made of letters that there are', async () => {
    await expect(makeProofs({ ...request, ids: ['2025-13'] })).rejects.toThrow(CommandError);
  });
});

describe('--approve', () => {
  const give = (role: string, ids: readonly string[] = ['2025-12']) =>
    approve({ root, ids, role, today: DAY, language: 'zh' });

  it('writes the approval of a role once, and again when the letter changed', () => {
    expect([...give('审核人')]).toEqual([['2025-12', true]]);
    expect([...give('审核人')]).toEqual([['2025-12', false]]);
    expect([...give('分管领导')]).toEqual([['2025-12', true]]);
    const sheet = sheetNumber(root, '2025-12');
    expect(readApprovals(root, '2025-12')).toEqual([
      { role: '审核人', date: DAY, sheet },
      { role: '分管领导', date: DAY, sheet },
    ]);
    const english = join(root, 'content/replies/2025-12/en.mdx');
    writeFileSync(english, readFileSync(english, 'utf8').replace('three', 'four'));
    expect([...give('审核人')]).toEqual([['2025-12', true]]);
    expect(readApprovals(root, '2025-12').map((own) => own.sheet === sheet)).toEqual([true, false]);
  });

  describe('the number of a sheet', () => {
    const file = join(root, 'content/replies/2025-86/zh.mdx');
    const numberWith = (change: (text: string) => string): string => {
      const before = readFileSync(file, 'utf8');
      writeFileSync(file, change(before));
      const number = sheetNumber(root, '2025-86');
      writeFileSync(file, before);
      return number;
    };

    it.each<[string, (text: string) => string]>([
      ['a comment', (text) => text.replace('---\n', '---\n# 已与办公室核对\n')],
      ['a comment behind a value', (text) => text.replace(/^(date: .*)$/mu, '$1 # 落款')],
      ['another order of its fields', (text) => text.replace(/^(title: .*\n)([\s\S]*?)^---$/mu, '$2$1---')],
      ['quotation marks around a value', (text) => text.replace(/^title: ([^"\n]+)$/mu, 'title: "$1"')],
      ['line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
    ])('is the same with %s in the front matter', (_name, change) => {
      expect(change(readFileSync(file, 'utf8'))).not.toBe(readFileSync(file, 'utf8'));
      expect(numberWith(change)).toBe(sheetNumber(root, '2025-86'));
    });

    it.each<[string, (text: string) => string]>([
      ['one character of the text', (text) => text.replace(/。\n$/u, '！\n')],
      ['a value of the record', (text) => text.replace(/^title: (.*)$/mu, 'title: $1一')],
      ['front matter that cannot be read', (text) => text.replace('---\n', '---\ntitle: [\n')],
    ])('is another one with %s', (_name, change) => {
      expect(change(readFileSync(file, 'utf8'))).not.toBe(readFileSync(file, 'utf8'));
      expect(numberWith(change)).not.toBe(sheetNumber(root, '2025-86'));
    });
  });

  it('refuses a role that is not asked for, and a letter that there is not', () => {
    expect(() => give('局长')).toThrow(CommandError);
    expect(() => give('审核人', ['2025-13'])).toThrow(CommandError);
  });
});

describe('in a site whose letters are in English', () => {
  const english = mkdtempSync(join(tmpdir(), 'dafu-proof-'));
  afterAll(() => rmSync(english, { recursive: true }));

  it('a proof is of the original, with the page of each language that the letter is in', async () => {
    cpSync(join(import.meta.dirname, '../../languages/english'), english, { recursive: true });
    const draft = join(english, 'content/replies/2025-3/zh.mdx');
    writeFileSync(draft, readFileSync(draft, 'utf8').replace('其余机井继续修复。', '请把这一行换成中文译文'));
    await makeProofs({ ...request, root: english, language: 'en', ids: ['2025-3', '2025-5'] });
    const made = (id: string) => readFileSync(join(english, 'proofs', `${id}.html`), 'utf8');
    expect(made('2025-5')).toContain('The canals have been cleared.');
    expect(made('2025-3')).toContain('Reply to Suggestion No. 9');
    for (const id of ['2025-3', '2025-5']) expect(made(id)).toContain('class="letterhead-issuer"');
    expect(made('2025-3')).not.toContain('其余机井继续修复。');
  });
});
