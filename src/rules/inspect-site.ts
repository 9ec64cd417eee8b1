import type { Finding } from '../errors.ts';
import { startOfDay } from '../model/dates.ts';
import { placeInJson } from '../model/json-source.ts';
import { LOCALES, type Locale } from '../model/locale.ts';
import { publishedReplyFile } from '../model/published.ts';
import { isWhole, type Readable, sourcePath } from '../model/readable-part.ts';
import type { Site } from '../model/site.ts';
import { placeInYaml } from '../model/yaml-source.ts';
import { unnamedFindings } from './attachments.ts';
import { BUREAUS_PATH, type BureausSource, bureauFindings } from './bureaus.ts';
import { commitmentFindings } from './commitments.ts';
import { componentFindings } from './component-targets.ts';
import { figureFindings } from './figures/index.ts';
import { type DatasetSource, placeInRead } from './figures/source.ts';
import { statedFindings } from './figures/stated.ts';
import type { StatedSite } from './figures/statements.ts';
import type { DocumentFacts, FileReport } from './file-report.ts';
import { type HeldReply, heldBack, heldFindings } from './held.ts';
import { identityFindings, sameNumberFindings } from './identity.ts';
import { CHECKING } from './index.ts';
import { addressTwiceFindings, issuerFindings } from './issuers.ts';
import { isOfReply } from './layout.ts';
import { letterFindings } from './letter.ts';
import { companionFindings, type KeyPlace, linkFindings } from './link-targets.ts';
import type { PairMember } from './pairs/index.ts';
import { pairedFindings, translationDuty, uncomparedLanguages, untranslatedReplies } from './pairs/languages.ts';
import { paragraphFindings } from './paragraphs.ts';
import { withoutOfficeMail } from './personal/index.ts';
import { publishedDatasetFindings, publishedTextFindings } from './published.ts';
import { recordFindings, uncountedReplies } from './records.ts';
import { addressFindings, siteAddresses } from './site-addresses.ts';
import { nameFindings } from './site-names.ts';
import { settingFindings } from './site-settings.ts';
import { type TreeEntry, takenFinding, treeFindings } from './tree.ts';
import { applyWaivers, type Waived, type WaiverScope } from './waivers.ts';
import { listedWordFindings } from './word-list.ts';

/** A site as the rules that look at several files see it. */
export interface SiteInput {
  readonly entries: readonly TreeEntry[];
  /** In code-point order of their paths. */
  readonly reports: readonly FileReport[];
  /** The text of a file that was read; the empty text where there is none. */
  readonly textOf: (path: string) => string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** The moment up to which replies are public; the first of today where it is not given. */
  readonly moment?: string;
  /** The rules that authors may set aside. */
  readonly waivable: ReadonlySet<string>;
  /** Gives what was computed before from the same files, or computes it; computes always where it is left out. */
  readonly remember?: (about: string, paths: readonly string[], compute: () => Finding[]) => Finding[];
}

/** Everything that is wrong with a site, and what its authors set aside with a reason. */
export interface SiteReport {
  readonly findings: readonly Finding[];
  readonly waived: readonly Waived[];
  /** Identifiers of government sites that site.yaml does not give (its `identifiers`): listed, never a fault. */
  readonly notGiven: readonly (keyof Site['identifiers'])[];
  /** The replies whose record does not give what a register asks for: listed, never a fault. */
  readonly repliesLack: Readonly<Record<RecordTag, readonly string[]>>;
  /** The replies whose working days until publication are not counted, by the year whose days off are not known: listed, never a fault. */
  readonly uncounted: Readonly<Record<string, readonly string[]>>;
  /** On a site in several languages, the replies that are in one only: listed, a fault only where the site asks for translations. */
  readonly untranslated: readonly string[];
  /** The languages of translations whose figures nothing reads, so that they are not compared: listed, never a fault. */
  readonly uncompared: readonly Locale[];
  /** The replies whose time to be published has not come: listed, never a fault. */
  readonly held: readonly HeldReply[];
}

/** What of a record a page shows to registers, and leaves out where the bureau has not given it. */
export type RecordTag = 'published' | 'indexNumber';

/** A document with its path, as the rules take it. */
export interface SiteDocument {
  readonly path: string;
  readonly facts: DocumentFacts;
  /** The place of a front-matter key; the file's first line where it is absent. */
  readonly keyPlace: KeyPlace;
}

/** What 国办发〔2017〕47号 asks of a government's site. */
const IDENTIFIERS = ['siteIdCode', 'siteDomain', 'icp'] as const;

const SITE_PATH = 'content/site.yaml';
const SECURITY_FILE = '.well-known/security.txt';

/** What is wrong in the files and between them, and in what is left where replies are held back. */
export function inspectSite(input: SiteInput): SiteReport {
  const report = inspectWhole(input);
  const held = heldBack(input.reports, input.moment ?? startOfDay(input.today));
  if (held.length === 0) return { ...report, held };
  const ids = new Set(held.map(({ id }) => id));
  const isPublic = ({ path }: { readonly path: string }) => !isOfReply(path, ids);
  const { findings } = inspectWhole({
    ...input,
    entries: input.entries.filter(isPublic),
    reports: input.reports.filter(isPublic),
  });
  return { ...report, held, findings: [...report.findings, ...heldFindings(findings, report.findings)] };
}

