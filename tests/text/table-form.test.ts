import { describe, expect, test } from 'vitest';
import { parseOfficialText, renderOfficialText } from '../../src/text/official-text.ts';
import { columnNames, tableForm } from '../../src/text/table-form.ts';

const row = (columns: number, cell: string) => Array.from({ length: columns }, () => cell);
const long = '完善设施，疏浚渠道，修复护坡，加固堤防，清理淤泥，更换闸门，设置标志，明确责任';

test.each([
  { what: 'three short columns', rows: [['序号', '堤段', '险情'], row(3, '渗水')], form: undefined },
  {
    what: 'a long column beside a short one',
    rows: [
      ['堤段', '办法'],
      ['一', long],
    ],
    form: undefined,
  },
  { what: 'two columns of a hundred characters', rows: [['办法', '说明'], row(2, long.repeat(4))], form: 'wide' },
  { what: 'eight columns', rows: [row(8, '名称'), row(8, '124.5')], form: 'wide' },
  { what: 'long cells in five columns', rows: [row(5, '办法'), row(5, long)], form: 'widest' },
  { what: 'fifteen columns of numbers', rows: [row(15, '一月'), row(15, '124.5')], form: 'widest' },
  { what: 'English words that do not break', rows: [row(5, 'Responsibility'), row(5, 'yes')], form: 'wide' },
  { what: 'rows of different lengths', rows: [['甲'], row(8, '一百二十三')], form: 'widest' },
])('$what: $form', ({ rows, form }) => expect(tableForm(rows)).toBe(form));

describe('what columns are called', () => {
  test.each([
    {
      what: 'by their head',
      rows: [
        ['项目', '数量'],
        ['渠道', '3'],
      ],
      names: ['项目', '数量'],
    },
    {
      what: 'by both rows of a merged head',
      rows: [
        ['区县', '计划', '计划', '备注'],
        ['区县', '2030年', '2031年', '备注'],
        ['甲县', '5', '7', ''],
      ],
      names: ['区县', '计划 2030年', '计划 2031年', '备注'],
    },
    {
      what: 'by the head alone where the next row is data',
      rows: [
        ['区县', '计划', '计划'],
        ['甲县', '5', '7'],
      ],
      names: ['区县', '计划', '计划'],
    },
    {
      what: 'by nothing where the head is empty',
      rows: [
        ['', ''],
        ['甲', '乙'],
      ],
      names: ['', ''],
    },
  ])('$what', ({ rows, names }) => expect(columnNames(rows)).toEqual(names));
});

describe('a wide table of a letter', () => {
  const table = (lines: readonly string[]) =>
    renderOfficialText(parseOfficialText(`代表：\n\n${lines.join('\n')}\n`, { file: 'x', linesBefore: 0 }), []).at(-1);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

  test('names the column at each cell, and keeps the words of the letter', () => {
    const head = ['序号', '区县', '渠道', '长度（千米）', '计划', '计划', '责任单位', '备注'];
    const second = ['序号', '区县', '渠道', '长度（千米）', '2030年', '2031年', '责任单位', '备注'];
    const cells = ['1', '甲县', '东干渠', '12.5', '5', '7.5', '水利局', '无'];
    const piece = table([line(head), line(row(8, '---')), line(second), line(cells)]);
    expect(piece?.html).toMatch(/^<table id="p2" data-n="2" class="wide">/);
    expect(piece?.html).toContain('<tr class="head-row">');
    expect(piece?.html).toContain('<td data-label="计划 2031年">7.5</td>');
    expect(piece?.html.replace(/<[^>]*>|\s/g, '')).toBe([...head, ...second, ...cells].join('').replace(/\s/g, ''));
  });

  test('keeps how its columns stand', () => {
    const piece = table([line(row(8, '名称')), line(row(8, '---:')), line(row(8, '124.5'))]);
    expect(piece?.html).toContain('<td class="align-right" data-label="名称">124.5</td>');
  });

  test('is left alone where it fits a phone', () => {
    expect(table([line(['甲', '乙']), line(row(2, '---')), line(['1', '2'])])?.html).not.toMatch(/class|data-label/);
  });
});
