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
  ])('%s: %s', (query, form) => {
    expect(otherForms(query)).toContain(form);
  });

  test.each(['2024-13-31', '2024-2-30', '2024-7', '0355-2021855', '12024-12-31'])('%s is none', (query) => {
    expect(otherForms(query)).toEqual([]);
  });
});

describe('a counted number has other forms', () => {
  test.each([
    ['36座', ['三十六座']],
    ['三十六座', ['36座']],
    ['24个村', ['二十四个村']],
    ['2个', ['二个', '两个']],
    ['两座', ['2座']],
    ['十二户', ['12户']],
    ['1200户', ['一千二百户']],
    ['1005户', ['一千零五户']],
    ['第109号', ['第一百零九号']],
    ['十五届五次会议', ['15届5次会议']],
  ])('%s: %s', (query, forms) => {
    expect(otherForms(query)).toEqual(expect.arrayContaining(forms));
  });

  test.each(['3.6万亩', '绿化', '一些', '统一管理', '36', 'green 36', '三峡'])('%s has none', (query) => {
    expect(otherForms(query)).toEqual([]);
  });

  test('which is read back as the same number', () => {
    for (const value of [1, 10, 15, 20, 99, 100, 101, 110, 900, 1000, 1001, 1010, 1100, 9999]) {
      const [characters = ''] = otherForms(`${value}座`);
      expect(otherForms(characters), characters).toContain(`${value}座`);
    }
  });
});
