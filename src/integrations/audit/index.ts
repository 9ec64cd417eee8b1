import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../errors.ts';
import type { Site } from '../../model/site.ts';
import { foreignRequests } from './foreign.ts';
import { guardedFindings } from './guarded.ts';
import { imageMetadata } from './image-metadata.ts';
import { linkAudit } from './links.ts';
import { type PageFacts, readPageFacts } from './page-facts.ts';
import { pageFindings } from './page-rules.ts';
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

/**
 * Reads the whole built site again, as a stranger would, and gives everything that must not be published: dead links and anchors,
 * requests to other hosts, code in pages, metadata in images, text that is not the source's, pages that miss their twin or the sitemap.
 */
export function auditSite({ folder, root, site }: AuditRequest): readonly Finding[] {
  const { files, findings: strange } = listSite(folder);
  const findings: Finding[] = [...strange];
  const location = { address: site.address.replace(/\/$/, ''), base: site.base };
  const links = linkAudit(files, location);
  const twins = twinAudit(location);
  const officialTexts = new Map<string, string>();
  const indexed = new Map<string, string>();
  const sitemaps: { file: string; text: string }[] = [];

  for (const name of files.names) {
    const bytes = () => readFileSync(join(folder, name));
    if (name.endsWith('.html')) {
      const source = bytes().toString('utf8');
      const facts = readPageFacts(source);
      findings.push(...pageFindings(name, source, facts));
      links.add(name, source, facts);
      twins.add(name, facts);
      remember(name, facts);
    } else if (name.endsWith('.svg')) {
      const source = bytes().toString('utf8');
      const facts = readPageFacts(source, true);
      findings.push(...pageFindings(name, source, { ...facts, headings: 1, language: '', title: name }));
      links.add(name, source, facts);
    } else if (/\.(?:css|m?js)$/.test(name)) findings.push(...foreignRequests(name, bytes().toString('utf8')));
    else if (/\.(?:png|jpe?g|webp)$/i.test(name)) findings.push(...imageMetadata(name, bytes()));
    else if (/(?:^|\/)sitemap[^/]*\.xml$/.test(name)) sitemaps.push({ file: name, text: bytes().toString('utf8') });
  }
  findings.push(...links.finish(), ...twins.finish(), ...sourceTextFindings(root, site, officialTexts));
  const built = new Set(files.names);
  findings.push(...guardedFindings(root, site, (name) => built.has(name)));
  if (sitemaps.length > 0) findings.push(...sitemapFindings(sitemaps, indexed));
  return findings;

  function remember(name: string, facts: PageFacts): void {
    if (facts.officialText !== undefined && /^[a-z]+\/replies\//.test(name))
      officialTexts.set(name, facts.officialText);
    if (facts.indexed && facts.canonical !== undefined) indexed.set(facts.canonical, name);
  }
}
