import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listSite } from '../audit/site-files.ts';
import { compressedOf, holdsSame } from './compress.ts';
import { type Envelope, parseEnvelope, trustedComment } from './envelope.ts';
import { ENVELOPE_FILE, MANIFEST_FILE, type Manifest, parseManifest, SIGNATURE_FILE, sha256 } from './manifest.ts';
import { type PublicKey, verifyBytes } from './minisign.ts';

/** What a copy of a release was found to be. */
export interface Verdict {
  readonly files: number;
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  /** Files that the manifest does not name; always empty over the network, where nothing lists them. */
  readonly added: readonly string[];
  /** `good` and `bad` are about the key that was given; `unchecked` where there was a signature and no key. */
  readonly signature: 'good' | 'bad' | 'unchecked' | 'none';
  readonly envelope: Envelope | undefined;
  readonly manifest: Manifest;
}

/** Gives the bytes of a file of a release; undefined where it is not there. */
export type ReadFile = (name: string) => Promise<Buffer | undefined>;

/** Whether nothing at all is wrong. */
export function isWhole({ missing, changed, added, signature }: Verdict): boolean {
  return missing.length + changed.length + added.length === 0 && signature !== 'bad';
}

/** Compares a release, file by file, with its manifest. Throws where there is no manifest to read. */
export async function verifyRelease(
  read: ReadFile,
  extras: (manifest: Manifest) => readonly string[],
  key?: PublicKey,
): Promise<Verdict> {
  const manifestBytes = await read(MANIFEST_FILE);
  if (manifestBytes === undefined) throw new Error(`no ${MANIFEST_FILE}`);
  const manifest = parseManifest(manifestBytes.toString('utf8'));
  const missing: string[] = [];
  const changed: string[] = [];
  for (const [name, { sha256: expected }] of Object.entries(manifest.files)) {
    const bytes = await read(name);
    if (bytes === undefined) missing.push(name);
    else if (sha256(bytes) !== expected) changed.push(name);
  }
  const envelopeBytes = await read(ENVELOPE_FILE);
  const envelope = envelopeBytes && parseEnvelope(envelopeBytes.toString('utf8'));
  if (envelope && envelope.manifestSha256 !== sha256(manifestBytes)) changed.push(MANIFEST_FILE);
  return {
    files: Object.keys(manifest.files).length,
    missing,
    changed,
    added: extras(manifest),
    signature: signatureState(manifestBytes, (await read(SIGNATURE_FILE))?.toString('utf8'), envelope, key),
    envelope,
    manifest,
  };
}

/** Verifies a folder; what is in it and not in the manifest is named too, as is a compressed copy that holds something else. */
export function verifyFolder(folder: string, key?: PublicKey): Promise<Verdict> {
  const own = [MANIFEST_FILE, ENVELOPE_FILE, SIGNATURE_FILE];
  const extras = (manifest: Manifest) => {
    const { files, findings } = listSite(folder);
    const unknown = files.names.filter((name) => {
      if (own.includes(name) || Object.hasOwn(manifest.files, name)) return false;
      const file = compressedOf(name);
      return file === undefined || !holdsSame(join(folder, name), join(folder, file));
    });
    return [...unknown, ...findings.map(({ place }) => place.file)];
  };
  const read = async (name: string) => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path) : undefined;
  };
  return verifyRelease(read, extras, key);
}

/** Verifies a served release; `address` is where its cover is. Throws where the server cannot be reached. */
export function verifyAddress(address: string, key?: PublicKey): Promise<Verdict> {
  const cover = address.endsWith('/') ? address : `${address}/`;
  const read = async (name: string) => {
    const response = await fetch(cover + name.split('/').map(encodeURIComponent).join('/'), { redirect: 'error' });
    const bytes = Buffer.from(await response.arrayBuffer());
    // The page for what is not found is itself served with that status.
    return response.ok || name === '404.html' ? bytes : undefined;
  };
  return verifyRelease(read, () => [], key);
}

function signatureState(
  manifest: Buffer,
  signature: string | undefined,
  envelope: Envelope | undefined,
  key: PublicKey | undefined,
): Verdict['signature'] {
  // Whoever names a key wants a signature: one that was taken away is as bad as a forged one.
  if (signature === undefined) return key === undefined ? 'none' : 'bad';
  if (key === undefined) return 'unchecked';
  const comment = verifyBytes(manifest, signature, key);
  return comment !== undefined && envelope !== undefined && comment === trustedComment(envelope) ? 'good' : 'bad';
}
