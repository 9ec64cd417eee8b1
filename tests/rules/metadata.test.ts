import { strToU8, zipSync, zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { inspectFile, inspectWords } from '../../src/rules/inspect-file.ts';

const MOBILE = '13800138000';
const FOLDER = 'content/replies/2024-7';
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));
const rules = async (name: string, bytes: Uint8Array) => {
  const file = `${FOLDER}/${name}`;
  return [...inspectFile(file, bytes).findings, ...(await inspectWords(file, bytes))].map(({ rule }) => rule);
};

/** A PNG chunk, without a true check sum. */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, latin(type), data, Buffer.alloc(4)]);
}
const png = (...chunks: Uint8Array[]) => Buffer.concat([latin('\x89PNG\r\n\x1a\n'), ...chunks]);
const xmp = `<x:xmpmeta><dc:creator>${MOBILE}</dc:creator></x:xmpmeta>`;
const avif = (inside: string) => latin(`\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf\0\0\0\0meta${inside}`);
const gps = 'Exif\0\0II*\0\x08\0\0\0\x01\0\x25\x88\x04\0\x01\0\0\0\0\0\0\0\0\0\0\0';
const exifAuthor = Buffer.concat([latin('Exif\0\0II*\0\x08\0\0\0\0\0\0\0'), Buffer.from(MOBILE, 'utf16le')]);
const jpeg = (segment: Uint8Array) =>
  Buffer.concat([latin('\xff\xd8\xff\xe1'), Buffer.from([0, segment.length + 2]), segment, latin('\xff\xd9')]);
/** A package with the part that says what it is. */
const zipped = (files: Record<string, string>, main = 'word/document.xml') =>
  zipSync(Object.fromEntries(Object.entries({ [main]: '', ...files }).map(([name, text]) => [name, strToU8(text)])));
const objectStream = zlibSync(strToU8(`1 0 << /Author (${MOBILE}) >>`));

describe('private data that a file beside a document holds', () => {
  it.each<[string, string, Uint8Array, string]>([
    ['a JPEG author in UTF-16', 'a.jpg', jpeg(exifAuthor), 'personal-mobile'],
    ['a PNG comment', 'a.png', png(chunk('tEXt', latin(`Author\0${MOBILE}`))), 'personal-mobile'],
    [
      'a compressed PNG comment',
      'a.png',
      png(chunk('zTXt', Buffer.concat([latin('Author\0\0'), zlibSync(strToU8(MOBILE))]))),
      'personal-mobile',
    ],
    ['the XMP of an AVIF', 'a.avif', avif(xmp), 'personal-mobile'],
    ['the place in an AVIF', 'a.avif', avif(gps), 'image-location'],
    [
      'the properties of a PDF',
      'a.pdf',
      latin(`%PDF-1.7\n1 0 obj << /Author (${MOBILE}) >> endobj`),
      'personal-mobile',
    ],
    [
      'the properties of a PDF in UTF-16',
      'a.pdf',
      latin(`%PDF-1.7\n1 0 obj << /Author <FEFF${[...MOBILE].map((digit) => `003${digit}`).join('')}> >>`),
      'personal-mobile',
    ],
    ['the XMP of a PDF', 'a.pdf', latin(`%PDF-1.7\n1 0 obj stream\n${xmp}\nendstream`), 'personal-mobile'],
    [
      'the compressed properties of a PDF',
      'a.pdf',
      Buffer.concat([
        latin('%PDF-1.7\n1 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n'),
        objectStream,
        latin('\nendstream'),
      ]),
      'personal-mobile',
    ],
    [
      'the words of a Word file, however they are cut into runs',
      'a.docx',
      zipped({ 'word/document.xml': `<w:p><w:t>电话138</w:t><w:t>00138000</w:t></w:p>` }),
      'personal-mobile',
    ],
    [
      'who wrote a Word file',
      'a.docx',
      zipped({ 'docProps/core.xml': '<dc:creator>a@qq.com</dc:creator>' }),
      'personal-mail',
    ],
    [
      'the cells of a workbook',
      'a.xlsx',
      zipped({ 'xl/worksheets/sheet1.xml': `<row><c><v>7</v></c><c><v>${MOBILE}</v></c></row>` }, 'xl/workbook.xml'),
      'personal-mobile',
    ],
    [
      'the words of an OFD',
      'a.ofd',
      zipped({ 'Doc_0/Pages/Page_0/Content.xml': `<ofd:TextCode>${MOBILE}</ofd:TextCode>` }, 'OFD.xml'),
      'personal-mobile',
    ],
  ])('is found: %s', async (_what, name, bytes, rule) => {
    expect(await rules(name, bytes)).toContain(rule);
  });

  it.each<[string, string, Uint8Array]>([
    ['a bureau’s landline', 'a.docx', zipped({ 'word/document.xml': '<w:p><w:t>0355-2021855</w:t></w:p>' })],
    [
      'neighbouring cells',
      'a.xlsx',
      zipped({ 'xl/worksheets/sheet1.xml': '<row><v>138001</v><v>38000</v></row>' }, 'xl/workbook.xml'),
    ],
    ['broken files', 'a.xlsx', latin('PK')],
    ['cut PNGs', 'a.png', latin('\x89PNG\r\n\x1a\n\xff\xff\xff\xfftEXt')],
    ['a plain AVIF', 'a.avif', avif('')],
  ])('is not seen in %s', async (_what, name, bytes) => {
    expect((await rules(name, bytes)).filter((rule) => /^(?:personal|image)-/.test(rule))).toEqual([]);
  });
});
