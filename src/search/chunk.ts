/*
 * The hash of a token gives the bucket that it stands in, and a chunk holds neighbouring buckets: which one a token stands
 * in depends on nothing but the token and how many chunks there are, so a table needs no list of tokens. A chunk holds for
 * each bundle of a volume, in order, the length of its part and that part, which is a run of
 *
 *   length of the token, the token in UTF-8, length of its postings, its postings
 *
 * All numbers are written in groups of seven bits, the lowest first (LEB128).
 */

/** Where a pair stands: for each document that has it, the positions in ascending order. */
export type Postings = ReadonlyMap<number, readonly number[]>;

/** What is listed of a token in one document. */
export interface Listed {
  readonly count: number;
  readonly first: number;
}

/** Documents that have a token of the closing list: how often, up to three, and roughly how early it first comes. */
export type ListedPostings = ReadonlyMap<number, Listed>;

/** Into how many buckets tokens are laid: a volume has no more chunks than these. */
export const BUCKETS = 1 << 14;

/** The number of the bucket that holds a token: FNV-1a over its UTF-16 units, 32 bits. */
export function bucketOf(token: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < token.length; at += 1) hash = Math.imul(hash ^ token.charCodeAt(at), 0x01000193);
  // The low bits of neighbouring characters are alike: the high ones are mixed in.
  return ((hash ^ (hash >>> 15)) >>> 0) % BUCKETS;
}

/** The number of the chunk that holds a bucket. */
export function chunkOf(bucket: number, chunks: number): number {
  return Math.floor((bucket * chunks) / BUCKETS);
}

/** Adds a number to bytes. */
export function writeNumber(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  bytes.push(rest);
}

/** Reads numbers from a stretch of bytes, one after another. */
class NumberReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.at = 0;
  }

  get ended(): boolean {
    return this.at >= this.bytes.length;
  }

  next(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new TypeError('Not a chunk');
      this.at += 1;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }

  take(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) throw new TypeError('Not a chunk');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

/**
 * Adds a document to packed postings: its distance, doubled; the last bit says that there are several positions, whose
 * number follows; positions as distances.
 */
export function packDocument(bytes: number[], distance: number, positions: readonly number[]): void {
  const several = positions.length > 1;
  writeNumber(bytes, distance * 2 + (several ? 1 : 0));
  if (several) writeNumber(bytes, positions.length);
  let last = 0;
  for (const position of positions) {
    writeNumber(bytes, position - last);
    last = position;
  }
}

/** Reads postings that `packDocument` wrote into a map; `before` is how many documents come before those of their bundle. */
export function readPostings(packed: Uint8Array, postings: Map<number, readonly number[]>, before: number): void {
  const reader = new NumberReader(packed);
  let document = before;
  while (!reader.ended) {
    const head = reader.next();
    document += head >>> 1;
    const positions: number[] = [];
    let position = 0;
    for (let left = (head & 1) === 1 ? reader.next() : 1; left > 0; left -= 1) {
      position += reader.next();
      positions.push(position);
    }
    postings.set(document, positions);
  }
}

/** How finely the place of a listed token is told: in steps of so many, up to the last step. One byte holds it with the count. */
const STEP = 16;
const LAST_STEP = 31;

/** Documents as distances, each followed by step and count. */
export function packListed(postings: ListedPostings): number[] {
  const bytes: number[] = [];
  let before = 0;
  for (const [document, { count, first }] of postings) {
    writeNumber(bytes, document - before);
    before = document;
    writeNumber(bytes, Math.min(LAST_STEP, Math.floor(first / STEP)) * 4 + Math.min(3, count));
  }
  return bytes;
}

/** Reads what `packListed` wrote into a map; `before` is how many documents come before those of their bundle. */
export function readListed(packed: Uint8Array, postings: Map<number, Listed>, before: number): void {
  const reader = new NumberReader(packed);
  let document = before;
  while (!reader.ended) {
    document += reader.next();
    const value = reader.next();
    postings.set(document, { count: value & 3, first: (value >> 2) * STEP });
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Adds a token and its packed postings to a chunk's bytes. */
export function appendToken(chunk: number[], token: string, packed: readonly number[]): void {
  const name = encoder.encode(token);
  writeNumber(chunk, name.length);
  for (const byte of name) chunk.push(byte);
  writeNumber(chunk, packed.length);
  for (const byte of packed) chunk.push(byte);
}

/** What a chunk has of a token: the packed postings in each bundle that has it, by the bundle's place. */
export type ChunkTokens = ReadonlyMap<string, readonly (readonly [bundle: number, packed: Uint8Array])[]>;

/** The tokens of an unpacked chunk. Throws a `TypeError` where the bytes are no chunk. */
export function readChunk(unpacked: Uint8Array): ChunkTokens {
  const reader = new NumberReader(unpacked);
  const tokens = new Map<string, (readonly [number, Uint8Array])[]>();
  for (let bundle = 0; !reader.ended; bundle += 1) {
    const part = new NumberReader(reader.take(reader.next()));
    while (!part.ended) {
      const token = decoder.decode(part.take(part.next()));
      const packed = [bundle, part.take(part.next())] as const;
      const known = tokens.get(token);
      if (known) known.push(packed);
      else tokens.set(token, [packed]);
    }
  }
  return tokens;
}
