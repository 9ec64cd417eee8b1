import { describe, expect, test } from 'vitest';
import { readBuilt } from './site.ts';

const rowOf = (locale: string, id: string) =>
  new RegExp(`<tr id="?${id}"?[ >].*?</tr>`, 'su').exec(readBuilt(`${locale}/commitments/index.html`))?.[0] ?? '';

describe('what was published of commitments', () => {
  test('is told with its day, its words and a link that lands on them', () => {
    const row = rowOf('en', 'renewal-in-four-years');
    expect(row).toMatch(/<time datetime="2026-03-02">2 March 2026: Under way<\/time>/);
    expect(row).toContain('The renewal done in 2025 came to 33,100 mu, more than planned for the year</q>');
    expect(row).toMatch(/href="\/en\/replies\/2026-3\/#p2:~:text=/);
    expect(row).not.toContain('not verified');
  });

  test('is told newest first; of a page elsewhere, that this site did not verify it; Chinese words are marked', () => {
    const row = rowOf('en', 'meters-second-lot');
    expect([...row.matchAll(/datetime="([\d-]+)"/g)].map(([, day]) => day)).toEqual(['2026-01-08', '2025-06-30']);
    expect(row).toContain('<q lang="zh-Hans">第二批更换水表850只</q>');
    expect(row).toContain('href="https://county.example/notices/2026/2.html"');
    expect(row).toContain('not verified by this site');
  });

  test('where nothing was, is said to be nothing since the day of the promise', () => {
    expect(rowOf('zh', 'area-2026')).toContain('2025年5月6日以来没有公布进展');
    expect(rowOf('en', 'area-2026')).toContain('nothing published since 6 May 2025');
    // The result of this one stands in a dataset.
    expect(rowOf('zh', 'area-2025')).not.toContain('没有公布进展');
  });

  test('is counted by status', () => {
    const tally =
      /<section class="?status-tally.*?<\/section>/su.exec(readBuilt('zh/commitments/index.html'))?.[0] ?? '';
    const counts = [...tally.matchAll(/<dt>([^<]+)<\/dt><dd><span[^>]*>(\d+)<\/span>项<\/dd>/g)].map(
      ([, label, count]) => `${label} ${count}`,
    );
    expect(counts).toEqual(expect.arrayContaining(['部分兑现 1', '办理中 1', '有变化 1', '已兑现 0', '未兑现 0']));
    const all: { items: unknown[] } = JSON.parse(readBuilt('api/v1/commitments.json'));
    const sum = counts.reduce((total, line) => total + Number(/\d+$/.exec(line)?.[0]), 0);
    expect(sum).toBe(all.items.length);
  });

  test('is in the interface, the feed and the calendar', () => {
    const { items }: { items: { id: string; progress: { status: string }[] }[] } = JSON.parse(
      readBuilt('api/v1/commitments.json'),
    );
    expect(items.find(({ id }) => id === 'meters-second-lot')?.progress.map(({ status }) => status)).toEqual([
      'under-way',
      'partly',
    ]);
    const feed = readBuilt('zh/commitments/feed.xml');
    expect(feed).toContain('<title>部分兑现：第二批更换水表不少于900只</title>');
    expect(feed).toContain('2026-01-08T00:00:00+08:00');
    const calendar = readBuilt('zh/commitments/calendar.ics').replaceAll('\r\n ', '');
    expect(calendar).toContain(
      'DTSTART;VALUE=DATE:20260108\r\nSUMMARY;LANGUAGE=zh-Hans:部分兑现：第二批更换水表不少于900只',
    );
    expect(calendar).toContain('DESCRIPTION;LANGUAGE=zh-Hans:部分兑现：第二批更换水表不少于900只');
  });
});
