import { describe, expect, it } from 'vitest';
import { openApi } from '../../src/formats/api/openapi.ts';
import { apiResources } from '../../src/formats/api/resources.ts';
import { buildFeed } from '../../src/formats/feed/build.ts';
import { feedScopes } from '../../src/formats/feed/scopes.ts';
import { bureauLinkedData } from '../../src/formats/metadata/linked-data.ts';
import { namePeriod } from '../../src/language/messages/bureaus.ts';
import { developerWords } from '../../src/language/messages/developers.ts';
import type { Bureau } from '../../src/model/bureau.ts';
import { issuerName } from '../../src/model/site.ts';
import { site as alone } from './reply.ts';

const water: Bureau = {
  id: 'water',
  names: [
    { zh: '青溪县水务局', en: 'Qingxi County Water Bureau', from: '2019-03' },
    { zh: '青溪县水利局', en: 'Qingxi County Water Conservancy Bureau', to: '2019-02' },
  ],
  contact: { email: 'office@water.example', telephones: [{ number: '0800-1234567' }] },
  parent: 'county',
  owners: ['@county/water'],
};
const county: Bureau = { id: 'county', names: [{ zh: '青溪县人民政府' }], owners: [] };
const site = { ...alone, bureaus: [county, water] };
const subjects = { issuers: ['青溪县水利局', '青溪县水务局'], years: ['2031'] };

describe('the feeds of bureaus', () => {
  const own = feedScopes(site, subjects).filter(({ group }) => group === 'bureaus');

  it('are one for each, called as the bureau is today', () => {
    expect(own.map(({ path, label }) => [path, label.zh, label.en])).toEqual([
      ['bureaus/county', '青溪县人民政府', '青溪县人民政府'],
      ['bureaus/water', '青溪县水务局', 'Qingxi County Water Bureau'],
    ]);
  });

  it('hold what a bureau signed, alone or with others', () => {
    const reply = { topics: [], kinds: ['suggestion'], issuers: ['青溪县水利局'], year: '2015' };
    const holding = (bureaus: string[] | undefined) =>
      own.filter(({ holds }) => holds({ ...reply, bureaus })).map(({ bureau }) => bureau);
    expect(holding(['water'])).toEqual(['water']);
    expect(holding(['water', 'county'])).toEqual(['county', 'water']);
    expect(holding(undefined)).toEqual([]);
  });

  it('lead to the bureau’s page', () => {
    const [, scope] = own;
    if (scope === undefined) throw new Error('no feed of the bureau');
    expect(buildFeed(scope, 'zh', site, { entries: [], since: '2031-01-02' }).page).toBe(
      'https://water.example/replies/zh/bureaus/water/',
    );
  });

  it('leave those of each name that signed, whose addresses readers may have', () => {
    expect(
      feedScopes(site, subjects)
        .filter(({ group }) => group === 'issuers')
        .map(({ path }) => path),
    ).toEqual(
      feedScopes(alone, subjects)
        .filter(({ group }) => group === 'issuers')
        .map(({ path }) => path),
    );
  });

  it('are not there where bureaus are not recorded', () => {
    expect(feedScopes(alone, subjects).some(({ group }) => group === 'bureaus')).toBe(false);
  });
});

describe('the JSON interface', () => {
  const ofBureaus = ['/bureaus.json', '/bureaus/{id}/replies.json', '/bureaus/{id}/replies-{page}.json'];

  it('has files of bureaus only where they are recorded', () => {
    expect(
      apiResources(site)
        .filter((resource) => !apiResources(alone).includes(resource))
        .map(({ path }) => path),
    ).toEqual(ofBureaus);
    expect(Object.keys(openApi(alone, { server: '', page: '', examples: {} }).paths)).toEqual(
      apiResources(alone).map(({ path }) => path),
    );
  });

  it('is described in words of both languages, file by file', () => {
    for (const words of Object.values(developerWords))
      expect(Object.keys(words.summaries).sort()).toEqual(
        apiResources(site)
          .map(({ path }) => path)
          // Further pages are told of in the same words, whatever they list.
          .filter((path) => !path.includes('{page}'))
          .sort(),
      );
  });
});

describe('a bureau for search engines', () => {
  it('has its former names and what it belongs to', () => {
    expect(bureauLinkedData(water, 'en', site)).toMatchObject({
      '@type': 'GovernmentOrganization',
      '@id': 'https://water.example/replies/en/bureaus/water/',
      name: 'Qingxi County Water Bureau',
      alternateName: ['Qingxi County Water Conservancy Bureau'],
      telephone: '0800-1234567',
      parentOrganization: { '@id': 'https://water.example/replies/en/bureaus/county/' },
    });
  });
});

describe('the name that signed', () => {
  it.each([
    ['青溪县水利局', 'en', 'Qingxi County Water Conservancy Bureau'],
    ['青溪县水利局', 'zh', '青溪县水利局'],
    ['青溪县人民政府', 'en', '青溪县人民政府'],
    ['别的县水务局', 'en', '别的县水务局'],
  ] as const)('%s in %s is %s', (issuer, locale, name) => {
    expect(issuerName(issuer, locale, site)).toBe(name);
  });
});

describe('when a name was borne, in words', () => {
  it.each([
    [{}, undefined, undefined],
    [{ from: '2019' }, '2019年起', 'since 2019'],
    [{ to: '2019-02' }, '至2019年2月', 'until February 2019'],
    [{ from: '1984', to: '2019-03-24' }, '1984年至2019年3月24日', '1984 to 24 March 2019'],
  ])('%j', (name, zh, en) => {
    expect([namePeriod(name, 'zh'), namePeriod(name, 'en')]).toEqual([zh, en]);
  });
});
