import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { labelByBytes, typeByName } from '../../src/attachments/file-types.ts';
import { pdfFile } from './pdf-file.ts';

const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const zipped = (...parts: string[]) => zipSync(Object.fromEntries(parts.map((part) => [part, strToU8('<a/>')])));

/** A file of each type, and names that it may bear. */
const FILES: readonly (readonly [label: string, bytes: Uint8Array, names: readonly string[]])[] = [
  ['PDF', pdfFile(), ['a.pdf', '附件 1.PDF']],
  ['PDF', Buffer.concat([latin('\ufeff\n'), pdfFile()]), ['a.pdf']],
  ['OFD', zipped('OFD.xml', 'Doc_0/Document.xml'), ['a.ofd']],
  ['Word 文档', zipped('[Content_Types].xml', 'word/document.xml'), ['a.docx']],
  ['Excel 表格', zipped('[Content_Types].xml', 'xl/workbook.xml'), ['a.xlsx']],
  ['PNG 图片', latin('\x89PNG\r\n\x1a\n'), ['a.png']],
  ['JPEG 图片', latin('\xff\xd8\xff\xe0'), ['a.jpg', 'a.JPEG']],
  ['WebP 图片', latin('RIFF\0\0\0\0WEBPVP8 '), ['a.webp']],
  ['AVIF 图片', latin('\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf'), ['a.avif']],
];

describe.each(FILES)('a file that is %s', (label, bytes, names) => {
  it('is told by its bytes', () => {
    expect(labelByBytes(bytes)?.zh).toBe(label);
  });

  it('is what its name says', () => {
    for (const name of names) expect(typeByName(name)?.begins(bytes)).toBe(true);
  });

  it('is nothing else', () => {
    const others = FILES.filter(([other]) => other !== label).flatMap(([, , own]) => own);
    expect(others.filter((name) => typeByName(name)?.begins(bytes))).toEqual([]);
  });
});

describe('what is no annex', () => {
  it.each([
    [
      'an old Word file',
      latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
      '旧版 Office 文件（.doc、.xls、.wps），或设了密码的文件',
    ],
    ['a plain ZIP', zipped('a.txt'), '压缩包（ZIP）'],
    ['a page that was saved', latin('\r\n<!DOCTYPE html><html>'), '网页'],
    ['a program', latin('MZ\x90\0'), 'Windows 程序'],
    ['a GIF', latin('GIF89a'), 'GIF 图片'],
  ])('%s is told', (_what, bytes, label) => {
    expect(labelByBytes(bytes)?.zh).toBe(label);
  });

  it.each([
    ['an empty file', latin('')],
    ['text', latin('hello')],
    ['a cut ZIP', latin('PK\x03\x04')],
  ])('%s is no annex of any type', (_what, bytes) => {
    const all = FILES.flatMap(([, , names]) => names);
    expect(all.filter((name) => typeByName(name)?.begins(bytes))).toEqual([]);
  });

  it.each(['a.doc', 'a.xls', 'a.zip', 'a.svg', 'a.html', 'a', 'pdf'])('%s may not stand beside a letter', (name) => {
    expect(typeByName(name)).toBeUndefined();
  });
});
