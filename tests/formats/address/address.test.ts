import { describe, expect, it } from 'vitest';
import { indexablePage, sitemapFiles } from '../../../src/formats/address/sitemap.ts';
import { redirectPage, securityText } from '../../../src/formats/address/well-known.ts';
import { fileOfPath, missingAddresses, redirectFindings, redirectsSchema } from '../../../src/model/addresses.ts';
import { site } from '../reply.ts';

const built = new Set(['zh/index.html', 'zh/replies/2031-12/index.html', 'data/wells.csv']);
const isBuilt = (file: string) => built.has(file);
const placeOf = (index: number, key: string) => ({ file: 'data/redirects.json', line: index + 1, column: key.length });

/** The texts of a sitemap's files, by their names. */
const sitemapTexts = (...given: Parameters<typeof sitemapFiles>) =>
  new Map(sitemapFiles(...given).map(({ name, write }) => [name, write()]));

describe('redirects', () => {
  it.each([
    ['a page that moved', { from: 'zh/replies/2031-1/', to: 'zh/replies/2031-12/' }, []],
    ['a file that moved', { from: 'data/old.csv', to: 'data/wells.csv' }, []],
    ['an address that still is one', { from: 'zh/', to: 'zh/replies/2031-12/' }, ['redirect-from']],
    ['a target that does not exist', { from: 'zh/old/', to: 'zh/new/' }, ['redirect-to']],
    ['a page without its slash', { from: 'zh/old/', to: 'zh/replies/2031-12' }, ['redirect-to']],
  ])('%s', (_what, redirect, rules) => {
    expect(redirectFindings([redirect], isBuilt, placeOf).map(({ rule }) => rule)).toEqual(rules);
  });

  it('name each address once', () => {
    const twice = { from: 'zh/old/', to: 'zh/' };
    expect(redirectFindings([twice, twice], isBuilt, placeOf)).toMatchObject([
      { rule: 'redirect-from', place: { line: 2 } },
    ]);
  });

  it.each(['/zh/old/', '../old/', 'zh/../old/', 'https://other.example/', '', 'zh//old/', 'zh/a b/'])(
    'refuse the path "%s"',
    (from) => {
      expect(redirectsSchema.safeParse({ redirects: [{ from, to: 'zh/' }] }).success).toBe(false);
    },
  );

  it('have a page without script that leads on, in the language of the address', () => {
    const page = redirectPage({ from: 'en/replies/2031-1/', to: 'en/replies/2031-12/' }, site);
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('http-equiv="refresh" content="0; url=/replies/en/replies/2031-12/"');
    expect(page).toContain('<link rel="canonical" href="https://water.example/replies/en/replies/2031-12/">');
    expect(page).toContain('content="noindex"');
    expect(page).not.toContain('<script');
  });
});

describe('a published address', () => {
  const place = (index: number) => ({ file: 'data/published/addresses.json', line: index + 2 });

  it.each([
    [[''], false],
    [['zh/', 'data/wells.csv'], true],
    [['zh/replies/2031-1/'], false],
  ])('%j is there: %s', (addresses, there) => {
    expect(missingAddresses(addresses, isBuilt, place).length === 0).toBe(there);
  });

  it('that is gone is an error that says how to fix it', () => {
    expect(missingAddresses(['zh/', 'zh/gone/'], isBuilt, place)).toMatchObject([
      {
        rule: 'address-disappeared',
        severity: 'error',
        place: { line: 3 },
        hint: { en: expect.stringContaining('redirects.json') },
      },
    ]);
  });

  it.each([
    ['', 'index.html'],
    ['zh/', 'zh/index.html'],
    ['data/wells.csv', 'data/wells.csv'],
  ])('"%s" is served from %s', (path, file) => {
    expect(fileOfPath(path)).toBe(file);
  });
});

describe('the sitemap', () => {
  const page = (name: string) => ({ address: `https://water.example/${name}/`, alternates: [] });

  it('names pages by code point, with their languages', () => {
    const files = sitemapTexts(
      [page('zh'), { ...page('en'), alternates: [['zh-Hans', 'https://water.example/zh/']] }],
      '',
    );
    expect([...files.keys()]).toEqual(['sitemap.xml']);
    expect(files.get('sitemap.xml')).toMatch(
      /en\/<\/loc><xhtml:link rel="alternate" hreflang="zh-Hans" href="[^"]+zh\/" ?\/>.*zh\/<\/loc>/,
    );
  });

  it('says when a page changed by its record, and of others nothing', () => {
    const text = sitemapTexts([page('zh'), { ...page('en'), changed: '2031-02-03' }], '').get('sitemap.xml');
    expect(text).toContain('<loc>https://water.example/en/</loc><lastmod>2031-02-03</lastmod>');
    expect(text?.match(/<lastmod>/g)).toHaveLength(1);
  });

  it('is cut in several with an index where it would be too long', () => {
    const files = sitemapTexts([page('a'), page('b'), page('c')], 'https://water.example/', 2);
    expect([...files.keys()]).toEqual(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap.xml']);
    expect(files.get('sitemap.xml')).toContain('<loc>https://water.example/sitemap-2.xml</loc>');
  });
});

describe('what a head says to search engines', () => {
  const canonical = '<link rel="canonical" href="https://water.example/zh/?a=1&amp;b=2">';

  it.each([
    ['nothing', '<title>x</title>', undefined],
    ['not to index', `${canonical}<meta name="robots" content="noindex">`, undefined],
    ['its address', canonical, { address: 'https://water.example/zh/?a=1&b=2', alternates: [] }],
    [
      'the day of its last change',
      `${canonical}<meta property="article:published_time" content="2031-01-02"><meta property="article:modified_time" content="2031-02-03">`,
      { address: 'https://water.example/zh/?a=1&b=2', alternates: [], changed: '2031-02-03' },
    ],
    [
      'its languages, but not its feeds',
      `${canonical}<link rel="alternate" hreflang="en" href="/en/"><link rel="alternate" type="application/atom+xml" href="/feed.xml">`,
      { address: 'https://water.example/zh/?a=1&b=2', alternates: [['en', '/en/']] },
    ],
  ])('%s', (_what, head, expected) => {
    expect(indexablePage(head)).toEqual(expected);
  });
});

describe('security.txt', () => {
  it('is left out where the bureau has given nothing', () => {
    expect(securityText(site, 'https://water.example/.well-known/security.txt')).toBeUndefined();
  });

  it('has what RFC 9116 requires', () => {
    const given = { ...site, security: { contact: 'mailto:safety@water.example', expires: '2032-01-31' } };
    expect(securityText(given, 'https://water.example/.well-known/security.txt')).toBe(
      'Contact: mailto:safety@water.example\nExpires: 2032-01-31T23:59:59+08:00\nPreferred-Languages: zh, en\n' +
        'Canonical: https://water.example/.well-known/security.txt\n',
    );
  });
});
