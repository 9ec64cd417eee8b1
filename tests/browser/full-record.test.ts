import { cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';
import { afterAll, describe, expect, test } from 'vitest';
import { serverConfiguration } from '../../src/release/headers/index.ts';
import { interfaceFiles } from '../dist/exchange/interface-files.ts';
import { atomFaults, entriesOf, feedRoot, jsonFeedFaults, texts } from '../formats/feed/feed-rules.ts';
import { startBuilt } from '../start-site.ts';
import { useBrowser } from './open.ts';
import { describeQuotationCheck } from './quotation-check.ts';

/**
 * A made-up bureau that has given everything which may be given, under a path of its own: identifiers, days of publication,
 * a corrected reply with its former text, a withdrawn one, a thread, redirects.
 */
const root = mkdtempSync(join(tmpdir(), 'dafu-full-record-'));
cpSync(join(import.meta.dirname, 'full-record'), root, { recursive: true });
const site = await startBuilt(root);
afterAll(() => site.stop());

const dist = join(root, 'dist');
const OWN = 'https://water.example/letters/';
const open = useBrowser();
const read = (file: string) => readFileSync(join(dist, file), 'utf8');
const page = (path: string) => parseDocument(read(`${path}index.html`));
const element = (path: string, of: string) => {
  const [found] = DomUtils.findAll(
    ({ attribs }) => attribs['class']?.split(' ').includes(of) === true,
    page(path).children,
  );
  if (!found) throw new Error(`no .${of} on ${path}`);
  return found;
};
const words = (node: Parameters<typeof DomUtils.textContent>[0]) =>
  DomUtils.textContent(node).replace(/\s+/g, ' ').trim();
const metaOf = (path: string) =>
  DomUtils.getElementsByTagName('meta', page(path)).map(({ attribs }) => [
    attribs['name'] ?? attribs['property'],
    attribs['content'],
  ]);

describe('the head of a reply whose record is full', () => {
  test('has every tag of a government site, in the page’s language', () => {
    expect(metaOf('zh/replies/2024-7/')).toEqual(
      expect.arrayContaining([
        ['SiteName', '虚构县水利局答复公开'],
        ['SiteDomain', 'water.example'],
        ['SiteIDCode', '0000000000'],
        ['ColumnName', '全部答复'],
        ['ColumnType', '信息公开目录'],
        ['ArticleTitle', '关于县十届人大四次会议第31号建议的答复'],
        ['PubDate', '2025-01-06'],
        ['ContentSource', '虚构县水利局'],
        ['Keywords', '机井'],
        ['Author', '虚构县水利局'],
        ['Url', `${OWN}zh/replies/2024-7/`],
        ['Image', `${OWN}cards/zh/replies/2024-7.png`],
        ['og:type', 'article'],
        ['og:title', '关于县十届人大四次会议第31号建议的答复'],
        ['og:url', `${OWN}zh/replies/2024-7/`],
        ['og:image', `${OWN}cards/zh/replies/2024-7.png`],
      ]),
    );
    const names = metaOf('zh/replies/2024-7/').map(([name]) => name);
    expect(names).toContain('description');
    expect(new Set(names).size).toBe(names.length);
  });

  test('has no day of publication where none is known', () => {
    expect(metaOf('zh/replies/2025-9/').map(([name]) => name)).not.toContain('PubDate');
  });
});

describe('the disclosure box', () => {
  const rows = (path: string) => {
    const box = element(path, 'record');
    const [terms, values] = ['dt', 'dd'].map((name) => DomUtils.getElementsByTagName(name, box).map(words));
    return (terms ?? []).map((term, index) => [term, values?.[index]]);
  };

  test('has what is known, in the usual order, then the matter', () => {
    expect(rows('zh/replies/2024-7/')).toEqual([
      ['索引号', 'XG0000000-2024-00007'],
      ['主题分类', '机井'],
      ['发文机关', '虚构县水利局'],
      ['成文日期', '2024年12月27日'],
      ['标题', '关于县十届人大四次会议第31号建议的答复'],
      ['发文字号', '虚水函〔2024〕7号'],
      ['首次公布', 'water.example'],
      // 30 and 31 December, the worked Sunday 5 January, Monday 6 January; 1 to 3 January are off, 4 January is a Saturday.
      ['发布日期', '2025年1月6日（成文后4个工作日公布；规定期限为20个工作日，在期限内）'],
      ['公开方式', '主动公开'],
      ['答复对象', '县人大十届四次会议第31号：《关于修复机井的建议》'],
      ['提出人', '甲代表'],
      ['办理结果', 'B类：正在解决或列入计划'],
    ]);
  });

  test('says in English that a limit was passed', () => {
    // 19 working days from 4 to 28 February, 5 from 3 to 7 March, 10 March.
    expect(rows('en/replies/2025-3/')).toContainEqual([
      'Published',
      '10 March 2025 (25 working days after its date; over the limit of 20 working days)',
    ]);
  });

  test('says of what was published at once that it took less than a working day', () => {
    expect(rows('zh/replies/forest-2025-3/')).toContainEqual([
      '发布日期',
      '2025年3月3日（成文后不到1个工作日公布；规定期限为20个工作日，在期限内）',
    ]);
  });

  test('leaves out what is not known', () => {
    expect(rows('zh/replies/2025-9/').map(([term]) => term)).toEqual([
      '主题分类',
      '发文机关',
      '成文日期',
      '标题',
      '发文字号',
      '公开方式',
      '答复对象',
    ]);
  });
});

describe('the thread of replies on one matter', () => {
  const thread = (path: string) => DomUtils.getElementsByTagName('li', element(path, 'reply-thread')).map(words);

  test('stands on each of them in the order of their dates, whichever of them names the other', () => {
    expect(thread('zh/replies/2025-3/')).toEqual([
      '关于县十届人大四次会议第31号建议的答复 虚水函〔2024〕7号 · 2024年12月27日 · 较早的答复',
      '关于县十届人大四次会议第31号建议办理结果的再次答复（本答复） 虚水函〔2025〕3号 · 2025年2月3日',
      '关于县政协十一届二次会议第5号提案的答复 虚水函〔2025〕9号 · 2025年4月2日 · 已撤回',
    ]);
    expect(thread('en/replies/2024-7/').map((line) => line.split(' · ').slice(1).join(', '))).toEqual([
      '27 December 2024',
      '3 February 2025, result',
      '2 April 2025, withdrawn',
    ]);
    expect(thread('zh/replies/2025-9/')).toHaveLength(3);
  });

  test('stands on no other reply', () => {
    expect(read('zh/replies/forest-2025-3/index.html')).not.toContain('reply-thread');
  });
});

describe('feeds', () => {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?:^|\/)feed\.(?:xml|json)$/.test(file),
  );
  const entries = (file: string) =>
    entriesOf(feedRoot(read(file))).map((entry) => [
      texts(entry, 'published')[0]?.slice(0, 10),
      texts(entry, 'updated')[0]?.slice(0, 10),
      /<em>(.*?)<\/em>/.exec(texts(entry, 'content')[0] ?? '')?.[1],
    ]);

  test.each(files)('%s breaks no rule of its format', (file) => {
    const faults = file.endsWith('.xml') ? atomFaults : jsonFeedFaults;
    expect(faults(read(file), OWN + file)).toEqual([]);
  });

  test('date an entry by its publication where it is known, and say which date it is and what changed', () => {
    expect(entries('zh/feed.xml')).toEqual([
      [
        '2025-04-02',
        '2025-06-03',
        '虚构县水利局，虚水函〔2025〕9号。成文日期：2025年4月2日（发布日期未公布）。撤回日期：2025年6月3日。',
      ],
      [
        '2025-03-10',
        '2025-05-20',
        '虚构县水利局，虚水函〔2025〕3号。发布日期：2025年3月10日。更正日期：2025年5月20日。',
      ],
      ['2025-03-03', '2025-03-03', '虚构县林业局，虚林函〔2025〕3号。发布日期：2025年3月3日。'],
      ['2025-01-06', '2025-01-06', '虚构县水利局，虚水函〔2024〕7号。发布日期：2025年1月6日。'],
    ]);
  });

  test('have one of corrections and withdrawals', () => {
    expect(entries('en/corrections/feed.xml').map(([day, , note]) => [day, note?.split('. ').at(-1)])).toEqual([
      ['2025-06-03', 'Withdrawn 3 June 2025.'],
      ['2025-05-20', 'Corrected 20 May 2025.'],
    ]);
  });

  test('name the body that answers', () => {
    const [entry] = entriesOf(feedRoot(read('en/topics/woods/feed.xml')));
    expect(entry && texts(entry, 'author')).toEqual(['虚构县林业局']);
  });

  test('part replies by topic, kind and body', () => {
    expect(entries('zh/topics/woods/feed.xml')).toHaveLength(1);
    expect(entries('zh/answered/proposal/feed.xml')).toHaveLength(1);
    const bodies = files.filter((file) => /^zh\/issuers\/.*xml$/.test(file)).map((file) => entries(file).length);
    expect(bodies.sort()).toEqual([1, 3]);
  });
});

