import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { listSite } from '../build/audit/site-files.ts';
import { COPY_CODINGS, compressedOf, holdsSame, isCompressed } from '../build/output/compress.ts';
import { inParallel } from '../build/parallel.ts';
import { SiteError } from '../errors.ts';
import { ENVELOPE_FILE, MANIFEST_FILE, SIGNATURE_FILE } from '../model/addresses.ts';
import { sha256Of } from '../model/hashes.ts';
import { digestPlainFile, type FileDigest, readPlainFile, type Unread } from '../system/files.ts';
import {
  type Envelope,
  envelopeSchema,
  type Manifest,
  MOST_RECORD_BYTES,
  manifestSchema,
  readRecord,
  trustedComment,
} from './manifest.ts';
import { type PublicKey, verifyBytes } from './minisign.ts';

/**
 * What can be wrong with a file of a release: it is missing, differs from the manifest, is not in the manifest, is not
 * a plain file, cannot be read, is an invalid record, or is a compressed copy of something else.
 */
type FaultKind = Exclude<Unread, 'too-long'> | 'changed' | 'added' | 'damaged' | 'other-copy';

/** One thing that is wrong with a release. */
interface Fault {
  readonly kind: FaultKind;
  /** Relative to the release, with `/`. */
  readonly file: string;
}

/** What a copy of a release was found to be. */
export interface Verdict {
  readonly files: number;
  /** In the order of the manifest; then what else is in a folder. Over the network nothing lists what was added. */
  readonly faults: readonly Fault[];
  /** `good` and `bad` are about the key that was given; `unchecked` where there was a signature and no key. */
  readonly signature: 'good' | 'bad' | 'unchecked' | 'none';
  readonly envelope: Envelope | undefined;
  readonly manifest: Manifest;
}

/** Access to the files of a release, in a folder or on a server. */
interface Release {
  /** The name of one of its records in messages. */
  readonly place: (name: string) => string;
  /** The bytes of a record. */
  readonly read: (name: string) => Promise<Buffer | Unread>;
  /** What is wrong with a file that is to have a digest, and with its compressed copies. */
  readonly faultsOf: (name: string, expected: FileDigest) => Promise<readonly Fault[]>;
  /** How many files are asked for at a time. */
  readonly atOnce: number;
  /** What is there and should not be. */
  readonly strange: (manifest: Manifest) => readonly Fault[];
}

/** Whether nothing at all is wrong. */
export function isWhole({ faults, signature }: Pick<Verdict, 'faults' | 'signature'>): boolean {
  return faults.length === 0 && signature !== 'bad';
}

/** Compares a release, file by file, with its manifest. Throws a SiteError where there is no manifest to read. */
async function verifyRelease(release: Release, key?: PublicKey): Promise<Verdict> {
  const manifestBytes = await release.read(MANIFEST_FILE);
  const manifest = readRecord(manifestBytes, manifestSchema, release.place(MANIFEST_FILE));
  const listed = Object.entries(manifest.files);
  const found = await inParallel(listed, release.atOnce, ([name, expected]) => release.faultsOf(name, expected));
  const faults = found.flat();
  const envelope = await envelopeOf(release, faults);
  const bytes = Buffer.isBuffer(manifestBytes) ? manifestBytes : Buffer.alloc(0);
  if (envelope && envelope.manifestSha256 !== sha256Of(bytes)) faults.push({ kind: 'changed', file: MANIFEST_FILE });
  faults.push(...release.strange(manifest));
  const signature = signatureState(bytes, await release.read(SIGNATURE_FILE), envelope, key);
  return { files: listed.length, faults, signature, envelope, manifest };
}

/** The envelope, if it can be read; otherwise a fault is added. */
async function envelopeOf(release: Release, faults: Fault[]): Promise<Envelope | undefined> {
  const read = await release.read(ENVELOPE_FILE);
  try {
    return readRecord(read, envelopeSchema, release.place(ENVELOPE_FILE));
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    faults.push({ kind: typeof read === 'string' && read !== 'too-long' ? read : 'damaged', file: ENVELOPE_FILE });
    return undefined;
  }
}

const OWN: ReadonlySet<string> = new Set([MANIFEST_FILE, ENVELOPE_FILE, SIGNATURE_FILE]);

