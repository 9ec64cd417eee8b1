import { describe, expect, it } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { toString as textOf } from 'xast-util-to-string';
import { atomFeed } from '../../../src/exchange/feed/atom.ts';
import { buildFeed } from '../../../src/exchange/feed/build.ts';
import { correctionEntries, feedDay, replyEntry } from '../../../src/exchange/feed/entries.ts';
import { feedScopes, feedSubjects, issuerSlug } from '../../../src/exchange/feed/scopes.ts';
import { stableId } from '../../../src/exchange/feed/stable-id.ts';
import { reply, site } from '../reply.ts';

const subjects = feedSubjects([{ issuer: reply.issuer, year: reply.date.slice(0, 4) }]);
const [all] = feedScopes(site, subjects);
if (!all) throw new Error('every site has a feed of all replies');

describe('the date of an entry', () => {
  it('is that of the document where the publication’s is not known, and says so', () => {
    expect(feedDay(reply)).toBe('2031-04-09');
    expect(replyEntry(reply, 'zh', site).html).toContain('成文日期：2031年4月9日（发布日期未公布）。');
  });

  it('is that of the publication where it is known, and says so', () => {
    const published = { ...reply, published: '2031-04-20' };
    expect(replyEntry(published, 'en', site)).toMatchObject({ day: '2031-04-20' });
    expect(replyEntry(published, 'en', site).html).toContain('Published 20 April 2031.');
  });
});

describe('an entry', () => {
  it('holds the whole text, with every mark of HTML escaped', () => {
    expect(replyEntry(reply, 'zh', site).html).toBe(
      '<p><em>青溪县水务局，青水函〔2031〕12号。成文日期：2031年4月9日（发布日期未公布）。</em></p>' +
        '<p>尊敬的高明代表：</p><h2>一、修复情况</h2><p>* 水位 &#x3C; 3米 &#x26; 稳定。</p>' +
        '<table><tbody><tr><td>年份</td><td>眼数</td></tr><tr><td>2030</td><td>24</td></tr></tbody></table>',
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
    withdrawn: { date: '2031-06-01', why: { zh: '另行答复', en: 'Answered anew' } },
  };

  it('have an entry each, with what and why', () => {
    const entries = correctionEntries(corrected, 'en', site);
    expect(entries.map(({ day, title }) => [day, title.split(':')[0]])).toEqual([
      ['2031-05-01', 'Correction'],
      ['2031-06-01', 'Withdrawn'],
    ]);
    expect(entries[0]?.html).toContain('Number of wells');
    expect(entries[1]?.html).toContain('Answered anew');
    expect(new Set(entries.map(({ id }) => id)).size).toBe(2);
  });

  it('have none where nothing was corrected', () => {
    expect(correctionEntries(reply, 'zh', site)).toEqual([]);
  });
});

describe('the feeds of a site', () => {
  it('are one for all, for corrections, and for each topic, kind, year and answering body', () => {
    expect(feedScopes(site, subjects).map(({ path }) => path)).toEqual([
      '',
      'corrections',
      'topics/wells',
      'answered/suggestion',
      `years/${reply.date.slice(0, 4)}`,
      `issuers/${issuerSlug('青溪县水务局')}`,
    ]);
  });

  it.each([
    [{ topics: ['wells'], answered: 'proposal', issuer: '别的局', year: '1999' }, ['', 'corrections', 'topics/wells']],
    [
      { topics: [], answered: 'suggestion', issuer: '青溪县水务局', year: reply.date.slice(0, 4) },
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
    const xml = atomFeed(buildFeed(all, 'en', site, [replyEntry(reply, 'en', site)]));
    expect(textOf(fromXml(xml))).toContain('Reply to Suggestion No. 7 <draft & final>');
    expect(xml).toContain('xml:lang="en"');
  });

  it('is whole where there is no entry yet', () => {
    expect(atomFeed(buildFeed(all, 'zh', site, []))).toContain('<updated>1970-01-01T00:00:00+08:00</updated>');
  });
});
