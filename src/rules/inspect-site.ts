import type { Finding } from '../errors.ts';
import { startOfDay } from '../model/dates.ts';
import { publishedReplyFile } from '../model/published.ts';
import { runChecks } from './checks.ts';
import { heldBack, heldFindings } from './held.ts';
import { CHECKS } from './index.ts';
import { isOfReply, SITE_PATH } from './layout.ts';
import { withoutOfficeMail } from './personal/index.ts';
import { type ReadSite, readSite, type SiteInput } from './read-site.ts';
import { type SiteReport, siteNotes } from './site-report.ts';
import { applyWaivers, type WaiverScope } from './waivers.ts';

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
  const site = readSite(input);
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
  const ofSite = (site?.waivers ?? []).map(({ file, rule, reason }) => ({
    covers: file,
    ...(file.startsWith('data/') ? { record: `data/published/datasets/${file.slice(5, -'.json'.length)}/` } : {}),
    waivers: [{ rule, reason }],
    place,
    blocks,
  }));
  return [...ofReplies, ...ofSite];
}
