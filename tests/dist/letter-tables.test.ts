import { describe, expect, test } from 'vitest';
import { readBuilt } from './site.ts';

const ID = '2004-5-2-s9';
const { blocks }: { blocks: { kind: string; zh: string; rows?: { zh: string[][] } }[] } = JSON.parse(
  readBuilt(`api/v1/replies/${ID}.json`),
);
const table = blocks.find(({ kind }) => kind === 'table');
const rows = table?.rows?.zh ?? [];

/** The texts of the cells of an HTML table, row by row. */
const cellsOf = (html: string) =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gsu)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gsu)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '')),
  );

describe('a table in a letter', () => {
  test('has its rows and cells in the interface, and their words in its text', () => {
    expect(rows).toHaveLength(31);
    expect(rows[0]).toEqual(['序号', '堤段名称', '险情', '加固办法', '计划完成时间']);
    expect(rows[30]?.slice(0, 2)).toEqual(['30', '东河左岸第30段（虚构）']);
    expect(table?.zh).toBe(rows.flat().join(' '));
  });

  test('has the same on the page, with a head', () => {
    const html = /<table.*?<\/table>/su.exec(readBuilt(`zh/replies/${ID}/index.html`))?.[0] ?? '';
    expect(cellsOf(html)).toEqual(rows);
    expect(html).toMatch(/<thead>\s*<tr>\s*<th/);
  });

  test('has the same in the feed', () => {
    const feed: { items: { url: string; content_html: string }[] } = JSON.parse(readBuilt('zh/years/2004/feed.json'));
    const html = feed.items.find(({ url }) => url.endsWith(`/${ID}/`))?.content_html ?? '';
    expect(cellsOf(html)).toEqual(rows);
  });

  test('has the same in Markdown and in plain text', () => {
    const lines = readBuilt(`zh/replies/${ID}/index.md`)
      .split('\n')
      .filter((line) => line.startsWith('|'));
    const cells = lines.map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    expect(cells.filter((row) => !row.every((cell) => /^-+$/.test(cell)))).toEqual(rows);
    expect(readBuilt(`zh/replies/${ID}/index.txt`)).toContain(
      `\n\n${rows.map((row) => row.join('\t')).join('\n')}\n\n`,
    );
  });
});
