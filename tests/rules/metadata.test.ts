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
/** A JPEG with one segment, by the second byte of its marker. */
const segment = (marker: number, inside: Uint8Array) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, marker, 0, inside.length + 2]), inside, latin('\xff\xd9')]);
const jpeg = (inside: Uint8Array) => segment(0xe1, inside);
/** Exif with one entry, whose value stands after the directory. */
function exif(tag: number, value: Uint8Array): Uint8Array {
  const entry = Buffer.alloc(26);
  entry.write('II*\0\x08\0\0\0', 'latin1');
  entry.writeUInt16LE(1, 8);
  entry.writeUInt16LE(tag, 10);
  entry.writeUInt16LE(tag === 0x013b ? 2 : 7, 12);
  entry.writeUInt32LE(value.length, 14);
  entry.writeUInt32LE(27, 18);
  return Buffer.concat([latin('Exif\0\0'), entry, latin('\0'), value]);
}
const artist = (name: string) => exif(0x013b, Buffer.from(name));
/** A comment of Exif with the mark of its encoding; in UTF-16 it begins at an odd byte. */
const userComment = (mark: string) =>
  exif(0x9286, Buffer.concat([latin(mark), Buffer.from(MOBILE, mark.startsWith('U') ? 'utf16le' : 'latin1')]));
const xmpBy = (name: string) =>
  `<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>${name}</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>`;