function inspectWhole(input: SiteInput): Omit<SiteReport, 'held'> {
  const { entries, reports, textOf, today, waivable, remember = computeAlways } = input;
  const documents = reports.flatMap(({ path, facts }): SiteDocument[] =>
    facts.kind === 'document' ? [{ path, facts, keyPlace: keyPlacer(path, textOf) }] : [],
  );
  const datasets = reports.flatMap(({ path, facts }): DatasetSource[] =>
    facts.kind === 'dataset'
      ? [{ path, id: facts.id, read: facts.dataset, place: placeInRead(facts.dataset, path, () => textOf(path)) }]
      : [],
  );
  const commitments = reports.flatMap(({ path, facts }) =>
    facts.kind === 'commitments'
      ? [
          {
            commitments: facts.commitments.value.commitments ?? [],
            place: placeInRead(facts.commitments, path, () => textOf(path)),
          },
        ]
      : [],
  );
  const read = reports.flatMap(({ facts }) => (facts.kind === 'site' ? [facts.site] : []))[0];
  const site = read?.value;
  const languages = languagesOf(read, documents);
  const bureaus = reports.flatMap(({ facts }) =>
    facts.kind === 'bureaus' ? [bureausSource(facts.bureaus, () => textOf(BUREAUS_PATH))] : [],
  )[0];
  const terms = reports.flatMap(({ facts }) => (facts.kind === 'glossary' ? (facts.glossary.value.terms ?? []) : []));
  const list = reports.flatMap(({ facts }) =>
    facts.kind === 'words' && facts.words.whole ? [facts.words.value] : [],
  )[0];
  const members = documents.map(({ path, facts }): PairMember => ({ path, facts, text: () => textOf(path) }));
  const hashes = new Map(
    reports.flatMap(({ path, facts }) => (facts.kind === 'companion' ? [[path, facts.sha256]] : [])),
  );
  const calendars = reports.flatMap(({ path, facts }) =>
    facts.kind === 'calendar' ? [{ path, year: facts.year, calendar: facts.calendar }] : [],
  );
  const addresses = siteAddresses(reports, site, languages);
  const facts = documents.map((document) => document.facts);
  const findings = [
    ...withoutOfficeMail(
      reports.flatMap((report) => report.findings),
      site?.officeMail,
    ),
    ...treeFindings(entries),
    // The site writes its own from what site.yaml says.
    ...(site?.security !== undefined && addresses.files.has(SECURITY_FILE) ? [takenFinding(SECURITY_FILE)] : []),
    ...documents.flatMap(({ path, facts: own, keyPlace }) => [
      ...identityFindings(own, keyPlace, today),
      ...letterFindings(own, keyPlace, path),
      ...paragraphFindings(own, keyPlace),
      ...linkFindings(path, own, addresses, site?.base ?? '/'),
      ...companionFindings(path, own, hashes, keyPlace),
      ...componentFindings(path, own, datasets, facts),
    ]),
    ...unnamedFindings([...hashes.keys()], documents),
    ...sameNumberFindings(documents),
    ...addressTwiceFindings(documents),
    ...issuerFindings(bureaus, documents),
    ...(bureaus === undefined ? [] : bureauFindings(bureaus, site ?? {}, keyPlacer(SITE_PATH, textOf), today)),
    ...(list === undefined ? [] : listedWordFindings(documents, list, textOf, remember)),
    ...pairedFindings(members, languages, translationDuty(site, languages), terms, remember),
    ...CHECKING.flatMap(({ check }) => check({ documents, datasets, today })),
    ...figureFindings(datasets, facts, languages),
    ...commitments.flatMap((own) =>
      commitmentFindings(own, datasets, facts, languages, { base: site?.base ?? '/', today }),
    ),
    ...statedFindings({
      documents: members,
      datasets,
      commitments,
      published: publishedBefore(reports),
      site: [site?.name, site?.description].flatMap((words) =>
        words === undefined ? [] : [{ words, place: { file: SITE_PATH, line: 1, column: 1 } }],
      ),
    }),
    ...recordFindings(documents, calendars),
    ...addressFindings(addresses, ...addressLists(reports, textOf)),
    ...publishedTextFindings(
      reports.flatMap(({ path, facts }) =>
        facts.kind === 'published-reply' ? [{ path, published: facts.published }] : [],
      ),
      documents,
    ),
    ...publishedDatasetFindings(
      reports.flatMap(({ path, facts }) => (facts.kind === 'published-dataset' ? [{ path, value: facts.value }] : [])),
      datasets.flatMap(({ path, id, read: { whole, value }, place }) =>
        whole
          ? [
              {
                id,
                version: value.version,
                value: JSON.parse(textOf(path).replace(/^\ufeff/, '')) as unknown,
                versionPlace: () => place(['version']),
              },
            ]
          : [],
      ),
    ),
    ...(site === undefined
      ? []
      : [
          ...nameFindings(site, SITE_PATH, documents, datasets),
          ...settingFindings(site, keyPlacer(SITE_PATH, textOf), today),
        ]),
  ];
  const left = applyWaivers(findings, waiverScopes(documents, site), waivable);
  const { identifiers } = site ?? {};
  const notGiven = identifiers === undefined ? [] : IDENTIFIERS.filter((name) => identifiers[name] === undefined);
  const lacking = (key: RecordTag) =>
    documents.flatMap(({ facts: { id, frontMatter } }) =>
      frontMatter?.kind === 'record' && isWhole(frontMatter, key) && frontMatter.value[key] === undefined ? [id] : [],
    );
  return {
    ...left,
    notGiven,
    repliesLack: { published: lacking('published'), indexNumber: lacking('indexNumber') },
    uncounted: uncountedReplies(documents, calendars),
    untranslated: untranslatedReplies(facts, languages),
    uncompared: uncomparedLanguages(facts, languages),
  };
}

