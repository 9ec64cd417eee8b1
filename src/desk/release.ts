import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { SiteError } from '../errors.ts';
import { compressFiles, linked } from '../integrations/release/compress.ts';
import { type Envelope, formatEnvelope, parseEnvelope, trustedComment } from '../integrations/release/envelope.ts';
import {
  ENVELOPE_FILE,
  formatManifest,
  hashFiles,
  MANIFEST_FILE,
  type Manifest,
  parseManifest,
  SIGNATURE_FILE,
  sha256,
} from '../integrations/release/manifest.ts';
import { type SecretKey, signBytes } from '../integrations/release/minisign.ts';
import { readProvenance } from '../integrations/release/provenance.ts';
import { billOfMaterials, SBOM_FILE } from '../integrations/release/sbom.ts';
import { PROJECT_FOLDER } from './options.ts';
import { lockFolder } from './output/lock.ts';
import { keepHashedFiles, nextReleaseName, releasePlaces, sweepReleases } from './output/releases.ts';
import { lockOf, mendFolder, nextFolder, switchFolder, switchLink } from './output/switch.ts';
import { listFilesBelow } from './output/tree.ts';
import { checkContent, produceSite, refusedByDisk, requestedSite, type SiteRequest } from './produce.ts';
import { stageClock } from './stages.ts';

/** What a release is asked for. */
export interface ReleaseRequest extends SiteRequest {
  /** A plain folder that becomes the release by renaming; undefined for `releases/` in the root with its link. */
  readonly out: string | undefined;
  /** How many releases stay. */
  readonly keep: number;
  readonly key: SecretKey | undefined;
  /** The moment of the release, ISO 8601 in UTC; in the envelope only. */
  readonly released: string;
}

/** A release that is made, and where it is. */
export interface Released {
  readonly name: string;
  readonly folder: string;
}

/**
 * Checks, builds, audits, lists and switches: the site that was served stays whole until the one step that replaces it.
 * Throws SiteError or DeskError; then nothing that is served was touched.
 */
export async function releaseSite(request: ReleaseRequest): Promise<Released> {
  refuseReservedAddress(request);
  const { root, out } = request;
  const clock = stageClock();
  await checkContent(request, clock);
  using _lock = lockFolder(join(root, '.dafu'));
  const releases = out === undefined ? join(root, 'releases') : dirname(out);
  const served = out ?? releasePlaces(releases).current;
  const next = out === undefined ? releasePlaces(releases).next : nextFolder(out);
  // Two roots may be released into one folder: then it is the folder that only one may use at a time.
  using _outLock = out === undefined ? undefined : lockFolder(lockOf(out));
  try {
    mendFolder(served);
    rmSync(next, { recursive: true, force: true });
    await produceSite(request, next, clock);
    const name = await clock.run('release', () => finishRelease(request, next, served, releases));
    if (out !== undefined) {
      switchFolder(out, next);
      return { name, folder: out };
    }
    renameSync(next, join(releases, name));
    keepHashedFiles(releases, name);
    switchLink(served, join(releases, name));
    sweepReleases(releases, request.keep, name);
    return { name, folder: join(releases, name) };
  } catch (error) {
    discard(next);
    throw refusedByDisk(error, next) ?? error;
  }
}

/** Removes what was begun. A disk that takes no writing may refuse this too: the next run begins with it. */
function discard(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // What stopped the release is told, not this.
  }
}

