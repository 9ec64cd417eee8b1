import { describe, expect, it } from 'vitest';
import {
  type Bureau,
  bureauOf,
  bureausAbove,
  bureausBelow,
  bureausOf,
  bureausSchema,
  bureauTree,
  currentName,
  isBorneOn,
  nameIn,
  otherNames,
  sharePeriod,
} from '../../src/model/bureau.ts';
import { USUAL_LANGUAGES } from '../../src/model/locale.ts';
import { readYaml } from '../../src/model/yaml-source.ts';

const read = (text: string): Bureau[] =>
  readYaml(text, bureausSchema(USUAL_LANGUAGES), { file: 'content/bureaus.yaml', linesBefore: 0 }).bureaus;

const COUNTY = read(`
bureaus:
  - id: county
    names: [{ zh: 虚构县人民政府, en: Made-up County People’s Government }]
  - id: water
    parent: county
    names:
      - { zh: 虚构县水务局, en: Made-up County Water Affairs Bureau, from: 2019-03-25 }
      - { zh: 虚构县水利局, from: 1984, to: 2019-03 }
  - id: farming
    parent: county
    names:
      - { zh: 虚构县农业农村局, from: 2019 }
      - { zh: 虚构县乡村振兴局, from: 2021 }
      - { zh: 虚构县农业局, to: 2019 }
  - id: reservoir
    parent: water
    names: [{ zh: 虚构县水库管理所 }]
  - id: salt
    names: [{ zh: 虚构县盐务局, to: 2008 }, { zh: 虚构县盐务管理局, to: 2016-12-31 }]
`);

const [county, water, farming, reservoir, salt] = COUNTY as [Bureau, Bureau, Bureau, Bureau, Bureau];

describe('when a name was borne', () => {
  it.each([
    ['2019-03-25', {}, true],
    ['2018-12-31', { from: '2019' }, false],
    ['2019-01-01', { from: '2019' }, true],
    ['2019-12-31', { to: '2019' }, true],
    ['2020-01-01', { to: '2019' }, false],
    ['2019-02-28', { from: '2019-03' }, false],
    ['2019-03-31', { to: '2019-03' }, true],
    ['2019-04-01', { to: '2019-03' }, false],
    ['2019-03-24', { from: '2019-03-25' }, false],
    ['2019-03-25', { from: '2019-03-25', to: '2019-03-25' }, true],
  ])('%s of %j: %s', (day, name, borne) => {
    expect(isBorneOn(name, day)).toBe(borne);
  });
});

describe('two periods of names', () => {
  it.each([
    ['one without ends meets every other', {}, { from: '2019' }, true],
    ['one after the other', { to: '2018' }, { from: '2019' }, false],
    ['one may end in the year in which the other begins', { to: '2019' }, { from: '2019' }, false],
    ['… or within that year', { to: '2019-03-24' }, { from: '2019' }, false],
    ['on one day both were borne', { to: '2019-03-25' }, { from: '2019-03-25' }, true],
    ['the day after', { to: '2019-03-24' }, { from: '2019-03-25' }, false],
    ['one within the other', { from: '2000', to: '2020' }, { from: '2005', to: '2006' }, true],
  ])('%s', (_name, one, other, both) => {
    expect(sharePeriod(one, other)).toBe(both);
    expect(sharePeriod(other, one)).toBe(both);
  });
});

describe('the names of a bureau', () => {
  it('today is the first that has no end: a second name plate (加挂牌子) is another name', () => {
    expect(currentName(farming).zh).toBe('虚构县农业农村局');
    expect(otherNames(farming).map(({ zh }) => zh)).toEqual(['虚构县乡村振兴局', '虚构县农业局']);
  });

  it('of a body that is no more, is the last', () => {
    expect(currentName(salt).zh).toBe('虚构县盐务管理局');
  });

  it('has its Chinese where there is no English, and says so', () => {
    expect(nameIn(currentName(water), 'en')).toEqual({ text: 'Made-up County Water Affairs Bureau', locale: 'en' });
    expect(nameIn(currentName(farming), 'en')).toEqual({ text: '虚构县农业农村局', locale: 'zh' });
  });
});

describe('the bureau that signed', () => {
  it.each([
    ['虚构县水务局', '2024-05-06', 'water'],
    ['虚构县水利局', '2018-05-06', 'water'],
    // Outside its years a name still leads to its bureau: the check has said what is wrong with it.
    ['虚构县水利局', '2024-05-06', 'water'],
    ['别的县水利局', '2018-05-06', undefined],
  ])('%s on %s: %s', (name, day, id) => {
    expect(bureauOf(COUNTY, name, day)?.bureau.id).toBe(id);
  });

  it('is the one that bore the name then, where a name passed to another', () => {
    const passed = read(`
bureaus:
  - { id: old, names: [{ zh: 虚构县规划局, to: 2010 }] }
  - { id: new, names: [{ zh: 虚构县规划局, from: 2019 }] }
`);
    expect(bureauOf(passed, '虚构县规划局', '2009-01-01')?.bureau.id).toBe('old');
    expect(bureauOf(passed, '虚构县规划局', '2020-01-01')?.bureau.id).toBe('new');
  });

  it('are several of a joint reply, each once', () => {
    const joint = { issuers: ['虚构县农业农村局', '虚构县水务局', '虚构县乡村振兴局'], date: '2024-05-06' };
    expect(bureausOf(COUNTY, joint).map(({ id }) => id)).toEqual(['farming', 'water']);
  });
});

describe('what stands above and below', () => {
  it('is found in both directions', () => {
    expect(bureausAbove(COUNTY, reservoir).map(({ id }) => id)).toEqual(['water', 'county']);
    expect(bureausBelow(COUNTY, county).map(({ id }) => id)).toEqual(['water', 'farming']);
  });

  it('is told as a tree', () => {
    expect(bureauTree(COUNTY).map(({ bureau: { id }, depth }) => `${depth} ${id}`)).toEqual([
      '0 county',
      '1 water',
      '2 reservoir',
      '1 farming',
      '0 salt',
    ]);
  });

  it('ends where parents make a circle', () => {
    const circle = read(
      'bureaus:\n  - { id: a, names: [{ zh: 甲 }], parent: b }\n  - { id: b, names: [{ zh: 乙 }], parent: a }',
    );
    const [a] = circle as [Bureau];
    expect(bureausAbove(circle, a).map(({ id }) => id)).toEqual(['b']);
  });
});

describe('content/bureaus.yaml', () => {
  const text = (name: string) => `bureaus:\n  - { id: water, names: [{ zh: 虚构县水利局, ${name} }] }`;

  it.each(['from: 2019', 'from: "2019"', 'from: 2019-03', 'to: 2019-03-25'])('accepts %s', (name) => {
    expect(() => read(text(name))).not.toThrow();
  });

  it.each(['from: 2019-13', 'from: 2019-0', 'from: 19', 'to: 2019-02-30', 'to: 去年', 'to: true', 'from: 2019.5'])(
    'refuses %s with its place',
    (name) => {
      expect(() => read(text(name))).toThrow(/bureaus\.yaml:2:\d+: .*must be a year \(2019\), a month/);
    },
  );
});
