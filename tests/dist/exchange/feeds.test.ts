import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { atomFaults, entriesOf, feedRoot, jsonFeedFaults, texts } from '../../formats/feed/feed-rules.ts';
import { needsProgram } from '../../outside.ts';

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

/** What feedparser, which reads a million podcasts, makes of each file. */
const FEEDPARSER = `
import feedparser, json, sys
for name in sys.argv[1:]:
    feed = feedparser.parse(open(name, 'rb').read())
    print(json.dumps({'bozo': bool(feed.bozo), 'version': feed.version, 'ids': [e.id for e in feed.entries],
        'updated': [e.updated for e in feed.entries] + [feed.feed.updated],
        'content': [e.content[0].value for e in feed.entries]}))
`;

describe('read by feedparser', () => {
  const atoms = files.filter((file) => file.endsWith('.xml'));

  it('the Atom feeds are well formed, of our century, and each language’s entries have ids of their own', (context) => {
    for (const program of ['/usr/bin/python3', '/usr/lib/python3/dist-packages/feedparser/__init__.py'])
      needsProgram(context, program);
    const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', FEEDPARSER, ...atoms], {
      cwd: dist,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const read = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(read.filter(({ bozo, version }) => bozo || version !== 'atom10')).toEqual([]);
    expect(read.flatMap(({ updated }) => updated).filter((time: string) => time < '2000')).toEqual([]);
    // What is escaped twice shows its marks to readers.
    const texts: string[] = read.flatMap(({ content }) => content);
    expect(texts.filter((text) => /&lt;(?:p|em|table)|&amp;(?:amp|lt|#)/.test(text) || !/<p/.test(text))).toEqual([]);
    const languages = new Map<string, string>();
    atoms.forEach((file, index) => {
      for (const id of read[index].ids) {
        expect(languages.get(id) ?? file.slice(0, 2), `${id} in ${file}`).toBe(file.slice(0, 2));
        languages.set(id, file.slice(0, 2));
      }
    });
  });
});

describe('the calendars', () => {
  it('have events of their own in each language', () => {
    const uids = ['zh', 'en'].map((locale) => [
      ...read(`${locale}/commitments/calendar.ics`).matchAll(/^UID:(.*)\r$/gm),
    ]);
    const all = uids.flat().map(([, uid]) => uid);
    expect(all.length).toBeGreaterThan(10);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the lists', () => {
  it.each([
    ['zh/replies', 'zh/feed'],
    ['en/topics/farming', 'en/topics/farming/feed'],
    ['zh/bureaus/farming', 'zh/bureaus/farming/feed'],
    ['zh/data', 'zh/kinds/dataset/feed'],
    ['en/reports', 'en/kinds/report/feed'],
    ['zh/commitments', 'zh/commitments/feed'],
  ])('%s announces %s in both formats', (page, feed) => {
    const [head = ''] = read(`${page}/index.html`).split('</head>');
    expect(head).toMatch(new RegExp(`<link rel="alternate" type="application/atom\\+xml"[^>]*href="/${feed}.xml"`));
    expect(head).toMatch(new RegExp(`<link rel="alternate" type="application/feed\\+json"[^>]*href="/${feed}.json"`));
  });
});

describe('the page that lists feeds', () => {
  // Those of who asked are announced on their own pages. Those of each name that signed stay for readers who have them; the bureaus' take their place on the page.
  it.each(['zh', 'en'])('announces each in its head, and links to it, in %s', (locale) => {
    const [head = '', body = ''] = read(`${locale}/follow/index.html`).split('</head>');
    // Of those who asked each has its own on its page, and the page leads to all of these.
    expect(body).toContain(`href="/${locale}/askers/"`);
    const own = files.filter((file) => file.startsWith(`${locale}/`) && !/\/(?:issuers|askers)\//.test(file));
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
