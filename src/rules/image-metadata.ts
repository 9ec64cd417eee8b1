import { unzlibSync } from 'fflate';
import { xmpPackets } from '../attachments/pdf-objects.ts';
import { pictureFormat, pictureParts, startsWith } from '../attachments/picture-parts.ts';
import type { Finding } from '../errors.ts';
import { body, found, rule, SAMPLE_REPLY } from '../rule.ts';
import { on, pass } from './checks.ts';
import { extension, IMAGE_TYPES } from './layout.ts';
import { PERSONAL_RULES, personalFindings } from './personal/index.ts';

export const IMAGE_LOCATION = rule('image-location', {
  severity: 'error',
  why: {
    zh: '手机拍的照片里存着拍摄地点，公开后谁都能读出来。',
    en: 'A photograph from a phone holds where it was taken, for everyone to read.',
  },
  examples: {
    bad: [
      {
        kind: 'bytes',
        path: `${SAMPLE_REPLY}/map.jpg`,
        // JPEG, APP1 Exif, little-endian TIFF, one entry: GPSInfo (8825).
        hex: 'ffd8ffe1001e45786966000049492a000800000001002588040001000000000000000000ffd9',
        text: 'map.jpg: Exif GPSInfo',
      },
    ],
    good: body('机井已全部修复。'),
  },
});

/** What an image file holds besides the picture, and whether that includes a place. */
export interface ImageMetadata {
  readonly hasLocation: boolean;
  readonly text: string;
}

/** Pictures whose metadata are read. */
const METADATA_TYPES: ReadonlySet<string> = new Set([...IMAGE_TYPES, 'gif']);

export const PICTURE_METADATA = pass({
  finds: [IMAGE_LOCATION, ...PERSONAL_RULES],
  because: 'the metadata of a picture are read once',
  check: on('bytes', ({ path: file, bytes }) => {
    if (!METADATA_TYPES.has(extension(file))) return [];
    const { hasLocation, text } = readImageMetadata(bytes);
    const personal = personalFindings(text, file).map((finding) => ({ ...finding, place: { file } }));
    return hasLocation ? [located(file), ...personal] : personal;
  }),
});

const located = (file: string): Finding =>
  found(
    IMAGE_LOCATION,
    { file },
    { zh: '图片里存有拍摄地点（GPS）', en: 'the image holds the place where it was taken (GPS)' },
    {
      zh: '请用“另存为”或截图重新保存图片，或在属性里“删除属性和个人信息”',
      en: 'save the image again without metadata, or take a screenshot of it',
    },
  );

/** Reads Exif, XMP and text of JPEG, PNG, WebP, AVIF and GIF. Never throws: of a broken image it reads what comes before the break. */
export function readImageMetadata(bytes: Uint8Array): ImageMetadata {
  const chunks = metadataOf(bytes);
  const text = chunks.flatMap((chunk) =>
    ['utf-8', 'utf-16le', 'utf-16be'].map((name) => new TextDecoder(name).decode(chunk)),
  );
  return {
    hasLocation: chunks.some(exifHasLocation) || /GPSL(?:ongitude|atitude)/.test(text.join('\n')),
    text: text.join('\n'),
  };
}

function metadataOf(bytes: Uint8Array): Uint8Array[] {
  const format = pictureFormat(bytes);
  if (format === 'avif') return boxedChunks(bytes);
  if (format === 'gif') return gifChunks(bytes);
  return pictureParts(bytes).flatMap(({ name, bytes: own }) => [
    // APP0 is the header of the format itself.
    ...(/^APP(?!0$)|^COM$/.test(name) || WHOLE.has(name) ? [own] : []),
    ...(COMPRESSED.has(name) ? inflated(own) : []),
  ]);
}

/** Chunks of PNG and WebP that hold words, and those that may hold them compressed. */
const WHOLE: ReadonlySet<string> = new Set(['eXIf', 'tEXt', 'iTXt', 'EXIF', 'XMP ']);
const COMPRESSED: ReadonlySet<string> = new Set(['zTXt', 'iTXt']);

/** More text than metadata hold; what is beyond is not looked at. */
const MOST_TEXT = 262_144;

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Text that a PNG holds compressed (zTXt, iTXt): the zlib stream in a chunk, wherever its header ends. */
function inflated(chunk: Uint8Array): Uint8Array[] {
  const at = chunk.findIndex((byte, index) => byte === 0x78 && ((byte << 8) | (chunk[index + 1] ?? 0)) % 31 === 0);
  if (at === -1) return [];
  try {
    return [unzlibSync(chunk.subarray(at), { out: new Uint8Array(MOST_TEXT) })];
  } catch {
    return [];
  }
}

/** AVIF keeps Exif and XMP as items anywhere in the file: found by how they begin, as readers of metadata do. */
function boxedChunks(bytes: Uint8Array): Uint8Array[] {
  const text = new TextDecoder('latin1').decode(bytes);
  const exif = [...text.matchAll(/Exif\0\0|II\*\0|MM\0\*/g)].map(({ index }) =>
    bytes.subarray(index, index + MOST_TEXT),
  );
  const xmp = xmpPackets(text).map(({ at, packet }) => bytes.subarray(at, at + packet.length));
  return [...exif.filter(isTiff), ...xmp];
}

/** Comments, and what programs add: extension blocks of a GIF, each a run of sub-blocks. */
function gifChunks(bytes: Uint8Array): Uint8Array[] {
  const text = new TextDecoder('latin1').decode(bytes);
  return [...text.matchAll(/!\u00fe([\s\S])|XMP DataXMP/g)].map(({ index, 1: length }) =>
    length === undefined
      ? bytes.subarray(index, index + MOST_TEXT)
      : bytes.subarray(index + 3, index + 3 + length.charCodeAt(0)),
  );
}

const isTiff = (chunk: Uint8Array) => {
  const start = startsWith(chunk, 'Exif', 0) ? 6 : 0;
  return chunk.length >= start + 10 && (startsWith(chunk, 'II*', start) || startsWith(chunk, 'MM\u0000*', start));
};

/** Whether the first image directory of a TIFF structure names a GPS directory (tag 0x8825). */
function exifHasLocation(chunk: Uint8Array): boolean {
  const start = String.fromCharCode(...chunk.subarray(0, 4)) === 'Exif' ? 6 : 0;
  if (chunk.length < start + 10) return false;
  const data = view(chunk.subarray(start));
  const order = data.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return false;
  const little = order === 0x4949;
  const directory = data.getUint32(4, little);
  if (directory + 2 > data.byteLength) return false;
  const count = data.getUint16(directory, little);
  return Array.from({ length: count }, (_, index) => directory + 2 + index * 12)
    .filter((at) => at + 12 <= data.byteLength)
    .some((at) => data.getUint16(at, little) === 0x8825);
}
