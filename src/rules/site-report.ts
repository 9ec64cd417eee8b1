import type { Finding } from '../errors.ts';
import { startOfDay } from '../model/dates.ts';
import type { Locale } from '../model/locale.ts';
import { publishedReplyFile } from '../model/published.ts';
import { isWhole } from '../model/readable-part.ts';
import type { Site } from '../model/site.ts';
import { runChecks } from './checks.ts';
import { type HeldReply, heldBack, heldFindings } from './held.ts';
import { CHECKS } from './index.ts';
import { isOfReply, SITE_PATH } from './layout.ts';
import { uncomparedLanguages, untranslatedReplies } from './pairs/languages.ts';
import { withoutOfficeMail } from './personal/index.ts';
import { type ReadSite, readSite, type SiteInput } from './read-site.ts';
import { uncountedReplies } from './records.ts';
import { applyWaivers, type Waived, type WaiverScope } from './waivers.ts';

/** Everything that is wrong with a site, and what its authors set aside with a reason. */
export interface SiteReport extends SiteNotes {
  readonly findings: readonly Finding[];
  readonly waived: readonly Waived[];
  /** The replies whose time to be published has not come: listed, never a fault. */
  readonly held: readonly HeldReply[];
}

/** What `dafu check` lists of a site that is no fault. */
interface SiteNotes {
  /** Identifiers of government sites that site.yaml does not give (its `identifiers`). */
  readonly notGiven: readonly (keyof Site['identifiers'])[];
  /** The replies whose record does not give what a register asks for. */
  readonly repliesLack: Readonly<Record<RecordTag, readonly string[]>>;
  /** The replies whose working days until publication are not counted, by the year whose days off are not known. */
  readonly uncounted: Readonly<Record<string, readonly string[]>>;
  /** On a site in several languages, the replies that are in one only: a fault only where the site asks for translations. */
  readonly untranslated: readonly string[];
  /** The languages of translations whose figures nothing reads, so that they are not compared. */
  readonly uncompared: readonly Locale[];
}

/** What of a record a page shows to registers, and leaves out where the bureau has not given it. */
type RecordTag = 'published' | 'indexNumber';

/** What 国办发〔2017〕47号 asks of a government's site. */
const IDENTIFIERS = ['siteIdCode', 'siteDomain', 'icp', 'psb'] as const;

/** Lists what a site does not give, count or compare. */
function siteNotes(site: ReadSite): SiteNotes {
  const identifiers = site.site?.identifiers;
  const lacking = (key: RecordTag) =>
    site.replies.flatMap(({ id, frontMatter }) =>
      frontMatter?.kind === 'record' && isWhole(frontMatter, key) && frontMatter.value[key] === undefined ? [id] : [],
    );
  return {
    notGiven: identifiers === undefined ? [] : IDENTIFIERS.filter((name) => identifiers[name] === undefined),
    repliesLack: { published: lacking('published'), indexNumber: lacking('indexNumber') },
    uncounted: uncountedReplies(site),
    untranslated: untranslatedReplies(site),
    uncompared: uncomparedLanguages(site),
  };
}

/** What is wrong in the files and between them, and in what is left where replies are held back. `site` is the input as rules see it. */
export function inspectSite(input: SiteInput, site: ReadSite = readSite(input)): SiteReport {
  const report = inspectWhole(input, site);
  const held = heldBack(input.reports, input.moment ?? startOfDay(input.today));
  if (held.length === 0) return { ...report, held };
  const ids = new Set(held.map(({ id }) => id));
  const isPublic = ({ path }: { readonly path: string }) => !isOfReply(path, ids);
  const rest = { ...input, entries: input.entries.filter(isPublic), reports: input.reports.filter(isPublic) };
  const { findings } = inspectWhole(rest, readSite(rest));
  return { ...report, held, findings: [...report.findings, ...heldFindings(findings, report.findings)] };
}

function inspectWhole(input: SiteInput, site: ReadSite): Omit<SiteReport, 'held'> {
  const inFiles = input.reports.flatMap((report) => report.findings);
  const findings = [...withoutOfficeMail(inFiles, site.site?.officeMail), ...checkedFindings(site)];
  return { ...applyWaivers(findings, waiverScopes(site), input.waivable), ...siteNotes(site) };
}

/** What the registered checks find, scope by scope. */
function checkedFindings(site: ReadSite): Finding[] {
  return [
    ...site.entries.flatMap((entry) => runChecks(CHECKS, 'entry', entry)),
    ...site.documents.flatMap((document) => runChecks(CHECKS, 'document', document, site)),
    ...site.datasets.flatMap((dataset) => runChecks(CHECKS, 'dataset', dataset, site)),
    ...site.commitments.flatMap((commitment) => runChecks(CHECKS, 'commitment', commitment, site)),
    ...runChecks(CHECKS, 'site', site),
  ];
}

function waiverScopes({ documents, site }: ReadSite): WaiverScope[] {
  const blocks = new Map(documents.map(({ path, facts }) => [path, facts.blocks]));
  const ofReplies = documents.flatMap(({ path, facts, keyPlace }): WaiverScope[] => {
    const waivers = facts.frontMatter?.kind === 'record' ? (facts.frontMatter.value.waivers ?? []) : [];
    if (waivers.length === 0) return [];
    const covers = path.slice(0, path.lastIndexOf('/') + 1);
    return [{ covers, record: publishedReplyFile(facts.id), waivers, place: keyPlace('waivers'), blocks }];
  });
  const place = { file: SITE_PATH, line: 1, column: 1 };
  const recordOf = (file: string) => {
    if (file.startsWith('data/')) return `data/published/datasets/${file.slice(5, -'.json'.length)}/`;
    const reply = file.startsWith('content/replies/') ? documents.find(({ path }) => path === file) : undefined;
    return reply && publishedReplyFile(reply.facts.id);
  };
  const ofSite = (site?.waivers ?? []).map(
    ({ file, rule, reason }): WaiverScope => ({
      covers: file,
      record: recordOf(file),
      waivers: [{ rule, reason }],
      place,
      blocks,
    }),
  );
  return [...ofReplies, ...ofSite];
}
