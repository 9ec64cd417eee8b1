import type { Finding } from '../../errors.ts';
import { readImageMetadata } from '../../rules/image-metadata.ts';
import { BUILD_RULES } from '../rules.ts';
import { auditFinding } from './finding.ts';

/** Chunks of PNG that may carry words about who made the image, or where and when. */
const PNG_TEXT = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);
/** Chunks of WebP that do. */
const WEBP_TEXT = new Set(['EXIF', 'XMP ']);

/** Finds metadata in an image: names, places and times are personal data that nobody sees on the page. */
export function imageMetadata(file: string, bytes: Buffer): readonly Finding[] {
  return [...new Set(metadataOf(bytes))].map((kind) =>
    auditFinding(
      BUILD_RULES['image-metadata'],
      { file },
      {
        zh: `图片里带有元数据（${kind}），可能含有人名、地点或时间`,
        en: `the image carries metadata (${kind}), which may name people, places or times`,
      },
      { zh: '请用不带元数据的图片替换，例如重新导出', en: 'export the image again without metadata' },
    ),
  );
}

function metadataOf(bytes: Buffer): readonly string[] {
  if (bytes.subarray(1, 4).toString('latin1') === 'PNG') return pngChunks(bytes).filter((type) => PNG_TEXT.has(type));
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return jpegSegments(bytes);
  if (bytes.subarray(8, 12).toString('latin1') === 'WEBP')
    return webpChunks(bytes).filter((type) => WEBP_TEXT.has(type));
  // GIF and AVIF keep theirs as comments and items, which the rules for content know to find.
  return readImageMetadata(bytes).text === '' ? [] : ['Exif/XMP'];
}

function pngChunks(bytes: Buffer): readonly string[] {
  const types: string[] = [];
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at))
    types.push(bytes.toString('latin1', at + 4, at + 8));
  return types;
}

/** APP1 (Exif, XMP), APP13 (Photoshop) and comments, up to where the picture itself begins. */
function jpegSegments(bytes: Buffer): readonly string[] {
  const names: Readonly<Record<number, string>> = { 225: 'Exif/XMP', 237: 'IPTC', 254: 'COM' };
  const found: string[] = [];
  for (
    let at = 2;
    at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda;
    at += 2 + bytes.readUInt16BE(at + 2)
  ) {
    const name = names[bytes[at + 1] ?? 0];
    if (name !== undefined) found.push(name);
  }
  return found;
}

function webpChunks(bytes: Buffer): readonly string[] {
  const types: string[] = [];
  for (let at = 12; at + 8 <= bytes.length; ) {
    types.push(bytes.toString('latin1', at, at + 4));
    const size = bytes.readUInt32LE(at + 4);
    at += 8 + size + (size % 2);
  }
  return types;
}
