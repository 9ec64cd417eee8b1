import { lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { compressFiles, copiesOf, type Earlier, linked } from '../build/output/compress.ts';
import { momentOf, requestedSite, type SiteRequest } from '../build/produce.ts';
import { ENVELOPE_FILE, MANIFEST_FILE, SBOM_FILE, SIGNATURE_FILE } from '../model/addresses.ts';
import { sha256Of } from '../model/hashes.ts';
import { lastPublishing } from '../reading/publication.ts';
import { digestPlainFile, type FileDigest, replaceFile, type Unread } from '../system/files.ts';
import { LOCKFILE } from '../system/program.ts';
import {
  type Envelope,
  formatEnvelope,
  formatManifest,
  hashFiles,
  type Manifest,
  type ManifestFiles,
  readEnvelope,
  readManifest,
  trustedComment,
} from './manifest.ts';
import { publicKeyOf, type SecretKey, signBytes, verifyBytes } from './minisign.ts';
import { billOfMaterials, isSameSource, type Provenance, readProvenance } from './provenance.ts';
import { nextReleaseName } from './releases.ts';
import { isWhole, verifyFolder } from './verify.ts';

/** The request for a release: a site's, with what goes into the envelope. */
export interface FinishRequest extends SiteRequest {
  readonly key: SecretKey | undefined;
  /** The moment of the release, ISO 8601 in UTC; in the envelope only. */
  readonly released: string;
}

/** A release as its own records describe it. */
interface KnownRelease {
  readonly manifest: Manifest;
  readonly envelope: Pick<Envelope, 'release' | 'manifestSha256'>;
}

/** Where a release is made, what is served meanwhile, and the folder of all releases. */
export interface FinishPlaces {
  readonly next: string;
  readonly served: string;
  readonly releases: string;
  /** The release that is served; undefined where there is none that can be read. */
  readonly previous: KnownRelease | undefined;
  /** Whether a served file, or a compressed copy, is known to be unchanged since its release; by default none is. */
  readonly isIntact?: ((name: string) => boolean) | undefined;
}

/**
 * Completes a built folder: bill of materials, manifest, compressed copies, envelope, signature. Gives the release's
 * name, and which files that were made were replaced by the served ones, whose bytes they have; undefined, and no release, where a file
 * that the build took over from the served release differs from what that release lists. `onCompressed` reports progress in files.
 */
export async function finishRelease(
  request: FinishRequest,
  { next, served, releases, previous, isIntact = () => false }: FinishPlaces,
  onCompressed: (done: number, total: number) => void,
): Promise<{ readonly name: string; readonly replaced: ReadonlySet<string> } | undefined> {
  writeFileSync(join(next, SBOM_FILE), billOfMaterials(readFileSync(LOCKFILE, 'utf8')));
  const isListKnown = isIntact(MANIFEST_FILE);
  const taken = new Set<string>();
  const files = hashFiles(next, digestOf);
  const manifest: Manifest = {
    format: 'dafu-manifest/1',
    ...provenanceOf(request),
    texts: officialTextHashes(next, files, previous?.manifest),
    files,
  };
  const manifestText = formatManifest(manifest);
  const names = Object.keys(manifest.files);
  for (const name of taken) if (!isListed(name)) return undefined;
  /** Files that are served already: they keep their date, so that a reader's copy stays valid, and take no room twice. */
  const unchanged = new Set(names.filter((name) => taken.has(name) || isServed(join(served, name), name)));
  const replaced = new Set([...unchanged].filter((name) => !taken.has(name)));
  for (const name of replaced) relink(join(served, name), join(next, name));
  await compressFiles(next, names, earlierOf, onCompressed);
  const manifestSha256 = sha256Of(manifestText);
  const envelope: Envelope = {
    format: 'dafu-envelope/1',
    release: nextReleaseName(releases, manifestSha256),
    released: request.released,
    manifestSha256,
    previous: previous?.envelope ?? null,
    signature: null,
  };
  writeFileSync(join(next, MANIFEST_FILE), manifestText);
  writeEnvelope(next, envelope, request.key);
  return { name: envelope.release, replaced };

  /** The digest of a file. A file shared with the served release, and unchanged since, is not read again. */
  function digestOf(name: string): FileDigest | Unread {
    const file = join(next, name);
    if (isOneFile(join(served, name), file)) {
      taken.add(name);
      const known = previous?.manifest.files[name];
      if (known !== undefined && isListKnown && isIntact(name)) return known;
    }
    return digestPlainFile(file);
  }

  function earlierOf(name: string): Earlier | undefined {
    return unchanged.has(name) ? { folder: served, copiesStand: copiesOf(name).every(isIntact) } : undefined;
  }

  /** Whether the release that is served lists a file with the bytes that it has here. */
  function isListed(name: string): boolean {
    return previous?.manifest.files[name]?.sha256 === manifest.files[name]?.sha256;
  }

  /** Whether a file was released with the same bytes, and still holds them: damage must not be carried over. */
  function isServed(path: string, name: string): boolean {
    if (!isListed(name)) return false;
    const standing = digestPlainFile(path);
    return typeof standing !== 'string' && standing.sha256 === manifest.files[name]?.sha256;
  }
}

/** Writes an envelope, and with a key the manifest's signature, beside the manifest; each file in one step. */
export function writeEnvelope(folder: string, envelope: Envelope, key: SecretKey | undefined): void {
  const signature =
    key === undefined
      ? null
      : signBytes(readFileSync(join(folder, MANIFEST_FILE)), key, trustedComment({ ...envelope, signature: null }));
  if (signature !== null) replaceFile(join(folder, SIGNATURE_FILE), signature);
  replaceFile(join(folder, ENVELOPE_FILE), formatEnvelope({ ...envelope, signature }));
}

/** Whether two paths are links of one file. */
function isOneFile(one: string, other: string): boolean {
  const [first, second] = [one, other].map((path) => lstatSync(path, { throwIfNoEntry: false }));
  return first !== undefined && first.ino === second?.ino && first.dev === second.dev;
}

function relink(from: string, to: string): void {
  const next = `${to}.next`;
  if (!linked(from, next)) return;
  renameSync(next, to);
  // Renaming one link of a file over another of the same file does nothing and leaves both (POSIX).
  rmSync(next, { force: true });
}

function provenanceOf(request: FinishRequest): Provenance {
  const { base, address } = requestedSite(request);
  const moment = lastPublishing(request.root, momentOf(request));
  return {
    ...{ address, base, today: request.today },
    ...(moment === undefined ? {} : { moment }),
    ...readProvenance(request.root),
  };
}

/**
 * Whether the served release may be reused: its manifest can be read and, where a key is given, is signed with it. Its
 * files are compared with the manifest when the new release is finished.
 */
export function isFitToReuse(previous: KnownRelease | undefined, served: string, key: SecretKey | undefined): boolean {
  if (previous === undefined) return false;
  if (key === undefined) return true;
  try {
    const { signature } = readEnvelope(served);
    const comment = signature && verifyBytes(readFileSync(join(served, MANIFEST_FILE)), signature, publicKeyOf(key));
    return comment !== null && comment !== undefined;
  } catch {
    return false;
  }
}

/**
 * The name of the release that is served, where a new one would hold the same bytes: it was made from the same commits
 * on the same day, is whole, and is signed with the key that was asked for. Undefined where a new release is needed.
 */
export async function standingRelease(
  request: FinishRequest,
  served: string,
  standing: KnownRelease | undefined,
): Promise<string | undefined> {
  if (standing === undefined || !isSameSource(standing.manifest, provenanceOf(request))) return undefined;
  const verdict = await verifyFolder(served, request.key && publicKeyOf(request.key));
  return isWhole(verdict) ? standing.envelope.release : undefined;
}

const REPLY_JSON = /^api\/v1\/replies\/([^/]+)\.json$/;
const replySchema = z.object({ id: z.string(), hashes: z.record(z.string(), z.string()) });

/**
 * The hashes of all official texts, as the site's own JSON interface publishes them; of a reply whose file is that of the release before, as
 * that release lists them.
 */
function officialTextHashes(folder: string, files: ManifestFiles, previous: Manifest | undefined): Manifest['texts'] {
  const hashes = Object.entries(files).flatMap(([name, { sha256 }]) => {
    const id = REPLY_JSON.exec(name)?.[1];
    if (id === undefined || id === 'index') return [];
    const known = previous?.files[name]?.sha256 === sha256 ? previous.texts[id] : undefined;
    if (known !== undefined) return [[id, known] as const];
    const reply = replySchema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    return reply.success ? [[reply.data.id, reply.data.hashes] as const] : [];
  });
  return Object.fromEntries(hashes);
}

/** The release that is served now; undefined where there is none, or it cannot be read. */
export function servedRelease(served: string): KnownRelease | undefined {
  try {
    const { release, manifestSha256 } = readEnvelope(served);
    const manifest = readManifest(served);
    return { manifest, envelope: { release, manifestSha256 } };
  } catch {
    return undefined;
  }
}