describe('the JSON interface', () => {
  const { files, faultsOf, read: readJson } = interfaceFiles(dist);

  test.each(files)('%s is as described', (file) => {
    expect(faultsOf(file)).toEqual([]);
  });

  test('gives what the record gives', () => {
    expect(readJson('replies/2024-7.json')).toMatchObject({
      published: '2025-01-06',
      outcome: 'B',
      indexNumber: 'XG0000000-2024-00007',
      sourceUrl: 'https://water.example/original/7.html',
      terms: { zh: '注明出处即可转载。' },
      transcription: { source: { zh: '虚构的原件' }, normalised: [{ zh: '全角数字改为半角' }] },
      relates: [{ reply: '2025-3', as: 'result' }],
    });
    expect(readJson('replies/2025-3.json').corrections).toMatchObject([{ date: '2025-05-20', paragraphs: ['p2'] }]);
    expect(
      readJson('replies.json').items.map(({ id, withdrawn }: { id: string; withdrawn?: string }) => [id, withdrawn]),
    ).toContainEqual(['2025-9', '2025-06-03']);
  });
});

describe('addresses', () => {
  test('security.txt says what site.yaml gives', () => {
    expect(read('.well-known/security.txt').split('\n')).toEqual([
      'Contact: mailto:security@water.example',
      'Expires: 2031-12-31T23:59:59+08:00',
      'Preferred-Languages: zh, en',
      'Policy: https://water.example/policy',
      `Canonical: ${OWN}.well-known/security.txt`,
      '',
    ]);
  });

  test('robots.txt names the sitemap, which has each page that is listed with its languages', () => {
    expect(read('robots.txt')).toContain(`Sitemap: ${OWN}sitemap.xml`);
    const sitemap = read('sitemap.xml');
    expect(sitemap).toContain(
      `<loc>${OWN}zh/replies/2024-7/</loc><lastmod>2025-01-06</lastmod>` +
        `<xhtml:link rel="alternate" hreflang="zh-Hans" href="${OWN}zh/replies/2024-7/" />` +
        `<xhtml:link rel="alternate" hreflang="en" href="${OWN}en/replies/2024-7/" />`,
    );
    expect(sitemap).not.toMatch(/2024-70|\/cite\/|\/style\//);
  });

  test('former addresses are rules for a server, files as well as pages', () => {
    expect(serverConfiguration('static-host-redirects', root, '', undefined)).toBe(
      '/letters/zh/replies/2024-70/ /letters/zh/replies/2024-7/ 301\n' +
        '/letters/en/replies/2024-70/ /letters/en/replies/2024-7/ 301\n' +
        '/letters/data/old-wells.csv /letters/data/wells.csv 301\n',
    );
  });

  test('a former address leads on without script, in its language', async () => {
    await using visit = await open('en/replies/2024-70/', { address: site.address, javaScriptEnabled: false });
    await visit.page.waitForURL('**/en/replies/2024-7/');
    expect(read('zh/replies/2024-70/index.html')).toContain('<html lang="zh-Hans">');
  });
});

describe('a reply of another body', () => {
  test.each([
    'en/replies/forest-2025-3/index.html',
    'en/replies/forest-2025-3/index.txt',
    'en/replies/forest-2025-3/cite/index.html',
    'bilingual/replies/forest-2025-3/index.html',
  ])('is not said to be the site’s own: %s', (file) => {
    const text = file.endsWith('.txt')
      ? read(file)
      : words(DomUtils.getElementsByTagName('main', parseDocument(read(file))));
    expect(text).toContain('虚构县林业局');
    expect(text).not.toContain('Made-up County Water Bureau');
  });
});

describe('the footer', () => {
  test('has the site code and the ICP number that were given', () => {
    expect(words(element('zh/', 'site-footer'))).toContain('网站标识码：0000000000 虚构备00000000号');
    expect(words(element('en/', 'site-footer'))).toContain('Site code: 0000000000 · ICP record: 虚构备00000000号');
  });
});

describe('the quotation check', () => describeQuotationCheck({ open, address: site.address, own: OWN, dist }));
