import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { type Cache, type CacheInput, type CacheKind, cacheKey, placeOf, sealOf } from './index.ts';

/** The length of a seal, which precedes what is kept. */
const SEAL_BYTES = 32;

function readKept(cache: Cache, file: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const kept = readFileSync(file);
    const bytes = new Uint8Array(kept.subarray(SEAL_BYTES));
    return sealOf(cache, bytes).equals(kept.subarray(0, SEAL_BYTES)) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Bytes that are slow to make: those that were kept of the same inputs, or else what `make` gives, which is kept. Where they are not whole, or
 * not this machine's, they are made again.
 */
export async function keptBytes<Input extends string>(
  cache: Cache,
  kind: CacheKind<Input>,
  inputs: Readonly<Record<Input, CacheInput>>,
  make: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const folder = placeOf(cache, kind);
  const file = join(folder, cacheKey(cache, kind, inputs).slice(0, 32));
  const kept = readKept(cache, file);
  if (kept !== undefined) return kept;
  const bytes = await make();
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, Buffer.concat([sealOf(cache, bytes), bytes]));
  renameSync(unfinished, file);
  return bytes;
}
