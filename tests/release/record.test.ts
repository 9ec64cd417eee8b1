import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRoot } from '../../src/build/check/index.ts';
import { recordPublished } from '../../src/release/record.ts';
import { SAMPLE, temporaryRoot } from '../faults/root.ts';

const DAY = '2025-01-01';
const readJson = (root: string, file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));

describe('what is remembered of what was published', () => {
  it('is every page and feed, the official texts, and the datasets by version', async () => {
    using site = temporaryRoot(SAMPLE);
    expect(await recordPublished(site.root, { today: DAY })).toEqual([
      'data/published/replies/2024-7.json',
      'data/published/datasets/wells/1.0.0.json',
      'data/published/addresses.json',
    ]);
    const { addresses } = readJson(site.root, 'data/published/addresses.json');
    expect(addresses).toEqual(
      expect.arrayContaining([
        'zh/replies/2024-7/',
        'en/replies/2024-7/cite/',
        'bilingual/replies/2024-7/',
        'embed/zh/wells/',
        'zh/feed.xml',
        'en/topics/wells/feed.json',
        'zh/answered/suggestion/feed.xml',
        'zh/corrections/feed.xml',
      ]),
    );
    expect(addresses).toEqual([...new Set(addresses)].sort());
    const { texts } = readJson(site.root, 'data/published/replies/2024-7.json');
    expect(texts).toMatchObject([{ recorded: DAY, corrections: 0, head: expect.arrayContaining(['〔2024〕7号']) }]);
  });

  it('stays as it is where nothing changed, and keeps what was', async () => {
    using site = temporaryRoot(SAMPLE);
    await recordPublished(site.root, { today: DAY });
    expect(await recordPublished(site.root, { today: '2025-02-01' })).toEqual([]);
    const file = join(site.root, 'content/replies/2024-7/zh.mdx');
    const corrected =
      'corrections: [{ date: 2025-02-02, what: { zh: 改字, en: A word }, why: { zh: 漏字, en: A slip } }]';
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('topics:', `${corrected}\ntopics:`).replace('加盖36眼。', '加盖36眼井。'),
    );
    const dataset = join(site.root, 'data/wells.json');
    writeFileSync(dataset, readFileSync(dataset, 'utf8').replace('"36眼"', '"36眼井"'));
    await expect(recordPublished(site.root, { today: '2025-02-03' })).rejects.toThrow('1.0.0');
    writeFileSync(dataset, readFileSync(dataset, 'utf8').replace('"36眼井"', '"36眼"'));
    expect(await recordPublished(site.root, { today: '2025-02-03' })).toEqual(['data/published/replies/2024-7.json']);
    const { texts } = readJson(site.root, 'data/published/replies/2024-7.json');
    expect(texts.map(({ recorded }: { recorded: string }) => recorded)).toEqual([DAY, '2025-02-03']);
  });

  it('is covered by a waiver of the site for a letter, as by one of the letter', async () => {
    using site = temporaryRoot(SAMPLE);
    const change = (file: string, how: (text: string) => string) =>
      writeFileSync(join(site.root, file), how(readFileSync(join(site.root, file), 'utf8')));
    const letter = 'content/replies/2024-7';
    change(`${letter}/zh.mdx`, (text) => text.replace('加盖36眼。', '加盖36眼，联系13800138000。'));
    change(`${letter}/en.mdx`, (text) => text.replace('36 covered.', '36 covered, call 13800138000.'));
    const waivers = ['zh', 'en'].map(
      (locale) => `{ rule: personal-mobile, file: ${letter}/${locale}.mdx, reason: 值班电话 }`,
    );
    change('content/site.yaml', (text) => `${text}waivers: [${waivers.join(', ')}]\n`);
    await recordPublished(site.root, { today: DAY });
    const findings = await checkRoot(site.root, { today: DAY });
    expect(findings.filter(({ rule }) => /^(?:personal|waiver)/.test(rule))).toEqual([]);
  });
});
