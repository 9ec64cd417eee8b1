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
export const startsWith = (bytes: Uint8Array, text: string, at: number): boolean =>
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
