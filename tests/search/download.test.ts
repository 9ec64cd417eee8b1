import { csvParseRows } from 'd3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resultsCsv } from '../../src/site/scripts/search-download.ts';
import { type BuiltIndex, buildIndex } from './built-index.ts';
import { made } from './made.ts';

const PAGE = 'https://water.example/zh/search/?q=x';

describe('results as CSV', () => {
  let found: BuiltIndex;
  beforeAll(async () => {
    found = await buildIndex([
      made('2024-7', ['机井，“双表”："一用一备"。'], { number: '虚水函〔2024〕7号', title: '关于机井的答复' }),
      made('2024-8', ['机井。'], { title: '＝HYPERLINK("机井")', date: '2024-02-01' }),
      made('2024-9', ['-机井 @一号'], { title: '@机井', date: '2024-01-01' }),
    ]);
  });
  afterAll(() => found.remove());

  const rows = async (query: string) => {
    const csv = resultsCsv(await found.search(query), 'zh', PAGE);
    expect(csv.startsWith('\ufeff')).toBe(true);
    return csvParseRows(csv.slice(1));
  };

  test('are read back by another program, with whole addresses', async () => {
    const [head, ...lines] = await rows('机井');
    expect(head).toEqual(['类别', '标题', '文号', '日期', '状态', '语言', '网址', '所在段落']);
    const line = lines.find(([, title]) => title === '关于机井的答复');
    expect(line).toEqual([
      '答复',
      '关于机井的答复',
      '虚水函〔2024〕7号',
      '2024-03-01',
      '',
      '中文文本',
      'https://water.example/zh/replies/2024-7/#p1',
      '机井，“双表”："一用一备"。',
    ]);
    expect(lines).toHaveLength(3);
  });

  test('hold nothing that a spreadsheet would run, full-width signs included', async () => {
    const cells = (await rows('机井')).flat();
    expect(cells.filter((cell) => /^[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
    expect(cells).toContain('\'＝HYPERLINK("机井")');
  });

  test('are a head alone where there are none', async () => {
    expect(await rows('水库')).toHaveLength(1);
  });
});