function chunkOf(type: string, data: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([latin(type), length, data, Buffer.alloc(data.length % 2)]);
}
const webp = (...chunks: Uint8Array[]) => Buffer.concat([latin('RIFF\0\0\0\0WEBP'), ...chunks]);
const packed = (files: Record<string, Uint8Array>) => zipSync(files);
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
    [
      'a comment of Exif in UTF-16 that begins at an odd byte',
      'a.jpg',
      jpeg(userComment('UNICODE\0')),
      'personal-mobile',
    ],
    ['a comment of Exif in ASCII', 'a.jpg', jpeg(userComment('ASCII\0\0\0')), 'personal-mobile'],
    [
      'a comment of a JPEG',
      'a.jpg',
      Buffer.concat([latin('\xff\xd8\xff\xfe\0\x0d'), latin(MOBILE), latin('\xff\xd9')]),
      'personal-mobile',
    ],
    ['the artist of Exif', 'a.jpg', jpeg(artist('王小明')), 'attachment-author'],
    ['the artist of Exif in GBK', 'a.jpg', jpeg(exif(0x013b, Buffer.from('cdf5d0a1c3f7', 'hex'))), 'attachment-author'],
    [
      'the author that Windows writes',
      'a.jpg',
      jpeg(exif(0x9c9d, Buffer.from('王小明\0', 'utf16le'))),
      'attachment-author',
    ],
    ['the author of a PNG', 'a.png', png(chunk('tEXt', Buffer.from('Author\0王小明'))), 'attachment-author'],
    [
      'the author of a PNG’s international text',
      'a.png',
      png(chunk('iTXt', Buffer.from('Author\0\0\0zh\0作者\0王小明'))),
      'attachment-author',
    ],
    [
      'the creator in XMP',
      'a.png',
      png(chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmpBy('王小明')}`))),
      'attachment-author',
    ],
    [
      'the by-line of IPTC',
      'a.jpg',
      segment(0xed, Buffer.concat([latin('Photoshop 3.0\0\x1c\x02\x50\0\x09'), Buffer.from('王小明')])),
      'attachment-author',
    ],
    [
      'the place in XMP',
      'a.png',
      png(chunk('iTXt', latin('XML:com.adobe.xmp\0\0\0\0\0<x:xmpmeta exif:GPSLatitude="36,11N"/>'))),
      'image-location',
    ],
    ['the place in the Exif of a WebP', 'a.webp', webp(chunkOf('EXIF', latin(gps.slice(6)))), 'image-location'],
    ['the place in a PNG’s Exif', 'a.png', png(chunk('eXIf', latin(gps.slice(6)))), 'image-location'],
    [
      'the place in Exif that a PNG holds as text',
      'a.png',
      png(
        chunk(
          'zTXt',
          Buffer.concat([
            latin('Raw profile type exif\0\0'),
            zlibSync(strToU8(`\nexif\n      32\n${Buffer.from(gps, 'latin1').toString('hex')}\n`)),
          ]),
        ),
      ),
      'image-location',
    ],
    [
      'who last saved a Word file',
      'a.docx',
      zipped({ 'docProps/core.xml': '<cp:lastModifiedBy>王小明</cp:lastModifiedBy>' }),
      'attachment-author',
    ],
    ['who manages it', 'a.docx', zipped({ 'docProps/app.xml': '<Manager>王小明</Manager>' }), 'attachment-author'],
    [
      'the words of a comment',
      'a.docx',
      zipped({ 'word/comments.xml': `<w:comment><w:p><w:t>打${MOBILE}</w:t></w:p></w:comment>` }),
      'personal-mobile',
    ],
    [
      'who wrote a comment',
      'a.docx',
      zipped({ 'word/comments.xml': '<w:comment w:author="王小明"><w:p/></w:comment>' }),
      'attachment-author',
    ],
    [
      'who changed the text',
      'a.docx',
      zipped({ 'word/document.xml': '<w:ins w:id="1" w:author="王小明"/>' }),
      'attachment-author',
    ],
    [
      'words that were struck out',
      'a.docx',
      zipped({ 'word/document.xml': `<w:p><w:del><w:delText>${MOBILE}</w:delText></w:del></w:p>` }),
      'personal-mobile',
    ],
    ['a footnote', 'a.docx', zipped({ 'word/footnotes.xml': `<w:p><w:t>${MOBILE}</w:t></w:p>` }), 'personal-mobile'],
    [
      'a property of one’s own',
      'a.docx',
      zipped({ 'docProps/custom.xml': `<property name="电话"><vt:lpwstr>${MOBILE}</vt:lpwstr></property>` }),
      'personal-mobile',
    ],
    [
      'who wrote a note in a workbook',
      'a.xlsx',
      zipped({ 'xl/comments1.xml': '<authors><author>王小明</author></authors>' }, 'xl/workbook.xml'),
      'attachment-author',
    ],
    [
      'where a picture in a Word file was taken',
      'a.docx',
      packed({ 'word/document.xml': latin(''), 'word/media/image1.jpg': jpeg(latin(gps)) }),
      'image-location',
    ],
    [
      'who took a picture in a Word file',
      'a.docx',
      packed({ 'word/document.xml': latin(''), 'word/media/image1.jpg': jpeg(artist('王小明')) }),
      'attachment-author',
    ],
    [
      'where a picture in a PDF was taken',
      'a.pdf',
      Buffer.concat([
        latin('%PDF-1.7\n1 0 obj << /Filter /DCTDecode >> stream\n'),
        jpeg(latin(gps)),
        latin('\nendstream'),
      ]),
      'image-location',
    ],
    [
      'a note in a PDF, with its characters as numbers',
      'a.pdf',
      latin(`%PDF-1.7\n1 0 obj << /Contents (\\376\\377${[...MOBILE].map((digit) => `\\000${digit}`).join('')}) >>`),
      'personal-mobile',
    ],
    [
      'a field of a form in a PDF',
      'a.pdf',
      latin(`%PDF-1.7\n1 0 obj << /FT /Tx /V (13800\\\n138000) >>`),
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
    ['a picture by an office', 'a.jpg', jpeg(artist('青溪县水务局'))],
    ['a picture by a camera', 'a.jpg', jpeg(exif(0x010f, latin('NIKON CORPORATION 2024:05:06 10:11:12')))],
    ['a Word file by a program', 'a.docx', zipped({ 'docProps/core.xml': '<dc:creator>Administrator</dc:creator>' })],
    [
      'a comment by an office',
      'a.docx',
      zipped({ 'word/comments.xml': '<w:comment w:author="办公室"><w:p><w:t>已核</w:t></w:p></w:comment>' }),
    ],
    [
      'a picture without a place in a Word file',
      'a.docx',
      packed({ 'word/document.xml': latin(''), 'word/media/image1.png': png() }),
    ],
    ['the bureau’s number in a PDF', 'a.pdf', latin('%PDF-1.7\n1 0 obj << /Contents (0355-2021855) >>')],
  ])('is not seen in %s', async (_what, name, bytes) => {
    expect((await rules(name, bytes)).filter((rule) => /^(?:personal|image)-|author$/.test(rule))).toEqual([]);
  });
});
