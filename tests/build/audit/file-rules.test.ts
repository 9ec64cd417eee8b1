import { describe, expect, test } from 'vitest';
import { imageMetadata } from '../../../src/build/audit/file-rules.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const bigEndian = (value: number, bytes: number) => {
  const out = Buffer.alloc(bytes);
  out.writeUIntBE(value, 0, bytes);
  return out;
};
/** A PNG of a header and one more chunk; the checksums are not looked at. */
const png = (type: string, text: string) =>
  Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    ...[['IHDR', '\0'.repeat(13)] as const, [type, text] as const, ['IEND', ''] as const].flatMap(([name, data]) => [
      bigEndian(data.length, 4),
      latin1(name + data),
      Buffer.alloc(4),
    ]),
  ]);
/** A JPEG of one segment. */
const jpeg = (marker: number, text: string) =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, marker]),
    bigEndian(text.length + 2, 2),
    latin1(text),
    Buffer.from([0xff, 0xda, 0, 2]),
  ]);
const webp = (type: string, text: string) => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(text.length);
  return Buffer.concat([latin1('RIFF\0\0\0\0WEBP'), latin1(type), size, latin1(text)]);
};
const gif = (blocks: string) => latin1(`GIF89a\x01\0\x01\0\0\0\0${blocks};`);
const avif = (items: string) => latin1(`\0\0\0\x18ftypavif\0\0\0\0avifmif1${items}`);
const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>Somebody</dc:creator></x:xmpmeta>';
/** Little-endian TIFF with one entry, Artist (315). */
const EXIF = 'Exif\0\0II*\0\x08\0\0\0\x01\0\x3b\x01\x02\0\x04\0\0\0Ann\0\0\0\0\0';

describe('metadata in an image is found in', () => {
  test.each<[string, Buffer]>([
    ['a PNG: words', png('tEXt', 'Author\0Somebody')],
    ['a PNG: compressed words', png('zTXt', 'Author\0\0x')],
    ['a PNG: XMP', png('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${XMP}`)],
    ['a PNG: Exif', png('eXIf', EXIF.slice(6))],
    ['a PNG: the time', png('tIME', '\x07\xea\x0b\x17\0\0\0')],
    ['a JPEG: Exif', jpeg(0xe1, EXIF)],
    ['a JPEG: XMP', jpeg(0xe1, `http://ns.adobe.com/xap/1.0/\0${XMP}`)],
    ['a JPEG: IPTC', jpeg(0xed, 'Photoshop 3.0\0')],
    ['a JPEG: a comment', jpeg(0xfe, 'by Somebody')],
    ['a WebP: Exif', webp('EXIF', EXIF.slice(6))],
    ['a WebP: XMP', webp('XMP ', XMP)],
    ['a GIF: a comment', gif('!\xfe\x0bby Somebody\0')],
    ['a GIF: XMP', gif(`!\xff\x0bXMP DataXMP${XMP}`)],
    ['an AVIF: Exif', avif(EXIF)],
    ['an AVIF: XMP', avif(XMP)],
  ])('%s', (_, bytes) => {
    expect(imageMetadata('a', bytes).map(({ rule, place }) => [rule, place.file])).toEqual([['image-metadata', 'a']]);
  });

  test.each<[string, Buffer]>([
    ['a PNG', png('IDAT', 'x')],
    ['a JPEG', jpeg(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0')],
    ['a WebP', webp('VP8L', 'xx')],
    ['a GIF', gif('!\xf9\x04\0\0\0\0\0')],
    ['an AVIF', avif('\0\0\0\x08mdat')],
    ['nothing at all', Buffer.alloc(0)],
  ])('but not in %s of the picture alone', (_, bytes) => {
    expect(imageMetadata('a', bytes)).toEqual([]);
  });
});