/** Verifies a folder; what is in it and not in the manifest is named too, as is a compressed copy that holds something else. */
export function verifyFolder(folder: string, key?: PublicKey): Promise<Verdict> {
  const strange = (manifest: Manifest): Fault[] => {
    const { files, findings } = listSite(folder);
    const known = new Set(Object.keys(manifest.files));
    const others = findings.map(({ place }) => place.file).filter((name) => !known.has(name) && !OWN.has(name));
    return [
      ...files.names.flatMap((name): Fault[] => {
        if (OWN.has(name) || known.has(name)) return [];
        const original = compressedOf(name) ?? '';
        const file = known.has(original) ? manifest.files[original] : undefined;
        if (file === undefined) return [{ kind: 'added', file: name }];
        return holdsSame(join(folder, name), file) ? [] : [{ kind: 'other-copy', file: name }];
      }),
      ...others.map((file): Fault => ({ kind: 'not-file', file })),
    ];
  };
  const release: Release = {
    place: (name) => join(folder, name),
    read: async (name) => readPlainFile(join(folder, name), MOST_RECORD_BYTES),
    faultsOf: async (name, expected) => faultOf(name, digestPlainFile(join(folder, name)), expected),
    atOnce: 1,
    strange,
  };
  return verifyRelease(release, key);
}

function faultOf(file: string, actual: FileDigest | Unread, expected: FileDigest): Fault[] {
  if (typeof actual === 'string') return [{ kind: actual === 'too-long' ? 'changed' : actual, file }];
  return actual.sha256 === expected.sha256 && actual.bytes === expected.bytes ? [] : [{ kind: 'changed', file }];
}

/** Requests under way at a time. */
const REQUESTS = 8;

/**
 * Verifies a served release; `address` is where its cover is. What readers get compressed is asked for in each coding. Throws where
 * the server cannot be reached.
 */
export function verifyAddress(address: string, key?: PublicKey): Promise<Verdict> {
  const cover = address.endsWith('/') ? address : `${address}/`;
  const place = (name: string) => cover + name.split('/').map(encodeURIComponent).join('/');
  const ask = (name: string, coding = 'identity') =>
    fetch(place(name), { redirect: 'manual', headers: { 'accept-encoding': coding } });
  const faultsOf = async (file: string, expected: FileDigest): Promise<readonly Fault[]> => {
    const plain = faultOf(file, await digestAnswer(await ask(file), file, expected.bytes), expected);
    if (plain.length > 0 || !isCompressed(file, expected.bytes)) return plain;
    for (const { ending, coding } of COPY_CODINGS) {
      const copy = await digestAnswer(await ask(file, coding), file, expected.bytes);
      if (faultOf(file, copy, expected).length > 0) return [{ kind: 'other-copy', file: file + ending }];
    }
    return [];
  };
  const read = async (name: string): Promise<Buffer | Unread> => {
    const response = await ask(name);
    if (!isAnswered(response, name)) return unanswered(response);
    const parts: Uint8Array[] = [];
    const end = await eachPart(response, MOST_RECORD_BYTES, (part) => parts.push(part));
    return end ?? Buffer.concat(parts);
  };
  return verifyRelease({ place, read, faultsOf, atOnce: REQUESTS, strange: () => [] }, key);
}

/** The page for what is not found is itself served with that status. */
const isAnswered = ({ ok, status }: Response, name: string) => ok || (name === '404.html' && status === 404);

function unanswered(response: Response): Unread {
  void response.body?.cancel();
  return response.status === 404 || response.status === 410 ? 'missing' : 'unreadable';
}

async function digestAnswer(response: Response, name: string, expected: number): Promise<FileDigest | Unread> {
  if (!isAnswered(response, name)) return unanswered(response);
  const hash = createHash('sha256');
  let bytes = 0;
  const end = await eachPart(response, expected, (part) => {
    hash.update(part);
    bytes += part.length;
  });
  return end ?? { sha256: hash.digest('hex'), bytes };
}

/**
 * Calls `onPart` with each decompressed part of a response, up to `most` bytes in all. Gives why it failed; undefined
 * where it did not.
 */
async function eachPart(
  response: Response,
  most: number,
  onPart: (part: Uint8Array) => void,
): Promise<Unread | undefined> {
  let bytes = 0;
  try {
    for await (const part of response.body ?? []) {
      bytes += part.length;
      if (bytes > most) return 'too-long';
      onPart(part);
    }
    return undefined;
  } catch {
    // The response was cut short, or its compressed data is damaged.
    return 'unreadable';
  }
}

function signatureState(
  manifest: Buffer,
  signature: Buffer | Unread,
  envelope: Envelope | undefined,
  key: PublicKey | undefined,
): Verdict['signature'] {
  // Whoever names a key wants a signature: one that was taken away is as bad as a forged one.
  if (signature === 'missing') return key === undefined ? 'none' : 'bad';
  if (typeof signature === 'string') return 'bad';
  if (key === undefined) return 'unchecked';
  const comment = verifyBytes(manifest, signature.toString('utf8'), key);
  return comment !== undefined && envelope !== undefined && comment === trustedComment(envelope) ? 'good' : 'bad';
}
