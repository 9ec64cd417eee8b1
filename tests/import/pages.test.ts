import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/import/read-source.ts';
import { importReply } from '../../src/import/reply.ts';
import { outline, readFileCases } from './cases.ts';
import { bodyOf, siteOf } from './letters.ts';

const pages = readFileCases(join(import.meta.dirname, 'fixtures/pages'));

describe('a web page is recorded as a careful clerk would', () => {
  test.each(pages)('$name', async ({ name, bytes, site, expected, enclosed }) => {
    const reply = importReply(await readSource(bytes, name), { file: name, site });
    expect(outline(reply, enclosed)).toMatchObject({ ...Object(expected), off: expect.anything() });
  });

  test('a caption and a note that run across a table are paragraphs before and after it', async () => {
    const across = (text: string) => `<tr><td colspan="2">${text}</td></tr>`;
    const html = `<meta charset="utf-8"><body><h1>关于县十七届人大四次会议第42号建议的答复</h1><p>王某代表：</p><p>您提出的《关于治理北渠的建议》收悉，现答复如下：</p><table>${across('北渠治理表')}<tr><td>河段</td><td>长度</td></tr><tr><td>上游</td><td>3公里</td></tr>${across('注：截至六月。')}</table><p>青禾县水务局</p><p>2024年6月25日</p>`;
    const source = await readSource(new TextEncoder().encode(html), 'a.html');
    const reply = importReply(source, { file: 'a.html', site: siteOf('青禾县水务局') });
    expect(bodyOf(reply).slice(2)).toEqual([
      'paragraph 北渠治理表',
      'table 河段 长度 上游 3公里',
      'paragraph 注：截至六月。',
    ]);
    expect(reply.changes.map(({ kind }) => kind)).toEqual(['table-caption', 'table-caption']);
  });
});