/** What was published before of replies and datasets, by their ids. */
function publishedBefore(reports: readonly FileReport[]): StatedSite['published'] {
  const texts = reports.flatMap(({ facts }) =>
    facts.kind === 'published-reply' ? [[facts.published.id, facts.published.texts] as const] : [],
  );
  const datasets = new Map<string, unknown[]>();
  for (const { path, facts } of reports) {
    const id = /^data\/published\/datasets\/([^/]+)\//.exec(path)?.[1];
    if (facts.kind === 'published-dataset' && id !== undefined)
      datasets.set(id, [...(datasets.get(id) ?? []), facts.value]);
  }
  return { texts: new Map(texts), datasets };
}

function bureausSource(read: BureausSource['read'], text: () => string): BureausSource {
  return { read, place: (path) => placeInYaml(text(), BUREAUS_PATH, sourcePath(read, path)) };
}

/** The languages of a site; where site.yaml cannot say, those that its documents are in. */
function languagesOf(site: Readable<Site> | undefined, documents: readonly SiteDocument[]): readonly Locale[] {
  if (site === undefined) return ['zh'];
  return site.value.languages ?? LOCALES.filter((locale) => documents.some(({ facts }) => facts.locale === locale));
}

function addressLists(reports: readonly FileReport[], textOf: (path: string) => string) {
  const redirects = reports.flatMap(({ path, facts }) =>
    facts.kind === 'redirects'
      ? [
          {
            entries: facts.redirects.value.redirects ?? [],
            complete: facts.redirects.whole,
            place: (index: number, key: string) =>
              placeInRead(facts.redirects, path, () => textOf(path))(['redirects', index, key]),
          },
        ]
      : [],
  );
  const published = reports.flatMap(({ path, facts }) =>
    facts.kind === 'published-addresses'
      ? [
          {
            entries: facts.addresses,
            place: (index: number) => placeInJson(textOf(path), path, ['addresses', index]),
          },
        ]
      : [],
  );
  return [redirects[0], published[0]] as const;
}

const computeAlways: NonNullable<SiteInput['remember']> = (_about, _paths, compute) => compute();

function waiverScopes(documents: readonly SiteDocument[], site: Partial<Site> | undefined): WaiverScope[] {
  const blocks = new Map(documents.map(({ path, facts }) => [path, facts.blocks]));
  const ofReplies = documents.flatMap(({ path, facts, keyPlace }): WaiverScope[] => {
    const waivers = facts.frontMatter?.kind === 'record' ? (facts.frontMatter.value.waivers ?? []) : [];
    if (waivers.length === 0) return [];
    const covers = path.slice(0, path.lastIndexOf('/') + 1);
    return [{ covers, record: publishedReplyFile(facts.id), waivers, place: keyPlace('waivers'), blocks }];
  });
  const place = { file: SITE_PATH, line: 1, column: 1 };
  const ofSite = (site?.waivers ?? []).map(({ file, rule, reason }) => ({
    covers: file,
    ...(file.startsWith('data/') ? { record: `data/published/datasets/${file.slice(5, -'.json'.length)}/` } : {}),
    waivers: [{ rule, reason }],
    place,
    blocks,
  }));
  return [...ofReplies, ...ofSite];
}

function keyPlacer(file: string, textOf: (path: string) => string): KeyPlace {
  return (key, words) => {
    const lines = textOf(file).split('\n');
    const at = lines.findIndex((line) => line.startsWith(`${key}:`));
    if (at === -1) return { file, line: 1, column: 1 };
    const inside = words === undefined ? -1 : lines.findIndex((line, index) => index >= at && line.includes(words));
    if (words !== undefined && inside !== -1)
      return { file, line: inside + 1, column: (lines[inside] ?? '').indexOf(words) + 1 };
    const [head = ''] = /^[^:]*:\s*/.exec(lines[at] ?? '') ?? [];
    return { file, line: at + 1, column: head.length + 1 };
  };
}
