import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../errors.ts';
import type { Site } from '../../model/site.ts';
import { readSite } from '../../reading/files.ts';
import { heldReplies } from '../../reading/publication.ts';
import { usageError } from '../../terminal/failures.ts';
import { noMemory, type OutputMemory } from '../reuse/output-memory.ts';
import { unaccountedFindings } from './accounted.ts';
import { documentFindings } from './documents.ts';
import { approvedNumbers } from './file-rules.ts';
import { digestsOf, type FileRelations, type KeptAudit } from './files.ts';
import { linkAudit } from './links.ts';
import { readPageFacts } from './page-facts.ts';
import { auditInParts } from './parts.ts';
import { type PersonalFact, personalAudit } from './personal.ts';
import { listSite, sitemapFindings } from './site-files.ts';
import { twinAudit } from './twins.ts';

/** What is audited: a built folder, the root it was built from, and the site with the address it was built for. */
interface AuditRequest {
  readonly folder: string;
  readonly root: string;
  readonly site: Site;
  /** The moment up to which replies are public; all are where it is not given. */
  readonly moment?: string;
  /** What is known of the folder's files since the last audit that passed; left out where all files are to be read. */
  readonly memory?: OutputMemory;
  /** How many processes may read files at once; one by default. */
  readonly jobs?: number;
  /** Called with the number of files read so far and the total. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Reads the whole built site as an outsider would and reports everything that must not be published: dead links and anchors, requests to
 * other hosts, code in pages, private data in any text, metadata in images, text that differs from its source, pages that lack their
 * alternate or are missing from the sitemap, pages over their budget. With a memory, a file that has not changed since it passed is not
 * read again; its relations to other files are always checked. Findings and their order do not depend on the number of processes.
 */
export async function auditSite({
  folder,
  root,
  site,
  moment,
  memory = noMemory(folder),
  jobs = 1,
  onProgress = () => {},
}: AuditRequest): Promise<readonly Finding[]> {
  const { files, findings: strange } = listSite(folder);
  const location = { address: site.address.replace(/\/$/, ''), base: site.base };
  const links = linkAudit(files);
  const twins = twinAudit(location, files.has);
  const source = (name: string) => readFileSync(join(folder, name), 'utf8');

  /** What is kept of a file; null where it has to be read each time. */
  const kept = (name: string) => memory.known<KeptAudit | null>(name, 'audit');
  const isRight = (name: string) => {
    const known = kept(name);
    return known !== undefined && known !== null && (known.links === undefined || links.keep(name, known.links));
  };
  const names = files.names.filter((name) => !isRight(name));
  const passed = files.names.length - names.length;
  const listed = { folder, names: files.names, folders: files.folders };
  const toRead = { site: listed, location, approved: approvedNumbers(root), names };
  const read = await auditInParts(toRead, jobs, (done) => onProgress(passed + done, files.names.length));

  const findings: Finding[] = [...strange];
  const linkFindings: Finding[] = [];
  const personal: PersonalFact[] = [];
  const indexed = new Map<string, string>();
  const sitemaps: { file: string; text: string }[] = [];
  for (const name of files.names) {
    const { page } = relationsOf(name);
    if (/(?:^|\/)sitemap[^/]*\.xml$/.test(name)) sitemaps.push({ file: name, text: source(name) });
    if (page === undefined) continue;
    twins.add(name, page);
    if (page.indexed && page.canonical !== undefined) indexed.set(page.canonical, name);
  }
  findings.push(...linkFindings, ...links.finish(), ...twins.finish());
  /** Whether a page and its document are the same that passed the last audit. What passes now is kept with the page. */
  const settled = (name: string, file: string, digest: string) =>
    memory.fact(name, `of ${file}`, () => digest) === digest && !read.has(name);
  const texts = (name: string) => (files.has(name) ? readPageFacts(source(name)).officialTexts : undefined);
  const digests = (name: string) => read.get(name)?.official ?? digestsOf(texts(name));
  findings.push(
    ...documentFindings(root, site, {
      held: heldReplies(root, moment),
      isBuilt: files.has,
      settled,
      shown: { digests, texts },
    }),
  );
  findings.push(...personalAudit(root, site, personal), ...sitemapFindings(sitemaps, indexed));
  findings.push(...unaccountedFindings({ root, files, leads: links.leads }));
  if (!findings.some(({ severity }) => severity === 'error')) memory.save();
  return findings;

  /** Takes what was found in a file, and gives how it relates to others. */
  function relationsOf(name: string): FileRelations {
    const found = read.get(name);
    if (found === undefined) {
      const known = kept(name) ?? {};
      findings.push(...(known.warnings ?? []));
      return known;
    }
    findings.push(...found.findings);
    linkFindings.push(...found.linkFindings);
    personal.push(...found.personal);
    if (found.links !== undefined) links.add(name, found.links);
    const { links: own, page } = found;
    const warnings = found.findings.length === 0 ? undefined : found.findings;
    // Not where it holds private data: a waiver can come or go, and private data is never cached.
    memory.fact<KeptAudit | null>(name, 'audit', () =>
      found.personal.length > 0 ? null : { links: own, page, warnings },
    );
    return { links: own, page };
  }
}

/** What a finished site is audited as. */
interface AuditOutputRequest {
  /** Absolute. */
  readonly root: string;
  /** In place of the address in site.yaml. */
  readonly address: string | undefined;
  /** The moment up to which replies are public. */
  readonly moment: string;
  /** How many processes may work at once. */
  readonly jobs: number;
}

/** Audits a finished site in its folder; places in findings are its files. Throws a CommandError where there is no such folder. */
export async function auditFolder(
  { root, address, moment, jobs }: AuditOutputRequest,
  folder: string,
): Promise<readonly Finding[]> {
  if (!existsSync(folder)) throw usageError((words) => words.notBuilt(folder));
  const site = readSite(root);
  return auditSite({
    folder: realpathSync(folder),
    ...{ root, moment, jobs },
    site: address === undefined ? site : { ...site, address },
  });
}
