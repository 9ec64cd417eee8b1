import { describe, expect, it } from 'vitest';
import { datasetLinkedData, temporalCoverage } from '../../../src/formats/metadata/dataset-linked-data.ts';
import { registrations } from '../../../src/formats/metadata/government.ts';
import { openGraphLocale, pageTags } from '../../../src/formats/metadata/head-tags.ts';
import type { Locale } from '../../../src/model/locale.ts';
import { fictionalDataset } from '../../charts/dataset.ts';
import { site } from '../reply.ts';

describe('the time that a dataset speaks of', () => {
  it.each([
    [['2024'], '2024'],
    [['2024-05-06'], '2024-05-06'],
    [['2023', '2019', '2021'], '2019/2023'],
    [['2019/2025-05-06', '2024'], '2019/2025-05-06'],
    [['2024/2025', '2025-05-06'], '2024/2025'],
    [['../2025-05-06', '2019'], '../2025-05-06'],
    [['2025-05-06', '2025'], '2025'],
    [[], undefined],
  ])('%j is %s', (periods, expected) => {
    expect(temporalCoverage(periods.map((period) => ({ period })))).toBe(expected);
  });
});

describe('a dataset for schema.org', () => {
  const links = { home: '', file: (name: string) => name, page: (id: string) => id };

  it.each([
    ['mu', 'zh', { unitText: '亩', unitCode: undefined }],
    ['ha', 'en', { unitText: 'ha', unitCode: 'HAR' }],
    ['yuan', 'zh', { unitText: '元', unitCode: undefined }],
    ['percent', 'zh', { unitText: '%', unitCode: 'P1' }],
    ['cubic-metre', 'zh', { unitText: '立方米', unitCode: 'MTQ' }],
  ] as const)('in %s says in %s which unit its files count in', (unit, locale, expected) => {
    const { variableMeasured } = datasetLinkedData(
      { ...fictionalDataset({ observations: [{ period: '2024', value: '1' }] }), unit },
      site,
      locale,
      links,
    );
    expect(variableMeasured).toMatchObject(expected);
  });
});

describe('where a page is shared', () => {
  it.each([
    ['zh', 'zh_CN'],
    ['en', 'en_US'],
    ['ug', 'ug_CN'],
  ] as const)('%s is %s', (locale, expected) => expect(openGraphLocale(locale as Locale)).toBe(expected));

  it('its other languages are named, and not its own', () => {
    const page = { title: 't', description: 'd', url: 'https://water.example/', siteName: 's' };
    const tags = pageTags({ ...page, locale: 'en', languages: ['zh', 'en'] });
    expect(tags).toContainEqual(['og:locale', 'en_US']);
    expect(tags.filter(([name]) => name === 'og:locale:alternate')).toEqual([['og:locale:alternate', 'zh_CN']]);
    const alone = pageTags({ ...page, locale: 'zh', languages: ['zh'] });
    expect(alone.map(([name]) => name)).not.toContain('og:locale:alternate');
  });
});

describe('what a site is registered under', () => {
  it('is on no page where the bureau has given nothing', () => {
    expect(registrations({ identifiers: {} }, 'zh')).toEqual([]);
  });

  it('leads to the register where that has a page', () => {
    const identifiers = { siteIdCode: '0000000000', icp: '虚构备0号', psb: '虚公网安备00000000000012号' };
    expect(registrations({ identifiers }, 'zh')).toEqual([
      { text: '网站标识码：0000000000', href: undefined },
      { text: '虚构备0号', href: 'https://beian.miit.gov.cn/' },
      { text: '虚公网安备00000000000012号', href: 'https://beian.mps.gov.cn/#/query/webSearch?code=00000000000012' },
    ]);
  });
});
