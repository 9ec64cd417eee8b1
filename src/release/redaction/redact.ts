import { existsSync, lstatSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite } from '../../build/build.ts';
import { inspectRoot } from '../../build/check/index.ts';
import { openCache, stateFolder } from '../../build/output/state.ts';
import { linkedName, lockFolder, standing } from '../../build/output/switch.ts';
import type { OnProgress } from '../../build/stages.ts';
import { CACHES, placeOf } from '../../cache/index.ts';
import { SiteError } from '../../errors.ts';
import { SIGNATURE_FILE } from '../../model/addresses.ts';
import type { Block } from '../../model/block.ts';
import { LOCALES, type Locale, type Translated } from '../../model/locale.ts';
import { maskingSchema } from '../../model/masking.ts';
import type { Site } from '../../model/site.ts';
import { splitFrontMatter } from '../../model/source-file.ts';
import { sheetNumber } from '../../reading/approvals.ts';
import { readSite, replyFile, replyIds, replyLanguage } from '../../reading/files.ts';
import { usageError } from '../../terminal/failures.ts';
import { siteUrls } from '../../urls.ts';
import { readManifest } from '../manifest.ts';
import { type ReleaseRequest, releaseSite } from '../release.ts';
import { listReleases, releasePlaces, sweepReleases } from '../releases.ts';
import { applyChanges, carryApprovals, keepSources, refreshHashes, WITHHELD } from './change-sources.ts';
import { withMasking } from './front-matter.ts';
import { type Finder, finderOf } from './occurrences.ts';
import { searchFolder } from './search.ts';
import { maskSources } from './sources.ts';

/** What is asked to be masked, and how the site is released then. */
export interface RedactRequest extends Omit<ReleaseRequest, 'out'> {
  readonly id: string;
  /** The characters that are not to be public, as anybody may have written them. */
  readonly text: string;
  /** In the language of the letter, */
  readonly why: string;
  /** and in others of the site. */
  readonly whyIn: Translated;
  /** Whether to release, and make `dist` new, where the root has them. */
  readonly release: boolean;
}

/** What was done, and what is left to do. */
interface Redacted {
  /** Files of the root that were changed, moved or withheld, by what was done. */
  readonly changed: readonly string[];
  readonly withheld: readonly string[];
  /** Files of other replies that hold it too. */
  readonly elsewhere: readonly string[];
  readonly paragraphs: readonly string[];
  /** Whether approvals of the letter as it was are now of the masked one, of which nothing else changed. */
  readonly approvals: boolean;
  /** The release that was made; undefined where none is served from this root. */
  readonly released: string | undefined;
  /** Releases that held it and are gone. */
  readonly removed: readonly string[];
  /** Where the site is served, with its base. */
  readonly address: string;
  /** Paths below the site's address that held it, as far as a release says. */
  readonly addresses: readonly string[];
  /** The paths of the reply's own pages. */
  readonly pages: readonly string[];
  /** How many files were looked through at the end, and those that still hold it. */
  readonly searched: number;
  readonly left: readonly string[];
}

/**
 * Masks a text in a reply and in all that repeats it: text, translation, record, former texts, datasets and their versions, names of
 * files. Checks and releases, removes the releases and copies that held it, and looks for it in everything that is left. Throws a
 * SiteError or a CommandError where the masked site does not check: the content is then as it was.
 */
export async function redact(request: RedactRequest, onProgress: OnProgress = () => {}): Promise<Redacted> {
  const { root, id, text } = request;
  if (!replyIds(root).includes(id)) throw usageError((words) => words.noReply(id));
  const finder = finderOfText(text);
  if ([request.why, ...Object.values(request.whyIn)].some((why) => finder.isIn(why)))
    throw usageError((words) => words.redactWhyTells);
  refuseUnsigned(request);
  const site = readSite(root);
  const unknown = LOCALES.find((locale) => request.whyIn[locale] !== undefined && !site.languages.includes(locale));
  if (unknown !== undefined) throw usageError((words) => words.redactWhyUnread(unknown));
  const { changes, paragraphs, approvals } = await maskContent(request, finder, site);
  const served = join(root, 'releases', 'current');
  const isServed = existsSync(served);
  const addresses = isServed ? addressesOf((await searchFolder(served, finder)).found) : [];
  const address = request.address ?? (isServed ? readManifest(served).address : site.address);
  const wasBuilt = standing(join(root, 'dist')) !== 'nothing';
  forgetState(root, request.release);
  const made = request.release
    ? await makeOutputs({ ...request, address }, wasBuilt, finder, onProgress)
    : { released: undefined, removed: [] };
  // Cached compiled modules: those of pages may hold what was published, and examples in the program's own would be
  // found by the search below.
  rmSync(placeOf(openCache(root), CACHES.code), { recursive: true, force: true });
  const places = ['content', 'data', 'public', 'dist', 'releases', '.dafu/cache', '.dafu/builds'];
  const searches = [];
  for (const place of places) searches.push({ place, ...(await searchFolder(join(root, place), finder)) });
  return {
    changed: [...new Set([...changes.texts.keys(), ...changes.moved.values(), recordOf(root, id)])].sort(),
    withheld: changes.withheld,
    elsewhere: changes.elsewhere,
    paragraphs,
    approvals,
    ...made,
    address: address + site.base,
    addresses,
    pages: LOCALES.filter((locale) => existsSync(join(root, replyFile(root, id, locale)))).map((locale) =>
      siteUrls(site).reply(locale, id).slice(site.base.length),
    ),
    searched: searches.reduce((sum, { files }) => sum + files, 0),
    left: searches.flatMap(({ place, found }) => found.map((name) => `${place}/${name}`)),
  };
}

