import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../errors.ts';
import type { Site } from '../../model/site.ts';
import { apiTextFindings, REPLY_JSON } from './api-text.ts';
import { budgetAudit } from './budget.ts';
import { foreignRequests } from './foreign.ts';
import { guardedFindings } from './guarded.ts';
import { imageMetadata } from './image-metadata.ts';
import { linkAudit } from './links.ts';
import { ownAddresses } from './own-addresses.ts';
import { type PageFacts, readPageFacts } from './page-facts.ts';
import { pageFindings } from './page-rules.ts';
import { type PersonalFact, personalAudit, personalFacts, searchText } from './personal.ts';
import { listSite } from './site-files.ts';
import { sitemapFindings } from './sitemap.ts';
import { sourceTextFindings } from './source-text.ts';
import { twinAudit } from './twins.ts';

/** What is audited: a built folder, the root it was built from, and the site with the address it was built for. */
export interface AuditRequest {
  readonly folder: string;
  readonly root: string;
  readonly site: Site;
}

/** Files of the search index that hold text; the others hold words of it by their pairs. */
const SEARCH_FILE = /^search\/.*-(?:texts|table|shared)-[0-9a-f]+\.bin$|^search\/.*\/shared-[0-9a-f]+\.bin$/;
const TEXT_FILE = /\.(?:css|m?js|json|jsonld|webmanifest|xml|txt|md|csv|ics|bib|ris|ya?ml|atom|rss)$/;
const PICTURE = /\.(?:png|jpe?g|webp)$/i;

/**
 * Reads the whole built site again, as a stranger would, and gives everything that must not be published: dead links and anchors,
 * requests to other hosts, code in pages, private data in any text, metadata in images, text that is not the source's, pages that
 * miss their twin or the sitemap, or cost a reader more than their budget.
 */
export function auditSite({ folder, root, site }: AuditRequest): readonly Finding[] {
  const { files, findings: strange } = listSite(folder);
  const findings: Finding[] = [...strange];
  const location = { address: site.address.replace(/\/$/, ''), base: site.base };
  const links = linkAudit(files, location);
  const twins = twinAudit(location, files.has);
  const budget = budgetAudit(files, site.base);
  const personal: PersonalFact[] = [];
  const officialTexts = new Map<string, ReadonlyMap<string, string>>();
  const indexed = new Map<string, string>();
  const sitemaps: { file: string; text: string }[] = [];

  for (const name of files.names) {
    const bytes = () => readFileSync(join(folder, name));
    if (/\.(?:html|svg)$/.test(name)) auditPage(name, bytes().toString('utf8'));
    else if (PICTURE.test(name)) findings.push(...imageMetadata(name, bytes()));
    else if (SEARCH_FILE.test(name)) personal.push(...personalFacts(name, searchText(bytes())));
    else if (TEXT_FILE.test(name)) auditText(name, bytes().toString('utf8'));
  }
  findings.push(...links.finish(), ...twins.finish(), ...sourceTextFindings(root, site, officialTexts));
  const built = new Set(files.names);
  findings.push(...guardedFindings(root, site, (name) => built.has(name)));
  findings.push(...personalAudit(root, site, personal), ...sitemapFindings(sitemaps, indexed));
  return findings;

  function auditPage(name: string, source: string): void {
    const picture = name.endsWith('.svg');
    const facts = readPageFacts(source, picture);
    findings.push(
      ...pageFindings(name, source, picture ? { ...facts, headings: 1, language: '', title: name } : facts),
    );
    links.add(name, source, { ...facts, references: [...facts.references, ...ownAddresses(source, location)] });
    personal.push(...personalFacts(name, source, facts.words));
    if (picture) return;
    twins.add(name, facts);
    findings.push(...budget(name, source, facts));
    remember(name, facts);
  }

  function auditText(name: string, source: string): void {
    personal.push(...personalFacts(name, source));
    if (/\.(?:css|m?js)$/.test(name)) {
      findings.push(...foreignRequests(name, source));
      return;
    }
    links.add(name, source, { ids: new Set(), references: ownAddresses(source, location) });
    if (REPLY_JSON.test(name)) findings.push(...apiTextFindings(name, source));
    if (/(?:^|\/)sitemap[^/]*\.xml$/.test(name)) sitemaps.push({ file: name, text: source });
  }

  function remember(name: string, facts: PageFacts): void {
    if (facts.officialTexts.size > 0 && /^[a-z]+\/replies\//.test(name)) officialTexts.set(name, facts.officialTexts);
    if (facts.indexed && facts.canonical !== undefined) indexed.set(facts.canonical, name);
  }
}
