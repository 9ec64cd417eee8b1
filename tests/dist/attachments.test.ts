import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import type { ReplyJson } from '../../src/formats/api/reply.ts';
import { BUREAU } from '../dafu.ts';
import { builtFiles, readBuilt } from './site.ts';

const FOLDER = 'content/replies/2025-12';
const reply: ReplyJson = JSON.parse(readBuilt('api/v1/replies/2025-12.json'));
const files = [
  ...reply.attachments,
  ...(reply.original === undefined ? [] : [reply.original]),
  ...reply.answeredDocuments.flatMap(({ text }) => text ?? []),
];

describe('the files that are published with a reply', () => {
  test('are those that its record names, under addresses of letters, digits and hyphens', () => {
    expect(files.map(({ file, url }) => [file, url])).toEqual([
      ['附件1 东河治理项目表.pdf', '/zh/replies/2025-12/files/fu-jian-1-dong-he-zhi-li-xiang-mu-biao.pdf'],
      ['附件2 资金安排表.docx', '/zh/replies/2025-12/files/fu-jian-2-zi-jin-an-pai-biao.docx'],
      ['scan.png', '/zh/replies/2025-12/files/scan.png'],
      ['第18号建议.docx', '/zh/replies/2025-12/files/di-18-hao-jian-yi.docx'],
    ]);
    const built = builtFiles().filter((file) => file.startsWith('zh/replies/2025-12/files/'));
    expect(built.sort()).toEqual(files.map(({ url }) => url.slice(1)).sort());
  });

  test('are the files beside the letter, byte for byte, of the size and hash that the interface gives', () => {
    for (const { file, url, bytes, sha256 } of files) {
      const published = readFileSync(join(inject('dist'), url));
      expect(published.equals(readFileSync(join(BUREAU, FOLDER, file)))).toBe(true);
      expect(published.length).toBe(bytes);
      expect(createHash('sha256').update(published).digest('hex')).toBe(sha256);
    }
  });

  test.each(['zh/replies/2025-12', 'en/replies/2025-12', 'bilingual/replies/2025-12'])(
    'stand at the foot of %s with type, size and SHA-256, to open and to download under their own names',
    (page) => {
      const html = readBuilt(`${page}/index.html`);
      const section = /<section class="?attachments.*?<\/section>/su.exec(html)?.[0] ?? '';
      for (const { file, url, sha256, anchor } of files) {
        expect(section).toContain(sha256);
        expect(section).toContain(`download="${file}"`);
        expect(section).toMatch(new RegExp(`id="?${anchor}["> ]`));
        expect(section.split(`href="${url}"`)).toHaveLength(3);
      }
      expect(section).toMatch(/PDF(?:，|, )160 KB/);
    },
  );

  test('have their titles in the language of the page, or in Chinese marked as such', () => {
    const html = readBuilt('en/replies/2025-12/index.html');
    expect(html).toContain('>Repair Projects on the East River</a>');
    expect(html).toMatch(/<a [^>]*lang="zh-Hans"[^>]*>资金安排表<\/a>/);
    expect(html).toContain('Scan of the original');
  });

  test('stand in feeds, in Markdown and in plain text', () => {
    const atom = readBuilt('zh/feed.xml');
    const json: {
      items: { url: string; attachments?: { url: string; mime_type: string; size_in_bytes: number }[] }[];
    } = JSON.parse(readBuilt('zh/feed.json'));
    const entry = json.items.find(({ url }) => url.endsWith('/zh/replies/2025-12/'));
    expect(entry?.attachments?.map((one) => [one.url, one.mime_type, one.size_in_bytes])).toEqual(
      files.map(({ url, mediaType, bytes }) => [`https://dafu.example${url}`, mediaType, bytes]),
    );
    for (const { url, bytes, mediaType, sha256 } of files) {
      expect(atom).toContain(`rel="enclosure" type="${mediaType}" length="${bytes}" href="https://dafu.example${url}"`);
      expect(readBuilt('zh/replies/2025-12/index.md')).toContain(`(https://dafu.example${url})`);
      expect(readBuilt('en/replies/2025-12/index.txt')).toContain(`SHA-256 ${sha256})\nhttps://dafu.example${url}`);
    }
  });

  test('are known to the page that checks files', () => {
    const pieces = builtFiles().filter((file) => file.startsWith('verify/files/paths/'));
    const known: { path: string; sha256: string }[] = pieces.flatMap((file) => JSON.parse(readBuilt(file)));
    for (const { url, sha256 } of files) expect(known).toContainEqual({ path: url.slice(1), sha256 });
  });
});

describe('where a reply stood first', () => {
  test('is linked with its date there, from which the working days are counted, apart from the date here', () => {
    const html = readBuilt('zh/replies/2025-12/index.html');
    expect(html).toContain(
      '<dt>首次公布</dt><dd><a href="https://county.example/gk/2025/18.html">2025年1月27日（成文后6个工作日公布）</a></dd>',
    );
    expect(html).toContain('<dt>本站发布日期</dt><dd>2025年2月10日</dd>');
  });
});
