import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { replyWords } from '../../../src/language/messages/reply.ts';
import { needsProgram } from '../../outside.ts';

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
    ['Description', '[2025] 86号，虚构市水务局，2025年5月6日：关于市九届人大三次会议第62号建议的答复'],
    ['ColumnDescription', replyWords.zh.listLead],
    ['ColumnKeywords', '全部答复,节水灌区,渠道治理,渗漏渠段,农业生产,农村供水'],
    ['og:description', '[2025] 86号，虚构市水务局，2025年5月6日：关于市九届人大三次会议第62号建议的答复'],
    ['og:site_name', '虚构市水务局答复公开'],
    ['og:locale', 'zh_CN'],
    ['og:locale:alternate', 'en_US'],
    ['og:image:alt', '虚构市水务局 [2025] 86号 关于市九届人大三次会议第62号建议的答复'],
    ['article:modified_time', '2025-05-06'],
  ])('says %s', (name, content) => {
    expect(meta(zh, name)).toBe(content);
  });

  it.each(['PubDate', 'SiteIDCode', 'SiteDomain', 'article:published_time'])(
    'leaves out %s, which the bureau has not given',
    (name) => {
      expect(meta(zh, name)).toBeUndefined();
    },
  );

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

  it('announces the letter as Markdown and as JSON, and no PDF where none is printed', () => {
    const announced = [...en.matchAll(/<link rel="alternate" type="([^"]*)" href="([^"]*)">/g)].map(
      ([, ...own]) => own,
    );
    expect(announced).toEqual([
      ['text/markdown', '/en/replies/2025-86/index.md'],
      ['application/json', '/api/v1/replies/2025-86.json'],
    ]);
    for (const [, href = ''] of announced) expect(existsSync(join(dist, href))).toBe(true);
    expect(en).not.toContain('application/pdf');
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
    for (const name of [
      'Description',
      'ColumnName',
      'ColumnDescription',
      'ColumnKeywords',
      'og:description',
      'og:image:alt',
    ])
      expect(meta(html, name)?.length, name).toBeGreaterThan(1);
    expect(meta(html, 'article:modified_time')).toMatch(/^\d{4}-\d\d-\d\d$/);
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

describe('every page', () => {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));

  it('ends where its document ends', () => {
    expect(pages.length).toBeGreaterThan(50);
    for (const name of pages) expect(readFileSync(join(dist, name), 'utf8').trimEnd(), name).toMatch(/<\/html>$/);
  });

  it('says nothing that schema.org has no word for, as RDFLib reads it', (context) => {
    needsProgram(context, '/usr/lib/python3/dist-packages/rdflib/__init__.py');
    const nodes = Object.fromEntries(pages.map((name) => [name, linkedData(readFileSync(join(dist, name), 'utf8'))]));
    expect(Object.values(nodes).flat().length).toBeGreaterThan(100);
    const { stdout, stderr } = spawnSync('/usr/bin/python3', [join(import.meta.dirname, 'schema_org.py')], {
      input: JSON.stringify(nodes),
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    expect(stderr).toBe('');
    const read: { types: Record<string, number>; unknown: string[] } = JSON.parse(stdout);
    expect(read.unknown).toEqual([]);
    expect(Object.keys(read.types)).toEqual(
      expect.arrayContaining(['BreadcrumbList', 'Dataset', 'GovernmentOrganization', 'Message', 'Report', 'WebSite']),
    );
  });
});

describe('the page of a dataset', () => {
  it('says for programs what time it speaks of, when it last changed and in which unit', () => {
    const [node] = linkedData(page('zh/data/repair-area'));
    expect(node).toMatchObject({
      '@type': 'Dataset',
      dateModified: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      temporalCoverage: expect.stringMatching(/^(?:\.\.|\d{4}(?:-\d\d-\d\d)?)(?:\/\d{4}(?:-\d\d-\d\d)?)?$/),
      variableMeasured: { '@type': 'PropertyValue', unitText: '亩' },
    });
  });
});

describe('the sitemap', () => {
  it('says of letters, datasets and reports when they last changed, by their records', () => {
    const text = readFileSync(join(dist, 'sitemap.xml'), 'utf8');
    const changed = new Map(
      [...text.matchAll(/<loc>https:\/\/dafu\.example\/([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?/g)].map(
        ([, path = '', day]) => [path, day],
      ),
    );
    expect(changed.get('zh/replies/2025-86/')).toBe('2025-05-06');
    for (const path of [
      'en/replies/2025-86/',
      'bilingual/replies/2025-86/',
      'zh/data/saving-schemes/',
      'zh/reports/schemes-and-canals/',
    ])
      expect(changed.get(path), path).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(changed.has('zh/')).toBe(true);
    // A list changed when the last of what it shows did; a page of no record says nothing.
    for (const path of ['zh/', '', 'zh/replies/', 'en/topics/canal-repair/', 'zh/data/', 'zh/askers/', 'zh/accounts/'])
      expect(changed.get(path), path).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(changed.get('zh/replies/')).toBe(changed.get('zh/replies/2026-3/'));
    expect(changed.get('zh/about/')).toBeUndefined();
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
