import { describe, expect, test } from 'vitest';
import { otherForms } from '../../src/search/other-forms.ts';

describe('a date has other forms', () => {
  test.each([
    ['2024-12-31', '2024年12月31日'],
    ['2024/12/31', '2024年12月31日'],
    ['2024.12.31', '2024-12-31'],
    ['2024年12月31日', '2024-12-31'],
    ['2024年12月31日', '二〇二四年十二月三十一日'],
    ['二〇二四年十二月三十一日', '2024年12月31日'],
    ['二零二四年九月一日', '2024年9月1日'],
    ['2024年9月1日', '2024年09月01日'],
    ['2024-9-1', '2024-09-01'],
    ['2024年12月', '二〇二四年十二月'],
    ['31 December 2024', '2024年12月31日'],
    ['December 31, 2024', '31 December 2024'],
    ['截至2024-12-31完成', '截至2024年12月31日完成'],
    ['20241231', '2024年12月31日'],
    ['二○二四年九月一日', '2024年9月1日'],
    ['二O二四年九月一日', '2024年9月1日'],
    ['二0二四年九月一日', '二〇二四年九月一日'],
    ['Dec 31, 2024', '31 December 2024'],
    ['Dec. 31, 2024', '2024年12月31日'],
    ['31 Dec 2024', 'December 31, 2024'],
    ['31st December 2024', '2024年12月31日'],
    ['the 3rd of Sept. 2024', 'the 3 September 2024'],
    ['December 31st, 2024', '2024-12-31'],
    ['Sep 2024', 'September 2024'],
    ['2024年9月20号', '2024年9月20日'],
    ['9月20号', '九月二十日'],
    ['九月二十日', '9月20日'],
    ['每年9月20日', '每年九月二十日'],
    ['20 September', '9月20日'],
    ['September 20th', '20 September'],
    ['31/12/2024', '2024年12月31日'],
    ['31.12.2024', '31 December 2024'],
    ['5/6/2024', '5 June 2024'],
    ['12/31/2024', '31 December 2024'],
    ['2024年12月31日至2025年1月1日', '2024-12-31至2025-1-1'],
    ['2024年12月31日至2025年1月1日', '二〇二四年十二月三十一日至二〇二五年一月一日'],
  ])('%s: %s', (query, form) => {
    expect(otherForms(query)).toContain(form);
  });

  test.each([
    '2024-13-31',
    '2024-2-30',
    '2024-7',
    '0355-2021855',
    '12024-12-31',
    '20241331',
    'mayor 2024',
    '31/13/2024',
    '30-2-2024',
  ])('%s is none', (query) => {
    expect(otherForms(query)).toEqual([]);
  });
});

describe('a unit has other names', () => {
  test.each([
    ['2,160 hectares', ['2,160 ha']],
    ['2160 ha', ['2160 hectare', '2160 hectares']],
    ['0.5ha of land', ['0.5 hectares of land']],
    ['5 square kilometres', ['5 km2', '"5 sq km"']],
    ['21.6平方公里', ['21.6平方千米', '21.6km2']],
    ['5万千瓦时', ['5万千瓦小时', '5万度电']],
    ['30千克', ['30公斤', '30kg']],
    ['5000㎡', ['5000平方米']],
    ['沿线5公里长', ['沿线5千米长']],
  ])('%s: %s', (query, forms) => {
    expect(otherForms(query)).toEqual(expect.arrayContaining(forms));
  });

  test.each(['15天', '36周', '公里', 'ha', '3 hats'])('%s names none of them', (query) => {
    expect(otherForms(query).filter((form) => /工作|星期|千米|hectare|metre/.test(form) && form !== query)).toEqual([]);
  });
});

