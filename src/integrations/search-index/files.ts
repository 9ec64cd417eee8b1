import { createHash } from 'node:crypto';
import { constants, deflateRawSync } from 'node:zlib';

/** The folder of the index whose files are all named by a hash. */
export const PARTS = 'parts';

/** A file named by what it holds; its path is below the index's folder. */
export interface NamedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Pieces of a file, one after another, and how long each is. */
export interface Pieces {
  readonly bytes: Uint8Array;
  readonly lengths: readonly number[];
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 12);

/** Names a file by a hash of its bytes: the same bytes have the same name in every release. */
export function nameFile(name: string, bytes: Uint8Array): NamedFile {
  return { path: `${PARTS}/${name}-${hashOf(bytes)}.bin`, bytes };
}

/** Whether these are the bytes that a file has its name from. */
export function isNamedBy(path: string, bytes: Uint8Array): boolean {
  return path.endsWith(`-${hashOf(bytes)}.bin`);
}

/** Compresses as browsers read it (`deflate-raw`); the bytes depend on the content alone. */
function pack(content: Uint8Array): Uint8Array {
  return deflateRawSync(content, { level: constants.Z_BEST_COMPRESSION });
}

/** JSON, compressed. */
export function packJson(value: unknown): Uint8Array {
  return pack(Buffer.from(JSON.stringify(value)));
}

/** Lays pieces one after another as they are. */
export function joinPieces(contents: readonly Uint8Array[]): Pieces {
  return { bytes: Buffer.concat(contents), lengths: contents.map(({ length }) => length) };
}

/** Compresses each piece by itself and lays them one after another. An empty piece takes no bytes. */
export function packPieces(contents: readonly Uint8Array[]): Pieces {
  return joinPieces(contents.map((content) => (content.length === 0 ? content : pack(content))));
}