/** Masks the content of a root. Throws a SiteError where it would not check then, and leaves it as it was. */
async function maskContent(request: RedactRequest, finder: Finder, site: Pick<Site, 'masking'>) {
  const { root, id } = request;
  const changes = await maskSources(root, id, finder, maskingSchema.parse(site.masking ?? {}));
  if (changes.texts.size + changes.moved.size + changes.withheld.length === 0)
    throw usageError((words) => words.notInReply(id, changes.elsewhere));
  const before = blocksOf(await inspectRoot(root, request), id);
  const sheet = sheetNumber(root, id);
  using kept = keepSources(root, changes);
  applyChanges(root, id, changes);
  const after = blocksOf(await inspectRoot(root, request), id);
  const paragraphs = changedBlocks(before, after, replyLanguage(root, id));
  const language = replyLanguage(root, id);
  refreshHashes(root, id, before[language] ?? [], after[language] ?? []);
  noteMasking(request, paragraphs, changes.titles);
  const approvals = carryApprovals(root, id, sheet);
  const { findings } = await inspectRoot(root, request);
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new SiteError(errors);
  kept.settle();
  return { changes, paragraphs, approvals };
}

/** Writes into the record of a reply that something was masked, when, why and where. */
function noteMasking(
  { root, id, today, why, whyIn }: RedactRequest,
  paragraphs: readonly string[],
  files: readonly Translated[],
): void {
  const record = recordOf(root, id);
  const whys = { [replyLanguage(root, id)]: why, ...whyIn };
  const source = readFileSync(join(root, record), 'utf8');
  const { frontMatter } = splitFrontMatter(source, record);
  const masked = withMasking(frontMatter, { date: today, why: whys, paragraphs, files });
  writeFileSync(
    join(root, record),
    source.replace(frontMatter, () => masked),
  );
}

function finderOfText(text: string): Finder {
  try {
    return finderOf(text);
  } catch (error) {
    if (error instanceof RangeError) throw usageError((words) => words.redactTooShort);
    throw error;
  }
}

/** A signed release is followed by a signed one. */
function refuseUnsigned({ root, key, release }: RedactRequest): void {
  const served = join(root, 'releases', 'current');
  if (release && key === undefined && existsSync(join(served, SIGNATURE_FILE)))
    throw usageError((words) => words.redactUnsigned);
}

/** The path of the text that holds a reply's record: its original. */
const recordOf = (root: string, id: string): string => replyFile(root, id, replyLanguage(root, id));

/** The blocks of a reply by language. */
type ReplyBlocks = Translated<readonly Block[]>;

function blocksOf({ reports }: Awaited<ReturnType<typeof inspectRoot>>, id: string): ReplyBlocks {
  return Object.fromEntries(
    reports.flatMap(({ facts }) =>
      facts.kind === 'document' && facts.collection === 'replies' && facts.id === id
        ? [[facts.locale, facts.blocks] as const]
        : [],
    ),
  );
}

/** The ids of the blocks that read otherwise in any language, in the order of the original. */
function changedBlocks(before: ReplyBlocks, after: ReplyBlocks, language: Locale): string[] {
  const changed = LOCALES.flatMap((locale) =>
    (before[locale] ?? []).flatMap(({ id, text }) =>
      after[locale]?.some((block) => block.id === id && block.text === text) ? [] : [id],
    ),
  );
  return (after[language] ?? []).map(({ id }) => id).filter((id) => changed.includes(id));
}

/** Releases and builds the masked site, and removes every earlier copy that holds what is masked. */
async function makeOutputs(request: RedactRequest, wasBuilt: boolean, finder: Finder, onProgress: OnProgress) {
  const { root } = request;
  const releases = join(root, 'releases');
  const dist = join(root, 'dist');
  const { current } = releasePlaces(releases);
  let released: string | undefined;
  const removed: string[] = [];
  if (existsSync(current)) {
    released = (await releaseSite({ ...request, out: undefined }, onProgress)).name;
    for (const name of listReleases(releases)) {
      if (name === linkedName(current) || (await searchFolder(join(releases, name), finder)).found.length === 0)
        continue;
      rmSync(join(releases, name), { recursive: true });
      removed.push(name);
    }
    sweepReleases(releases, request.keep, released);
  }
  if (wasBuilt) await buildSite({ ...request, out: dist, plain: standing(dist) === 'folder' }, onProgress);
  return { released, removed };
}

/** Empties the state of a root but for what is withheld: what is kept for the next build holds what was masked. */
function forgetState(root: string, withBuilds: boolean): void {
  const state = stateFolder(root);
  if (!existsSync(state)) return;
  const dist = join(root, 'dist');
  using _lock = lockFolder(state);
  for (const name of readdirSync(state))
    if (name !== WITHHELD && name !== 'lock' && (withBuilds || name !== 'builds'))
      rmSync(join(state, name), { recursive: true, force: true });
  if (lstatSync(dist, { throwIfNoEntry: false })?.isSymbolicLink() && !existsSync(dist)) rmSync(dist);
}

/** The addresses of files of a site, below its base: a page by its folder. Pages come first. */
function addressesOf(files: readonly string[]): string[] {
  const addresses = files.map((file) => file.replace(/(?:^|(?<=\/))index\.html$/, ''));
  const isPage = (address: string) => address === '' || address.endsWith('/');
  return [...addresses.filter(isPage), ...addresses.filter((address) => !isPage(address))];
}
