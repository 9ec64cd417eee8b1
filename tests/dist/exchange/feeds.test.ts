import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { atomFaults, entriesOf, feedRoot, jsonFeedFaults, texts } from '../../formats/feed/feed-rules.ts';

const dist = inject('dist');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /(?:^|\/)feed\.(?:xml|json)$/.test(file))
  .sort();
const read = (file: string) => readFileSync(join(dist, file), 'utf8');

describe('the feeds', () => {
  it('are there in both languages for all, corrections, topics, kinds, years, bureaus and each name that signed', () => {
    const kinds = [
      '',
      'corrections/',
      'kinds/dataset/',
      'kinds/report/',
      'topics/saving-schemes/',
      'answered/suggestion/',
      'years/2025/',
      'bureaus/water/',
      'bureaus/canals/',
      'bureaus/farming/',
    ];
    const expected = ['zh', 'en'].flatMap((locale) => kinds.map((kind) => `${locale}/${kind}feed.xml`));
    expect(files).toEqual(expect.arrayContaining(expected));
    expect(files.filter((file) => /issuers\/[0-9a-f]{8}\/feed\.xml$/.test(file))).toHaveLength(10);
  });

  it('of a bureau hold what it signed under any name, alone or with another', () => {
    const titles = (id: string) =>
      entriesOf(feedRoot(read(`zh/bureaus/${id}/feed.xml`))).flatMap((entry) => texts(entry, 'title'));
    expect(titles('farming')).toEqual([
      '关于市政协六届三次会议第27号提案的答复',
      '关于市九届人大四次会议第42号、第57号建议的答复',
      '关于市九届人大二次会议第30号建议的答复',
    ]);
    expect(titles('water')).toContain('关于市政协六届三次会议第27号提案的答复');
    expect(titles('water')).not.toContain('关于市九届人大二次会议第30号建议的答复');
  });

  it('have an id of their own each', () => {
    const ids = files.filter((file) => file.endsWith('.xml')).flatMap((file) => texts(feedRoot(read(file)), 'id'));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe.each(files)('%s', (file) => {
  it('breaks no rule of its format', () => {
    const faults = file.endsWith('.xml') ? atomFaults : jsonFeedFaults;
    expect(faults(read(file), `https://dafu.example/${file}`)).toEqual([]);
  });
});

describe.each(files.filter((file) => file.endsWith('.json')))('%s', (file) => {
  it('has the entries of its Atom twin', () => {
    const atom = entriesOf(feedRoot(read(file.replace(/json$/, 'xml'))));
    const { items } = JSON.parse(read(file));
    expect(items.map(({ id }: { id: string }) => id)).toEqual(atom.flatMap((entry) => texts(entry, 'id')));
  });
});

describe('the page that lists feeds', () => {
  // Those of each name that signed stay for readers who have them; the bureaus' take their place on the page.
  it.each(['zh', 'en'])('announces each in its head, and links to it, in %s', (locale) => {
    const [head = '', body = ''] = read(`${locale}/follow/index.html`).split('</head>');
    const own = files.filter((file) => file.startsWith(`${locale}/`) && !file.includes('/issuers/'));
    expect(own.length).toBeGreaterThan(10);
    expect(
      own.filter((file) => !head.includes(`rel="alternate" type="application/`) || !head.includes(`href="/${file}"`)),
    ).toEqual([]);
    expect(own.filter((file) => !body.includes(`<a href="/${file}"`))).toEqual([]);
  });
});

describe('the feeds of what the site itself publishes', () => {
  it.each([
    ['zh/kinds/dataset', '28处灌区已纳入', '依据[2025] 86号答复首次整理'],
    ['zh/kinds/dataset', '全市灌区累计完成治理4.6万亩', '依据虚水函〔2026〕3号答复增加2025年的实际数'],
    ['en/kinds/report', 'Water-saving schemes and leaking canals in Made-up City', 'Compiled on 23 November 2026'],
  ])('%s', (folder, title, text) => {
    const { items } = JSON.parse(read(`${folder}/feed.json`));
    const entry = items.find((item: { title: string }) => item.title.startsWith(title));
    expect(entry.content_html).toContain(text);
  });
});

describe('the feed of all replies', () => {
  it('holds the last words of the reply', () => {
    expect(read('zh/feed.json')).toContain('实现渠系完好、居民生活条件改善、水资源有效利用和农业可持续发展的目标。');
  });
});
