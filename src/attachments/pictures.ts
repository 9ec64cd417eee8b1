import { unzlibSync } from 'fflate';
import { xmpPackets } from './pdf-objects.ts';

/** A part of a picture file: what its format calls it, and what is in it. */
interface PicturePart {
  /** `APP1`, `COM` of a JPEG; the type of a chunk of a PNG or WebP, such as `tEXt` or `XMP `. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The format of a picture by its first bytes. */
export function pictureFormat(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | 'avif' | 'gif' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpeg';
  if (startsWith(bytes, 'PNG', 1)) return 'png';
  if (startsWith(bytes, 'RIFF', 0)) return 'webp';
  if (startsWith(bytes, 'ftyp', 4)) return 'avif';
  return startsWith(bytes, 'GIF8', 0) ? 'gif' : undefined;
}

/** Whether bytes spell a text in Latin letters from a place on. */
const startsWith = (bytes: Uint8Array, text: string, at: number): boolean =>
  [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));

/**
 * The parts of a JPEG before its picture (ITU-T T.81, B.1.1), and the chunks of a PNG (ISO/IEC 15948, 5.3) or WebP (RFC 9649), in their order.
 * Of a file that is broken, those before the break. Other formats have no such parts.
 */
export function pictureParts(bytes: Uint8Array): readonly PicturePart[] {
  switch (pictureFormat(bytes)) {
    case 'jpeg':
      return [...jpegSegments(bytes)];
    case 'png':
      return [...chunks(bytes, { from: 8, little: false, typeFirst: false, after: 4, even: false })];
    case 'webp':
      return [...chunks(bytes, { from: 12, little: true, typeFirst: true, after: 0, even: true })];
    default:
      return [];
  }
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** What a marker of a JPEG is called: application segments, comments, and all others by their number. */
function nameOfMarker(marker: number): string {
  if (marker >= 0xe0 && marker <= 0xef) return `APP${marker - 0xe0}`;
  return marker === 0xfe ? 'COM' : marker.toString(16);
}

function* jpegSegments(bytes: Uint8Array): Generator<PicturePart> {
  const data = view(bytes);
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE) return;
    const length = Math.max(data.getUint16(at + 2), 2);
    yield { name: nameOfMarker(marker), bytes: bytes.subarray(at + 4, at + 2 + length) };
    at += 2 + length;
  }
}

/** How a format frames its chunks: each has a length and a type of four bytes before it, and something after it. */
interface Framing {
  readonly from: number;
  readonly little: boolean;
  readonly typeFirst: boolean;
  /** Bytes after a chunk, such as its check sum. */
  readonly after: number;
  /** Whether a chunk of odd length has a byte more. */
  readonly even: boolean;
}

function* chunks(bytes: Uint8Array, { from, little, typeFirst, after, even }: Framing): Generator<PicturePart> {
  const data = view(bytes);
  for (let at = from; at + 8 <= bytes.length; ) {
    const [type, size] = typeFirst ? [at, at + 4] : [at + 4, at];
    const length = data.getUint32(size, little);
    const name = String.fromCharCode(...bytes.subarray(type, type + 4));
    yield { name, bytes: bytes.subarray(at + 8, at + 8 + length) };
    at += 8 + length + (even ? length % 2 : 0) + after;
  }
}

/** What an image file holds besides the picture, whether that includes a place, and who is named as its author, each on a line. */
interface ImageMetadata {
  readonly hasLocation: boolean;
  readonly text: string;
  readonly authors: readonly string[];
}

/** Reads Exif, XMP and text of JPEG, PNG, WebP, AVIF and GIF. Never throws: of a broken image it reads what comes before the break. */
export function readImageMetadata(bytes: Uint8Array): ImageMetadata {
  const chunks = metadataOf(bytes);
  const text = chunks.flatMap((chunk) => [
    new TextDecoder('utf-8').decode(chunk),
    // A comment in UTF-16 may begin at any byte of a chunk.
    ...[chunk, chunk.subarray(1)].flatMap((own) =>
      ['utf-16le', 'utf-16be'].map((name) => new TextDecoder(name).decode(own)),
    ),
  ]);
  return {
    hasLocation: chunks.some(exifHasLocation) || /GPSL(?:ongitude|atitude)/.test(text.join('\n')),
    text: text.join('\n'),
    authors: [...new Set(chunks.flatMap(authorsIn))].filter((name) => name !== ''),
  };
}

