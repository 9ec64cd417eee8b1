import { describe, expect, it } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { toString as textOf } from 'xast-util-to-string';
import { publicDay } from '../../../src/formats/api/changes.ts';
import { archiveRange, archivesOf, buildFeed } from '../../../src/formats/feed/build.ts';
import { atomFeed, FEED_LENGTH, jsonFeed } from '../../../src/formats/feed/documents.ts';
import { correctionEntries, replyEntry, stableId } from '../../../src/formats/feed/entries.ts';
import { feedScopes, feedSubjects, issuerSlug } from '../../../src/formats/feed/scopes.ts';
import { reply, site } from '../reply.ts';
import { atomFaults, jsonFeedFaults } from './feed-rules.ts';

const subjects = feedSubjects([{ issuers: reply.issuers, year: reply.date.slice(0, 4) }]);
const [all] = feedScopes(site, subjects);
if (!all) throw new Error('every site has a feed of all replies');

describe('the date of an entry', () => {
  it('is that of the document where the publication’s is not known, and says so', () => {
    expect(publicDay(reply)).toBe('2031-04-09');
    expect(replyEntry(reply, 'zh', site).html).toContain('成文日期：2031年4月9日（发布日期未公布）。');
  });

  it('is that of the publication where it is known, and says so', () => {
    const published = { ...reply, published: '2031-04-20' };
    expect(replyEntry(published, 'en', site)).toMatchObject({ day: '2031-04-20' });
    expect(replyEntry(published, 'en', site).html).toContain('Published 20 April 2031.');
  });
});

describe('a feed', () => {
  it('is well-formed whatever signs a title has', () => {
    const title = '关于]]>与 <b> & "甲" 的答复';
    const entry = replyEntry({ ...reply, title: { ...reply.title, zh: title } }, 'zh', site);
    const xml = atomFeed(buildFeed(all, 'zh', site, { entries: [entry], since: '2031-01-02' }));
    // XML 1.0, 2.4: in text, > is written as a reference where it ends ]]>.
    expect(xml).not.toContain(']]>');
    expect(textOf(fromXml(xml))).toContain(title);
  });
});

