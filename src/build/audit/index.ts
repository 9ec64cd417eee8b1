import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../errors.ts';
import type { Site } from '../../model/site.ts';
import { heldReplies } from '../../reading/held.ts';
import { isFileOf } from '../../routes.ts';
import { noMemory, type OutputMemory } from '../reuse/output-memory.ts';
import { unaccountedFindings } from './accounted.ts';
import { approvalAudit } from './approvals.ts';
import { budgetAudit } from './budget.ts';
import { documentFindings } from './documents.ts';
import { imageMetadata } from './image-metadata.ts';
import { linkAudit, type PageLinks } from './links.ts';
import { foreignRequests, ownAddresses } from './loads.ts';
import { readPageFacts } from './page-facts.ts';
import { pageFindings } from './page-rules.ts';
import { type PersonalFact, personalAudit, personalFacts, searchText } from './personal.ts';
import { listSite, sitemapFindings } from './site-files.ts';
import { apiTextFindings } from './sources.ts';
import { officialDigest, type TwinFacts, twinAudit } from './twins.ts';

/** What is audited: a built folder, the root it was built from, and the site with the address it was built for. */
export interface AuditRequest {
  readonly folder: string;
  readonly root: string;
  readonly site: Site;
  /** The moment up to which replies are public; all are where it is not given. */
  readonly moment?: string;
  /** What is known of the folder's files since the last audit that passed; none where all are to be read. */
  readonly memory?: OutputMemory;
  /** Told how many files have been gone through, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What is kept of a file that was found right: what it has to do with others. It survives JSON. */
interface AuditedFile {
  readonly links?: PageLinks;
  readonly page?: TwinFacts;
}

/** Files of the search index that hold text; the others hold tokens of it. */
const SEARCH_FILE = /^pagefind\/[^/]+\/.*\/fragment\/[^/]+\.pf_fragment$/;
const TEXT_FILE = /\.(?:css|m?js|json|jsonld|webmanifest|xml|txt|md|csv|ics|bib|ris|ya?ml|atom|rss)$/;
const PICTURE = /\.(?:png|jpe?g|webp|gif|avif)$/i;

/**
 * Reads the whole built site again, as a stranger would, and gives everything that must not be published: dead links and anchors,
 * requests to other hosts, code in pages, private data in any text, metadata in images, text that is not the source's, pages that
 * miss their twin or the sitemap, or cost a reader more than their budget. With a memory, a file that stands as it passed is not
 * read again; what it has to do with other files is checked all the same.
 */
export function auditSite({
  folder,
  root,
  site,
  moment,
  memory = noMemory(folder),
  onProgress,
}: AuditRequest): readonly Finding[] {
  const { files, findings: strange } = listSite(folder);
  const findings: Finding[] = [...strange];
  const location = { address: site.address.replace(/\/$/, ''), base: site.base };
  const links = linkAudit(files, location);
  const twins = twinAudit(location, files.has);
  const budget = budgetAudit(files, site.base);
  const personal: PersonalFact[] = [];
  /** Digests of what pages of replies show, and not the texts: those of ten thousand replies would take 200 MB. */
  const official = new Map<string, ReadonlyMap<string, string>>();
  const indexed = new Map<string, string>();
  const sitemaps: { file: string; text: string }[] = [];
  const read = new Map<string, AuditedFile>();
  const source = (name: string) => readFileSync(join(folder, name), 'utf8');
  const approvals = approvalAudit(root);

  for (const [done, name] of files.names.entries()) {
    onProgress?.(done, files.names.length);
    const { page } = audited(name);
    if (/(?:^|\/)sitemap[^/]*\.xml$/.test(name)) sitemaps.push({ file: name, text: source(name) });
    if (page === undefined) continue;
    twins.add(name, page);
    if (page.indexed && page.canonical !== undefined) indexed.set(page.canonical, name);
  }
  findings.push(...links.finish(), ...twins.finish());
  /** Whether a page and its document are those that passed the last audit. What passes now is kept with the page. */
  const settled = (name: string, file: string, digest: string) =>
    memory.fact(name, `of ${file}`, () => digest) === digest && !read.has(name);
  const texts = (name: string) => (files.has(name) ? readPageFacts(source(name)).officialTexts : undefined);
  const digests = (name: string) => official.get(name) ?? digestsOf(texts(name));
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

  function audited(name: string): AuditedFile {
    const known = memory.fact(name, 'audit', () => auditFile(name));
    const fresh = read.get(name);
    if (fresh !== undefined) return fresh;
    if (known !== null && (known.links === undefined || links.keep(name, known.links))) return known;
    auditFile(name);
    return read.get(name) ?? {};
  }

  /** Reads a file and gives what is to be kept of it. Nothing where it holds private data, since whether that is meant can change, or where something is told of it. */
  function auditFile(name: string): AuditedFile | null {
    const before = [personal.length, findings.length];
    const found = detached(auditByKind(name));
    read.set(name, found);
    return personal.length > (before[0] ?? 0) || findings.length > (before[1] ?? 0) ? null : found;
  }

  function auditByKind(name: string): AuditedFile {
    findings.push(...approvals(name, () => source(name)));
    if (/\.(?:html|svg)$/.test(name)) return auditPage(name, source(name));
    if (PICTURE.test(name)) findings.push(...imageMetadata(name, readFileSync(join(folder, name))));
    else if (SEARCH_FILE.test(name))
      personal.push(...personalFacts(name, searchText(readFileSync(join(folder, name)))));
    else if (TEXT_FILE.test(name)) return auditText(name, source(name));
    return {};
  }

  function auditPage(name: string, source: string): AuditedFile {
    const picture = name.endsWith('.svg');
    const facts = readPageFacts(source, picture);
    findings.push(
      ...pageFindings(name, source, picture ? { ...facts, headings: 1, language: '', title: name } : facts),
    );
    const own = links.add(name, source, {
      ids: facts.ids,
      references: [...facts.references, ...ownAddresses(source, location)],
    });
    personal.push(...personalFacts(name, source, facts.words));
    if (picture) return { links: own };
    findings.push(...budget(name, source, facts));
    if (facts.officialTexts.size > 0 && (isFileOf('reply', name) || isFileOf('bilingual', name)))
      official.set(name, digestsOf(facts.officialTexts));
    const { canonical, indexed, alternates } = facts;
    return { links: own, page: { canonical, indexed, alternates: [...alternates] } };
  }

  function auditText(name: string, source: string): AuditedFile {
    personal.push(...personalFacts(name, source));
    if (/\.(?:css|m?js)$/.test(name)) {
      findings.push(...foreignRequests(name, source));
      return {};
    }
    if (isFileOf('apiReply', name)) findings.push(...apiTextFindings(name, source));
    return { links: links.add(name, source, { ids: new Set(), references: ownAddresses(source, location) }) };
  }
}

/** The same in strings of its own: one that was cut out of a page would hold the whole page in memory to the end of the audit. */
const detached = (found: AuditedFile): AuditedFile => JSON.parse(JSON.stringify(found));

const digestsOf = (texts: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> =>
  new Map([...texts].map(([tag, text]) => [tag, officialDigest(text)]));
