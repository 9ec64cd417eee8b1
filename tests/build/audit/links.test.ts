import { describe, expect, test } from 'vitest';
import { parsedPlace, plainPlace } from '../../../src/build/audit/links.ts';

const OWN = 'zh/replies/2024-7/';
const address = 'https://dafu.example';

describe.each(['/', '/site/'])('below %s', (base) => {
  const here = new URL(base + OWN, address);
  const read = (target: string) => parsedPlace({ target, kind: 'link', offset: 0 }, here, base);

  test.each([
    base,
    `${base}zh/about/`,
    `${base}zh/replies/2024-7/index.txt`,
    `${base}zh/about/#p12`,
    `${base}zh/about/#a#b`,
    '#p1',
    '#',
    `${address}${base}`,
    `${address}${base}zh/feed.xml`,
    `${address}${base}zh/about/#s1-2`,
  ])('%s needs no reading of the address to be known', (target) => {
    expect(plainPlace(target, OWN, { address, base })).toEqual(read(target));
    expect(read(target)).toHaveProperty('path');
  });

  test.each([
    'index.txt',
    '../2024-8/',
    `${base}../secret/`,
    `${base}zh/./about/`,
    `${base}.well-known/security.txt`,
    `${base}zh/%61bout/`,
    `${base}zh/关于/`,
    `${base}zh/about/?q=1`,
    `${base}zh/about/#:~:text=x`,
    `${base}zh/about/#%E4%B8%80`,
    `${base}zh\\about\\`,
    ` ${base}zh/about/`,
    `${base}zh/ab\tout/`,
    '//cdn.example.com/x.js',
    '/\\cdn.example.com/x.js',
    `${address}//cdn.example.com/x.js`,
    'HTTPS://dafu.example/zh/',
    'https://dafu.example.evil.example/',
    'https://dafu.example@evil.example/',
    'https://dafu.example:8443/zh/',
    'https://other.example/zh/',
    'javascript:alert(1)',
    'mailto:office@example.gov.cn',
    'https://[',
    '',
  ])('%j is read as an address', (target) => {
    expect(plainPlace(target, OWN, { address, base })).toBeUndefined();
  });
});

describe('a page of the same host outside the site’s path', () => {
  const here = new URL(`/site/${OWN}`, address);
  const read = (target: string, kind: 'link' | 'load' | 'name') =>
    parsedPlace({ target, kind, offset: 0 }, here, '/site/');

  test.each(['link', 'name'] as const)('is another site’s where it is written in full (%s)', (kind) => {
    expect(read(`${address}/art/2024/7.html`, kind)).toBeUndefined();
  });

  test('is a forgotten base where it is not, and loads nothing', () => {
    expect(read('/art/2024/7.html', 'link')).toMatchObject({ rule: { id: 'link-outside' } });
    expect(read(`${address}/art/2024/7.js`, 'load')).toMatchObject({ rule: { id: 'link-outside' } });
  });
});

test.each([
  ['javascript:alert(1)', 'link-scheme'],
  ['JavaScript:alert(1)', 'link-scheme'],
  ['data:text/html,x', 'link-scheme'],
  ['//cdn.example.com/x.js', 'foreign-request'],
  ['/\\cdn.example.com/x.js', 'foreign-request'],
  ['https://dafu.example@evil.example/', 'foreign-request'],
  ['/elsewhere/', 'link-outside'],
  ['/site/../elsewhere/', 'link-outside'],
  ['https://[', 'link-malformed'],
])('%s is refused', (target, rule) => {
  const here = new URL(`/site/${OWN}`, address);
  expect(parsedPlace({ target, kind: 'load', offset: 0 }, here, '/site/')).toMatchObject({ rule: { id: rule } });
});
