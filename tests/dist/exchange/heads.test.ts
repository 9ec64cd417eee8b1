import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';

const dist = inject('dist');
const page = (path: string) => readFileSync(join(dist, path, 'index.html'), 'utf8');
const meta = (html: string, name: string) =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1];
const linkedData = (html: string) =>
  [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].flatMap((match) =>
    [JSON.parse(match[1] ?? 'null')].flat(),
  );

describe('the head of a reply', () => {
  const zh = page('zh/replies/2025-86');
  const en = page('en/replies/2025-86');

  it.each([
    ['SiteName', '虚构市水务局答复公开'],
    ['ArticleTitle', '关于市九届人大三次会议第62号建议的答复'],
    ['ContentSource', '虚构市水务局'],
    ['Author', '虚构市水务局'],
    ['Url', 'https://dafu.example/zh/replies/2025-86/'],
    ['ColumnType', '信息公开目录'],
    ['Keywords', '节水灌区,渠道治理,渗漏渠段,农业生产'],
  ])('says %s', (name, content) => {
    expect(meta(zh, name)).toBe(content);
  });

  it.each(['PubDate', 'SiteIDCode', 'SiteDomain'])('leaves out %s, which the bureau has not given', (name) => {
    expect(meta(zh, name)).toBeUndefined();
  });

  it('has a card that is there', () => {
    for (const html of [zh, en]) {
      const address = meta(html, 'og:image') ?? '';
      expect(address).toMatch(/^https:\/\/dafu\.example\/cards\//);
      expect(existsSync(join(dist, new URL(address).pathname))).toBe(true);
    }
  });

  it('is a message of the bureau in answer to a suggestion, the English a translation of the Chinese', () => {
    expect(linkedData(zh)).toMatchObject([
      { '@type': 'Message', inLanguage: 'zh-Hans', dateCreated: '2025-05-06', isBasedOn: { identifier: '第62号' } },
      { '@type': 'BreadcrumbList' },
    ]);
    expect(linkedData(en)[0]).toMatchObject({
      translationOfWork: { '@id': 'https://dafu.example/zh/replies/2025-86/' },
    });
    expect(linkedData(zh)[0]).not.toHaveProperty('datePublished');
    expect(linkedData(zh)[0]).not.toHaveProperty('translationOfWork');
  });

  it('announces the feed of its language', () => {
    expect(en).toContain('href="/en/feed.xml"');
  });
});

describe('the head of a list', () => {
  it.each([
    ['zh/replies', '答复', '信息公开目录'],
    ['zh/topics/saving-schemes', '节水灌区', '信息公开目录'],
    ['zh/data', '数据', '数据发布'],
    ['zh/reports', '报告', '数据发布'],
    ['zh/commitments', '承诺', '信息公开目录'],
  ])('of %s says which column it is', (path, name, type) => {
    const html = page(path);
    expect(meta(html, 'ColumnName')).toContain(name);
    expect(meta(html, 'ColumnType')).toBe(type);
    expect(meta(html, 'ColumnDescription')?.length).toBeGreaterThan(10);
    expect(meta(html, 'ColumnKeywords')?.split(',').length).toBeGreaterThan(1);
    expect(meta(html, 'ArticleTitle')).toBeUndefined();
  });

  it.each(['zh/data/saving-schemes', 'zh/reports/schemes-and-canals'])('of %s has the column it stands in', (path) => {
    const html = page(path);
    expect(meta(html, 'ColumnType')).toBe('数据发布');
    expect(meta(html, 'ArticleTitle')).toBeDefined();
    expect(existsSync(join(dist, new URL(meta(html, 'og:image') ?? '').pathname))).toBe(true);
    expect(html).toMatch(/\[(?:DS|EB)\/OL\]/);
    expect(html).toMatch(/@(?:online|dataset)\{/);
  });
});

describe('where a page stands', () => {
  it.each([
    ['zh/replies/2025-86', ['首页', '全部答复', '[2025] 86号']],
    ['en/data/saving-schemes', ['Home', 'Data', 'Water-saving schemes']],
    ['zh/reports/schemes-and-canals', ['首页', '报告', '虚构市节水灌区与渗漏渠段治理：一份答复说了什么']],
    ['zh/verify', ['首页', '核对引文']],
  ])('is said once for search engines on %s', (path, steps) => {
    const lists = linkedData(page(path)).filter((node) => node['@type'] === 'BreadcrumbList');
    expect(lists.map((list) => list.itemListElement.map(({ name }: { name: string }) => name))).toEqual([steps]);
    const [list] = lists;
    expect(list.itemListElement.map(({ position }: { position: number }) => position)).toEqual(
      steps.map((_, at) => at + 1),
    );
    expect(list.itemListElement[0].item).toMatch(/^https:\/\/dafu\.example\/(?:zh|en)\/$/);
  });
});

describe('the page that says what can be followed', () => {
  it('announces the calendar, and links to it', () => {
    const html = page('zh/follow');
    expect(html).toMatch(/<link rel="alternate" type="text\/calendar"[^>]*href="\/zh\/commitments\/calendar\.ics"/);
    expect(html).toMatch(/<a href="\/zh\/commitments\/calendar\.ics"/);
    expect(existsSync(join(dist, 'zh/commitments/calendar.ics'))).toBe(true);
  });
});

describe('the head of the home page', () => {
  it('describes the site and its search', () => {
    expect(linkedData(page('en'))[0]).toMatchObject({
      '@type': 'WebSite',
      potentialAction: { target: { urlTemplate: 'https://dafu.example/en/search/?q={query}' } },
    });
  });
});

describe('the card of a reply', () => {
  it('is a PNG of the size that every place expects', () => {
    const bytes = readFileSync(join(dist, 'cards/zh/replies/2025-86.png'));
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  });
});
