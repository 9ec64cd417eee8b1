import { describe, expect, it } from 'vitest';
import { formatPlace } from '../../src/errors.ts';
import { checkSample, rulesIn, sampleSite, withExample } from './sample.ts';

const BUREAUS = 'content/bureaus.yaml';
const RULES = /^(?:bureau-|issuer-|reply-address-twice)/;

/** The rules about bureaus that the sample breaks with a record of bureaus, signed by `issuer` on 2024-05-06. */
function findings(record: string, issuer = '虚构县水利局') {
  const site = withExample([
    { kind: 'file', path: BUREAUS, text: record },
    { kind: 'key', path: 'content/replies/2024-7/zh.mdx', text: `issuer: ${issuer}` },
  ]);
  return checkSample(site).findings.filter(({ rule }) => RULES.test(rule));
}

const HOST = '  - { id: water, names: [{ zh: 虚构县水利局 }] }\n';
const bureaus = (...others: readonly string[]) => `bureaus:\n${HOST}${others.map((line) => `  - ${line}\n`).join('')}`;

describe('a record of bureaus that is right', () => {
  it.each([
    ['of one bureau', bureaus()],
    [
      'with former names',
      'bureaus:\n  - { id: water, names: [{ zh: 虚构县水利局, from: 2019-03 }, { zh: 虚构县水务局, to: 2019-03 }] }\n',
    ],
    [
      'with two name plates at one time',
      'bureaus:\n  - { id: water, names: [{ zh: 虚构县水利局 }, { zh: 虚构县河长制办公室, from: 2017 }] }\n',
    ],
    [
      'that bore one name twice',
      'bureaus:\n  - { id: water, names: [{ zh: 虚构县水利局, from: 2019 }, { zh: 虚构县水务局, from: 2010, to: 2018 }, { zh: 虚构县水利局, to: 2009 }] }\n',
    ],
    [
      'where a name passed on',
      bureaus(
        '{ id: old, names: [{ zh: 虚构县规划局, to: 2010 }] }',
        '{ id: new, names: [{ zh: 虚构县规划局, from: 2010 }] }',
      ),
    ],
    [
      'with parents recorded later',
      bureaus(
        '{ id: unit, names: [{ zh: 虚构县水库管理所 }], parent: office }',
        '{ id: office, names: [{ zh: 虚构县水库处 }], parent: water }',
      ),
    ],
    [
      'with the English of site.yaml',
      'bureaus:\n  - { id: water, names: [{ zh: 虚构县水利局, en: Made-up County Water Bureau }] }\n',
    ],
  ])('%s', (_name, record) => {
    expect(findings(record)).toEqual([]);
  });

  it('is not asked for: without one, any name may sign', () => {
    const site = withExample([{ kind: 'key', path: 'content/replies/2024-7/zh.mdx', text: 'issuer: 别的县水务局' }]);
    expect(rulesIn(checkSample(site).findings).filter((rule) => RULES.test(rule))).toEqual([]);
  });

  it('lets a folder of a bureau hold its replies, and those of bodies below it', () => {
    const site = sampleSite();
    const record = bureaus('{ id: county, names: [{ zh: 虚构县人民政府 }] }').replace(
      '}] }\n',
      '}], parent: county }\n',
    );
    site.set(BUREAUS, new TextEncoder().encode(record));
    for (const folder of ['water', 'county'])
      for (const locale of ['zh', 'en'])
        site.set(
          `content/replies/${folder}/2024-9/${locale}.mdx`,
          new TextEncoder().encode(
            new TextDecoder()
              .decode(sampleSite().get(`content/replies/2024-7/${locale}.mdx`) as Uint8Array)
              .replace('7号', folder === 'water' ? '9号' : '甲〔2024〕9号'),
          ),
        );
    expect(rulesIn(checkSample(site).findings).filter((rule) => RULES.test(rule))).toEqual([]);
  });
});