describe('an entry', () => {
  it('holds the whole text, with every mark of HTML escaped', () => {
    expect(replyEntry(reply, 'zh', site).html).toBe(
      '<p><em>青溪县水务局，青水函〔2031〕12号。成文日期：2031年4月9日（发布日期未公布）。</em></p>' +
        '<p>尊敬的高明代表：</p><h2>一、修复情况</h2><p>* 水位 &#x3C; 3米 &#x26; 稳定。</p>' +
        '<table><thead><tr><th>年份</th><th>眼数</th></tr></thead><tbody><tr><td>2030</td><td>24</td></tr></tbody></table>',
    );
  });

  it('says in English that it is an unofficial translation', () => {
    expect(replyEntry(reply, 'en', site).html).toContain('Unofficial translation; the Chinese text governs.');
  });

  it('keeps its id when the site moves, and has another in each language', () => {
    const moved = { ...site, address: 'https://elsewhere.example', base: '/' };
    expect(replyEntry(reply, 'zh', moved).id).toBe(replyEntry(reply, 'zh', site).id);
    expect(replyEntry(reply, 'en', site).id).not.toBe(replyEntry(reply, 'zh', site).id);
  });

  it('has a UUID of version 5 for id', () => {
    expect(stableId('a', 'b')).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});

describe('corrections and withdrawals', () => {
  const corrected = {
    ...reply,
    corrections: [
      {
        date: '2031-05-01',
        what: { zh: '改正井数', en: 'Number of wells' },
        why: { zh: '笔误', en: 'Slip' },
        paragraphs: ['p2'],
      },
    ],
    withdrawn: { date: '2031-06-01', why: { zh: '另行答复', en: 'Answered again' } },
  };

  it('have an entry each, with what and why', () => {
    const entries = correctionEntries(corrected, 'en', site);
    expect(entries.map(({ day, title }) => [day, title.split(':')[0]])).toEqual([
      ['2031-05-01', 'Correction'],
      ['2031-06-01', 'Withdrawn'],
    ]);
    expect(entries[0]?.html).toContain('Number of wells');
    expect(entries[1]?.html).toContain('Answered again');
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2);
  });

  it('change the entry of the reply, which keeps the day it stands under', () => {
    const entry = replyEntry(corrected, 'en', site);
    expect(entry).toMatchObject({ day: '2031-04-09', updated: '2031-06-01' });
    expect(entry.html).toContain('Corrected 1 May 2031. Withdrawn 1 June 2031.');
    const feed = buildFeed(all, 'en', site, { entries: [entry], since: '2031-01-02' });
    expect(atomFeed(feed)).toContain(
      '<published>2031-04-09T00:00:00+08:00</published><updated>2031-06-01T00:00:00+08:00</updated>',
    );
    expect(jsonFeed(feed).items).toMatchObject([
      { date_published: '2031-04-09T00:00:00+08:00', date_modified: '2031-06-01T00:00:00+08:00' },
    ]);
  });

  it('have none where nothing was corrected', () => {
    expect(correctionEntries(reply, 'zh', site)).toEqual([]);
  });
});

describe('the feeds of a site', () => {
  it('are one for all, for corrections, for datasets and reports, and for each topic, kind, year and answering body', () => {
    expect(feedScopes(site, subjects).map(({ path }) => path)).toEqual([
      '',
      'corrections',
      'kinds/dataset',
      'kinds/report',
      'topics/wells',
      'answered/suggestion',
      `years/${reply.date.slice(0, 4)}`,
      `issuers/${issuerSlug('青溪县水务局')}`,
    ]);
  });

  it.each([
    [
      { topics: ['wells'], kinds: ['proposal'], issuers: ['别的局'], year: '1999' },
      ['', 'corrections', 'topics/wells'],
    ],
    [
      { topics: [], kinds: ['suggestion'], issuers: ['另一局', '青溪县水务局'], year: reply.date.slice(0, 4) },
      [
        '',
        'corrections',
        'answered/suggestion',
        `years/${reply.date.slice(0, 4)}`,
        `issuers/${issuerSlug('青溪县水务局')}`,
      ],
    ],
  ])('hold a reply of %j in %j', (followed, paths) => {
    const holding = feedScopes(site, subjects).filter(({ holds }) => holds(followed));
    expect(holding.map(({ path }) => path)).toEqual(paths);
  });
});

describe('Atom', () => {
  it('keeps marks of XML in titles, and the language', () => {
    const xml = atomFeed(buildFeed(all, 'en', site, { entries: [replyEntry(reply, 'en', site)], since: '2031-01-02' }));
    expect(textOf(fromXml(xml))).toContain('Reply to Suggestion No. 7 <draft & final>');
    expect(xml).toContain('xml:lang="en"');
  });

  it('is whole where there is no entry yet', () => {
    expect(atomFeed(buildFeed(all, 'zh', site, { entries: [], since: '2031-01-02' }))).toContain(
      '<updated>2031-01-02T00:00:00+08:00</updated>',
    );
  });
});

describe('the archives of a feed', () => {
  it('hold all that the feed itself no longer does, and stay as they are when entries are added', () => {
    const oldestFirst = (count: number) => Array.from({ length: count }, (_, index) => index);
    let before: number[][] = [];
    for (let count = 0; count <= 260; count += 1) {
      const newest = oldestFirst(count).reverse();
      const archives = Array.from({ length: archivesOf(count) }, (_, index) =>
        newest.slice(...archiveRange(count, index + 1)),
      );
      expect(archives.every(({ length }) => length === FEED_LENGTH)).toBe(true);
      expect(new Set([...newest.slice(0, FEED_LENGTH), ...archives.flat()]).size).toBe(count);
      expect(archives.slice(0, before.length)).toEqual(before);
      before = archives;
    }
    expect([50, 51, 100, 101].map(archivesOf)).toEqual([0, 1, 1, 2]);
  });

  it('lead from the feed to the newest of them, and from each to its neighbours (RFC 5005)', () => {
    const entries = [replyEntry(reply, 'zh', site)];
    const links = (xml: string) =>
      [...xml.matchAll(/<link rel="([a-z-]+)" type="application\/atom\+xml" href="[^"]*\/zh\/([^"]*)"/g)].map(
        ([, rel, path]) => `${rel} ${path}`,
      );
    const whole = { entries, since: '2031-01-02', archives: 3 };
    expect(links(atomFeed(buildFeed(all, 'zh', site, whole)))).toEqual(['self feed.xml', 'prev-archive feed-3.xml']);
    expect(links(atomFeed(buildFeed(all, 'zh', site, { ...whole, archive: 2 })))).toEqual([
      'self feed-2.xml',
      'current feed.xml',
      'prev-archive feed-1.xml',
      'next-archive feed-3.xml',
    ]);
    const oldest = atomFeed(buildFeed(all, 'zh', site, { ...whole, archive: 1 }));
    expect(links(oldest)).toEqual(['self feed-1.xml', 'current feed.xml', 'next-archive feed-2.xml']);
    expect(oldest).toMatch(/<fh:archive ?\/>|<fh:archive><\/fh:archive>/);
    expect(atomFaults(oldest, 'https://water.example/replies/zh/feed-1.xml')).toEqual([]);
  });
});

describe('the rules that the feeds are held to', () => {
  const own = 'https://water.example/replies/en/feed.xml';
  const xml = atomFeed(buildFeed(all, 'en', site, { entries: [replyEntry(reply, 'en', site)], since: '2031-01-02' }));
  const json = JSON.stringify(
    jsonFeed(buildFeed(all, 'en', site, { entries: [replyEntry(reply, 'en', site)], since: '2031-01-02' })),
  );

  it('find nothing in a feed as it is', () => {
    expect(atomFaults(xml, own)).toEqual([]);
    expect(jsonFeedFaults(json, own.replace('xml', 'json'))).toEqual([]);
  });

  it.each([
    ['no id', /<id>urn[^<]*<\/id>(?=<title>Reply)/, '', '0 <id> in <entry>'],
    ['an id twice', /<id>[^<]*<\/id>(?=<title>Reply)/, /<id>[^<]*<\/id>/.exec(xml)?.[0] ?? '', 'id twice'],
    ['a day for a time', /T00:00:00\+08:00/, '', 'not a time'],
    ['a feed older than its entry', /<updated>2031/, '<updated>2030', 'older than an entry'],
    ['another element', '<subtitle>', '<guid/><subtitle>', '<guid> in <feed>'],
    ['a script in the content', '&#x3C;p>Dear', '&lt;script>x&lt;/script>&lt;p>Dear', '<script> in the content'],
    [
      'a relative link',
      'href="https://water.example/replies/en/follow/"',
      'href="/replies/"',
      'without absolute address',
    ],
    ['a link to another feed as itself', 'en/feed.xml', 'zh/feed.xml', 'not one link to itself'],
    ['no author', /<author>.*?<\/author>/, '', '0 <author> in <feed>'],
  ])('find in Atom: %s', (_what, instead, words, fault) => {
    const broken = xml.replace(instead, words);
    expect(broken).not.toBe(xml);
    expect(atomFaults(broken, own).join('\n')).toContain(fault);
  });

  it.each([
    ['version 1', 'version/1.1', 'version/1', '/version'],
    ['no content', /"content_html":"[^"]*",/, '', '/items/0'],
    ['a key of its own', '"items"', '"extra":1,"items"', 'additional properties'],
    ['a day for a time', 'T00:00:00+08:00', '', 'date-time'],
  ])('find in JSON Feed: %s', (_what, instead, words, fault) => {
    const broken = json.replace(instead, words);
    expect(broken).not.toBe(json);
    expect(jsonFeedFaults(broken, own.replace('xml', 'json')).join('\n')).toContain(fault);
  });
});