/** Completes a built folder: bill of materials, manifest, compressed copies, envelope, signature. Gives the release's name. */
async function finishRelease(request: ReleaseRequest, next: string, served: string, releases: string): Promise<string> {
  writeFileSync(
    join(next, SBOM_FILE),
    billOfMaterials(readFileSync(join(PROJECT_FOLDER, 'package-lock.json'), 'utf8')),
  );
  const previous = previousRelease(served);
  const manifest = manifestOf(request, next);
  const manifestText = formatManifest(manifest);
  const same = (name: string) =>
    previous?.manifest.files[name]?.sha256 === manifest.files[name]?.sha256 ? served : undefined;
  for (const name of Object.keys(manifest.files)) {
    // An unchanged file keeps its date, so that a reader's copy of it stays valid, and takes no room twice.
    if (same(name) !== undefined) relink(join(served, name), join(next, name));
  }
  await compressFiles(next, Object.keys(manifest.files), same);
  const manifestSha256 = sha256(manifestText);
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
  return envelope.release;
}

/** Writes an envelope, and with a key the manifest's signature, beside the manifest; each file in one step. */
export function writeEnvelope(folder: string, envelope: Envelope, key: SecretKey | undefined): void {
  const signature =
    key === undefined
      ? null
      : signBytes(readFileSync(join(folder, MANIFEST_FILE)), key, trustedComment({ ...envelope, signature: null }));
  if (signature !== null) writeWhole(join(folder, SIGNATURE_FILE), signature);
  writeWhole(join(folder, ENVELOPE_FILE), formatEnvelope({ ...envelope, signature }));
}

function writeWhole(file: string, text: string): void {
  const next = join(dirname(file), `.${basename(file)}.next`);
  writeFileSync(next, text);
  renameSync(next, file);
}

function relink(from: string, to: string): void {
  const next = `${to}.next`;
  if (!existsSync(from) || !linked(from, next)) return;
  renameSync(next, to);
  // Renaming one link of a file over another of the same file does nothing and leaves both (POSIX).
  rmSync(next, { force: true });
}

function manifestOf(request: ReleaseRequest, folder: string): Manifest {
  const { base, address } = requestedSite(request);
  return {
    format: 'dafu-manifest/1',
    address,
    base,
    today: request.today,
    ...readProvenance(request.root, PROJECT_FOLDER),
    texts: officialTextHashes(folder),
    files: hashFiles(folder),
  };
}

/** The hashes of all official texts, as the site's own JSON interface publishes them. */
function officialTextHashes(folder: string): Manifest['texts'] {
  const replies = join(folder, 'api/v1/replies');
  const schema = z.object({ id: z.string(), hashes: z.record(z.string(), z.string()) });
  return Object.fromEntries(
    listFilesBelow(replies)
      .filter((name) => /^[^/]+\.json$/.test(name) && name !== 'index.json')
      .sort()
      .flatMap((name) => {
        const reply = schema.safeParse(JSON.parse(readFileSync(join(replies, name), 'utf8')));
        return reply.success ? [[reply.data.id, reply.data.hashes]] : [];
      }),
  );
}

/** The release that is served now; undefined where there is none, or it cannot be read. */
function previousRelease(served: string) {
  try {
    const { release, manifestSha256 } = parseEnvelope(readFileSync(join(served, ENVELOPE_FILE), 'utf8'));
    const manifest = parseManifest(readFileSync(join(served, MANIFEST_FILE), 'utf8'));
    return { manifest, envelope: { release, manifestSha256 } };
  } catch {
    return undefined;
  }
}

/** A release needs the address that readers will use: links, feeds and citations carry it. */
function refuseReservedAddress(request: ReleaseRequest): void {
  const { hostname } = new URL(requestedSite(request).address);
  if (!/(?:^|\.)(?:example|test|invalid|localhost)$|^(?:.*\.)?example\.(?:com|net|org)$/.test(hostname)) return;
  throw new SiteError({
    rule: 'address-reserved',
    severity: 'error',
    place: { file: 'content/site.yaml' },
    message: {
      zh: `${hostname} 是保留的示例域名，不能正式发布`,
      en: `${hostname} is a reserved example name: nothing can be released under it`,
    },
    hint: {
      zh: '在 site.yaml 的 address 里填写正式地址，或用 --address 指定',
      en: 'give the real address in site.yaml (address), or with --address',
    },
  });
}