describe('a record of bureaus with a fault', () => {
  it.each([
    ['an id used twice', bureaus('{ id: water, names: [{ zh: 虚构县农业局 }] }'), 'bureau-twice 3:11'],
    [
      'a name used twice',
      bureaus('{ id: farming, names: [{ zh: 虚构县农业局 }, { zh: 虚构县水利局 }] }'),
      'bureau-twice 3:44',
    ],
    [
      'a name twice at one bureau',
      'bureaus:\n  - { id: water, names: [{ zh: 虚构县水利局 }, { zh: 虚构县水利局, from: 2019 }] }\n',
      'bureau-twice 2:42',
    ],
    [
      'a name passed on too early',
      bureaus(
        '{ id: a, names: [{ zh: 虚构县规划局, to: 2010 }] }',
        '{ id: b, names: [{ zh: 虚构县规划局, from: 2009 }] }',
      ),
      'bureau-twice 4:22',
    ],
    [
      'years the wrong way round',
      bureaus('{ id: farming, names: [{ zh: 虚构县农业局, from: 2019-05, to: 2019-04-30 }] }'),
      'bureau-years 3:28',
    ],
    [
      'a parent that is not recorded',
      bureaus('{ id: farming, names: [{ zh: 虚构县农业局 }], parent: county }'),
      'bureau-parent 3:53',
    ],
    [
      'a bureau that is its own parent',
      bureaus('{ id: farming, names: [{ zh: 虚构县农业局 }], parent: farming }'),
      'bureau-parent 3:53',
    ],
  ])('%s', (_name, record, expected) => {
    expect(
      findings(record).map(({ rule, place }) => `${rule} ${formatPlace(place).replace(`${BUREAUS}:`, '')}`),
    ).toEqual([expected]);
  });

  it('tells a circle of parents at each that is part of it, and at no other', () => {
    const circle = bureaus(
      '{ id: a, names: [{ zh: 甲 }], parent: b }',
      '{ id: b, names: [{ zh: 乙 }], parent: c }',
      '{ id: c, names: [{ zh: 丙 }], parent: a }',
      '{ id: d, names: [{ zh: 丁 }], parent: a }',
    );
    expect(findings(circle).map(({ rule, place }) => `${rule} ${place.line}`)).toEqual([
      'bureau-parent 3',
      'bureau-parent 4',
      'bureau-parent 5',
    ]);
    expect(findings(circle)[0]?.message.en).toBe('the parents make a circle: a → b → c → a');
  });

  it.each([
    [
      'does not have the host',
      'bureaus:\n  - { id: farming, names: [{ zh: 虚构县农业局 }] }\n',
      '虚构县农业局',
      '没有“虚构县水利局”',
    ],
    [
      'has the host under a name of the past',
      'bureaus:\n  - { id: water, names: [{ zh: 虚构县水利局, to: 2024-05 }, { zh: 虚构县水务局, from: 2024-05 }] }\n',
      '虚构县水利局',
      '现在不用这个名称了',
    ],
    [
      'has another English name of the host',
      'bureaus:\n  - { id: water, names: [{ zh: 虚构县水利局, en: Water Office }] }\n',
      '虚构县水利局',
      'Water Office',
    ],
  ])('%s', (_name, record, issuer, message) => {
    const [own, ...others] = findings(record, issuer);
    expect(own).toMatchObject({ rule: 'bureau-host', place: { file: 'content/site.yaml', line: 5 } });
    expect(own?.message.zh).toContain(message);
    expect(others).toEqual([]);
  });
});

describe('who signed a reply', () => {
  const record =
    'bureaus:\n  - { id: water, names: [{ zh: 虚构县水利局, from: 2019 }, { zh: 虚构县水务局, to: 2019-03 }] }\n';

  it.each([
    ['虚构县水力局', 'issuer-unknown', '是不是“虚构县水利局”'],
    ['水利局', 'issuer-unknown', '是不是“虚构县水利局”'],
    ['虚构县农业局', 'issuer-unknown', '旧称加在该单位的 names 里'],
    ['虚构县水务局', 'issuer-outside-years', '当时的名称是“虚构县水利局”'],
  ])('%s: %s', (issuer, rule, hint) => {
    const [own] = findings(record, issuer);
    expect(own).toMatchObject({ rule, place: { file: 'content/replies/2024-7/zh.mdx' } });
    expect(own?.hint.zh).toContain(hint);
  });

  it('is not judged by a record that could not be read whole', () => {
    expect(findings('bureaus:\n  - { id: Water!, names: [{ zh: 虚构县水利局 }] }\n', '别的局')).toEqual([]);
  });
});
