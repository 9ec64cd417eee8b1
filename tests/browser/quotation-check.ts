import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { useBrowser } from './open.ts';

/** The served site of full-record/, under the path of its own address. */
interface CheckedSite {
  readonly open: ReturnType<typeof useBrowser>;
  readonly address: string;
  readonly own: string;
  readonly dist: string;
}

/** Every verdict of the page that checks quotations and files, as a reader meets it. */
export function describeQuotationCheck({ open, address, own, dist }: CheckedSite): void {
  const OUTPUT = 'form[data-verify] output';
  /** What the page says of a quotation: the heading, and what it marks as changed. */
  async function verdictOn(path: string, quotation: string) {
    await using visit = await open(path, { address, width: 320 });
    await visit.page.fill('textarea', quotation);
    await visit.page.click('form[data-verify] button');
    await visit.page.waitForSelector(`${OUTPUT}[data-verdict]`);
    const said = (selector: string) => visit.page.locator(`${OUTPUT} ${selector}`).allTextContents();
    const room = await visit.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const [heading] = await said('> :first-child');
    const [link = null] = await visit.page
      .locator(`${OUTPUT} a`)
      .evaluateAll((links) => links.map((one) => one.getAttribute('href')));
    return {
      kind: await visit.page.locator(OUTPUT).getAttribute('data-verdict'),
      ...{ heading, link, room },
      text: (await visit.page.locator(OUTPUT).textContent()) ?? '',
      ...{ lacks: await said('ins'), adds: await said('del') },
      complaints: [...visit.complaints],
    };
  }

  test.each([
    [
      'exact, with the paragraph, across brackets, quotes and line breaks of other kinds',
      'zh/verify/',
      '「其余机井已在２０２５年１月全部\n修复, 共计17眼」',
      { kind: 'exact', heading: '与原文一致', link: '/letters/zh/replies/2025-3/#p2', lacks: [], adds: [] },
    ],
    [
      'exact, in two paragraphs',
      'en/verify/',
      '24 wells have been repaired and 36 covered.\n\nThe other wells will be repaired within 2025.',
      { kind: 'exact', heading: 'Exact', link: '/letters/en/replies/2024-7/#p2', lacks: [], adds: [] },
    ],
    [
      'exact in an earlier version, with what it says now',
      'zh/verify/',
      '其余机井已在2025年1月全部修复，共计16眼，经村民代表逐一验收合格。',
      {
        kind: 'earlier',
        heading: '与早先公布的原文一致',
        link: '/letters/zh/replies/2025-3/#p2',
        lacks: ['7'],
        adds: ['6'],
      },
    ],
    [
      'altered, with the characters that differ',
      'zh/verify/',
      '其余机井已在2025年1月基本修复，共计17眼，经村民代表验收合格。',
      {
        kind: 'altered',
        heading: '与原文不同',
        link: '/letters/zh/replies/2025-3/#p2',
        lacks: ['全部', '逐一'],
        adds: ['基本'],
      },
    ],
    [
      'exact in English, whatever the capitals, quotes and commas',
      'en/verify/',
      '‘24 Wells have been repaired and 36 covered,’',
      { kind: 'exact', heading: 'Exact', link: '/letters/en/replies/2024-7/#p2', lacks: [], adds: [] },
    ],
    [
      'altered in English, word by word',
      'en/verify/',
      '24 wells had been repaired and 36 covered',
      { kind: 'altered', link: '/letters/en/replies/2024-7/#p2', lacks: ['have'], adds: ['had'] },
    ],
    [
      'exact with words left out',
      'zh/verify/',
      '其余机井已在2025年1月全部修复……经村民代表逐一验收合格。',
      {
        kind: 'shortened',
        heading: '与原文一致，但有省略',
        link: '/letters/zh/replies/2025-3/#p2',
        lacks: ['，共计17眼，'],
        adds: [],
      },
    ],
    [
      'not found',
      'en/verify/',
      'Every fisherman in the harbour was given a new boat by the ministry.',
      { kind: 'none', heading: 'Not found', link: null, lacks: [], adds: [] },
    ],
    ['too short', 'zh/verify/', '机井', { kind: 'too-short', link: null, lacks: [], adds: [] }],
  ])('on a phone: %s', async (_what, path, quotation, expected) => {
    const verdict = await verdictOn(path, quotation);
    expect(verdict).toMatchObject(expected);
    expect(verdict.room).toBe(0);
    expect(verdict.complaints).toEqual([]);
  });

  test('says that the reply was withdrawn', async () => {
    const { kind, text } = await verdictOn('zh/verify/', '灌溉用水的定额正在重新核定');
    expect(kind).toBe('exact');
    expect(text).toContain('该答复已于2025年6月3日撤回');
  });

  const csv = readFileSync(join(dist, 'data/wells.csv'));
  test.each([
    ['a file that was downloaded', { name: 'renamed.csv', bytes: csv }, '', 'with the same content', 'data/wells.csv'],
    [
      'an altered file',
      { name: 'wells.csv', bytes: Buffer.concat([csv, csv]) },
      '',
      'Not what this site publishes now',
      'data/wells.csv',
    ],
    ['a foreign file', { name: 'other.csv', bytes: Buffer.from('x') }, '', 'Not found', undefined],
    [
      'a hash',
      undefined,
      `SHA-256: ${createHash('sha256').update(csv).digest('hex')}`,
      'publishes this file now',
      'data/wells.csv',
    ],
    ['a name', undefined, 'wells.csv', 'publishes this file now', 'data/wells.csv'],
    ['an address', undefined, `${own}zh/replies/2024-7/`, 'publishes this file now', 'zh/replies/2024-7/index.html'],
    ['nothing', undefined, '', 'Choose a file', undefined],
  ] as const)('knows %s', async (_what, file, name, said, path) => {
    await using visit = await open('en/verify/', { address });
    const output = visit.page.locator('form[data-verify-file] output');
    if (file)
      await visit.page.setInputFiles('input[type=file]', { name: file.name, mimeType: 'text/csv', buffer: file.bytes });
    await visit.page.fill('#checked-name', name);
    await visit.page.click('form[data-verify-file] button');
    await expect.poll(() => output.textContent()).toContain(said);
    const links = () => output.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    await expect.poll(links).toEqual(path === undefined ? [] : expect.arrayContaining([`/letters/${path}`]));
  });
}