function metadataOf(bytes: Uint8Array): Uint8Array[] {
  const format = pictureFormat(bytes);
  if (format === 'avif') return boxedChunks(bytes);
  if (format === 'gif') return gifChunks(bytes);
  return pictureParts(bytes).flatMap(({ name, bytes: own }) => [
    // APP0 is the header of the format itself.
    ...(/^APP(?!0$)|^COM$/.test(name) || WHOLE.has(name) ? [own] : []),
    ...(COMPRESSED.has(name) ? inflated(own).flatMap((text) => [text, ...rawProfile(text)]) : []),
  ]);
}

/** Exif or IPTC that a PNG holds as text, in hexadecimal digits after its name and length, as ImageMagick writes it. */
function rawProfile(bytes: Uint8Array): Uint8Array[] {
  const text = new TextDecoder('latin1').decode(bytes);
  const [head] = /^\s{0,9}(?:exif|iptc|xmp|app1)\s{1,9}\d{1,9}\s/i.exec(text) ?? [];
  const hex = head === undefined ? '' : text.slice(head.length).replace(/\s/g, '');
  return /^[\da-f]+$/i.test(hex) ? [Buffer.from(hex, 'hex')] : [];
}

/** Chunks of PNG and WebP that hold words, and those that may hold them compressed. */
const WHOLE: ReadonlySet<string> = new Set(['eXIf', 'tEXt', 'iTXt', 'EXIF', 'XMP ']);
const COMPRESSED: ReadonlySet<string> = new Set(['zTXt', 'iTXt']);

/** More text than metadata hold; what is beyond is not looked at. */
const MOST_TEXT = 262_144;

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

/** An entry of an image directory: its tag, and where its value is. */
interface Entry {
  readonly tag: number;
  readonly value: Uint8Array;
}

/** The entries of the first image directory of a TIFF structure, with as much of their values as there is. */
function exifEntries(chunk: Uint8Array): Entry[] {
  const start = startsWith(chunk, 'Exif', 0) ? 6 : 0;
  if (!isTiff(chunk)) return [];
  const own = chunk.subarray(start);
  const data = view(own);
  const little = data.getUint16(0) === 0x4949;
  const directory = data.getUint32(4, little);
  if (directory + 2 > data.byteLength) return [];
  const count = data.getUint16(directory, little);
  return Array.from({ length: count }, (_, index) => directory + 2 + index * 12)
    .filter((at) => at + 12 <= data.byteLength)
    .map((at) => {
      const length = data.getUint32(at + 4, little);
      const from = length <= 4 ? at + 8 : data.getUint32(at + 8, little);
      return { tag: data.getUint16(at, little), value: own.subarray(from, from + Math.min(length, MOST_TEXT)) };
    });
}

const GPS = 0x8825;
/** Whether a TIFF structure names a GPS directory. */
const exifHasLocation = (chunk: Uint8Array): boolean => exifEntries(chunk).some(({ tag }) => tag === GPS);

/** Tags that name who made a picture: Artist, Copyright, and Windows' author, which is in UTF-16. */
const AUTHOR_TAGS: ReadonlySet<number> = new Set([0x013b, 0x8298]);
const XP_AUTHOR = 0x9c9d;

/** Text of no declared encoding: UTF-8 where it is that, else the Chinese one that cameras and old programs write. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Who a chunk says made the picture: by Exif, IPTC, XMP or a text of PNG. */
function authorsIn(chunk: Uint8Array): string[] {
  const exif = exifEntries(chunk).flatMap(({ tag, value }) => {
    if (tag === XP_AUTHOR) return [new TextDecoder('utf-16le').decode(value)];
    return AUTHOR_TAGS.has(tag) ? [decoded(value)] : [];
  });
  const latin = new TextDecoder('latin1').decode(chunk);
  // IPTC, record 2, data set 80: By-line.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  const lines = [...latin.matchAll(/\x1c\x02\x50\0([\s\S])/g)].map(({ index, 1: length = '' }) =>
    decoded(chunk.subarray(index + 5, index + 5 + length.charCodeAt(0))),
  );
  // PNG: a text after its name, or after its name, two bytes, its language and its name in that (iTXt).
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the parts of a text are parted by them.
  const [named = ''] = /^(?:Author|Artist)\0(?:[\0\x01]\0[^\0]*\0[^\0]*\0)?/.exec(latin) ?? [];
  const text = named === '' ? [] : [decoded(chunk.subarray(named.length))];
  return [...exif, ...lines, ...text, ...xmpAuthors(decoded(chunk))].map((name) => name.replaceAll('\0', '').trim());
}

/** Who a packet of XMP says made something (dc:creator), as elements or as one. */
export const xmpAuthors = (xmp: string): string[] =>
  [...xmp.matchAll(/<dc:creator>([\s\S]{0,1000}?)<\/dc:creator>/g)].flatMap(([, inside = '']) =>
    inside
      .replace(/<[^<>]*>/g, '\n')
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  );