describe('a counted number has other forms', () => {
  test.each([
    ['36座', ['三十六座']],
    ['三十六座', ['36座']],
    ['24个村', ['二十四个村']],
    ['十二小时', ['12小时']],
    ['30分钟', ['三十分钟']],
    ['第三款', ['第3款']],
    ['打井五眼', ['打井5眼']],
    ['2个', ['二个', '两个']],
    ['两座', ['2座']],
    ['十二户', ['12户']],
    ['1200户', ['一千二百户']],
    ['1005户', ['一千零五户']],
    ['第109号', ['第一百零九号']],
    ['十五届五次会议', ['15届5次会议']],
    ['第2次', ['第二次']],
    ['第二次会议', ['第2次会议']],
    ['2024年', ['二〇二四年', '二零二四年']],
    ['二零二四年', ['2024年', '二〇二四年']],
    ['200户', ['二百户', '两百户']],
    ['二百户', ['200户', '两百户']],
  ])('%s: %s', (query, forms) => {
    expect(otherForms(query)).toEqual(expect.arrayContaining(forms));
  });

  test.each([
    ['36000元', ['3.6万元', '三万六千元']],
    ['36,000元', ['3.6万元']],
    ['三点三一万亩', ['3.31万亩', '33100亩']],
    ['3.6万元', ['36000元', '三万六千元']],
    ['三万六千元', ['36000元', '3.6万元']],
    ['1.2万人', ['12000人']],
    ['二万亩', ['20000亩', '2万亩', '两万亩']],
    ['3.6亿元', ['36000万元', '三亿六千万元', '360000000元']],
    ['5百万元', ['500万元', '五百万元']],
    ['1.05亿元', ['10500万元', '一亿零五百万元']],
    // 1.1 × 100,000,000 is no whole number in binary.
    ['11000万元', ['1.1亿元', '一亿一千万元']],
    ['36000', ['3.6万', '三万六千']],
    ['3.6万亩', ['36000亩']],
  ])('%s: %s', (query, forms) => {
    expect(otherForms(query)).toEqual(expect.arrayContaining(forms));
  });

  test.each([
    ['thirty-six wells', ['36 wells']],
    ['36 wells', ['"thirty-six" wells']],
    ['thirty-six', ['36']],
    ['three counties', ['3 counties']],
    ['two hundred and five wells', ['205 wells']],
    ['900 million yuan', ['900000000 yuan']],
    ['0.9 billion yuan', ['"900 million" yuan']],
    ['nine hundred million yuan', ['"900 million" yuan']],
  ])('%s: %s', (query, forms) => {
    expect(otherForms(query)).toEqual(expect.arrayContaining(forms));
  });

  test.each([
    ['71%', ['百分之七十一', '"71 per cent"', '"71 percent"']],
    ['71％', ['百分之七十一']],
    ['百分之七十一', ['71%']],
    ['百分之零点五', ['0.5%']],
    ['0.05%', ['百分之零点零五']],
    ['71 percent of villages', ['71% of villages']],
    ['占百分之七十一点五', ['占71.5%']],
  ])('%s: %s', (query, forms) => {
    expect(otherForms(query)).toEqual(expect.arrayContaining(forms));
  });

  test.each(['first batch', 'the twenty-first meeting', 'one of the', '7 of 2024', 'a thousandth'])(
    '%s counts nothing',
    (query) => {
      expect(otherForms(query)).toEqual([]);
    },
  );

  test.each([
    '3.6',
    '绿化',
    '一些',
    '统一管理',
    '36',
    '2024',
    '2021855',
    'green 36',
    '三峡',
    '万元',
    '十分重要',
    '三小',
  ])('%s has none', (query) => {
    expect(otherForms(query)).toEqual([]);
  });

  test('which is read back as the same number', () => {
    for (const value of [
      1, 10, 15, 20, 99, 100, 101, 110, 900, 1000, 1001, 1010, 1100, 9999, 20_000, 105_000_000, 1_050_000, 36e8,
    ]) {
      const characters = otherForms(`${value}座`).find((form) => !/\d/.test(form)) ?? '';
      expect(otherForms(characters), characters).toContain(`${value}座`);
    }
  });
});

test.each([
  ['治理项目表.docx', ['治理项目表']],
  ['《治理项目表》.PDF', ['《治理项目表》']],
])('%s, the name of a file, is looked for without its ending', (query, forms) => {
  expect(otherForms(query)).toEqual(forms);
});
